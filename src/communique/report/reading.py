"""The paragraphs of a report as they are read, each with a map back to the characters of the original text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.report.cleaning import clean
from communique.report.model import Report, SegmentKind
from communique.report.span import Span

# Parsers refuse, or take very long over, paragraphs of unbounded length; no paragraph that somebody wrote is longer.
_LONGEST = 20_000
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s")

READ_KINDS = ("headline", "caption", "author", "body")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Cleaned text to parse; `starts[i]` is where character `i` of it stands in the report's text.

    `ends[i]` is where that character's words in the report end; `None` where each character stands for itself alone.
    A space that was put in between glued words stands where the word after it begins.
    """

    kind: SegmentKind
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """The range of the report's text behind characters `start` to `end` (half-open) of this paragraph."""
        return Span(self.starts[start], self.ends[end - 1] if self.ends else self.starts[end - 1] + 1)


def read_paragraphs(report: Report) -> Iterator[Paragraph]:
    """Yield the paragraphs of the report that are worth reading, in the order of the text, none of them empty."""
    for segment in report.segments:
        if segment.kind in READ_KINDS:
            for span in _bearable(report.text, segment.span):
                paragraph = read_words(report.text, segment.kind, span)
                if paragraph.text:
                    yield paragraph


def read_words(text: str, kind: SegmentKind, span: Span | None = None) -> Paragraph:
    """Return the words of `text` in `span` (or all of them) cleaned for reading."""
    start, end = span or Span(0, len(text))
    cleaned, starts, ends = clean(text[start:end], start)
    if starts is None:
        return Paragraph(kind, cleaned, tuple(range(start, end)))
    return Paragraph(kind, cleaned, tuple(starts), tuple(ends) if ends else None)


def _bearable(text: str, span: Span) -> Iterator[Span]:
    """Cut an endless paragraph at ends of sentences, or where there is none at white space, or just so."""
    start = span.start
    while span.end - start > _LONGEST:
        cuts = [match.end() for match in _SENTENCE_END.finditer(text, start + _LONGEST // 2, start + _LONGEST)]
        cut = cuts[-1] if cuts else text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
