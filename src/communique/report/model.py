"""A report as published: its text, what is known of its publication, and the parts the text falls into."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from communique.report.span import Span

SegmentKind = Literal["headline", "stamp", "caption", "dateline", "byline", "author", "body", "credit", "tail"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a story was filed, and by which agency: "BEIJING, Nov. 29 (Xinhua) --".

    `place` is the first city in ordinary case ("Beijing"), `country` its ISO 3166 alpha-3 code, `date` ISO 8601 with
    the year worked out from the publication date.
    """

    place: str | None
    country: str | None
    date: str | None
    agency: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A photograph's caption inside the text; `span` covers its words and credit."""

    span: Span
    credit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Somebody named as having made the report: `role` such as "web editor", "editor", "byline"."""

    role: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of the text by what it is. A body, caption or headline segment is one paragraph to be read."""

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report, frozen. `id` is the SHA-256 of its text in hexadecimal."""

    id: str
    source: str
    text: str
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    captions: tuple[Caption, ...] = ()
    credits: tuple[Credit, ...] = ()
    segments: tuple[Segment, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def day(self) -> str | None:
        """The day from which "Wednesday" is worked out: the dateline's date, else that of publication."""
        if self.dateline and self.dateline.date:
            return self.dateline.date
        return self.published[:10] if self.published else None


def id_of_text(text: str) -> str:
    """The id of the report that has this text: its SHA-256 in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
