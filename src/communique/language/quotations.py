"""Find the words between quotation marks: sentences go in, quotations in the order of the text come out."""

from collections.abc import Iterator
from itertools import groupby

from communique.language.analysis import Quotation
from communique.language.words import Sentence, Word
from communique.report.span import Span

OPENING = {"“": "”", "„": "”", "«": "»", "``": "''", "‟": "”"}
STRAIGHT = frozenset({'"', "''"})
CLOSES_STRAIGHT = STRAIGHT | {"”"}
SINGLE_OPENING = "‘"
SINGLE_CLOSING = "’"


def find_quotations(sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of a report in the order of the text.

    A mark left open at the end of a paragraph closes there where the next paragraph opens with a mark again (a speech
    that runs on) or where nothing else closes it. Apostrophes and inch marks are no quotations.
    """
    found: list[Quotation] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        words = [word for sentence in group for word in sentence.words]
        found.extend(_quotations_of(words))
    return tuple(found)


def _quotations_of(words: list[Word]) -> Iterator[Quotation]:
    opened: tuple[int, int, str] | None = None  # character after the mark, position in words, the closing mark
    for position, word in enumerate(words):
        for mark, start, stop in _marks_in(word):
            if opened is None:
                closing = _closing_for(mark, position, words)
                if closing:
                    opened = (stop, position, closing)
            elif mark == opened[2] or (opened[2] in STRAIGHT and mark in CLOSES_STRAIGHT):
                quotation = _between(words, opened[0], start, opened[1], position)
                if quotation is not None:
                    yield quotation
                opened = None
    if opened is not None and words and opened[2] != SINGLE_CLOSING:
        quotation = _between(words, opened[0], words[-1].end, opened[1], len(words) - 1)
        if quotation is not None and quotation.stop - quotation.first >= 4:
            yield quotation


def _marks_in(word: Word) -> Iterator[tuple[str, int, int]]:
    """The quotation marks inside one word, each with its characters."""
    text = word.text
    if text in ("``", "''"):
        yield text, word.start, word.end
        return
    if not any(character in text for character in '“”„«»‟"‘’'):
        return
    for offset, character in enumerate(text):
        if character in '“”„«»‟"‘’':
            yield character, word.start + offset, word.start + offset + 1


def _closing_for(mark: str, position: int, words: list[Word]) -> str | None:
    """The mark that closes what `mark` opens, or None where it opens nothing."""
    if mark in STRAIGHT:
        return '"'
    if mark == SINGLE_OPENING:
        # A single mark quotes only where its partner stands before a space or a full stop and not inside a word.
        for later in words[position + 1 : position + 60]:
            if later.text == SINGLE_CLOSING:
                return SINGLE_CLOSING
        return None
    return OPENING.get(mark)


def _between(words: list[Word], start: int, end: int, first: int, last: int) -> Quotation | None:
    inside = [word for word in words[first : last + 1] if word.end > start and word.start < end]
    while inside and inside[0].start < start and inside[0].end <= start:
        inside.pop(0)
    if not inside:
        return None
    begin = max(start, inside[0].start)
    finish = min(end, inside[-1].end)
    if begin >= finish:
        return None
    return Quotation(span=Span(begin, finish), first=inside[0].i, stop=inside[-1].i + 1)
