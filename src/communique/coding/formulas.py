"""Find fixed phrases that are policy in themselves."""

from communique.coding.record import Formula, Statement
from communique.language.analysis import Analysis


def find_formulas(analysis: Analysis, statements: tuple[Statement, ...]) -> tuple[Formula, ...]:
    """Return the formulas of the report, the longest form as written, with the speaker of the statement they stand in."""
    return ()
