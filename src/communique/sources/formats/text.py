"""Plain text: a headline line, a stamp line where there is one, then the story; the name of the file is the source."""

from collections.abc import Iterator

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, is_binary
from communique.sources.item import RawItem, Rejection
from communique.sources.raw import Raw

# Text, but of another kind than a report.
_NO_REPORTS = frozenset(
    ".csv .tsv .xml .rss .atom .json .py .js .css .yaml .yml .toml .ini .cfg .log .sql .svg .tex .bib .rtf .sh .ipynb "
    ".lock".split()
)


class PlainText:
    """A text file that is one report. Its headline, stamp and dateline are found in the text itself, later."""

    name = "plain text"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is text; the last format to be asked."""
        return raw.suffix not in _NO_REPORTS and not is_binary(raw.head)

    def parse(self, raw: Raw) -> Iterator[RawItem | Rejection]:
        """Yield the one report the file holds."""
        text = decode(raw.read()).replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip("\ufeff\u200b \t\n\f\v\xa0"):
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")
        yield RawItem(source=raw.stem, text=text)
