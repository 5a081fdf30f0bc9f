"""The paragraphs of a report as they are read, each with a map back to the characters of the original text."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.report.model import Report, SegmentKind
from communique.report.span import Span

READ_KINDS = ("headline", "caption", "body")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Cleaned text to parse; `starts[i]` is where character `i` of it stands in the report's text."""

    kind: SegmentKind
    text: str
    starts: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The range of the report's text behind characters `start` to `end` (half-open) of this paragraph."""
        return Span(self.starts[start], self.starts[end - 1] + 1)


def read_paragraphs(report: Report) -> Iterator[Paragraph]:
    """Yield the paragraphs of the report that are worth reading, in the order of the text."""
    for segment in report.segments:
        if segment.kind in READ_KINDS:
            text = segment.span.of(report.text)
            yield Paragraph(segment.kind, text, tuple(range(segment.span.start, segment.span.end)))
