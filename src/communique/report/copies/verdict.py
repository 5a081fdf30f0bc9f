"""Whether one report is a near copy of another: two texts go in, the verdict comes out with its reason.

Two rules together. Nearly all words of the shorter story stand in the longer one, in the same order; and where
sentences are otherwise the same, they hold the same facts: no number, weekday or name stands in the place of another,
few are only dropped or added, and no "not". That is how a message to one country differs from the same message to the
next, and yesterday's schedule from today's. A wrong merge costs a report its coding, a missed one only time: what is
doubtful is no copy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from communique.report.copies.differences import Run, changed_runs, sentence_starts
from communique.report.copies.signatures import RUN
from communique.report.copies.words import Word, story_of, words_of

# Of the runs of three words of the shorter story, so many must stand in the longer; a third of its length is enough.
LEAST_CONTAINED = 0.55
LEAST_RATIO = 0.3
# Of its words, so many must stand there in the same order; fewer where the rest are whole sentences of its own.
LEAST_SHARED = 0.93
LEAST_SHARED_IN_ALL = 0.75
# A copy comes within a week.
MOST_DAYS = 7.0
# Fewer words than this are a copy only where all of them are the same.
FEWEST_WORDS = 25
# A longer replacement is another sentence, not an edit of the same.
_LONGEST_EDIT = 8
# Credits at the end stand where the longer story goes on.
_LONGEST_CREDITS = 12
# So many words that differ inside a sentence are a clause, which may tell something else.
_CLAUSE = 5
# A fact in the place of another is borne once in so many words that are the same: names are spelled in two ways.
_WORDS_A_DOUBT = 500
# A fact that is only dropped or added weighs less: first names and days come and go.
_ONE_SIDED = 0.2
_ALIKE = 0.7
_LONGEST_INITIALS = 5
_NEGATIONS = frozenset(
    "no not never without cannot neither nor arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt shouldnt "
    "wasnt werent wont wouldnt".split()
)
_NAMES, _NEGATIONS_KIND = 3, 4
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two stories compared: `jaccard` and `contained` (of the shorter in the longer) count runs of three words, 0 to 1.

    `shared` is the share of the shorter story's words that stand in the longer in the same order; `doubts` are the
    facts that stand in each other's place, as "Norway / Sweden", or in one alone, as "– / 27"; `reason` says what
    decided.
    """

    is_copy: bool
    reason: str
    jaccard: float
    contained: float
    shared: float = 0.0
    doubts: tuple[str, ...] = ()


def is_copy(text_a: str, text_b: str, *, days_apart: float | None = None) -> bool:
    """Whether two reports tell one story in nearly the same words; `days_apart` lies between their publications."""
    return compare(text_a, text_b, days_apart=days_apart).is_copy


def compare(text_a: str, text_b: str, *, days_apart: float | None = None) -> Comparison:
    """Compare two reports on their real words, whatever a signature said; the order of the two does not matter."""
    if days_apart is not None and abs(days_apart) > MOST_DAYS:
        return _unlike(f"they were published {abs(days_apart):.0f} days apart")
    shorter, longer = sorted((_read(text_a), _read(text_b)), key=lambda side: (len(side.words), side.text))
    ours, theirs = shorter.words, longer.words
    if not ours:
        return _unlike("a text has no words")
    common = len(shorter.runs & longer.runs)
    jaccard, contained = common / len(shorter.runs | longer.runs), common / len(shorter.runs)
    keys, others = [word.key for word in ours], [word.key for word in theirs]

    def verdict(reason: str, shared: float = 0.0, doubts: tuple[str, ...] = (), *, copy: bool = False) -> Comparison:
        return Comparison(
            is_copy=copy, reason=reason, jaccard=jaccard, contained=contained, shared=shared, doubts=doubts
        )

    if keys == others:
        return verdict("the words are the same", 1.0, copy=True)
    if len(ours) < FEWEST_WORDS:
        return verdict("so short a text is a copy only where all words are the same")
    if len(ours) < LEAST_RATIO * len(theirs):
        return verdict("one is far longer than the other")
    if contained < LEAST_CONTAINED:
        return verdict(f"only {contained:.0%} of the shorter story stands in the longer")
    changed = list(changed_runs(shorter.text, ours, longer.text, theirs))
    one, other = _Side(shorter.text, ours), _Side(longer.text, theirs)
    lost = sum(last - first for first, last, _, _ in changed)
    own = sum(
        last - first
        for first, last, start, end in changed
        if one.is_whole(first, last) and (start == end or last - first <= _LONGEST_CREDITS and last == len(ours))
    )
    shared = 1 - lost / len(ours)
    if shared < LEAST_SHARED_IN_ALL or len(ours) - lost < LEAST_SHARED * (len(ours) - own):
        return verdict(f"only {shared:.0%} of the words of the shorter story stand in the longer in order", shared)
    found = dict(_doubts(one, other, changed))
    doubts = tuple(sorted(found, key=lambda doubt: -found[doubt]))
    if sum(found.values()) * _WORDS_A_DOUBT > shared * len(ours):
        return verdict(f"other facts in the same sentences: {'; '.join(doubts[:3])}", shared, doubts)
    return verdict(f"{shared:.0%} of the shorter story stands in the longer", shared, doubts, copy=True)


