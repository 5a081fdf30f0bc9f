"""Read what later words say of an act already told: events go in, the same events with place, end and status come out.

"The signing at the palace crowned …" places a signing, "he will return home on Sunday" ends a visit, "the invitation
was accepted" turns a visit proposed into one planned.
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from communique.coding.acts.settings.finding import record_place
from communique.coding.record import Event, EventDate
from communique.language.analysis import Analysis, PlaceMention, TimeExpression
from communique.language.clauses import auxiliaries, governing_verb, is_negated, objects, subjects
from communique.language.words import Word
from communique.report.span import Span

NOUNS = {
    "signing": "signing", "ceremony": "ceremony", "meeting": "meeting", "talk": "meeting", "talks": "meeting",
    "encounter": "meeting", "audience": "meeting", "summit": "session", "conference": "session", "session": "session",
    "forum": "session", "visit": "visit", "trip": "visit",
}  # fmt: skip
POINTING = frozenset({"the", "this", "that", "their", "both", "these"})
HAPPENING = frozenset({"take", "hold", "happen", "occur", "last", "be"})
GOING = frozenset({"leave", "depart", "return", "fly", "head"})
ENDING = frozenset({"end", "conclude", "finish", "complete", "wrap"})
TRIPS = frozenset({"visit", "trip", "tour", "stay"})
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
NUMBERS = {name: count for count, name in enumerate("two three four five six seven eight nine ten".split(), 2)}
REACH = 8


def follow_up(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events` completed by what the report says of them after it has told them."""
    found = list(events)
    starts = [sentence.span.start for sentence in analysis.sentences]
    for word in analysis.words:
        lemma = word.lemma.lower()
        if word.pos in ("NOUN", "PROPN") and lemma in NOUNS:
            _add_details(found, word, NOUNS[lemma], analysis, starts)
        elif word.pos == "VERB" and lemma == "accept":
            _accept(found, word, starts)
        elif word.pos == "VERB" and (lemma in GOING or lemma in ENDING):
            _close(found, word, analysis)
    return [_measure(_from_venue_before(event, analysis, starts), analysis, starts) for event in found]


def _add_details(found: list[Event], noun: Word, kind: str, analysis: Analysis, starts: list[int]) -> None:
    """Give the act that `noun` points back to the place and the day that hang on the noun."""
    if not any(child.lower in POINTING for child in noun.children):
        return
    verb = noun.head if noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma in HAPPENING else None
    here = _sentence_of(noun.start, starts)
    earlier = [
        index
        for index, event in enumerate(found)
        if event.kind == kind
        and not event.background
        and event.trigger.end <= noun.start
        and here - _sentence_of(event.trigger.start, starts) <= REACH
    ]
    if not earlier or any(event.trigger.start <= noun.start < event.trigger.end for event in found):
        return
    event = found[earlier[-1]]
    place = next((p for p in analysis.places if _hangs_on(p, noun, verb)), None)
    if place is not None and event.place is None and kind != "visit":
        event = replace(event, place=record_place(place))
    time = next((t for t in analysis.times if t.value and _is_time_of(t, noun, verb)), None)
    if time is not None and (event.date is None or event.date.basis == "dateline"):
        event = replace(event, date=_date(time, analysis))
    found[earlier[-1]] = event


def _hangs_on(place: PlaceMention, noun: Word, verb: Word | None) -> bool:
    if place.head.sentence is not noun.sentence or place.head.dep != "pobj":
        return False
    preposition = place.head.head
    return preposition.lower in ("at", "in") and preposition.head in (noun, verb)


def _is_time_of(time: TimeExpression, noun: Word, verb: Word | None) -> bool:
    if time.head.sentence is not noun.sentence or time.is_duration or time.is_recurring:
        return False
    above = time.head.head
    return above in (noun, verb) or (time.head.dep == "pobj" and above.head in (noun, verb))


def _accept(found: list[Event], verb: Word, starts: list[int]) -> None:
    """Plan the visit whose invitation was accepted in its own sentence or the next two."""
    if verb.tag not in ("VBD", "VBN") or is_negated(verb):
        return
    accepted = objects(verb)
    if accepted and not any(target.lemma in ("invitation", "offer", "invite") for target in accepted):
        return
    here = _sentence_of(verb.start, starts)
    for index in range(len(found) - 1, -1, -1):
        event = found[index]
        near = 0 <= here - _sentence_of(event.trigger.start, starts) <= 2 and event.trigger.start < verb.start
        if near and event.status == "proposed" and event.kind == "visit":
            found[index] = replace(event, status="planned")
            return


