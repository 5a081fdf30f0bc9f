"""Cut the words around a range out of a report: a text and a span go in, the sentence they stand in comes out."""

import re
from dataclasses import dataclass

from communique.report.span import Span

# A full stop after one of these, or after a single capital, ends no sentence.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|[A-Z]\.[A-Z])\.$"
)
_STOP = re.compile(r"\n\s*|[.!?]['\"”’»)\]]*\s+(?=['\"“‘«(\[]?[^\W_a-z])")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The words of a range with what stands before and after them in their sentence, white space made even."""

    before: str
    words: str
    after: str

    def __str__(self) -> str:
        return f"{self.before}{self.words}{self.after}"


def sentence_around(text: str, span: Span, *, room: int = 120) -> Excerpt:
    """Return the sentence around `span`, at most `room` characters of it on either side.

    Sentence ends are guessed from the characters alone; what is cut off at a side shows as "…".
    """
    before = _last_sentence(text[max(0, span.start - 4 * room) : span.start])
    after = _first_sentence(text[span.end : span.end + 4 * room])
    return Excerpt(
        _even(_shorten_left(before, room), lead=False), _even(span.of(text)).strip(), _even(_shorten_right(after, room))
    )


def _last_sentence(text: str) -> str:
    begin = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop):
            begin = stop.end()
    return text[begin:]


def _first_sentence(text: str) -> str:
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, stop):
            return text[: stop.end()].rstrip()
    return text.rstrip() if "\n" not in text else text[: text.index("\n")]


def _ends_sentence(text: str, stop: "re.Match[str]") -> bool:
    return stop.group().startswith("\n") or not _ABBREVIATION.search(text, max(0, stop.start() - 5), stop.start() + 1)


def _shorten_left(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[-room:]
    return "…" + (kept[kept.index(" ") :].lstrip() if " " in kept.rstrip() else kept)


def _shorten_right(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[:room]
    return (kept[: kept.rindex(" ")] if " " in kept.lstrip() else kept).rstrip() + "…"


def _even(text: str, *, lead: bool = True) -> str:
    even = re.sub(r"\s+", " ", text)
    return even if lead else even.lstrip()
