"""Crawls in WARC: the pages that servers answered with go out as they are, plain texts as text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from communique.errors import UnreadableReport
from communique.sources.decoding import decode
from communique.sources.item import Found, RawItem, RawPage, Rejection
from communique.sources.raw import Raw

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_BROKEN = "The crawl was cut short or damaged on its way; what stands before is taken. Fetch it again for the rest."


class Warc:
    """A crawl (ISO 28500), compressed or not. Its source for a report is the address that was asked for.

    Requests, pictures, scripts and answers that are no success are passed over: they hold no report. The day of the
    crawl is kept as `crawled`; it is not when a report was published.
    """

    name = "warc"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` begins as a WARC does."""
        return raw.head.startswith(b"WARC/")

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the pages; a rejection for each that is broken or too large. UnreadableReport where the crawl ends."""
        from fastwarc.warc import ArchiveIterator, WarcRecordType

        wanted = WarcRecordType.response | WarcRecordType.resource
        with raw.packed() as stream:
            try:
                for record in ArchiveIterator(stream, record_types=wanted, parse_http=True, auto_decode="all"):
                    found = _found(raw, record)
                    if found is not None:
                        yield found
            except (OSError, ValueError, EOFError) as fault:
                raise UnreadableReport(raw.name, reason=f"the crawl breaks off: {fault}", hint=_BROKEN) from fault


def _found(raw: Raw, record: "WarcRecord") -> Found | None:
    """The report in one record; None where it is of a kind that holds none."""
    address = record.headers.get("WARC-Target-URI")
    if not address:
        return Rejection(source=raw.name, reason="a record names no address", hint=_BROKEN)
    media_type = _media_type(record)
    if media_type not in (*_PAGES, _TEXT) or (record.is_http and not _is_success(record)):
        return None
    address = address.strip("<>")
    where = f"{raw.name}: {address}"
    if record.content_length > raw.largest:
        return Rejection(source=where, reason=f"the page holds more than {raw.largest // 2**20 or 1} MB")
    try:
        content = record.reader.read(raw.largest + 1)
    except (OSError, ValueError, EOFError) as fault:
        return Rejection(source=where, reason=f"its content cannot be unpacked: {fault}", hint=_BROKEN)
    if len(content) > raw.largest:
        return Rejection(source=where, reason=f"unpacked, the page holds more than {raw.largest // 2**20 or 1} MB")
    if len(content) < record.content_length and not _is_packed(record):
        reason = f"only {len(content)} of its {record.content_length} bytes are there"
        return Rejection(source=where, reason=reason, hint=_BROKEN)
    crawled: dict[str, Any] = {"crawled": record.headers["WARC-Date"]} if "WARC-Date" in record.headers else {}
    if not content.strip():
        return None
    if media_type == _TEXT:
        return RawItem(source=address, text=decode(content), url=address, extra=crawled)
    charset = record.http_charset if record.is_http else None
    return RawPage(source=address, content=content, where=where, charset=charset, url=address, extra=crawled)


def _media_type(record: "WarcRecord") -> str:
    said = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    return (said or "").partition(";")[0].strip().lower()


def _is_packed(record: "WarcRecord") -> bool:
    """Whether the page was sent in another form, so that the length of the record says nothing of its own."""
    headers = record.http_headers
    return bool(headers) and ("Content-Encoding" in headers or "Transfer-Encoding" in headers)


def _is_success(record: "WarcRecord") -> bool:
    return bool(record.http_headers) and (record.http_headers.status_code or 0) == 200
