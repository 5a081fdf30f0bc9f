"""What two passages have in common: words, numbers and topics of a passage go in, how like two passages are comes out.

Words are compared by their first six letters, which does for English what a stemmer does, without its mistakes in names
(truncation, as in Frakes and Baeza-Yates, Information Retrieval, 1992, chapter 8).
"""

import re
from dataclasses import dataclass
from functools import cache

from communique.lexicon import read_lexicon

_LETTERS = 6
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = re.compile(r"(?:[$€£¥]\s?)?\d[\d,.]*\d|\d", re.ASCII)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = re.compile(rf"({_MONTHS}) (?:\d+ ?[–-] ?)?$")
_AFTER = re.compile(r"\s?(%|per cent|percent|million|billion|trillion|thousand|[a-z]+s\b)")
_PASSED_OVER = frozenset(
    """
    the a an and or but of to in on at for from by with as that this these those it its his her their our he she they we
    is are was were be been being has have had will would could should may might can must not no also both two side
    sides said says stressed noted about into over between which who whom what when where than then there such more
    most other all any each very while during after before under against through within leaders president minister
    """.split()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a passage, cut to their beginnings, its numbers with what they count, and its topics in order."""

    words: frozenset[str]
    numbers: frozenset[str]
    topics: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "Passage":
        """Read a passage."""
        found = (word.lower().replace("’", "'") for word in _WORD.findall(text))
        words = frozenset(word[:_LETTERS] for word in found if word not in _PASSED_OVER and len(word) > 1)
        return cls(words=words, numbers=frozenset(numbers_in(text)), topics=tuple(topics_in(text)))

    def overlap(self, other: "Passage") -> float:
        """The share of words in common, of the shorter and of both: from 0 to 1."""
        common = len(self.words & other.words)
        if not common:
            return 0.0
        contained = common / min(len(self.words), len(other.words))
        return (contained + common / len(self.words | other.words)) / 2


def numbers_in(text: str) -> list[str]:
    """The numbers of a text in their order, each with the unit or noun behind it: "13.7 million", "12 ministers"."""
    found: list[str] = []
    for match in _NUMBER.finditer(text):
        after, month = _AFTER.match(text, match.end()), _MONTH.search(text, max(0, match.start() - 20), match.start())
        told = f"{match.group()} {after.group(1)}" if after else match.group()
        told = f"{month.group(1)} {match.group()}" if month else told
        found.append(told.replace(" %", "%"))
    return list(dict.fromkeys(found))


def topics_in(text: str) -> list[str]:
    """The topics of a text in the order in which they come up."""
    folded = " ".join(re.findall(r"[\w'’-]+", text.lower().replace("’", "'")))
    places = ((found.start(), topic) for topic, pattern in _topics() if (found := pattern.search(folded)))
    return [topic for _, topic in sorted(places)]


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = read_lexicon("communique.linking", "topics")["topics"]
    return tuple(
        (topic, re.compile("|".join(rf"\b{_pattern(word)}" for word in words.split())))
        for topic, words in table.items()
    )


def _pattern(word: str) -> str:
    parts = (re.escape(part).replace(r"\*", r"[\w'-]*") for part in word.split("-"))
    return "[ -]".join(parts) + r"\b"
