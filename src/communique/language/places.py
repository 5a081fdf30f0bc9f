"""Find words that name places: countries, cities, regions and venues."""

from communique.language.analysis import PlaceMention
from communique.language.words import Sentence


def find_places(sentences: tuple[Sentence, ...]) -> tuple[PlaceMention, ...]:
    """Return the place names of a report in the order of the text, a venue with its city as one."""
    return ()
