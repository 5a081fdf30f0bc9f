"""The rank of a formula on the ladder of its family: a phrase goes in, its rung comes out."""

from functools import cache
from typing import NamedTuple

from communique.lexicon import read_lexicon
from communique.linking.comparing.words import Passage


class Rung(NamedTuple):
    """A rung of a ladder: its number, 1 the lowest, of how many, and its words."""

    number: int
    of: int
    words: str


def rung_of(phrase: str, family: str) -> Rung | None:
    """The highest rung whose words are all in the phrase; None where the family has no ladder, or none fits."""
    rungs = _rungs(family)
    words = Passage.of(phrase.replace("-", " ")).words
    fits = [rung for rung, needed in rungs if needed <= words]
    return max(fits, default=None)


@cache
def _rungs(family: str) -> tuple[tuple[Rung, frozenset[str]], ...]:
    table = read_lexicon("communique.linking", "ladders").get(family, {"rungs": []})
    rungs = table["rungs"]
    return tuple(
        (Rung(number, len(rungs), words), Passage.of(words.replace("-", " ")).words)
        for number, words in enumerate(rungs, 1)
    )
