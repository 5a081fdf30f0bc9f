"""The doors by which hostile matter comes in: bytes go in, nothing comes out; whatever else happens is a fault.

A door may refuse what it is given, by an error of ours or a rejection. It may raise nothing else, and what it hands on
must be fit to keep: text that can be written, with a source, and parts that lie in it.
"""

import io
from collections.abc import Callable
from functools import partial

from communique.errors import SourceError
from communique.report.anatomy import dissect
from communique.report.sorting import sort_out
from communique.sources.calendar import moment_of
from communique.sources.fetching.addresses import checked_address
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawItem, RawPage, Rejection
from communique.sources.raw import Raw

_LARGEST = 2**20


def open_file(name: str, content: bytes) -> None:
    """Read a file of that name with this content, as a folder would be read."""
    try:
        for found in read_raw(Raw(name, io.BytesIO(content), largest=_LARGEST)):
            _check_found(found)
    except SourceError as error:
        assert str(error)


def open_page(content: bytes) -> None:
    """Read a page of a crawl and sort it."""
    _check_found(RawPage(source="https://example.org/page", content=content, url="https://example.org/page"))


def open_text(content: bytes) -> None:
    """Sort a text and take it apart."""
    _check_item(RawItem(source="text", text=content.decode("utf-8", "replace")))


def open_date(content: bytes) -> None:
    """Understand when a report says that it was published."""
    moment_of(content.decode("utf-8", "replace"))


def open_address(content: bytes) -> None:
    """Check an address that a feed names."""
    try:
        url = checked_address(content.decode("utf-8", "replace"))
    except SourceError as error:
        assert str(error)
    else:
        assert url.scheme in ("http", "https")
        assert url.host


def _check_found(found: Found) -> None:
    sorted_out = sort_out(found)
    if isinstance(sorted_out, Rejection):
        assert sorted_out.reason
    else:
        _check_item(sorted_out.item)


def _check_item(item: RawItem) -> None:
    assert item.source
    report = dissect(item)
    spans = [segment.span for segment in report.segments] + [credit.span for credit in report.credits]
    for span in [*spans, *([report.dateline.span] if report.dateline else [])]:
        assert 0 <= span.start <= span.end <= len(report.text), span


_FILES = ("jsonl", "csv", "txt", "html", "mht", "xml", "docx", "pdf", "warc", "parquet", "zip", "tar", "gz", "json")
DOORS: dict[str, Callable[[bytes], None]] = {
    **{ending: partial(open_file, f"story.{ending}") for ending in _FILES},
    "page": open_page,
    "text": open_text,
    "date": open_date,
    "address": open_address,
}

if __name__ == "__main__":
    print(*DOORS, sep="\n")
