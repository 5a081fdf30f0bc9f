"""Find words for days, periods and coarser times, and work out what they mean from the report's day."""

from communique.language.analysis import TimeExpression
from communique.language.words import Sentence
from communique.report.model import Report


def find_times(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report in the order of the text."""
    return ()
