"""Count word sequences that come again across many texts: tokens go in, sequences with counts come out.

A sequence of n+1 words can be frequent only where both sequences of n words in it are, so each length is counted at the
places the one before has left; whole archives are counted as arrays, without a parse.
"""

import re
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

LONGEST = 12  # words; the longest fixed phrases of joint statements have nine or ten
BREAK, COMMA = 0, 1  # numbers of the two tokens that are no words

_TOKEN = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*|\n\s*\n|[^\s\w]")

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Told:
    """A text to count in: who publishes it, on which day, and the ranges in which somebody else speaks."""

    text: str
    outlet: str
    day: str
    speakers: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Recurring:
    """A sequence of words by its numbers, in how many texts it stands, and all its places as numbers of tokens."""

    words: tuple[int, ...]
    texts: int
    places: Numbers


@dataclass(slots=True)
class Tokens:
    """All words of all texts in a row, as numbers, with the text, the voice and the characters of each."""

    numbers: array[int] = field(default_factory=lambda: array("i"))
    text: array[int] = field(default_factory=lambda: array("i"))
    voice: array[int] = field(default_factory=lambda: array("i"))
    starts: array[int] = field(default_factory=lambda: array("i"))
    stops: array[int] = field(default_factory=lambda: array("i"))
    vocabulary: dict[str, int] = field(default_factory=lambda: {"\n": BREAK, ",": COMMA})
    voices: dict[str, int] = field(default_factory=dict)
    texts: list[Told] = field(default_factory=list)

    @classmethod
    def of(cls, texts: Iterable[Told]) -> "Tokens":
        """Take texts apart into words, commas and breaks: what no phrase reaches across."""
        tokens = cls()
        for told in texts:
            tokens._add(told)
        return tokens

    def written(self, place: int, size: int) -> str:
        """The words at a place, as they are written there."""
        return self.texts[self.text[place]].text[self.starts[place] : self.stops[place + size - 1]]

    def _add(self, told: Told) -> None:
        number = len(self.texts)
        self.texts.append(told)
        outlet = self.voices.setdefault(told.outlet, len(self.voices))
        ranges = iter(sorted(told.speakers))
        begin, end, name = next(ranges, (len(told.text), len(told.text), ""))
        first = len(self.numbers)
        vocabulary = self.vocabulary
        for match in _TOKEN.finditer(told.text):
            start, stop = match.span()
            while start >= end and end < len(told.text):
                begin, end, name = next(ranges, (len(told.text), len(told.text), ""))
            written = match.group()
            key = written.lower().replace("’", "'") if written[0].isalnum() else "," if written == "," else "\n"
            self.numbers.append(vocabulary.setdefault(key, len(vocabulary)))
            self.starts.append(start)
            self.stops.append(stop)
            self.voice.append(self.voices.setdefault(name, len(self.voices)) if begin <= start < end else outlet)
        self.numbers.append(BREAK)
        self.starts.append(len(told.text))
        self.stops.append(len(told.text))
        self.voice.append(outlet)
        self.text.extend([number] * (len(self.numbers) - first))


def count_sequences(
    tokens: Tokens, *, least: int, edges: Collection[int] = (), never: Collection[int] = (), shortest: int = 2
) -> Iterator[Recurring]:
    """Yield the sequences of `shortest` words and more that stand in `least` texts or more, shorter ones first.

    None begins or ends with a word whose number is among `edges`, none has one of `never` in it.
    """
    if not tokens.numbers:
        return
    numbers = np.frombuffer(tokens.numbers, dtype=np.int32).astype(np.int64)
    text = np.frombuffer(tokens.text, dtype=np.int32).astype(np.int64)
    outside, barred = _flags(edges, tokens), _flags({BREAK, *never}, tokens)
    keys = np.where(barred[numbers], -1, numbers)
    keys, _ = _frequent(keys, text, least)
    for size in range(2, LONGEST + 1):
        here = np.flatnonzero((keys[:-1] >= 0) & (keys[1:] >= 0))
        if not len(here):
            return
        grown = np.full(len(keys), -1, dtype=np.int64)
        grown[here] = keys[here] * (int(keys.max()) + 1) + keys[here + 1]
        keys, counts = _frequent(grown, text, least)
        if size < shortest:
            continue
        places = np.flatnonzero(keys >= 0)
        order = places[np.argsort(keys[places], kind="stable")]
        bounds = np.searchsorted(keys[order], np.arange(len(counts) + 1))
        first = order[bounds[:-1]]
        for n in np.flatnonzero(~(outside[numbers[first]] | outside[numbers[first + size - 1]])).tolist():
            at = order[bounds[n] : bounds[n + 1]]
            yield Recurring(tuple(tokens.numbers[at[0] : at[0] + size]), int(counts[n]), at)


def _flags(numbers: Collection[int], tokens: Tokens) -> NDArray[np.bool_]:
    """Which of all words are among `numbers`."""
    flags = np.zeros(len(tokens.vocabulary), dtype=np.bool_)
    flags[list(numbers)] = True
    return flags


def _frequent(keys: Numbers, text: Numbers, least: int) -> tuple[Numbers, Numbers]:
    """Renumber the keys that stand in enough texts from 0 on, the others -1; and in how many texts each stands."""
    places = np.flatnonzero(keys >= 0)
    known, renumbered = np.unique(keys[places], return_inverse=True)
    pairs = np.unique(renumbered * (int(text[-1]) + 1) + text[places])
    counts = np.bincount(pairs // (int(text[-1]) + 1), minlength=len(known))
    kept = np.flatnonzero(counts >= least)
    mapped = np.full(len(known), -1, dtype=np.int64)
    mapped[kept] = np.arange(len(kept))
    found = np.full(len(keys), -1, dtype=np.int64)
    found[places] = mapped[renumbered]
    return found, counts[kept]


def count_different(values: Sequence[int] | Numbers) -> int:
    """How many different values there are."""
    return len(set(np.asarray(values).tolist()))
