"""Find words in a sentence that may name a place, before it is asked whether they do so here.

Takes a sentence's words; gives candidates with their kind and, where the name alone tells, country and coordinates.
"""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from communique.errors import LanguageError
from communique.language.nations.countries import CountryName
from communique.language.nations.name_tree import NameTree
from communique.language.places.described import described_capitals
from communique.language.places.gazetteer import find_city
from communique.language.words import Word

type PlaceKind = Literal["country", "city", "region", "venue"]

_ENTITIES = {"GPE": "city", "LOC": "region", "FAC": "venue"}
_LINKS = frozenset({"of", "the", "'s", "’s", "'", "’", "-", "–", "and", "&"})
_AFTER_HEAD = frozenset({"of", "to", "for"})
_NAME_FOLLOWS = frozenset(
    {
        "lake",
        "mount",
        "camp",
        "fort",
        "port",
        "villa",
        "hotel",
        "base",
        "quinta",
        "palacio",
        "palazzo",
        "casa",
        "istana",
        "qasr",
    }
)
_TOWNWARDS = frozenset("in at near to from via outside".split())
_TIMELY = frozenset({"DATE", "TIME", "PERSON", "MONEY", "PERCENT"})
# Words that are small towns as well.
_NO_TOWNS = frozenset(
    "Airport Best Duma Liberty Man March May Mobile Most Of Police Reading Republic Same Spring Summit Union".split()
)
_OF_SOMEBODY = frozenset("mausoleum tomb monument memorial statue grave bust obelisk shrine".split())
_PLAIN_VENUES = frozenset({"presidential", "royal", "imperial", "government", "state", "foreign", "parliament"})


@dataclass(slots=True)
class Candidate:
    """Words of a sentence, from `first` up to `stop`, that may name a place.

    `is_seat` marks names that as often stand for a government ("the Kremlin"), `is_weak` those that are organisations
    as often as places, `is_known` names from a list rather than from the model's hearing. `name` is what the place is
    called where the words only describe it.
    """

    first: int
    stop: int
    kind: PlaceKind
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    is_seat: bool = False
    is_weak: bool = False
    is_known: bool = True
    name: str | None = None
    is_shared: bool = False


def find_candidates(words: Sequence[Word], countries: Iterable[CountryName]) -> list[Candidate]:
    """Return the candidates of a sentence in the order of the text, the longest where several overlap."""
    offset, countries = words[0].i, tuple(countries)
    found: list[Candidate] = []
    named: set[int] = set()  # words of countries, which the model hears too far
    for name in countries:
        if name.hyphenated or name.form in ("demonym", "name"):
            named.update(range(name.first - offset, name.stop - offset))
        if not name.hyphenated and name.form in ("name", "capital"):
            kind: PlaceKind = "country" if name.form == "name" else "city"
            country = "BEL" if name.country == "EU" else name.country
            found.append(Candidate(name.first - offset, name.stop - offset, kind, country, is_seat=True))
        elif name.country == "EU" and name.form == "metonym":
            found.append(Candidate(name.first - offset, name.stop - offset, "city", "BEL", is_seat=True))
    for listed in _tree().find(words):
        kind, place, lat, lon, is_seat = listed.meaning
        called = " ".join(word.text for word in words[listed.first : listed.stop])
        shared = kind == "venue" and called in _shared()
        found.append(Candidate(listed.first, listed.stop, kind, place, lat, lon, is_seat, is_shared=shared))
    found.extend(_venues(words))
    found.extend(c for c in _heard(words) if c.kind != "city" or named.isdisjoint(range(c.first, c.stop)))
    found.extend(c for c in _gazetted(words) if named.isdisjoint(range(c.first, c.stop)))
    described = described_capitals(words, countries)
    found.extend(Candidate(told.first, told.stop, "city", told.country, name=told.name) for told in described)
    kept = _longest(words, found)
    for venue in kept:
        if venue.kind == "venue" and (venue.country is None or venue.is_shared):
            _take_owner(venue, countries, offset)
    return kept


