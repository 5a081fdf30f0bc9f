"""Make one of a visit and its end: events go in, those that only tell how a visit ended join the visit they end.

"X arrived in Rome on Monday … X flew home on Wednesday", "… wrapped up his visit on Wednesday" are one visit.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event
from communique.language.analysis import Analysis
from communique.language.words import Word

ENDING = frozenset("end conclude finish complete wrap leave depart return fly head go come travel".split())
AWAY = frozenset({"for", "to", "into"})
TOLD = frozenset({"held", "under way"})
LONGEST = 15  # days that a visit may last to be the one that is told to end


def join_departures(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events` without those that are the end of a visit told elsewhere in the report."""
    kept = list(events)
    for event in events:
        if event.kind != "visit" or event.status not in TOLD or not is_departure(event, analysis):
            continue
        visit = next((other for other in kept if _is_ended_by(other, event)), None)
        if visit is not None:
            kept.remove(event)
            kept[kept.index(visit)] = replace(
                visit, place=visit.place or event.place, visit_type=visit.visit_type or event.visit_type,
                evidence=tuple(sorted({*visit.evidence, *event.evidence})),
            )  # fmt: skip
    return kept


def is_departure(event: Event, analysis: Analysis) -> bool:
    """Whether the words of an event tell the end of a visit: "flew home", "left Rome", "wrapped up his visit"."""
    verb = next((word for word in analysis.words_in(event.trigger) if word.pos == "VERB"), None)
    if verb is None or verb.lemma.lower() not in ENDING:
        return False
    if verb.lemma.lower() in ("end", "conclude", "finish", "complete", "wrap"):
        return True
    if any(child.lower in ("home", "back") for child in verb.children):
        return True
    ways = [child for child in verb.children if child.lower in AWAY]
    return verb.lemma.lower() in ("leave", "depart", "return") and all(_leads_home(way) for way in ways)


def _leads_home(preposition: Word) -> bool:
    return any(child.lower == "home" for child in preposition.children)


def _is_ended_by(visit: Event, end: Event) -> bool:
    if visit is end or visit.kind != "visit" or visit.background or visit.status not in TOLD:
        return False
    guests = {person.actor for person in visit.participants if person.role == "guest"}
    if not guests & {person.actor for person in end.participants if person.role == "guest"}:
        return False
    if visit.place and end.place and visit.place.country != end.place.country:
        return False
    first, last = (
        date.value if date and date.value and len(date.value) == 10 else None for date in (visit.date, end.date)
    )
    if first is None or last is None:
        return True
    days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days
    return 0 <= days <= LONGEST
