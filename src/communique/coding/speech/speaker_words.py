"""Who speaks: the record of speakers, and the words that name those who can speak."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from communique.errors import InvalidKind
from communique.language.words import Word
from communique.lexicon import read_lexicon

OF = frozenset({"of", "in", "at", "from", "with", "within", "close"})
LONGEST = 7  # words behind the noun
BELOW = frozenset({"relcl", "acl", "appos", "punct", "cc", "conj", "det", "predet", "prep"})


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who speaks: ids of known actors, names, the sides they are of, and whether the words name several sides."""

    actors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    sides: bool = False
    first_person: bool = False
    outlet: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Nouns for those who can speak, for sides that face each other, for the outlet itself, and words of diplomacy."""

    people: frozenset[str]
    sides: frozenset[str]
    unsure: frozenset[str]
    outlet: frozenset[str]
    diplomacy: frozenset[str]
    posts: frozenset[str]


@cache
def speaker_words() -> SpeakerWords:
    """Return the words of `lexicon/speakers.toml`, read once."""
    table = read_lexicon("communique.coding", "speakers")
    groups = [
        table["people"]["words"], table["sides"]["words"], table["sides"]["unsure"], table["outlet"]["words"],
        table["diplomacy"]["words"], table["diplomacy"]["posts"],
    ]  # fmt: skip
    if not all(groups):
        raise InvalidKind("speakers.toml", reason="an empty list of words")
    return SpeakerWords(*(frozenset(group) for group in groups))


def is_press_service(head: Word) -> bool:
    """A service through which somebody speaks: "the ministry's press service", "the president's website"."""
    return head.lower in ("website", "portal") or (
        head.lower in ("service", "office", "department", "centre", "center")
        and any(c.lower in ("press", "information", "media") for c in head.children)
    )


def phrase_of(head: Word) -> str:
    """The words that name the speaker, without article, clauses and what is set off by commas.

    Where a noun alone would say little, whose it is stays with it: "source in the Kyrgyz delegation".
    """
    words = [head]
    for word in words:
        words.extend(c for c in word.children if c.dep not in BELOW and c.i < head.i)
    if head.pos == "NOUN":
        of = next((c for c in head.children if c.dep == "prep" and c.lower in OF and c.i == head.i + 1), None)
        below = [c for c in of.subtree() if of.i <= c.i < of.i + LONGEST] if of is not None else []
        if below and below[-1].pos in ("NOUN", "PROPN") and not any(c.dep in ("relcl", "acl", "punct") for c in below):
            words.extend(below)
    words.sort(key=lambda word: word.i)
    return _joined(words)


def _joined(words: list[Word]) -> str:
    """The words as they are spelt: "bin Laden's", "al-Qaeda"."""
    text = words[0].text
    for last, word in pairwise(words):
        hyphened = word.i == last.i + 2 and word.start == last.end + 1
        text += word.text if word.start == last.end else f"-{word.text}" if hyphened else f" {word.text}"
    return text


def unique(items: Iterable[str]) -> tuple[str, ...]:
    """The items, each once."""
    return tuple(dict.fromkeys(items))
