"""Find what a report says is to come: who owes it, and when it falls due."""

from communique.coding.record import Event, Promise, Statement
from communique.language.analysis import Analysis


def find_promises(
    analysis: Analysis, events: tuple[Event, ...], statements: tuple[Statement, ...]
) -> tuple[Promise, ...]:
    """Return the promises of the report in the order of the text."""
    return ()
