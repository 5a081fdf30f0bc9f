"""Find whose words a first-person text is: the person whose name and post stand above it, or in its headline.

Takes a report; gives the line of its author as a sentence of our own words, made without the parser, and the author.
"""

import re
from collections.abc import Sequence

from communique.language.people.namings import View, view_sentence
from communique.language.people.persons import Person
from communique.language.words import Sentence, Word
from communique.report.model import Report

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?|\d+|\S")
_SMALL = {
    "of": "IN",
    "for": "IN",
    "to": "IN",
    "in": "IN",
    "on": "IN",
    "and": "CC",
    "the": "DT",
    ",": ",",
    "-": "HYPH",
    "&": "CC",
}
_OPENERS = frozenset({"statement", "remarks", "message", "letter", "address", "speech", "tweet", "statements"})


def read_author(report: Report) -> View | None:
    """The line that names a text's author, above the text: "Ned Price, Department Spokesperson"."""
    for segment in report.segments:
        if segment.kind == "author":
            words = _words_of(segment.span.of(report.text), segment.span.start)
            if not words:
                continue
            sentence = Sentence(-1, tuple(words), "body", -1)
            for word in words:
                word.sentence = sentence
            return view_sentence(sentence, frozenset(), is_beside=False)
    return None


def find_author(persons: Sequence[Person], author: View | None, headline: Sequence[View]) -> Person | None:
    """The person named in the author's line, else the one whose statement the headline calls it."""
    for person in persons:
        if author is not None and any(naming.view is author for naming in person.namings):
            return person
    for view in headline:
        places = [k for k, word in enumerate(view.words) if word.lower in ("by", "from", "of")]
        if not places or not any(word.lower in _OPENERS for word in view.words[: places[0]]):
            continue
        for person in persons:
            if any(naming.view is view and naming.first == places[0] + 1 for naming in person.namings):
                return person
    return None


def _words_of(text: str, start: int) -> list[Word]:
    """Words of a line of names and posts; the part before the first comma is the name."""
    found: list[Word] = []
    matches = list(_TOKEN.finditer(text))
    comma = next((n for n, match in enumerate(matches) if match.group() == ","), 0)
    for n, match in enumerate(matches):
        written = match.group()
        is_name = n < comma
        tag = _SMALL.get(written.lower(), "NNP" if written[0].isupper() else "NN" if written[0].isalpha() else "PUNCT")
        begin, end = start + match.start(), start + match.end()
        pos, entity = "PROPN" if tag == "NNP" else "X", "PERSON" if is_name else ""
        found.append(Word(n - len(matches), written, written, tag, pos, "dep", entity, is_name and n == 0, begin, end))
    for word in found[1:]:
        word.head = found[0]
        found[0].children.append(word)
    return found
