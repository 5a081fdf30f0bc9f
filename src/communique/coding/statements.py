"""Find the words that a report attributes to somebody."""

from communique.coding.record import Event, Statement
from communique.language.analysis import Analysis


def find_statements(analysis: Analysis, events: tuple[Event, ...]) -> tuple[Statement, ...]:
    """Return the statements of the report in the order of the text, each tied to the event it was made at."""
    return ()
