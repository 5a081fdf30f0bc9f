"""Tie the acts of a visit to the visit: encounters told without a date or place of their own take those of the trip."""

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event, Place
from communique.language.analysis import Analysis
from communique.report.span import Span

WITHIN = frozenset({"meeting", "session", "ceremony", "signing", "negotiation"})
OPEN = frozenset({"planned", "proposed"})
# Words that set an encounter in a journey told before: "during the trip", "on his four-day visit", "while in".
ON_TRIP = re.compile(
    r"\b(?:(?:during|on|throughout|in the course of|as part of) (?:the|his|her|their|its|this|that)(?: [\w’'-]+){0,2} "
    r"(?:trip|visit|stay|tour|stop|stopover|sojourn|journey)\b|while (?:there|in)\b|during (?:his|her|their)\b)",
    re.IGNORECASE,
)
REACH = 12
FAR_BEHIND = 10**9


def inherit_from_visits(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """Return `events` with the date, and where the words say so the place, of the visit each encounter is part of."""
    told = _share_places(events)
    visits = [event for event in told if event.kind == "visit"]
    found: list[Event] = []
    for event in told:
        found.append(_inherit(event, visits, found, analysis) if event.kind in WITHIN else event)
    return _inherit_days(found, analysis)


def _inherit_days(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events` with undated ones on the day that the story tells, where that is not the dateline's."""
    lead = _day_of_lead(events, analysis)
    found: list[Event] = []
    for event in events:
        date = event.date
        if date is not None and date.basis == "dateline" and date.value and event.status == "held":
            day = _day_just_told(event, found, analysis) or (lead if _comes_later(event, analysis) else None)
            if day is not None and day < date.value:
                event = replace(event, date=replace(date, value=day, basis="relative"))
        found.append(event)
    return found


def _day_of_lead(events: Sequence[Event], analysis: Analysis) -> str | None:
    """The one day that the news of a report's first sentences happened on, where it is not the report's own."""
    end = _end_of_lead(analysis)
    days = {
        event.date.value
        for event in events
        if event.trigger.start < end and event.date and not event.background and event.status in ("held", "under way")
    }
    if any(_is_counted(event) for event in events if event.trigger.start < end):
        return None
    day = next(iter(days)) if len(days) == 1 else None
    return day if day is not None and len(day) == 10 else None


def _is_counted(event: Event) -> bool:
    """Whether the day was worked out from another act's, or is the first of a journey that goes on."""
    date = event.date
    if date is None or date.text is None:
        return False
    return date.text.endswith((" after", " before")) or (event.kind == "visit" and event.status == "under way")


def _comes_later(event: Event, analysis: Analysis) -> bool:
    return event.trigger.start >= _end_of_lead(analysis)


def _end_of_lead(analysis: Analysis) -> int:
    body = [sentence for sentence in analysis.sentences if sentence.kind == "body"]
    return body[0].span.end if body else 0


def _day_just_told(event: Event, before: Sequence[Event], analysis: Analysis) -> str | None:
    """The day of the act told in the same sentence or the one before by the same people."""
    start = _start_of_reach(event, analysis, 1)
    people = {person.actor for person in event.participants}
    for other in reversed(before):
        if other.trigger.start < start or other.background or other.status != "held" or other.date is None:
            continue
        is_day = other.date.end is None and len(other.date.value or "") == 10
        if is_day and people and people <= {person.actor for person in other.participants}:
            return other.date.value
    return None


def _share_places(events: Sequence[Event]) -> list[Event]:
    """Return `events` with one place for the visit and the meeting that the same words tell: "will host X at Y"."""
    places = {event.trigger: event.place for event in events if event.kind in ("visit", "meeting") and event.place}
    return [
        replace(event, place=places.get(event.trigger))
        if event.kind in ("visit", "meeting") and not event.place
        else event
        for event in events
    ]


def _inherit(event: Event, visits: Sequence[Event], before: Sequence[Event], analysis: Analysis) -> Event:
    if event.background:
        return event
    visit = _visit_of(event, visits, analysis)
    date, place = event.date, event.place
    if visit is not None and (date is None or date.basis == "dateline") and _gives_date(visit):
        date = visit.date
    if place is None:
        place = _place_before(event, before, analysis)
    if place is None and visit is not None and _is_on_trip(event, visit, analysis):
        place = visit.place if _is_single(visit, visits) or _is_last_stop(event, visit, visits, analysis) else None
    return replace(event, date=date, place=place)


def _gives_date(visit: Event) -> bool:
    """Whether the days of a visit are those of its encounters: not where it goes on, and news is of the day itself."""
    return (
        visit.date is not None
        and visit.date.value is not None
        and visit.date.basis != "dateline"
        and (visit.status != "under way")
    )


def _is_single(visit: Event, visits: Sequence[Event]) -> bool:
    """Whether the visitor is told to visit no other place at that stage."""
    guests = {person.actor for person in visit.participants if person.role == "guest"}
    others = [
        other
        for other in visits
        if other is not visit
        and not other.background
        and (other.status in OPEN) == (visit.status in OPEN)
        and guests & {person.actor for person in other.participants if person.role == "guest"}
    ]
    return all(other.place is None or visit.place is None or other.place.name == visit.place.name for other in others)


def _is_last_stop(event: Event, visit: Event, visits: Sequence[Event], analysis: Analysis) -> bool:
    """Whether the visit is the one told just before, in a sentence that takes the traveller to no other place."""
    if visit.trigger.start < _start_of_reach(event, analysis, 1):
        return False
    evidence = set(visit.evidence)
    return all(
        other is visit or other.place is None or visit.place is None or not evidence & set(other.evidence)
        or other.place.country == visit.place.country
        for other in visits
    )  # fmt: skip


def _place_before(event: Event, before: Sequence[Event], analysis: Analysis) -> Place | None:
    """The place of the encounter just told, where this one is told as one more: "he also met with Y"."""
    words = {word.lower for word in analysis.words_in(event.evidence[0])} if event.evidence else set()
    if not before or "also" not in words:
        return None
    last = before[-1]
    if last.kind not in WITHIN or last.background or (last.status in OPEN) != (event.status in OPEN):
        return None
    shared = {p.actor for p in last.participants} & {p.actor for p in event.participants}
    return last.place if shared else None


def _visit_of(event: Event, visits: Sequence[Event], analysis: Analysis) -> Event | None:
    """The visit of a party told last before the event, in the event's own country where it names one."""
    people = {person.actor for person in event.participants}
    start = _start_of_reach(event, analysis, REACH)
    just_told = _start_of_reach(event, analysis, 2) if ON_TRIP.search(_words_of(event, analysis)) else FAR_BEHIND
    found: Event | None = None
    for visit in visits:
        guests = {person.actor for person in visit.participants if person.role == "guest"}
        on_it = guests & people or visit.trigger.start >= just_told
        if not on_it or (visit.status in OPEN) != (event.status in OPEN) or visit.background:
            continue
        if not start <= visit.trigger.start < event.trigger.start:
            continue
        if event.place and visit.place and event.place.country != visit.place.country:
            continue
        found = visit
    return found


def _start_of_reach(event: Event, analysis: Analysis, reach: int) -> int:
    sentences = analysis.sentences
    own = next((s.index for s in sentences if s.span.start <= event.trigger.start < s.span.end), 0)
    return sentences[max(0, own - reach)].span.start if sentences else 0


def _is_on_trip(event: Event, visit: Event, analysis: Analysis) -> bool:
    """Whether the words set the event in the trip, or tell it right after: the next two sentences, or "also"."""
    words = _words_of(event, analysis).lower()
    if ON_TRIP.search(words):
        return True
    if event.status in OPEN and visit.date is not None and event.date is None:
        return True
    return visit.trigger.start >= _start_of_reach(event, analysis, 6 if " also " in words else 2)


def _words_of(event: Event, analysis: Analysis) -> str:
    return " ".join(Span(*span).of(analysis.report.text) for span in event.evidence)
