"""Know a conversation that a report goes on about: events go in, those that only take up a call or meeting left out.

"X had a telephone conversation with Y. The leaders had a detailed exchange of views on trade" tells one call.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event
from communique.language.analysis import Analysis
from communique.language.nations.countries import common_name

TALKING = frozenset(
    "exchange discussion discuss talk conversation consultation consult contact dialogue compare swap share "
    "continue".split()
)
SAME_DAY = (None, "dateline")
REACH = 2500  # characters behind a call within which the report still speaks of it


def join_resumed(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events`, the words of a meeting that only resume a call of the same people told before made evidence."""
    found = list(events)
    calls = [event for event in found if event.kind == "call" and not event.background and event.status == "held"]
    for later in events if calls else ():
        call = next((call for call in calls if _is_resumed(call, later, analysis)), None)
        if call is not None:
            found.remove(later)
            at = found.index(call)
            found[at] = replace(call, evidence=tuple(sorted({*call.evidence, *later.evidence})))
            calls[calls.index(call)] = found[at]
    return found


def _is_resumed(call: Event, later: Event, analysis: Analysis) -> bool:
    if later.kind not in ("meeting", "negotiation") or later.status not in ("held", "under way"):
        return False
    place = later.place
    if place is not None and not (place.country and place.name == common_name(place.country)):
        return False  # "their discussion on the situation in Ukraine" has no venue
    if later.body is not None or (later.date and later.date.basis not in SAME_DAY):
        return False
    if not 0 < later.trigger.start - call.trigger.end <= REACH:
        return False
    people = {person.actor for person in call.participants}
    same = {person.actor for person in later.participants} <= people or (
        {person.country for person in later.participants} <= {person.country for person in call.participants}
        and all(person.capacity is None for person in later.participants)
    )
    return same and any(word.lemma.lower() in TALKING for word in analysis.words_in(later.trigger))