def _take_owner(venue: Candidate, countries: Iterable[CountryName], offset: int) -> None:
    """Give a venue the country named right before it: "the Russian Defence Ministry", "Ghana's Foreign Ministry"."""
    for name in countries:
        if name.form == "demonym" and name.stop - offset == venue.first:
            venue.first = name.first - offset
            venue.country, venue.is_shared = name.country, False
        elif name.form == "name" and name.first - offset < venue.first == name.stop - offset + 1:
            venue.country, venue.is_shared = name.country, False


def _venues(words: Sequence[Word]) -> Iterator[Candidate]:
    """Names that end in what the venue is, "Kalibata Heroes' Cemetery", or begin with it, "Camp Aguinaldo"."""
    heads, weak, regions = _heads()
    for at, word in enumerate(words):
        if word.lower not in heads or word.pos not in ("NOUN", "PROPN"):
            continue
        if not word.text[0].isupper():
            stop = _reach_right(words, at) if word.lower in _OF_SOMEBODY else at + 1
            if stop > at + 1:
                stop += words[stop - 1].pos == "ADJ" and stop < len(words)
                yield Candidate(at, stop, "venue", is_known=False)
            elif at and words[at - 1].lower in _PLAIN_VENUES and word.tag == "NN" and word.lower not in weak | regions:
                yield Candidate(at - 1, at + 1, "venue", is_known=False)
            continue
        first, stop = _reach_left(words, at), _reach_right(words, at)
        if any(_is_capital(w) for w in (*words[first:at], *words[at + 1 : stop])):
            kind: PlaceKind = "region" if word.lower in regions else "venue"
            yield Candidate(first, stop, kind, is_weak=word.lower in weak, is_known=False)


def _reach_left(words: Sequence[Word], at: int) -> int:
    """Where the capitalised name that ends at a venue's head begins."""
    first = at
    while first > 0:
        step = first - 1
        while step > 0 and words[step].lower in _LINKS and words[step].lower not in ("and", "of", "the"):
            step -= 1
        if not _is_capital(words[step]) or words[step].lower in ("the", "president", "minister", "secretary"):
            break
        if words[step].entity == "PERSON" and words[first].entity != "PERSON" and step != first - 1:
            break
        first = step
    return first


def _reach_right(words: Sequence[Word], at: int) -> int:
    """Where a name that goes on after the venue's head stops: "Monument to War Heroes and Martyrs"."""
    stop = at + 1
    linked = words[at].lower in _NAME_FOLLOWS
    if stop < len(words) and words[stop].lower in _AFTER_HEAD and words[at].lower != "house":
        linked, step = True, stop + 1
        if step < len(words) and words[step].lower == "the":
            step += 1
        if step >= len(words) or not _is_capital(words[step]):
            return stop
        stop = step
    if not linked:
        return stop
    while stop < len(words) and (_is_capital(words[stop]) or words[stop].text in _LINKS):
        stop += 1
    while words[stop - 1].text in _LINKS:
        stop -= 1
    return stop


def _is_capital(word: Word) -> bool:
    return word.text[0].isupper() and word.pos in ("PROPN", "NOUN", "ADJ")


def _heard(words: Sequence[Word]) -> Iterator[Candidate]:
    """Names in which the model hears a place, without article and possessive mark."""
    regions = _heads()[2]
    at = 0
    while at < len(words):
        label = words[at].entity
        if label not in _ENTITIES:
            at += 1
            continue
        stop = at + 1
        while stop < len(words) and words[stop].entity == label and not words[stop].entity_begins:
            stop += 1
        first, last = at, stop
        while first < last and not words[first].text[0].isupper():
            first += 1
        if first < last and words[first].lower == "the":
            first += 1
        while last > first and not words[last - 1].text[0].isalnum():
            last -= 1
        generic = last == first + 1 and words[first].lower in place_lexicon()["heads"]["generic"]
        if last > first and not generic and words[last - 1].tag != "JJ" and words[last - 1].lower not in event_nouns():
            kind: Any = "region" if words[last - 1].lower in regions else _ENTITIES[label]
            yield Candidate(first, last, kind, is_known=False)
        at = stop


