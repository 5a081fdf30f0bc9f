"""Find the diplomatic acts that a report tells of: an Analysis goes in, each act once comes out."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.coding.attendance import add_attendees, add_inviters
from communique.coding.candidates import Candidate, find_candidates
from communique.coding.circumstances import record_place
from communique.coding.drafts import Draft, Drafting, destinations, trigger_span
from communique.coding.frames import PARTY_CLASSES
from communique.coding.merging import merge_events
from communique.coding.parties import parties_of
from communique.coding.record import Body, Event, EventDate, Participant, Place
from communique.coding.scope import is_diplomatic
from communique.coding.sessions import CONVENING, find_sessions, is_ahead
from communique.coding.occasions import inherit_from_visits
from communique.coding.roles import settle_by_visits, settle_hosts
from communique.coding.standing import Standing
from communique.coding.topics import add_topics
from communique.language.analysis import Analysis, BodyMention, PlaceMention
from communique.language.countries import find_country_names
from communique.language.words import Word
from communique.report.span import Span

# Where several frames fit the same words, the kind named first wins: one act, one kind.
PRECEDENCE = (
    "session", "mediation", "call", "negotiation", "signing", "ceremony", "message", "protest", "sanction", "relations",
    "appointment", "aid", "military", "meeting", "agreement", "visit",
)  # fmt: skip
VISIT_TYPES = (
    "official goodwill", "state", "official", "working", "private", "courtesy", "transit", "return", "inspection",
    "goodwill", "friendly",
)  # fmt: skip
LOOSE = frozenset({"mediation", "aid", "appointment", "military", "relations", "signing", "message", "ceremony"})
FOREIGN = frozenset(
    "international foreign counterpart ambassador envoy diplomat delegation ally partner multilateral bilateral diplomatic "
    "global overseas world".split()
)
AT_A_STROKE = frozenset({"sanction", "relations", "aid", "appointment", "signing", "message", "agreement", "protest"})
RECENT_DAYS = 6


def find_events(analysis: Analysis) -> tuple[Event, ...]:
    """Return the events of the report, each once, in the order of their triggers."""
    drafting = Drafting(analysis)
    drafts = _choose((*find_candidates(analysis), *find_sessions(analysis)), drafting)
    anchors: dict[int, list[Word]] = {}
    for draft in drafts:
        anchors.setdefault(draft.anchor.sentence.index, []).append(draft.anchor)
    told = [event for draft in drafts for event in _events_of(draft, drafting, anchors)]
    told = [event for event in told if _is_diplomatic(event, analysis)]
    merged = _settle_roles(inherit_from_visits(analysis, merge_events(told)), analysis)
    merged.sort(key=lambda event: (event.trigger, event.kind))
    merged = add_topics(analysis, add_inviters(analysis, add_attendees(analysis, merged)))
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(merged, 1))


def _choose(candidates: Iterable[Candidate], drafting: Drafting) -> list[Draft]:
    """Draft each candidate and keep one draft for the same words, by precedence of kinds."""
    best: dict[tuple[int, bool], Draft] = {}
    for candidate in candidates:
        draft = drafting.draft(candidate)
        if draft is None:
            continue
        key = (candidate.thing or candidate.anchor).i, candidate.frame.beside
        held = best.get(key)
        if held is None or _rank(draft) < _rank(held):
            best[key] = draft
    taken = {draft.anchor.i: draft for draft in best.values() if not draft.frame.beside}
    convened = {
        draft.candidate.verb.i
        for draft in best.values()
        if draft.frame.kind == "session" and draft.candidate.verb is not None and draft.candidate.verb.lemma in CONVENING
    }
    kept = []
    for draft in best.values():
        if draft.frame.kind == "meeting" and draft.anchor.i in convened:
            continue
        if draft.frame.beside:
            kept.append(draft)
            continue
        rival = taken.get(draft.anchor.i)
        verb_rival = taken.get(draft.candidate.verb.i) if draft.candidate.verb is not None else None
        if rival is not draft and rival is not None and _rank(rival) < _rank(draft):
            continue
        if verb_rival is not None and verb_rival is not draft and draft.anchor.pos != "VERB" and verb_rival.frame.kind != draft.frame.kind and verb_rival.candidate.thing is draft.anchor:
            continue
        kept.append(draft)
    kept.sort(key=lambda draft: draft.anchor.i)
    return kept


def _rank(draft: Draft) -> tuple[int, int]:
    return PRECEDENCE.index(draft.frame.kind), -len(draft.participants)


def _events_of(draft: Draft, drafting: Drafting, anchors: dict[int, list[Word]]) -> list[Event]:
    others = [word for word in anchors[draft.anchor.sentence.index] if word is not draft.anchor]
    date = drafting.circumstances.date_of(draft.candidate, others)
    places: list[PlaceMention | None] = list(drafting.circumstances.places_of(draft.candidate, others)[:1])
    if draft.frame.kind == "visit":
        places = list(destinations(draft.candidate, drafting.circumstances)) or [None]
    base = _event(draft, date, drafting)
    found = [replace(base, place=record_place(place) if place else None) for place in places or [None]]
    if draft.candidate.fillers.get("here") and found[0].place is None:
        found[0] = replace(found[0], place=_place_of_dateline(draft.candidate.fillers["here"][0], drafting.analysis))
    return [part for event in found for part in _part_separate(event, draft, drafting.analysis)]


def _place_of_dateline(here: Word, analysis: Analysis) -> Place | None:
    """The dateline's city, for which "here" stands."""
    line = analysis.report.dateline
    if line is None or line.place is None:
        return None
    return Place(name=line.place, country=line.country, span=here.span)


