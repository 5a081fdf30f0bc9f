"""What stands around a story and is no part of it: lines go in, what kind of furniture they are comes out."""

import re
from functools import cache

from communique.lexicon import read_lexicon
from communique.report.agencies import agency_named
from communique.report.model import SegmentKind

_LONGEST = 260
_LONGEST_HEADING = 60
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_ROOMS = "".join(
    rf"(?<!{room})" for room in ("Office", "Hotel", "House", "Palace", "Center", "Residence", "Room", "Hall")
)
_ATTRIBUTED = re.compile(
    r"(?:The\s+)?(?:below|following|foregoing|above)(?:\s+\w+){0,3}\s+(?:is|are|may be)\s+"
    r"attribut(?:able|ed)\s+to\s.{4,90}$",
    re.I,
)
# Lines of rules and stars, comments of a page, IRNA's numbers, the clock of a transcript.
_SIGNS = re.compile(
    r"[\s\\*_#•·.=—–~-]+$|<!--.*-->$|/?\./?\.?$|\d{3,5}\s*\*{1,2}\s*\d{3,5}$|"
    r"\((?:The|This)\s+(?:briefing|interview|press conference|event|call|conversation)\s+(?:was\s+)?"
    r"(?:concluded|ended|began|started).{0,30}\)$|"
    r"(?:END\s+)?\d{1,2}:\d\d\s*[ap]\.?\s*m\.?\s+[A-Z]{2,4}$",
    re.I,
)
_INITIALS_LINE = re.compile(r"[a-z]{2,5}(?:[-/][a-z]{2,5})+$")
_SIGNING = re.compile(r"(?!THE\b)[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:\s+(?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][A-ZÀ-Þ'’-]+\.?)){1,4}$")
_SIGNED = re.compile(r"[\s(\[*_-]*(?P<first>[^()/\[\]]{2,40}?)(?P<more>(?:\s?/\s?[\w .'’-]{2,30}){0,4})[\s)\].*_-]*$")
_ENDING = re.compile(
    r"(?:\s*(?:-+0-+|-+\s?(?:END|Ends|MORE)\s?-*|\((?:END|Ends?|More)\)|Enditem|(?<=\.)/\.|(?<=\s)/\.|#{3,}|"
    r"\((?P<agency>[^()]{2,30})\)\.?|(?<=\s)--?\s?(?P<dashed>[A-Z]{2,9})))+\s*$"
)
_INITIALS = re.compile(r"(?<=[.\"”'’?!])\s+(?P<agency>[A-Z]{2,6})(?:\s+[A-Z]{2,4}){1,4}\s*$")


def front_kind(line: str) -> SegmentKind | None:
    """The kind of a line that may stand before a story: a signing author, or an office; None for anything else."""
    if len(line) > 160:
        return None
    if _ATTRIBUTED.match(line):
        return "author"
    if _offices().match(line):
        return "stamp"
    return "author" if _authors().match(line) else None


def is_tail(line: str) -> bool:
    """Whether a line is an end mark, a link, a notice or another thing that no story says, wherever it stands."""
    return len(line) <= _LONGEST and bool(_SIGNS.match(line) or _tails().match(line))


def opens_tail(line: str) -> bool:
    """Whether a line is the heading over related stories, contacts and the like."""
    return len(line) <= _LONGEST_HEADING and bool(_closing_headings().match(line))


def is_signature(line: str) -> bool:
    """Whether a last line is the agency's signature: "VNA", "--SPA", "WAM/Noura Haddad", "APP/nhk/far"."""
    if len(line) > 70:
        return False
    match = _SIGNED.match(line)
    return bool(_INITIALS_LINE.match(line) or (match and agency_named(match["first"].strip(" -"))))


def is_signing(line: str) -> bool:
    """Whether a last line is the name with which an author signs: "JANE Q. DOE"."""
    return len(line) <= _LONGEST_HEADING and bool(_SIGNING.match(line))


def ending_of(paragraph: str) -> int:
    """Where the end mark or signature at the end of a last paragraph begins; its length where there is none."""
    end = len(paragraph)
    for pattern in (_ENDING, _INITIALS):
        match = pattern.search(paragraph, max(0, len(paragraph) - 60))
        if match is None or match.start() == match.end():
            continue
        agencies = [words for words in match.groupdict().values() if words]
        if all(agency_named(words) for words in agencies):
            end = min(end, match.start())
    return end


def _group(*names: str) -> str:
    """The entries of groups of the lexicon as one alternation; a blank in them is any white space."""
    lexicon = read_lexicon("communique.report", "furniture")
    entries = (re.sub(r"\s+", " ", entry) for name in names for entry in lexicon[name])
    return "|".join(re.sub(r"(?<!\\) (?![?*+{])", r"\\s+", entry) for entry in entries)


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"(?:The\s+)?(?:{_group('offices')})\b[^.?!:]{{0,70}}$", re.I)


@cache
def _authors() -> re.Pattern[str]:
    """Matches "Jane Doe, Secretary of State" and "Norwegian Foreign Minister Jane Doe", no room named after a post."""
    post = rf"(?:{_group('posts')})(?=Bureau|Office|\b)"
    small = "bin|al|de|da|van|von|el|di|der"
    field = rf"(?:\s+(?:of|for)\s+(?:the\s+)?{_NAME}(?:\s+(?:and\s+)?{_NAME}){{0,4}})?"
    return re.compile(
        rf"(?=.{{8,160}}$)(?:{_NAME}(?:\s+(?:{_NAME}|{small})){{1,6}},\s+)(?=[A-ZÀ-Þ])(?=.*\b{post})[^?!:;]*[^.?!:;]$|"
        rf"(?=.{{8,90}}$)(?:{_NAME}\s+){{0,5}}{post}{field}(?:\s+{_NAME}){{2,4}}{_ROOMS}$"
    )


@cache
def _tails() -> re.Pattern[str]:
    return re.compile(
        rf"[\\*_(\s-]*(?:{_group('marks')})[\s\\*_).:;-]*$|[\s(*_#>•-]*(?:{_group('links', 'contacts', 'notices')})",
        re.I,
    )


@cache
def _closing_headings() -> re.Pattern[str]:
    return re.compile(rf"[\s#*_]*(?:{_group('closing_headings')})[\s:*_]*$", re.I)
