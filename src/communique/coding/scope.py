"""Tell whether a report is of diplomacy: parties from two states, or from a state and an international body."""

from communique.coding.speech.speakers import speaker_words
from communique.language.analysis import Analysis
from communique.language.countries import find_country_names

# Where posts are held on one side only, this many different words of diplomacy must bear them out.
LEAST_WORDS = 2


def is_diplomatic(analysis: Analysis) -> bool:
    """Whether the report has parties from at least two states, or from one state and a body of several.

    Two states merely named are not enough (a match, a market): officials of two sides, or words of diplomacy, must be there.
    """
    actors = analysis.actors.values()
    officials = {actor.country for actor in actors if actor.country and actor.capacities}
    if len(officials) > 1:
        return True
    sides = {actor.country for actor in actors if actor.country}
    if len(sides) < 2:
        sides |= {name.country for name in find_country_names(analysis.words)}
    if len(sides) < 2:
        return False
    vocabulary = speaker_words().diplomacy
    found = {word.lower for word in analysis.words if word.lower in vocabulary}
    return len(found) >= LEAST_WORDS
