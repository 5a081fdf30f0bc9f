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
    return found


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
