"""A range of characters in a report's text, the form every piece of evidence takes."""

from typing import NamedTuple, Self


class Span(NamedTuple):
    """Characters `start` up to but not including `end`, counted in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` this range points at."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this range."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share at least one character."""
        return self.start < other.end and other.start < self.end

    @classmethod
    def around(cls, *spans: "Span") -> Self:
        """The smallest range that covers all of `spans`."""
        return cls(min(s.start for s in spans), max(s.end for s in spans))