def _part_separate(event: Event, draft: Draft, analysis: Analysis) -> list[Event]:
    """One event a counterpart where the parties were met "separately"."""
    near = [*draft.anchor.children, *(draft.candidate.verb.children if draft.candidate.verb else ())]
    if event.kind not in ("meeting", "call") or not any(word.lower in ("separate", "separately") for word in near):
        return [event]
    met = {
        party.actor.id
        for slot in ("object", "with")
        for party in parties_of(analysis, draft.candidate.fillers.get(slot, ()), PARTY_CLASSES["any"])
    }
    if len(met) < 2:
        return [event]
    rest = [person for person in event.participants if person.actor not in met]
    return [
        replace(event, participants=(*rest, person)) for person in event.participants if person.actor in met
    ]


def _event(draft: Draft, date: EventDate | None, drafting: Drafting) -> Event:
    report = drafting.analysis.report
    if draft.frame.kind == "session" and draft.candidate.verb is None:
        draft.standing = _standing_by_date(draft, date, report.day)
    marked = _anniversary(draft, drafting.analysis)
    date = marked or date
    status, background = draft.standing.status, draft.standing.recalled or marked is not None
    day = report.day
    if date is not None and date.value and day:
        if status == "held" and date.value > day[: len(date.value)] and not draft.standing.recalled:
            status = "planned"
        background = background or (status == "held" and _is_past(date.end or date.value, day))
        if not _is_past(date.end or date.value, day) and draft.anchor.pos == "VERB":
            background = False
    if status == "held" and day and _is_going_on(draft, date, day):
        status = "under way"
    if draft.frame.status is not None and status == "held" and not background:
        status = draft.frame.status
    if status == "under way" and draft.frame.kind in AT_A_STROKE:
        status = "held"
    if status == "held" and date is None and _is_mere_mention(draft):
        background = True
    if status == "held" and _is_long_standing(draft):
        background = True
    if date is None and status in ("held", "under way") and not background and day:
        date = EventDate(value=day, basis="dateline")
    sentence = draft.anchor.sentence
    return Event(
        id="", kind=draft.frame.kind, mode=draft.frame.mode, status=status, background=background, date=date,
        participants=tuple(draft.participants), body=_body(draft.body), visit_type=_visit_type(draft),
        trigger=trigger_span(draft.candidate), evidence=(sentence.span,), confidence=0.8,
    )  # fmt: skip


def _is_mere_mention(draft: Draft) -> bool:
    """Whether a visit is only spoken of by its possessor, not told: "praised his visit", against "during his visit"."""
    if draft.frame.kind != "visit" or draft.anchor.pos != "NOUN" or draft.candidate.verb is not None:
        return False
    carrier = draft.anchor.head
    return not (carrier.pos == "ADP" and (carrier.lower in ("during", "on") or carrier.head.lower in ("conclusion", "end", "course")))


def _is_going_on(draft: Draft, date: EventDate | None, day: str) -> bool:
    """Whether a visit or session goes on while the report is written: "is on a visit", a period around the day."""
    if draft.frame.kind not in ("visit", "session"):
        return False
    if date is not None and date.value and date.end and date.value <= day < date.end:
        return True
    verb = draft.candidate.verb
    carrier = draft.anchor.head
    if draft.frame.kind == "visit" and draft.anchor.pos == "NOUN" and carrier.lower == "on":
        above = carrier.head
        return above.lemma == "be" and above.tag in ("VBZ", "VBP") or above.lower == "while" or verb is None
    return False


