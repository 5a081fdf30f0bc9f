"""The paragraphs of a text: text goes in, ranges of characters come out, lines broken inside a sentence made whole."""

import re
from itertools import pairwise

from communique.report.span import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]*[^\s\u200b\ufeff][^\n\r\u2028\u2029\x0b\x0c]*")
_ENDS_OPEN = re.compile(r"[\w,–—-]")
_BEGINS_LOW = re.compile(r"[a-zà-öø-ÿ]")
_OWN_LINE = re.compile(r"[-*•–—#\[(]|\d{1,2}[.)]\s|<")
# Typewriters, mail and terminals wrap between these widths; narrower lines are lists, wider ones are whole paragraphs.
_NARROWEST, _WIDEST = 50, 100


def find_paragraphs(text: str) -> list[Span]:
    """Return the range of every paragraph of `text`, without the white space around it."""
    lines = [_stripped(text, *match.span()) for match in _LINE.finditer(text)]
    width = _wrapped_at(text, lines)
    joined: list[Span] = []
    for line in lines:
        if joined and _goes_on(text, joined[-1], line, width):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _stripped(text: str, start: int, end: int) -> Span:
    while text[start].isspace() or text[start] in "\u200b\ufeff":
        start += 1
    while text[end - 1].isspace() or text[end - 1] in "\u200b\ufeff":
        end -= 1
    return Span(start, end)


def _wrapped_at(text: str, lines: list[Span]) -> int:
    """The width at which `text` was wrapped by hand or machine, 0 where its lines are whole paragraphs."""
    if len(lines) < 4:
        return 0
    width = max(line.end - line.start for line in lines)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    open_ends = sum(
        bool(_ENDS_OPEN.match(text, one.end - 1)) and text.count("\n", one.end, two.start) == 1
        for one, two in pairwise(lines)
    )
    return width if open_ends * 3 >= len(lines) else 0


def _goes_on(text: str, before: Span, line: Span, width: int) -> bool:
    """Whether `line` continues the sentence or the wrapped paragraph `before`."""
    if _OWN_LINE.match(text, line.start):
        return False
    if width and text.count("\n", before.end, line.start) == 1:
        last = text.rfind("\n", before.start, before.end) + 1 or before.start
        room = max(last, before.start)
        first_word = text[line.start : line.end].split(maxsplit=1)[0]
        return before.end - room + 1 + len(first_word) > width * 0.9
    near = text.count("\n", before.end, line.start) < 2
    return (
        before.end - before.start >= (20 if near else 40)
        and bool(_BEGINS_LOW.match(text, line.start))
        and bool(_ENDS_OPEN.match(text, before.end - 1))
    )
