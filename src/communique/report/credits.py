"""Who made a report: lines such as "By X", "(Web editor: A, B)", "Edited by: C" go in, credits come out."""

import re

from communique.report.model import Credit
from communique.report.span import Span

_LONGEST = 260
_NAME = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*(?:\s+(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*|bin|al|de|da|van|von|el|di)){0,5}"
_ROLES = {
    "edit": "editor",
    "editor": "editor",
    "edition": "editor",
    "report": "reporter",
    "reporter": "reporter",
    "writ": "writer",
    "writer": "writer",
    "translat": "translator",
    "translator": "translator",
    "translation": "translator",
    "compil": "compiler",
    "produc": "producer",
    "author": "author",
    "correspondent": "correspondent",
}
_WORK = re.compile(
    r"(?P<extra>additional |further )?\b(?P<role>(?:(?:web|copy|news|responsible|executive|chief|managing|"
    r"photo|video|assistant|sub|desk|duty|english|online)[ -])?"
    r"(?:(?:edit|report|writ|translat|compil|produc)(?:ing|ed|ten)(?:\s+and\s+(?:edit|report|writ)(?:ing|ed|ten))?\s+by\b|"
    r"(?:editor|reporter|writer|translator|author|correspondent)s?(?=\s*:)|(?:edition|translation)(?=\s*:)))\s*:?\s*",
    re.I,
)
_BYLINE = re.compile(
    rf"(?:By|BY)\s+(?P<names>{_NAME}(?:(?:,\s+|\s+and\s+|\s*&\s*){_NAME}){{0,4}})(?P<rest>\s*(?:[|,/–—-].{{0,60}})?)$"
)
_BETWEEN = re.compile(r"\s*(?:,|;|&|/|\band\b)\s*")
_PLACE_TAIL = re.compile(r"\s+(?:in|at|from)\s+[A-ZÀ-Þ].*$")
_LEADING = re.compile(rf"{_NAME}")


def read_byline(text: str, paragraph: Span) -> tuple[Credit, ...]:
    """Return the credits of a line "By X" or "By X and Y, Agency"; none where it is no such line."""
    if paragraph.end - paragraph.start > 120:
        return ()
    match = _BYLINE.match(text[paragraph.start : paragraph.end])
    if match is None:
        return ()
    return tuple(_names("byline", match["names"], paragraph.start + match.start("names")))


def read_credits(text: str, paragraph: Span) -> tuple[Credit, ...]:
    """Return the credits of a line that says who reported, wrote or edited; none where it says anything else."""
    if paragraph.end - paragraph.start > _LONGEST:
        return ()
    line = text[paragraph.start : paragraph.end]
    if not _WORK.match(line, len(line) - len(line.lstrip(" ([*-–—_"))):
        return ()
    works = list(_WORK.finditer(line))
    found: list[Credit] = []
    for number, work in enumerate(works):
        end = works[number + 1].start() if number + 1 < len(works) else len(line)
        found += _names(_role(work["role"]), line[work.end() : end], paragraph.start + work.end())
    return tuple(found)


def _role(words: str) -> str:
    words = " ".join(words.lower().replace("-", " ").split())
    stem = re.search(
        r"(edition|editor|edit|reporter|report|writer|writ|translation|translator|translat|compil|produc|author|correspondent)",
        words,
    )
    role = _ROLES[stem.group(1)] if stem else words
    before = words[: stem.start()].strip() if stem else ""
    return f"{before} {role}".strip()


def _names(role: str, words: str, at: int) -> list[Credit]:
    found: list[Credit] = []
    position = 0
    for part in _BETWEEN.split(words):
        start = words.index(part, position) if part else position
        position = start + len(part)
        name = _LEADING.match(_PLACE_TAIL.sub("", part).strip(" .()[]*_"))
        if name and len(name.group()) > 1:
            begin = start + part.index(name.group())
            found.append(
                Credit(
                    role=role,
                    name=name.group().rstrip("."),
                    span=Span(at + begin, at + begin + len(name.group().rstrip("."))),
                )
            )
    return found
