"""Tell a draft as an event: a draft goes in, an event for each place or counterpart comes out."""

from dataclasses import replace

from communique.coding.acts.matching.frames import PARTY_CLASSES
from communique.coding.acts.matching.manners import mode_of
from communique.coding.acts.matching.travels import comes_back, destinations
from communique.coding.acts.matching.wording import trigger_span
from communique.coding.acts.parties.finding import parties_of
from communique.coding.acts.settings.dating import (
    anniversary_of,
    is_after,
    is_coarsely_past,
    is_day_of_change,
    is_going_on,
    is_long_standing,
    is_mere_mention,
    is_news_by_day,
    is_past,
    look_ahead,
    standing_by_date,
)
from communique.coding.acts.settings.finding import record_place
from communique.coding.acts.settings.nearness import tense_of
from communique.coding.acts.settings.standing import lemma_of
from communique.coding.acts.telling.drafts import Draft, Drafting
from communique.coding.record import Body, Event, EventDate, Place
from communique.language.analysis import Analysis, BodyMention, PlaceMention
from communique.language.clauses import first_conjunct
from communique.language.words import Word

VISIT_TYPES = (
    "official goodwill", "state", "official", "working", "private", "courtesy", "transit", "return", "inspection",
    "goodwill", "friendly",
)  # fmt: skip
COMING = frozenset("arrive land come fly jet touch".split())
DECIDING = frozenset({"agree", "decide", "resolve"})
AT_A_STROKE = frozenset({"sanction", "relations", "aid", "appointment", "signing", "message", "agreement", "protest"})


def tell_events(draft: Draft, drafting: Drafting, anchors: dict[int, list[Word]]) -> list[Event]:
    """Return the events that `draft` tells; `anchors` are the words that announce acts, by sentence."""
    others = [word for word in anchors[draft.anchor.sentence.index] if word is not draft.anchor]
    date = drafting.circumstances.date_of(draft.candidate, others)
    places: list[PlaceMention | None] = list(drafting.circumstances.places_of(draft.candidate, others)[:1])
    if draft.frame.kind == "call":
        places = []
    if draft.frame.kind == "visit":
        found_places = destinations(draft.candidate, drafting.circumstances)
        is_back = comes_back(draft.candidate)
        places = [place for place in found_places if is_back or place.head.head.lower != "from"] or [None]
    base = _event(draft, date, drafting)
    found = [replace(base, place=record_place(place) if place else None) for place in places or [None]]
    if draft.candidate.fillers.get("here") and found[0].place is None:
        found[0] = replace(found[0], place=_place_of_dateline(draft.candidate.fillers["here"][0], drafting.analysis))
    elif draft.frame.kind == "visit" and found[0].place is None and _comes_or_goes_unsaid(draft, drafting.analysis):
        found[0] = replace(found[0], place=_place_of_dateline(draft.anchor, drafting.analysis))
    return [part for event in found for part in _part_separate(event, draft, drafting.analysis)]


def _event(draft: Draft, date: EventDate | None, drafting: Drafting) -> Event:
    report = drafting.analysis.report
    if draft.frame.kind == "session" and draft.candidate.verb is None:
        draft.standing = standing_by_date(draft, date, report.day)
    marked = anniversary_of(draft, drafting.analysis)
    if date is None or marked is None or not (date.value or "").startswith(marked.value or "-"):
        date = marked or date
    status, background = draft.standing.status, draft.standing.recalled or marked is not None
    day = report.day
    if date is not None and _is_of_another(draft, date, day):
        date = None
    if date is not None and date.value and day:
        if status == "held" and is_after(date.value, day) and not draft.standing.recalled:
            status = "planned"
        if status == "planned" and (date.text or "").endswith((" after", " before")) and date.value < day:
            status = "held"
        background = background or (status == "held" and is_past(date.end or date.value, day))
        if not is_past(date.end or date.value, day) and is_news_by_day(draft, date):
            background = False
        if status == "held" and is_coarsely_past(date, day):
            background = True
    if status in ("cancelled", "postponed") and date is not None and is_day_of_change(date, day):
        date = None
    if status == "held" and day and is_going_on(draft, date, day):
        status = "under way"
    if draft.frame.status is not None and status == "held" and not background:
        status = draft.frame.status
    date = look_ahead(date, day, status)
    if status == "planned" and draft.frame.kind == "relations" and _is_decided(draft.anchor):
        status = "held"
    if status == "under way" and draft.frame.kind in AT_A_STROKE:
        status = "held"
    if status == "held" and date is None and is_mere_mention(draft):
        background = True
    if status == "held" and is_long_standing(draft):
        background = True
    if date is None and status in ("held", "under way") and not background and day:
        date = EventDate(value=day, basis="dateline")
    sentence = draft.anchor.sentence
    return Event(
        id="", kind=draft.frame.kind, mode=mode_of(draft.candidate), status=status, background=background, date=date,
        participants=tuple(draft.participants), body=_body(draft.body), visit_type=_visit_type(draft),
        trigger=trigger_span(draft.candidate), evidence=(sentence.span,), confidence=0.8,
    )  # fmt: skip


def _is_decided(verb: Word) -> bool:
    """Whether what an infinitive tells was agreed or decided on, which already turns relations: "decided to expel"."""
    above = first_conjunct(verb)
    return above.dep == "xcomp" and above.head.lemma in DECIDING and above.head.tag in ("VBD", "VBN")


def _is_of_another(draft: Draft, date: EventDate, day: str | None) -> bool:
    """Whether a day to come stands beside an act that is told as past: "issued a statement and invited him for May"."""
    verb = draft.candidate.verb
    if verb is None or date.value is None or not day or not is_after(date.value, day):
        return False
    standing = draft.standing
    return standing.status == "held" and standing.is_certain and not standing.recalled and tense_of(verb) == "past"


def _body(mention: BodyMention | None) -> Body | None:
    if mention is None:
        return None
    return Body(name=mention.name, session=mention.session, ordinal=mention.ordinal, span=mention.span)


def _visit_type(draft: Draft) -> str | None:
    if draft.frame.kind != "visit" or draft.anchor.pos != "NOUN":
        return None
    words = " ".join(child.lower for child in draft.anchor.children if child.i < draft.anchor.i)
    return next((kind for kind in VISIT_TYPES if kind in words), None)


def _place_of_dateline(here: Word, analysis: Analysis) -> Place | None:
    """The dateline's city, for which "here" stands."""
    line = analysis.report.dateline
    if line is None or line.place is None:
        return None
    return Place(name=line.place, country=line.country, span=here.span)


def _is_start(place: PlaceMention, draft: Draft) -> bool:
    """Whether a place is where somebody comes from: "flew in from Geneva", against "flew home from Geneva"."""
    if place.head.head.lower != "from" or draft.candidate.fillers.get("home"):
        return False
    return any(child.lower == "in" and child.dep in ("prt", "advmod") for child in draft.anchor.children)


def _comes_or_goes_unsaid(draft: Draft, analysis: Analysis) -> bool:
    """Whether a foreigner comes to where the report is filed, or goes home from there: "Najib, who arrived Sunday"."""
    line, anchor = analysis.report.dateline, draft.anchor
    guests = {person.country for person in draft.participants if person.role == "guest" and person.country}
    if line is None or not line.country or not guests or line.country in guests or draft.standing.recalled:
        return False
    home = bool(draft.candidate.fillers.get("home"))
    return anchor.pos == "VERB" and (home or lemma_of(anchor) in COMING) and not draft.candidate.fillers.get("to")


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
    return [replace(event, participants=(*rest, person)) for person in event.participants if person.actor in met]
