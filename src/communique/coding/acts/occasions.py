"""Tie the acts of a visit to the visit: encounters told without a date or place of their own take those of the trip."""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event
from communique.language.analysis import Analysis
from communique.report.span import Span

WITHIN = frozenset({"meeting", "session", "ceremony", "signing", "negotiation"})
OPEN = frozenset({"planned", "proposed"})
TRIP_WORDS = (
    "during the trip",
    "during the visit",
    "during his",
    "during her",
    "during their",
    "while in",
    "while there",
    "on the trip",
)
REACH = 6


def inherit_from_visits(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """Return `events` with the date, and where the words say so the place, of the visit each encounter is part of."""
    visits = [event for event in events if event.kind == "visit" and event.date is not None and event.date.value]
    return [_inherit(event, visits, analysis) if event.kind in WITHIN else event for event in events]


def _inherit(event: Event, visits: Sequence[Event], analysis: Analysis) -> Event:
    if event.background or (event.date is not None and event.date.basis != "dateline"):
        return event
    visit = _visit_of(event, visits, analysis)
    if visit is None:
        return event
    date = visit.date
    place = event.place
    if date is not None and date.basis == "dateline":
        date = event.date
    if place is None and visit.place is not None and _is_on_trip(event, analysis):
        place = visit.place
    return replace(event, date=date or event.date, place=place)


def _visit_of(event: Event, visits: Sequence[Event], analysis: Analysis) -> Event | None:
    """The visit of a party told last before the event, in the event's own country where it names one."""
    people = {person.actor for person in event.participants}
    sentences = analysis.sentences
    own = next((s.index for s in sentences if s.span.start <= event.trigger.start < s.span.end), 0)
    start = sentences[max(0, own - REACH)].span.start if sentences else 0
    found: Event | None = None
    for visit in visits:
        guests = {person.actor for person in visit.participants if person.role == "guest"}
        if not guests & people or (visit.status in OPEN) != (event.status in OPEN) or visit.background:
            continue
        if not start <= visit.trigger.start < event.trigger.start:
            continue
        if event.place and visit.place and event.place.country != visit.place.country:
            continue
        found = visit
    return found


def _is_on_trip(event: Event, analysis: Analysis) -> bool:
    words = " ".join(Span(*span).of(analysis.report.text).lower() for span in event.evidence)
    return any(cue in words for cue in TRIP_WORDS)
