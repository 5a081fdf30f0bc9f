"""What a source hands on: the raw matter of one report, before its text is looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from communique.errors import CommuniqueError


@dataclass(frozen=True, slots=True, kw_only=True)
class RawItem:
    """One report as its source gives it.

    `source` names where it came from (a path, an address, the id of a JSON line); `text` is the report's text exactly
    as it will be kept. The rest is what the source states about the report, `None` where it says nothing.
    `published` is ISO 8601 at the precision given. `extra` keeps other fields of the source untouched.
    """

    source: str
    text: str
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Roughly how much memory it takes, in characters."""
        return len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """A page of HTML as it was fetched or saved; its article is found later, by `pages.read_page`.

    `charset` is what was said of the bytes outside them, by HTTP or a mail header. The other facts are what was stated
    beside the page (a crawl, a feed, a file's name); what the page says of itself comes before them. `where` is what a
    rejection names, if it is more than the source: the path of a file.
    """

    source: str
    content: bytes
    where: str = ""
    charset: str | None = None
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How much memory it takes, in bytes."""
        return len(self.content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A report that a feed or a sitemap names, still to be fetched from `url`; `summary` tells of it."""

    source: str
    url: str
    summary: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A report that could not be taken: from where, why, and what the reader may try.

    `detail` is the traceback where Communiqué itself failed, "" otherwise.
    """

    source: str
    reason: str
    hint: str = ""
    detail: str = ""


type Found = RawItem | RawPage | Link | Rejection
"""All that may come out of a source."""


def rejection_of(source: str, error: CommuniqueError, *, detail: str = "") -> Rejection:
    """The rejection that an error makes of what came from `source`."""
    reason = str(error).removesuffix(f". {error.hint}") if error.hint else str(error)
    return Rejection(source=source, reason=writable(reason), hint=error.hint, detail=writable(detail))


def writable(words: str) -> str:
    """`words` with what no file can hold (bytes of a file name that are no UTF-8) spelt out."""
    return words.encode("utf-8", "backslashreplace").decode()
