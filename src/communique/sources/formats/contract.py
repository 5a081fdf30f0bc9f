"""What a source format is: bytes go in; raw items, pages, links and rejections come out."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from communique.sources.item import Found
from communique.sources.raw import Raw


@runtime_checkable
class Format(Protocol):
    """A kind of file that reports come in."""

    name: str
    """What the format is called, in small letters: "plain text". No two formats share a name."""

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is of this format, by its name and by `raw.head`; nothing of it may be read yet."""
        ...

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the reports in `raw`, and a rejection for each that is broken.

        Raises UnreadableReport where nothing (more) can be read.
        """
        ...
