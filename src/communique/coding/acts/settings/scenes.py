"""Read words that point to a place instead of naming it: "here", "there", "in this city", "in the city".

Takes an Analysis; gives a place mention for each such word: the city of the dateline, or the place named last before.
"""

from collections.abc import Iterator

from communique.language.analysis import Analysis, PlaceMention
from communique.language.places.names import PlaceKind
from communique.language.words import Word

TOWNS = frozenset({"city", "capital", "town", "resort", "metropolis", "port", "village"})
NEARBY = 3
NAMED_IN = frozenset({"in", "at", "to", "near", "from", "for", "of", "outside", "into"})
CLOSER = frozenset({"prep", "appos", "relcl"})
POINTED = frozenset({"this", "the"})


def pointed_places(analysis: Analysis) -> Iterator[PlaceMention]:
    """Yield the places of a report that are only pointed to."""
    for word in analysis.words:
        lower = word.lower
        if lower == "here":
            if word.dep == "advmod" or word.tag == "RB":
                yield from _filed_at(word, analysis)
        elif lower == "there":
            if word.tag == "RB" and word.dep in ("advmod", "pobj", "pcomp"):
                yield from _named_before(word, analysis, ("city", "venue", "country"))
        elif lower in TOWNS and word.pos == "NOUN" and word.dep == "pobj" and word.head.lower in ("in", "to", "into"):
            yield from _in_town(word, analysis)


def place_filed_at(word: Word, analysis: Analysis) -> PlaceMention | None:
    """The city of the dateline, told by `word`."""
    return next(_filed_at(word, analysis), None)


def _in_town(noun: Word, analysis: Analysis) -> Iterator[PlaceMention]:
    """ "In this Caribbean city" is where the report is filed, "in the city" the one named last, else the same."""
    pointer = next((child.lower for child in noun.children if child.lower in POINTED), None)
    if pointer is None or any(child.dep in CLOSER or child.tag[:3] == "NNP" for child in noun.children):
        return
    named = [] if pointer == "this" else list(_named_before(noun, analysis, ("city",)))
    if named:
        yield named[0]
    elif pointer == "this" or noun.child_by("amod") is None:
        yield from _filed_at(noun, analysis)


def _filed_at(word: Word, analysis: Analysis) -> Iterator[PlaceMention]:
    line = analysis.report.dateline
    if line is not None and line.place is not None:
        yield _mention(word, line.place, "city", line.country, None, None)


def _named_before(word: Word, analysis: Analysis, kinds: tuple[PlaceKind, ...]) -> Iterator[PlaceMention]:
    """The place named last before `word`, not too far back."""
    last: PlaceMention | None = None
    for place in analysis.places:
        if place.first >= word.i:
            break
        near = word.sentence.index - place.head.sentence.index <= NEARBY
        if near and place.kind in kinds and place.head.dep == "pobj" and place.head.head.lower in NAMED_IN:
            last = place
    if last is not None:
        yield _mention(word, last.name, last.kind, last.country, last.lat, last.lon)


def _mention(
    word: Word, name: str, kind: PlaceKind, country: str | None, lat: float | None, lon: float | None
) -> PlaceMention:
    return PlaceMention(
        span=word.span, first=word.i, stop=word.i + 1, head=word, name=name, kind=kind, country=country, lat=lat,
        lon=lon,
    )  # fmt: skip
