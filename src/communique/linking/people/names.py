"""Names in their spellings: a name as a report writes it goes in, what stays the same in every romanisation comes out.

The folding follows what the romanisations in use (BGN/PCGN, ISO 9, Library of Congress, the press's own) differ in:
one letter for y, iy, yy and ij; no h after k or g; one consonant for two.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from communique.lexicon import read_lexicon, words_of

Likeness = Literal["same", "unsure", "different"]

_WORD = re.compile(r"[a-z]+")
_FOLDS = tuple(
    (re.compile(sign), instead)
    for sign, instead in (
        (r"dzh|dj", "j"), (r"tsch|tch", "ch"), (r"sch", "sh"), (r"ph", "f"), (r"kh|ck|q", "k"), (r"gh", "g"),
        (r"x", "ks"), (r"w", "v"), (r"ff\b", "v"), (r"ou|oo", "u"), (r"ee", "i"), (r"[iy]+e", "e"), (r"e[yi]", "i"),
        (r"iy|ij|yy|y", "i"), (r"enka\b", "enko"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip
# Two names so long may differ in one letter and be one name all the same.
_LONG_NAME = 6
_LONG_BEGINNING = 3


@lru_cache(maxsize=200_000)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name in their order, folded, without initials, particles and what follows a name (Jr, III)."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o").replace("ı", "i").replace("đ", "d"))
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
    plain = plain.replace("'", "").replace("’", "").replace("ʻ", "").replace("-", " ")
    passed_over = words_of(read_lexicon("communique.linking", "names"), "passed_over")
    return tuple(fold_word(word) for word in _WORD.findall(plain) if word not in passed_over and len(word) > 1)


def compare_names(one: str, other: str) -> Likeness:
    """Whether two names can be one person's.

    "same" where all words are, in any order, or where family name and first name go together ("Joe" and "Joseph");
    "unsure" where one is only part of the other, such as a family name alone; else "different".
    """
    return compare_people(folded_words(one), folded_words(other))


@lru_cache(maxsize=200_000)
def compare_people(ours: tuple[str, ...], theirs: tuple[str, ...]) -> Likeness:
    """Compare two names as `compare_names` does, given as their folded words."""
    if not ours or not theirs:
        return "different"
    if sorted(ours) == sorted(theirs):
        return "same"
    if "".join(sorted(ours)) == "".join(sorted(theirs)) and "".join(ours) == "".join(theirs):
        return "same"
    shorter, longer = sorted((ours, theirs), key=len)
    if len(shorter) == 1:
        return "unsure" if shorter[0] in (longer[0], longer[-1]) else "different"
    if all(any(word == other or _is_one_first_name(word, other) for other in longer) for word in shorter):
        return "same"
    if not _is_one_word(ours[-1], theirs[-1]):
        return "different"
    return "same" if _is_one_first_name(ours[0], theirs[0]) else "different"


def _is_one_word(one: str, other: str) -> bool:
    """Whether two words are equal, or long ones that differ in one letter."""
    return one == other or (min(len(one), len(other)) >= _LONG_NAME and _differ_in_one(one, other))


def _is_one_first_name(one: str, other: str) -> bool:
    if one == other or _differ_in_one(one, other):
        return True
    short = _short_forms()
    if short.get(one, one) == short.get(other, other):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LONG_BEGINNING and longer.startswith(shorter)


def _differ_in_one(one: str, other: str) -> bool:
    """Whether one letter put in, left out or changed makes the one the other; the first is never it."""
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1] or min(len(one), len(other)) <= _LONG_BEGINNING:
        return False
    shorter, longer = sorted((one, other), key=len)
    at = next((place for place, sign in enumerate(shorter) if sign != longer[place]), len(shorter))
    return shorter[at:] == longer[at + 1 :] or shorter[at + 1 :] == longer[at + 1 :]


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    forms = read_lexicon("communique.linking", "names")["short_forms"]
    return {fold_word(short): fold_word(full) for full, shorts in forms.items() for short in shorts.split()}


def fold_word(word: str) -> str:
    """A word in small plain letters as every romanisation has it."""
    for sign, instead in _FOLDS:
        word = sign.sub(instead, word)
    return word
