"""Lines as they stand on pages go in, paragraphs come out: joined, without what recurs on every page."""

import re
from collections import Counter
from collections.abc import Iterator

_NUMBER = re.compile(r"[-–—|\s]*(?:page\s*)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—|\s]*", re.I)
_DIGITS = re.compile(r"\d+")
# So many lines at the top and the foot of a page may be those of every page.
_MARGIN = 2
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[•▪◦●–—*-]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_BROKEN = re.compile(r"(\w+)[-‐\xad]$")
_WORD = re.compile(r"\w+(?:[-‐]\w+)*")
# These keep their hyphen wherever they stand.
_HYPHENATED = frozenset("vice ex non self pro anti inter all half co semi north south east west twenty thirty".split())
# A line shorter than this part of the longest ones was ended by whoever wrote it.
_SHORT = 0.75
_TITLE = 0.6


def join_pages(pages: list[list[str]]) -> str:
    """Return the text of pages given as lines, paragraphs parted by blank lines.

    What stands at the top or the foot of at least half of the pages (but for its numbers), and numbers of pages, is
    left out. A word broken at the end of a line is joined, with its hyphen where the text has it so elsewhere. A
    paragraph ends with a blank line, with a sentence on a line that is not filled, or before a list.
    """
    kept = _without_margins([[" ".join(line.split()) for line in page] for page in pages])
    words = Counter(word.lower() for page in kept for line in page for word in _WORD.findall(line))
    width = _width([line for page in kept for line in page])
    paragraphs = (_joined(lines, words) for lines in _paragraphs(kept, width))
    return "\n\n".join(paragraphs)


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    places = [_margin(page) for page in pages]
    recurring = Counter(
        key for page, margin in zip(pages, places, strict=True) for key in {_key(page[at]) for at in margin}
    )
    enough = max(2, (len(pages) + 1) // 2)
    return [
        [
            line
            for at, line in enumerate(page)
            if at not in margin or not (recurring[_key(line)] >= enough or _NUMBER.fullmatch(line))
        ]
        for page, margin in zip(pages, places, strict=True)
    ]


def _margin(page: list[str]) -> set[int]:
    filled = [at for at, line in enumerate(page) if line]
    return {*filled[:_MARGIN], *filled[-_MARGIN:]}


def _key(line: str) -> str:
    return _DIGITS.sub("#", line).casefold()


def _width(lines: list[str]) -> int:
    """How long a filled line is."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _paragraphs(pages: list[list[str]], width: int) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for page in pages:
        ended = False
        for line in page:
            ended = ended or not line
            if not line:
                continue
            if paragraph and (_parts(paragraph[-1], line, width) or (ended and not _goes_on(paragraph[-1], line))):
                yield paragraph
                paragraph = []
            paragraph.append(line)
            ended = False
    if paragraph:
        yield paragraph


def _parts(before: str, after: str, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if _BROKEN.search(before):
        return False
    if _BULLET.match(after):
        return True
    if _ENDS.search(before):
        return len(before) < width * _SHORT
    return len(before) < width * _TITLE and not after[:1].islower()


def _goes_on(before: str, after: str) -> bool:
    """Whether a sentence goes on over a blank line, as between pages."""
    return bool(_BROKEN.search(before)) and after[:1].islower()


def _joined(lines: list[str], words: Counter[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        broken = _BROKEN.search(text)
        rest = _WORD.match(line)
        if broken is None or rest is None:
            text = f"{text} {line}"
            continue
        first, second = broken[1].lower(), rest.group().lower()
        is_hyphenated = words[f"{first}-{second}"] > words[first + second] or first in _HYPHENATED
        keeps = text[-1] != "\xad" and (is_hyphenated or not line[:1].islower())
        text = f"{text[:-1]}{'-' if keeps else ''}{line}"
    return text
