"""Whether one report is a near copy of another: two texts go in, the verdict comes out with its reason.

Two rules together. Nearly all words of the shorter story stand in the longer one, in runs of three; and where sentences
are otherwise the same, no number, weekday or name stands in the place of another: that is how a message to one
country differs from the same message to the next, and yesterday's briefing from today's.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from communique.report.copies.differences import Run, changed_runs
from communique.report.copies.signatures import RUN
from communique.report.copies.words import Word, story_of, words_of

# Of the runs of three words of the shorter story, so many must stand in the longer; a third of its length is enough.
LEAST_CONTAINED = 0.55
LEAST_RATIO = 0.3
# Of its words, so many must stand there in the same order.
LEAST_SHARED = 0.7
# A copy comes within a week.
MOST_DAYS = 7.0
# Fewer words than this are a copy only where all of them are the same.
FEWEST_WORDS = 25
# A longer replacement is another sentence, not an edit of the same.
_LONGEST_EDIT = 8
# One doubt is borne for so many words that are the same: names are spelled in two ways.
_WORDS_A_DOUBT = 400
_ALIKE = 0.7
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two stories compared: `jaccard` and `contained` (of the shorter in the longer) count runs of three words, 0 to 1.

    `shared` is the share of the shorter story's words that stand in the longer in the same order; `doubts` are the
    facts that stand in each other's place, as "Norway / Sweden"; `reason` says what decided.
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
    (shorter, ours), (longer, theirs) = sorted(
        ((story, words_of(story)) for story in (story_of(text_a), story_of(text_b))),
        key=lambda pair: (len(pair[1]), pair[0]),
    )
    if not ours:
        return Comparison(is_copy=False, reason="a text has no words", jaccard=0.0, contained=0.0)
    runs, other_runs = _runs(ours), _runs(theirs)
    common = len(runs & other_runs)
    jaccard, contained = common / len(runs | other_runs), common / len(runs)
    keys, others = [word.key for word in ours], [word.key for word in theirs]

    def verdict(reason: str, shared: float = 0.0, doubts: tuple[str, ...] = (), *, copy: bool = False) -> Comparison:
        return Comparison(
            is_copy=copy, reason=reason, jaccard=jaccard, contained=contained, shared=shared, doubts=doubts
        )

    if days_apart is not None and abs(days_apart) > MOST_DAYS:
        return verdict(f"they were published {abs(days_apart):.0f} days apart")
    if keys == others:
        return verdict("the words are the same", 1.0, copy=True)
    if len(ours) < FEWEST_WORDS:
        return verdict("so short a text is a copy only where all words are the same")
    if len(ours) < LEAST_RATIO * len(theirs):
        return verdict("one is far longer than the other")
    if contained < LEAST_CONTAINED:
        return verdict(f"only {contained:.0%} of the shorter story stands in the longer")
    changed = list(changed_runs(shorter, ours, longer, theirs))
    shared = 1 - sum(last - first for first, last, _, _ in changed) / len(ours)
    if shared < LEAST_SHARED:
        return verdict(f"only {shared:.0%} of the words of the shorter story stand in the longer in order", shared)
    doubts = tuple(dict.fromkeys(_doubts(_Side(shorter, ours), _Side(longer, theirs), changed)))
    if len(doubts) * _WORDS_A_DOUBT > shared * len(ours):
        return verdict(f"other facts in the same sentences: {'; '.join(doubts[:3])}", shared, doubts)
    return verdict(f"{shared:.0%} of the shorter story stands in the longer", shared, doubts, copy=True)


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

    def facts(self, first: int, last: int, other: "_Side") -> tuple[set[str], set[str], set[str], set[str]]:
        """Numbers, weekdays, months and names of a run of words that the other story does not have at all."""
        keys = {word.key for word in self.words[first:last]}
        numbers = {key for key in keys if key[:1].isdigit()}
        names = {key for key in keys if key in self.names and key not in other.keys and not key[:1].isdigit()}
        return numbers, keys & _DAYS, keys & _MONTHS, names - _DAYS - _MONTHS


def _doubts(one: _Side, other: _Side, changed: Sequence[Run]) -> Iterator[str]:
    """Yield what stands in each other's place in sentences that are otherwise the same."""
    for first, last, start, end in changed:
        if max(last - first, end - start) > _LONGEST_EDIT:
            continue
        for kind, (ours, theirs) in enumerate(
            zip(one.facts(first, last, other), other.facts(start, end, one), strict=True)
        ):
            if ours and theirs and not ours & theirs and not (kind == 3 and _is_same_name(ours, theirs)):
                yield f"{' '.join(sorted(ours))} / {' '.join(sorted(theirs))}"


def _is_same_name(ours: set[str], theirs: set[str]) -> bool:
    """Whether two names may be one spelled in two ways: "Zelensky" and "Zelenskyy", "UN" and "United Nations"."""
    return any(
        SequenceMatcher(None, one, other).ratio() >= _ALIKE
        or (len(one) == len(theirs) and set(one) == {name[0] for name in theirs})
        or (len(other) == len(ours) and set(other) == {name[0] for name in ours})
        for one in ours
        for other in theirs
    )
