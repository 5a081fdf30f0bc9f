"""Tell whether a report is of diplomacy: parties from two states, or from a state and an international body."""

from communique.language.analysis import Analysis

ACTING = frozenset({"person", "office", "group"})


def is_diplomatic(analysis: Analysis) -> bool:
    """Whether the report has parties from at least two states, or from one state and a body of several.

    Persons, offices and groups count by the state they act for; states and organisations only beside a person of another.
    """
    own = {actor.country for actor in analysis.actors.values() if actor.kind in ACTING and actor.country}
    if len(own) >= 2:
        return True
    named = {actor.country for actor in analysis.actors.values() if actor.country}
    return len(named) >= 2