def _close(found: list[Event], verb: Word, analysis: Analysis) -> None:
    """End the visit of those who are told to leave or to end it, past or to come."""
    is_ending = verb.lemma.lower() in ENDING
    if is_ending and not any(target.lemma in TRIPS for target in objects(verb)):
        return
    home = any(child.lower in ("home", "back") for child in verb.children)
    if not is_ending and not (home or verb.lemma == "leave" or any(c.lower == "for" for c in verb.children)):
        return
    travellers = {
        actor for word in subjects(verb) if (mention := analysis.mention_at(word)) for actor in mention.actors
    }
    helpers = {helper.lower for helper in auxiliaries(verb)}
    if verb.tag == "VB" and not helpers & FUTURE:
        return
    is_to_come = bool(helpers & FUTURE)
    time = next((t for t in analysis.times if t.value and _is_time_of(t, verb, None)), None)
    for index, event in enumerate(found):
        if event.kind != "visit" or event.background or event.status not in ("held", "under way"):
            continue
        guests = {person.actor for person in event.participants if person.role == "guest"}
        if not guests & travellers or event.trigger.start >= verb.start or _left_for(event, verb):
            continue
        day = analysis.report.day
        if time is not None and day and time.value:
            is_to_come = time.value > day
        found[index] = replace(event, status="under way" if is_to_come else "held", date=_ending(event.date, time))


def _left_for(event: Event, verb: Word) -> bool:
    """Whether the leaving is the start of this very visit: "left for Rome", "flew to Rome"."""
    return event.trigger.start <= verb.start < event.trigger.end


def _ending(date: EventDate | None, time: TimeExpression | None) -> EventDate | None:
    if time is None or time.value is None or len(time.value) != 10:
        return date
    if date is None or date.value is None or len(date.value) != 10 or date.end or date.value > time.value:
        return date
    return replace(date, end=time.value)


def _measure(event: Event, analysis: Analysis, starts: list[int]) -> Event:
    """Give a visit of so many days its end, or its beginning where only the end is told."""
    date = event.date
    if event.kind != "visit" or date is None or date.value is None or len(date.value) != 10:
        return event
    count = _days(event, analysis, starts)
    if count is None:
        return event
    span = dt.timedelta(days=count - 1)
    if date.end is None and date.basis != "dateline":
        return replace(event, date=replace(date, end=str(dt.date.fromisoformat(date.value) + span)))
    if date.end and date.basis == "dateline" and len(date.end) == 10:
        return replace(event, date=replace(date, value=str(dt.date.fromisoformat(date.end) - span), basis="relative"))
    return event


def _days(event: Event, analysis: Analysis, starts: list[int]) -> int | None:
    """How many days the visit lasts: "a three-day visit"."""
    sentence = analysis.sentences[_sentence_of(event.trigger.start, starts)]
    for word in sentence.words:
        if word.lower == "day" and word.dep in ("compound", "nmod", "amod") and word.head.lemma in TRIPS:
            count = word.child_by("nummod")
            if count is not None:
                return int(count.text) if count.text.isdigit() else NUMBERS.get(count.lower)
    return None


def _from_venue_before(event: Event, analysis: Analysis, starts: list[int]) -> Event:
    """Give a meeting without a place the venue at which the sentence before has put all who meet."""
    if event.kind != "meeting" or event.place is not None or event.background or event.status != "held":
        return event
    here = _sentence_of(event.trigger.start, starts)
    if here == 0:
        return event
    before = analysis.sentences[here - 1].span
    venue = next((p for p in analysis.places if p.kind == "venue" and before.covers(p.span) and _is_at(p.head)), None)
    if venue is None:
        return event
    told = {actor for m in analysis.mentions if before.covers(m.span) for actor in m.actors}
    principals = {person.actor for person in event.participants if person.role != "attendee"}
    return replace(event, place=record_place(venue)) if principals and principals <= told else event


def _is_at(word: Word) -> bool:
    above = governing_verb(word)
    return word.dep == "pobj" and word.head.lower in ("at", "in") and above is not None


def _date(time: TimeExpression, analysis: Analysis) -> EventDate:
    return EventDate(
        value=time.value, end=time.end, text=Span.of(time.span, analysis.report.text), span=time.span, basis=time.basis
    )


def _sentence_of(position: int, starts: Sequence[int]) -> int:
    """The number of the sentence that holds a character."""
    return max(0, bisect_right(starts, position) - 1)