def _anniversary(draft: Draft, analysis: Analysis) -> EventDate | None:
    """The year of an act whose anniversary is told: "the 30th anniversary of establishing relations" in 2022 → 1992."""
    day = analysis.report.day
    for above in draft.anchor.ancestors():
        if above.lemma != "anniversary":
            continue
        count = next((child for child in above.children if re.fullmatch(r"\d{1,3}(?:st|nd|rd|th)?", child.lower)), None)
        if count is None or day is None:
            return None
        year = int(day[:4]) - int(re.sub(r"\D", "", count.text))
        span = Span(count.start, above.end)
        return EventDate(value=str(year), text=span.of(analysis.report.text), span=span, basis="relative")
    return None


def _is_long_standing(draft: Draft) -> bool:
    """Whether the perfect sums up a time past: "has often mediated", "has given $4 billion since 2015"."""
    verb = draft.candidate.verb
    if verb is None or verb.tag != "VBN" or not any(c.lower in ("has", "have") for c in verb.children):
        return False
    return any(word.lower in ("since", "often", "repeatedly", "already", "previously", "long", "far") for word in verb.subtree())


def _standing_by_date(draft: Draft, date: EventDate | None, day: str | None) -> Standing:
    """How a session stands that is only named: by its date, else by the words and the tense around it."""
    if date is not None and date.value and day and "W" not in date.value:
        if date.value > day[: len(date.value)]:
            return Standing("planned")
        return Standing("held", recalled=_is_past(date.end or date.value, day))
    if is_ahead(draft.anchor) or draft.standing.status == "planned":
        return Standing("planned")
    return Standing("held", recalled=draft.standing.recalled)


def _is_past(value: str, day: str) -> bool:
    """Whether a date lies so far before the report's day that it is recalled and no news."""
    if len(value) < 10:
        return value < day[: len(value)] if "W" not in value else False
    try:
        return (dt.date.fromisoformat(day) - dt.date.fromisoformat(value)).days > RECENT_DAYS
    except ValueError:
        return False


def _body(mention: BodyMention | None) -> Body | None:
    if mention is None:
        return None
    return Body(name=mention.name, session=mention.session, ordinal=mention.ordinal, span=mention.span)


def _visit_type(draft: Draft) -> str | None:
    if draft.frame.kind != "visit" or draft.anchor.pos != "NOUN":
        return None
    words = " ".join(child.lower for child in draft.anchor.children if child.i < draft.anchor.i)
    return next((kind for kind in VISIT_TYPES if kind in words), None)


def _is_diplomatic(event: Event, analysis: Analysis) -> bool:
    """Whether parties of two states, or of a state and a foreign body, take part."""
    people = [person for person in event.participants if person.role != "attendee" or event.kind == "signing"]
    countries = {person.country for person in people if person.country}
    unknown = any(person.country is None for person in people)
    if event.kind == "message" and event.status == "proposed":
        return False
    if event.kind == "visit":
        place = event.place.country if event.place else None
        if place is None or not countries:
            return is_diplomatic(analysis)
        return countries != {place}
    if len(countries) >= 2 or (event.body is not None and event.kind == "session"):
        return True
    if countries and unknown and is_diplomatic(analysis) and _is_foreign(people, event, analysis):
        return True
    if event.place is not None and event.place.country and countries and event.place.country not in countries:
        return True
    if event.kind in ("message", "ceremony") and unknown:
        return False
    return event.kind in LOOSE and bool(countries)


def _is_foreign(people: Sequence[Participant], event: Event, analysis: Analysis) -> bool:
    """Whether parties of unknown country may be foreign: persons by name, or groups whose words or sentence say so."""
    named = any(p.country is None and (p.capacity or p.name[:1].isupper()) for p in people)
    if named and event.kind not in ("message", "ceremony"):
        return True
    own = {person.country for person in people if person.country}
    for span in event.evidence:
        words = analysis.words_in(span)
        if any(word.lemma.lower() in FOREIGN for word in words):
            return True
        if any(name.country not in own for name in find_country_names(words)):
            return True
    return False


def _settle_roles(events: list[Event], analysis: Analysis) -> list[Event]:
    line = analysis.report.dateline
    filed = Place(name=line.place or "", country=line.country) if line is not None else None
    visits = {
        person.actor: event.place.country
        for event in events
        if event.kind == "visit" and event.place and event.place.country and event.status in ("held", "under way")
        for person in event.participants
        if person.role == "guest"
    }
    settled = []
    for event in events:
        people = settle_hosts(event.kind, event.participants, event.place)
        if event.kind == "meeting":
            people = settle_by_visits(people, visits)
            if event.place is None and not event.background and event.status == "held":
                people = settle_hosts(event.kind, people, filed)
        settled.append(replace(event, participants=people))
    return settled
