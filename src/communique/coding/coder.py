"""Code one report: an Analysis goes in, the whole record comes out."""

from communique.coding.record import CodedReport, Published
from communique.language.analysis import Analysis


def code_analysis(analysis: Analysis) -> CodedReport:
    """Return the record of the analysed report."""
    return CodedReport(report=Published.of(analysis.report), actors=tuple(analysis.actors.values()))
