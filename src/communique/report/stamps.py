"""Stamps of publication: a line such as "08:12, November 30, 2023" goes in, the moment it names comes out."""

import re

from communique.report.cities import country_of
from communique.report.model import Credit, Dateline
from communique.report.span import Span
from communique.sources.calendar import DATE, TIME, moment_of

_AROUND = re.compile(
    r"\b(?:published|updated|posted|created|modified|released|issued|first|last|date|time|local|on|at|in|of|the|and|hours?|"
    r"hrs|source|news|online|english|agency|staff|web|desk|read|min|mins|minutes|ago|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|"
    r"utc|gmt|[ecmpj]st|[ecmp]dt|cest|cet|eest|eet|bst|ist|jst|kst|msk|moscow|beijing|"
    r"[ap]\.?m)\b\.?|[^\w]|\d+",
    re.I,
)
_LETTER = re.compile(r"[^\W\d_]")
_LONGEST = 110
_FROM = re.compile(
    r"(?P<stamp>.{6,60}?)[\s|–-]+By\s+(?P<name>[A-ZÀ-Þ][\w.'’ -]+?)\s+[–—-]\s+(?P<place>[A-ZÀ-Þ][\w.'’ -]+)$"
)
_LABEL = re.compile(r"\s*date:?\s+(?=(?:19|20)\d\d-\d\d-\d\d\b)", re.I)
_LABELLED = re.compile(r"\s*date:?\s+(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?\s*", re.I)


def is_stamp(line: str, names: tuple[str, ...] = ()) -> bool:
    """Whether `line` says when a report was published and nothing more; `names` are outlets it may name."""
    if len(line) > _LONGEST or not any(letter.isdigit() for letter in line):
        return False
    rest = TIME.sub(" ", DATE.sub(" ", line))
    if rest == line:
        return False
    for name in names:
        rest = re.sub(re.escape(name), " ", rest, flags=re.I)
    return not _LETTER.search(_AROUND.sub("", rest))


def label_end(text: str, paragraph: Span) -> int:
    """Where a label such as "date 2023-11-30" before the words of a paragraph ends; its start where there is none."""
    match = _LABELLED.match(text, paragraph.start, paragraph.end) if _LABEL.match(text, paragraph.start) else None
    return match.end() if match else paragraph.start


def read_signed_stamp(text: str, paragraph: Span, near: str | None) -> tuple[Dateline, Credit] | None:
    """Read a stamp that carries writer and place: "Published on 03/02/2021 - 09:05 By Rosa Quispe - Lima"."""
    match = _FROM.match(text[paragraph.start : paragraph.end]) if paragraph.end - paragraph.start <= 160 else None
    if match is None or not is_stamp(match["stamp"]):
        return None
    at = paragraph.start
    place = match["place"].strip()
    dateline = Dateline(
        place=place,
        country=country_of(place),
        date=(moment_of(match["stamp"], near) or near or "")[:10] or None,
        agency=None,
        span=Span(at + match.start("place"), at + match.end("place")),
    )
    return dateline, Credit(
        role="byline", name=match["name"], span=Span(at + match.start("name"), at + match.end("name"))
    )