def _gazetted(words: Sequence[Word]) -> Iterator[Candidate]:
    """Cities that the model takes for something else, told by the gazetteer behind a preposition: "in Bern"."""
    for at, word in enumerate(words):
        if (
            word.tag != "NNP"
            or not at
            or words[at - 1].lower not in _TOWNWARDS
            or words[at - 1].tag not in ("IN", "TO")
        ):
            continue
        stop = at + 1
        while stop < len(words) and words[stop].tag == "NNP" and words[stop].text[0].isupper():
            stop += 1
        own = words[at:stop]
        if any(w.entity in _ENTITIES or w.entity in _TIMELY for w in own) or not word.text[0].isupper():
            continue
        if stop < len(words) and (words[stop].tag in ("NN", "NNS", "NNPS", "POS") or words[stop].text[0] in "-–"):
            continue
        if word.text not in _NO_TOWNS and find_city(" ".join(w.text for w in own), main_only=True) is not None:
            yield Candidate(at, stop, "city", is_known=False)


def _longest(words: Sequence[Word], found: list[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the longest, of equals the one known by name."""
    taken = bytearray(len(words))
    kept = []
    for candidate in sorted(found, key=lambda c: (c.first - c.stop, not c.is_known, c.kind == "country")):
        if not any(taken[candidate.first : candidate.stop]):
            taken[candidate.first : candidate.stop] = b"\1" * (candidate.stop - candidate.first)
            kept.append(candidate)
            if candidate.kind == "venue" and candidate.country is None:
                candidate.country = next((c.country for c in found if c.country and _holds(candidate, c)), None)
    return sorted(kept, key=lambda c: c.first)


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether a known place is named inside a longer name: "the Kremlin's St George Hall"."""
    return inner.is_known and inner.kind != "country" and outer.first <= inner.first and inner.stop <= outer.stop


@cache
def place_lexicon() -> dict[str, Any]:
    """The table of places as written, checked for empty groups."""
    text = files("communique.language").joinpath("lexicon/places.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    for group, entries in table.items():
        if not entries or any(entry == [] for entry in entries.values()):
            raise LanguageError(f"places.toml: [{group}]", reason="an empty group")
    return table


@cache
def event_nouns() -> frozenset[str]:
    """Words for meetings, which a city stands before ("the Geneva talks") and no place's name ends in."""
    return frozenset(place_lexicon()["events"]["names"])


@cache
def _tree() -> NameTree[tuple[PlaceKind, str | None, float | None, float | None, bool]]:
    return NameTree(_listed())


def _listed() -> Iterator[tuple[str, tuple[PlaceKind, str | None, float | None, float | None, bool]]]:
    table = place_lexicon()
    for name, (country, lat, lon) in table["sites"].items():
        yield name, ("city", country, lat, lon, False)
    for country, names in table["venues"].items():
        for name in names:
            yield name, ("venue", None if country == "everywhere" else country, None, None, True)
    for country, names in table["regions"].items():
        for name in names:
            yield name, ("region", country, None, None, False)
    for name in table["american"]["names"]:
        if name != "Georgia":
            yield name, ("region", "USA", None, None, False)
    for name in table["wide"]["names"]:
        yield name, ("region", None, None, None, True)


@cache
def _shared() -> frozenset[str]:
    return frozenset(place_lexicon()["shared"]["names"])


@cache
def _heads() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    heads = place_lexicon()["heads"]
    return frozenset(heads["names"]), frozenset(heads["weak"]), frozenset(heads["regions"])