class _Read(NamedTuple):
    """A story as it is compared: its text, words and runs of words."""

    text: str
    words: Sequence[Word]
    runs: frozenset[tuple[str, ...]]


# A new report is compared with some that are like it, one after the other; few are enough to read each once.
@lru_cache(maxsize=16)
def _read(text: str) -> _Read:
    story = story_of(text)
    words = words_of(story)
    return _Read(story, words, frozenset(_runs(words)))


def _unlike(reason: str) -> Comparison:
    """The comparison of two texts that are told apart before their words are compared."""
    return Comparison(is_copy=False, reason=reason, jaccard=0.0, contained=0.0)


def _runs(words: Sequence[Word]) -> set[tuple[str, ...]]:
    keys = [word.key for word in words]
    return {tuple(keys[place : place + RUN]) for place in range(max(1, len(keys) - RUN + 1))}


class _Side:
    """One of two stories: its words, and which of them are names."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.words = words
        self.keys = frozenset(word.key for word in words)
        self._text = text
        # A capital after another word of the sentence; titles in capitals and sentence openings tell nothing.
        self._starts = frozenset(sentence_starts(text, words))
        self._capitals = [self._is_capital(place) for place in range(len(words))]
        self.names = frozenset(word.key for word, capital in zip(words, self._capitals, strict=True) if capital)

    def _is_capital(self, place: int) -> bool:
        start = self.words[place].span.start
        if not self._text[start].isupper():
            head = self._text[start : start + 3].lstrip("\"'“‘(«[")
            if not head[:1].isupper():
                return False
        before = self._text[self.words[place - 1].span.start : start].rstrip(" \"'“‘(«[") if place else ""
        return before[-1:] not in ("", ".", "!", "?", ":", "\n", "”", '"') or before[-3:-2] == "." or len(before) == 2

    def is_whole(self, first: int, last: int) -> bool:
        """Whether a run of words, which is not empty, is one or more whole sentences."""
        return first < last and first in self._starts and last in self._starts

    def is_edge(self, first: int, last: int) -> bool:
        """Whether a run of words is where datelines, credits and cuts are."""
        return first == 0 or last == len(self.words)

    def told(self, first: int, last: int) -> str:
        """The first words of a run, for a reader."""
        return " ".join(word.key for word in self.words[first : min(last, first + _CLAUSE)]) or "–"

    def keys_of(self, first: int, last: int) -> set[str]:
        """What the words of a run are compared by."""
        return {word.key for word in self.words[first:last]}

    def facts(self, first: int, last: int, other: "_Side") -> tuple[set[str], ...]:
        """Numbers, weekdays, months, names that the other story nowhere has, and negations of a run of words."""
        keys = self.keys_of(first, last)
        numbers = {key for key in keys if key[:1].isdigit()}
        names = {key for key in keys if key in self.names and key not in other.keys and not key[:1].isdigit()}
        negations = {"not"} if keys & _NEGATIONS else set()
        return numbers, keys & _DAYS, keys & _MONTHS, names - _DAYS - _MONTHS - _NEGATIONS, negations


def _doubts(one: _Side, other: _Side, changed: Sequence[Run]) -> Iterator[tuple[str, float]]:
    """Yield what differs in sentences that are otherwise the same, and how much that weighs."""
    for first, last, start, end in changed:
        at_edge = one.is_edge(first, last) or other.is_edge(start, end)
        if min(last - first, end - start) > _LONGEST_EDIT:
            continue
        if one.is_whole(first, last) or other.is_whole(start, end):
            continue
        if not at_edge and max(last - first, end - start) >= _CLAUSE:
            yield f"{one.told(first, last)} / {other.told(start, end)}", _ONE_SIDED
        for kind, (ours, theirs) in enumerate(
            zip(one.facts(first, last, other), other.facts(start, end, one), strict=True)
        ):
            if ours == theirs or ours & theirs:
                continue
            if kind == _NAMES:
                ours, theirs = (
                    _without_spellings(ours, other.keys_of(start, end)),
                    _without_spellings(theirs, one.keys_of(first, last)),
                )
                if not ours and not theirs:
                    continue
            if ours and theirs:
                weight = 1.0
            elif at_edge:
                continue
            else:
                weight = 1.0 if kind == _NEGATIONS_KIND else _ONE_SIDED
            yield f"{_told(ours)} / {_told(theirs)}", weight


def _told(facts: set[str]) -> str:
    return " ".join(sorted(facts)) or "–"


def _without_spellings(names: set[str], words: set[str]) -> set[str]:
    """The names that none of the words may spell in another way: "Zelensky", "Zelenskyy"; "UN", "United Nations"."""
    if any(len(name) == len(words) and set(name) == {word[0] for word in words} for name in names):
        return set()
    initials = {sign for word in words if len(word) <= _LONGEST_INITIALS for sign in word}
    if len(names) > 1 and {name[0] for name in names} == initials:
        return set()
    return {name for name in names if all(SequenceMatcher(None, name, word).ratio() < _ALIKE for word in words)}
