"""Know the words around and within names: honours, particles, given names; compare names as people write them."""

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from communique.lexicon import read_lexicon, words_of

Gender = Literal["f", "m"]


class NameWords(NamedTuple):
    """The words around and within names as the lexicon groups them."""

    honours: frozenset[str]
    phrases: dict[str, list[tuple[str, ...]]]
    particles: frozenset[str]
    suffixes: frozenset[str]
    never: frozenset[str]
    female_honours: frozenset[str]
    male_honours: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


@cache
def name_words() -> NameWords:
    """The words around and within names."""
    tables = read_lexicon("communique.language", "names")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in tables["honorifics"]["phrases"]:
        parts = tuple(phrase.split())
        phrases.setdefault(parts[0], []).append(parts)
    honours = tables["honorifics"]
    return NameWords(
        words_of(honours, "words"), phrases, words_of(tables["particles"], "words"),
        words_of(tables["suffixes"], "words"), words_of(tables["never"], "words"), words_of(honours, "female"),
        words_of(honours, "male"), frozenset(map(fold, words_of(tables["female"], "words"))),
        frozenset(map(fold, words_of(tables["male"], "words"))),
    )  # fmt: skip


def gender_of(tokens: Sequence[str]) -> Gender | None:
    """What a full name's given name tells of its bearer's gender; `None` where it tells nothing."""
    lexicon = name_words()
    for n, token in enumerate(tokens):
        if n and n == len(tokens) - 1 and token not in _BEHIND:
            break  # a family name may be another's given name: "Ann James"
        if token in lexicon.female:
            return "f"
        if token in lexicon.male:
            return "m"
    return None


_BEHIND = frozenset(
    "jinping keqiang jiabao jintao zemin wenbin lijian minh joko prabowo tamim".split()
)  # family name first


def given_name(part: str) -> str:
    """The full given name that a short one stands for: "joseph" for "joe"."""
    return str(read_lexicon("communique.language", "names")["short_forms"].get(part, part))


def name_parts(text: str) -> tuple[str, ...]:
    """The parts of a name as they are compared: without particles, suffixes and full stops."""
    lexicon = name_words()
    parts = [part.strip(".,“”\"'’‘()") for part in fold(text).replace("-", " ").split()]
    kept = tuple(part for part in parts if part and part not in lexicon.particles and part not in lexicon.suffixes)
    return kept or tuple(part for part in parts if part)


@cache
def fold(text: str) -> str:
    """Text in lower case and without accents."""
    import unicodedata

    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("’", "'").lower()
