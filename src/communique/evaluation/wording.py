"""Compare words as a reader would: two strings go in, whether or how far they say the same comes out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

_POSSESSIVE = re.compile("['’]s")


@lru_cache(maxsize=65536)
def bare_words(text: str | None) -> tuple[str, ...]:
    """Return the words of `text` without accents, case, punctuation and possessive endings."""
    letters = unicodedata.normalize("NFKD", text or "")
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return tuple(re.findall(r"\w+", _POSSESSIVE.sub("", plain.casefold())))


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words that two lists have in common, 0 to 1, as the F1 of one against the other."""
    if not one or not other:
        return 0.0
    return 2 * _common(one, other) / (len(one) + len(other))


def contains_all(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether every word of one list occurs in the other, whichever is the smaller."""
    return set(one) <= set(other) or set(other) <= set(one)


def overlaps_by_half(gold: str, coded: str) -> bool:
    """Whether the two share half of the words of each, or more."""
    wanted, found = bare_words(gold), bare_words(coded)
    shared = _common(wanted, found)
    return shared > 0 and 2 * shared >= max(len(wanted), len(found))


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return (Counter(one) & Counter(other)).total()
