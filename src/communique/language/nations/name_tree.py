"""Find long lists of names in running words: names with meanings go in, the longest matches in a sentence come out.

Names and words are compared by pieces, so that "Guinea-Bissau" and "U.S.-China" need no special care.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from communique.language.words import Word
from communique.report.span import Span

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "d", "s"})
_PIECE = re.compile(r"[^\W_]+(?:\.(?=[^\W_])[^\W_]+)*\.?|&|(?<=[A-Z])\+")
_GAP = "\0"  # the key of a mark that no name runs across
_MEANING = ""
_DASHES = frozenset("-–/")


@dataclass(frozen=True, slots=True)
class FoundName[M]:
    """A name in a sentence: its words there (from `first` up to `stop`), its characters, its pieces and its meaning."""

    first: int
    stop: int
    span: Span
    pieces: int
    meaning: M
    joined_before: bool
    joined_after: bool


class NameTree[M]:
    """Names by their pieces, each with its meaning; of two meanings of one name the first given holds."""

    def __init__(self, entries: Iterable[tuple[str, M]]) -> None:
        self._root: dict[str, Any] = {}
        self._vocabulary: set[str] = set()
        for name, meaning in entries:
            node = self._root
            for piece in keys_of(name):
                self._vocabulary.add(piece)
                node = node.setdefault(piece, {})
            node.setdefault(_MEANING, meaning)

    def get(self, name: str) -> M | None:
        """What the whole of `name` means."""
        node = self._root
        for key in keys_of(name):
            node = node.get(key, {})
        return node.get(_MEANING) if node is not self._root else None

    def find(self, words: Sequence[Word]) -> Iterator[FoundName[M]]:
        """Yield the names in `words` in their order, the longest at each place, none overlapping another."""
        pieces = list(self._pieces(words))
        at = 0
        while at < len(pieces):
            stop, meaning = self._longest(pieces, at)
            if meaning is not None:
                first, last = pieces[at], pieces[stop - 1]
                yield FoundName(
                    first.word, last.word + 1, Span(first.start, last.end), stop - at, meaning,
                    first.joined_before, last.joined_after,
                )  # fmt: skip
            at = stop

    def _longest(self, pieces: Sequence["_Piece"], at: int) -> tuple[int, M | None]:
        """Where the longest name that begins with piece `at` stops, and what it means."""
        node = self._root.get(pieces[at].key)
        stop, meaning = at + 1, None
        place = at + 1
        while node is not None:
            if _MEANING in node:
                stop, meaning = place, node[_MEANING]
            if place == len(pieces) or pieces[place].word > pieces[place - 1].word + 2:
                break
            node = node.get(pieces[place].key)
            place += 1
        return stop, meaning

    def _pieces(self, words: Sequence[Word]) -> Iterator["_Piece"]:
        """Cut words into pieces; lower-case words that cannot continue a name are passed over."""
        vocabulary = self._vocabulary
        before: _Piece | None = None
        hyphen = False
        for place, word in enumerate(words):
            text = word.text
            if text.isalpha():
                if before is not None or not text.islower():
                    piece = _Piece(key_of(text), place, word.start, word.end, hyphen)
                    before = piece if piece.key in vocabulary else None
                    yield piece
                hyphen = False
            elif text in _DASHES:
                hyphen = _is_tight(words, place)
                if before is not None and hyphen:
                    before.joined_after = True
            elif text not in ("'", "’"):
                for piece in _cut(word, place, hyphen):
                    if piece.joined_before and before is not None:
                        before.joined_after = True
                    before = None if piece.key == _GAP else piece
                    yield piece
                hyphen = False


def _is_tight(words: Sequence[Word], place: int) -> bool:
    """Whether a dash stands between two words without room on either side."""
    if not 0 < place < len(words) - 1:
        return False
    return words[place - 1].end == words[place].start and words[place].end == words[place + 1].start


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """How a piece is compared: without accents and full stops, long capitals as a name, small words in lower case."""
    plain = text.replace(".", "")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if plain.lower() in _SMALL:
        return plain.lower()
    if plain == "St":
        return "Saint"
    return plain.capitalize() if plain.isupper() and len(plain) > 3 else plain


def keys_of(name: str) -> list[str]:
    """The pieces of a whole name."""
    return [key_of(piece) for piece in _PIECE.findall(name)]


@dataclass(slots=True)
class _Piece:
    """A stretch of letters inside a word: several where hyphens or apostrophes part it."""

    key: str
    word: int
    start: int
    end: int
    joined_before: bool = False
    joined_after: bool = False


def _cut(word: Word, place: int, hyphen: bool) -> Iterator[_Piece]:
    """The pieces of a word that holds more than letters; one gap for a mark."""
    text = word.text
    matches = list(_PIECE.finditer(text)) if word.end - word.start == len(text) else []
    for match in matches:
        joined = match.start() > 0 and text[match.start() - 1] in _DASHES
        yield _Piece(
            key_of(match.group()), place, word.start + match.start(), word.start + match.end(), joined or hyphen
        )  # fmt: skip
        hyphen = False
    if not matches:
        yield _Piece(_GAP, place, word.start, word.end)
