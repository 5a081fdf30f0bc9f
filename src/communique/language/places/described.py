"""Read capitals that are described instead of named: "the Libyan capital", "Togo's capital", "the capital of Ghana".

Takes a sentence's words and the countries named in them; gives for each the words, the country and the city's name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.language.nations.countries import CountryName, capitals_of
from communique.language.words import Word

_QUALIFIED = frozenset({"federal", "political", "administrative", "national"})
_PUNCTUATION = frozenset({",", "-", "–", "—", "("})


@dataclass(frozen=True, slots=True)
class DescribedCapital:
    """Words from `first` up to `stop` of a sentence that describe the capital called `name`."""

    first: int
    stop: int
    country: str
    name: str


def described_capitals(words: Sequence[Word], countries: Iterable[CountryName]) -> Iterator[DescribedCapital]:
    """Yield the capitals of a sentence that are told without their name."""
    offset = words[0].i
    named = list(countries)
    for at, word in enumerate(words):
        if word.lower != "capital" or word.pos not in ("NOUN", "PROPN") or _names_its_city(words, at):
            continue
        country = _country_before(words, at, named, offset) or _country_after(words, at, named, offset)
        if country is None or (at + 1 < len(words) and words[at + 1].tag in ("NNS", "NN") and word.dep == "compound"):
            continue
        known = capitals_of(country.country)
        if known:
            first = min(at, country.first - offset)
            yield DescribedCapital(first, max(at + 1, country.stop - offset), country.country, known[0])


def _country_before(words: Sequence[Word], at: int, named: Sequence[CountryName], offset: int) -> CountryName | None:
    """The country whose people or possession stands before: "the Libyan capital", "Mali's capital"."""
    stop = at
    while stop > 0 and words[stop - 1].lower in _QUALIFIED:
        stop -= 1
    owned = stop > 0 and words[stop - 1].tag == "POS"
    if owned:
        stop -= 1
    for name in named:
        if name.stop - offset == stop and name.form == ("name" if owned else "demonym"):
            return name
    return None


def _country_after(words: Sequence[Word], at: int, named: Sequence[CountryName], offset: int) -> CountryName | None:
    """The country named behind: "the capital of Ghana"."""
    if at + 2 >= len(words) or words[at + 1].lower != "of" or not at or words[at - 1].lower != "the":
        return None
    start = at + 2 + (words[at + 2].lower == "the")
    return next((name for name in named if name.first - offset == start and name.form == "name"), None)


def _names_its_city(words: Sequence[Word], at: int) -> bool:
    """Whether the city's own name stands beside: "Bangkok, capital of Thailand", "the Kenyan capital, Nairobi"."""
    after = [word for word in words[at + 1 : at + 3] if word.text not in _PUNCTUATION and word.lower != "city"]
    if after and after[0].pos == "PROPN" and (after[0].dep == "appos" or after[0].head in (words[at], words[at].head)):
        return True
    begin = at
    while begin > 0 and words[begin - 1].text not in _PUNCTUATION and at - begin < 4:
        begin -= 1
    return words[at].dep == "appos" and words[at].head.pos == "PROPN" and words[at].head.i < words[begin].i
