"""Captions of photographs inside a text: a paragraph goes in, the caption with its credit comes out."""

import re

from communique.report.agencies import agency_named
from communique.report.model import Caption
from communique.report.span import Span

_LONGEST = 700
_LAST_BRACKET = re.compile(r"[(\[]\s*([^()\[\]]{2,90}?)\s*[)\]]\s*\.?\s*$")
_PHOTO_WORDS = re.compile(
    r"(?:\bphotos?\b|\bphotograph(?:ed|s)? (?:by|courtesy)|\bpictures? by|"
    r"\b(?:pool|handout|courtesy of|getty|vcg|agencies|"
    r"screen ?(?:grab|shot)|"
    r"infographics?|image[sn]?\s?(?:/|via|by))\b)",
    re.I,
)
_CREDIT_WORDS = re.compile(
    r"^(?:photos?|pictures?|images?)\s*(?:by|credits?|courtesy(?: of)?|/|:|from)?\s*[:/]?\s*", re.I
)
_OPEN_CREDIT = re.compile(
    r"(?:^|[.)|]\s+)(?:(?:Photo|Image|Picture|Foto)s?(?:\s+(?:by|credit|courtesy of|from))?\s*[:/]\s*|"
    r"Photos? by\s+|Credit:\s*|©\s*)"
    r"(?P<name>[^\s:]+(?:\s[^\s:]+){0,5})$"
)
_SLASHED = re.compile(
    r"(?:^|[.\s])(?P<name>(?:REUTERS|AFP|EPA(?:-EFE)?|Xinhua|AP|TASS|Yonhap|ANP|dpa)\s?/\s?[\w .'’-]{2,40}|/ ?AFP)\.?$"
)
_OPENING = re.compile(
    r"(?:(?:This|A|An|In this)\s+)?(?:(?:file|handout|combination|undated|aerial|screen\s?grab)\s+)*"
    r"(?:photo(?:graph)?|picture|image)s?"
    r"(?:\s+(?:taken|provided|released|shows?|dated)\b|\s*:)|FILE\s*[:–—-]|FILE PHOTO\b|PHOTO:|<figure\b|!\[",
    re.I,
)


def find_caption(text: str, paragraph: Span, *, last: bool) -> Caption | None:
    """Return the caption that `paragraph` is; an agency in the last brackets of a story (`last`) signs the story."""
    if paragraph.end - paragraph.start > _LONGEST:
        return None
    words = text[paragraph.start : paragraph.end]
    if words[-1] in ")]" or words[-2:] in (").", "]."):
        bracket = _LAST_BRACKET.search(words)
        if bracket and bracket.start() > 20 and _is_credit(bracket.group(1), last=last):
            return Caption(span=paragraph, credit=_credit(bracket.group(1)))
    if len(words) < 500:
        named = _OPEN_CREDIT.search(words) or _SLASHED.search(words)
        if named:
            return Caption(span=paragraph, credit=named["name"].strip(" ./"))
        if _OPENING.match(words):
            return Caption(span=paragraph)
    return None


def is_credit_line(text: str, paragraph: Span) -> bool:
    """Whether `paragraph` is only the credit of the photograph whose caption stands before it."""
    words = text[paragraph.start : paragraph.end]
    match = _LAST_BRACKET.match(words)
    return bool(match) and _is_credit(match.group(1), last=True)  # type: ignore[union-attr]


def _is_credit(words: str, *, last: bool) -> bool:
    if len(words.split()) > 9:
        return False
    if _PHOTO_WORDS.search(words) and (words[:1].isupper() or words.lower().startswith("photo")):
        return True
    if "/" in words:
        return any(agency_named(part) for part in words.split("/"))
    return not last and agency_named(words) is not None


def _credit(words: str) -> str:
    return _CREDIT_WORDS.sub("", words).strip() or words
