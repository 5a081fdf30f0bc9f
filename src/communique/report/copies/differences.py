"""What a copy changed: two texts go in, the words dropped, added and replaced come out, with where they stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from communique.report.copies.words import Word, words_of
from communique.report.span import Span

DifferenceKind = Literal["dropped", "added", "replaced"]

# Beyond this a gap between two sentences that agree is told as one difference: the comparison is quadratic.
_LARGEST_GAP = 600
# Words that agree between two differences, together so many times longer, are no sentence in common.
_CHANCE = 6
_MOST_SENTENCES = 2_000
_SENTENCE_ENDS = re.compile(r"[.!?][\"”’')]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place where a copy differs from its original, in code points of each text; `dropped` words stand in the
    original alone, `added` ones in the copy alone: the span in the other text is empty and says where.

    What stands outside of all differences is the same but for case, punctuation, spacing and spelling.
    """

    kind: DifferenceKind
    original: Span
    copy: Span


def differences_of(original: str, copy: str) -> tuple[Difference, ...]:
    """What `copy` changed, in order of both texts: words dropped, added or replaced; () where nothing."""
    ours, theirs = words_of(original), words_of(copy)
    return tuple(
        Difference(
            kind="dropped" if start == end else "added" if first == last else "replaced",
            original=_span(ours, first, last, len(original)),
            copy=_span(theirs, start, end, len(copy)),
        )
        for first, last, start, end in changed_runs(original, ours, copy, theirs)
    )


type Run = tuple[int, int, int, int]
"""From which word of the one text to which, and of the other, half open."""


def changed_runs(one: str, ours: Sequence[Word], other: str, theirs: Sequence[Word]) -> Iterator[Run]:
    """Yield the runs of words that differ: sentences are laid side by side first, then the words between them."""
    keys, others = [word.key for word in ours], [word.key for word in theirs]
    cuts, other_cuts = sentence_starts(one, ours), sentence_starts(other, theirs)
    if max(len(cuts), len(other_cuts)) > _MOST_SENTENCES:
        yield from _trimmed(keys, others, (0, len(keys), 0, len(others)))
        return
    sentences = [tuple(keys[start:end]) for start, end in pairwise(cuts)]
    other_sentences = [tuple(others[start:end]) for start, end in pairwise(other_cuts)]
    for tag, first, last, start, end in SequenceMatcher(None, sentences, other_sentences).get_opcodes():
        if tag != "equal":
            yield from _trimmed(keys, others, (cuts[first], cuts[last], other_cuts[start], other_cuts[end]))


def sentence_starts(text: str, words: Sequence[Word]) -> list[int]:
    """The first word of each sentence, and the number of words at the end."""
    starts = [0]
    for place in range(1, len(words)):
        between = text[words[place - 1].span.start : words[place].span.start]
        if "\n" in between or _SENTENCE_ENDS.search(between.rstrip()):
            starts.append(place)
    return [*starts, len(words)]


def _trimmed(keys: Sequence[str], others: Sequence[str], run: Run) -> Iterator[Run]:
    """Yield what differs inside a run, which is first freed of what is the same at both its ends."""
    first, last, start, end = run
    while first < last and start < end and keys[first] == others[start]:
        first, start = first + 1, start + 1
    while first < last and start < end and keys[last - 1] == others[end - 1]:
        last, end = last - 1, end - 1
    if first == last and start == end:
        return
    if first == last or start == end or max(last - first, end - start) > _LARGEST_GAP:
        yield first, last, start, end
        return
    matcher = SequenceMatcher(None, keys[first:last], others[start:end], autojunk=False)
    changed: list[Run] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            changed.append((first + a, first + b, start + c, start + d))
            while len(changed) > 1 and _is_chance(*changed[-2:]):
                (a, _, c, _), (_, b, _, d) = changed.pop(-2), changed.pop()
                changed.append((a, b, c, d))
    yield from changed


def _is_chance(before: Run, after: Run) -> bool:
    """Whether the words between two runs agree by chance, as "of the" does between sentences that tell other things."""
    between = after[0] - before[1]
    longest = [max(run[1] - run[0], run[3] - run[2]) for run in (before, after)]
    return min(longest) >= between and sum(longest) > _CHANCE * between


def _span(words: Sequence[Word], first: int, last: int, length: int) -> Span:
    """From the beginning of one word to the end of another; where there are none, where the next word begins."""
    if first == last:
        at = words[first].span.start if first < len(words) else length
        return Span(at, at)
    return Span(words[first].span.start, words[last - 1].span.end)
