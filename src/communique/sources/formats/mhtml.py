"""MHTML: a page that a browser saved with all that belongs to it goes in, the page itself comes out."""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.decoding import holdable, is_binary
from communique.sources.fetching.addresses import is_address
from communique.sources.item import Found, RawPage
from communique.sources.publishing import published_of
from communique.sources.raw import Raw

_SUFFIXES = (".mht", ".mhtml")
_HEADERS = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_RELATED = re.compile(rb"^content-type:\s*multipart/related\b", re.I | re.M)
_PAGES = ("text/html", "application/xhtml+xml")
_LARGEST = 64 * 2**20
_MOST_PARTS = 10_000
_SAVE_AGAIN = "Save the page again, whole, or only its HTML."


class Mhtml:
    """A page saved as one file (RFC 2557). The day it was saved is kept as `saved`; it is no day of publication."""

    name = "mhtml"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is named so, or begins with the headers of a mail that says it has related parts."""
        if is_binary(raw.head):
            return False
        headers = _HEADERS.match(raw.head[: 2**13])
        return raw.suffix in _SUFFIXES or bool(headers and _RELATED.search(headers.group()))

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the page as it was saved; UnreadableReport where there is none, or it is too large."""
        content = raw.read()
        if not content.strip():
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")
        if len(content) > _LARGEST:
            reason = f"it holds more than {_LARGEST // 2**20} MB"
            raise UnreadableReport(raw.name, reason=reason, hint="Save only the HTML of the page.")
        try:
            saved = message_from_bytes(content)
            part = _page_of(saved)
            page = part.get_payload(decode=True) if part else None
        except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as fault:
            reason = f"its parts cannot be told apart: {str(fault)[:100]}"
            raise UnreadableReport(raw.name, reason=reason, hint=_SAVE_AGAIN) from fault
        if part is None or not isinstance(page, bytes) or not page.strip():
            raise UnreadableReport(raw.name, reason="it holds no page of HTML", hint=_SAVE_AGAIN)
        day = published_of(_words(saved, "Date"))
        yield RawPage(
            source=raw.stem,
            content=page,
            where=raw.name,
            charset=_charset(part),
            url=_address(part, saved),
            headline=_words(saved, "Subject"),
            extra={"saved": day} if day else {},
        )


def _page_of(saved: "Message[Any, Any]") -> "Message[Any, Any] | None":
    """The part that is the page: the one named as the start, else the first of HTML."""
    start = _param(saved, "start")
    first = None
    for number, part in enumerate(saved.walk()):
        if number >= _MOST_PARTS:
            break
        if part.get_content_type() in _PAGES:
            if start and str(part.get("Content-ID", "")).strip() == start:
                return part
            first = first or part
    return first


def _address(part: "Message[Any, Any]", saved: "Message[Any, Any]") -> str | None:
    said = (part.get("Content-Location"), saved.get("Snapshot-Content-Location"), saved.get("Content-Location"))
    return next(("".join(str(one).split()) for one in said if one and is_address(str(one))), None)


def _charset(part: "Message[Any, Any]") -> str | None:
    return _param(part, "charset")


def _param(part: "Message[Any, Any]", name: str) -> str | None:
    said = part.get_param(name)
    return said.strip() or None if isinstance(said, str) else None


def _words(saved: "Message[Any, Any]", header: str) -> str | None:
    """A header as words; None where it is missing or broken."""
    said = saved.get(header)
    if said is None:
        return None
    try:
        words = str(make_header(decode_header(said)))
    except (ValueError, LookupError):
        return None
    return " ".join(holdable(words).split()) or None
