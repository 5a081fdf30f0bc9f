"""Find the diplomatic acts that a report tells of."""

from communique.coding.record import Event
from communique.language.analysis import Analysis


def find_events(analysis: Analysis) -> tuple[Event, ...]:
    """Return the events of the report, each once, in the order of their triggers."""
    return ()
