"""Bodies under their many names: a name goes in, what stays the same in each of them comes out."""

import re
from functools import cache, lru_cache

from communique.language.nations.countries import country_of, demonym_country
from communique.lexicon import read_lexicon, words_of

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COP = re.compile(r"^COP ?-?(\d{1,3})$", re.I)
_WORD = re.compile(r"[^\W_][\w.]*")


@lru_cache(maxsize=50_000)
def body_key(name: str, sides: frozenset[str] = frozenset()) -> str:
    """One key for all names of a body: full, short, in another order, with or without a year or number.

    `sides` are the countries that meet in it; they tell apart bodies whose names name none ("strategic dialogue").
    Where nothing tells which body is meant, the key is empty.
    """
    full = _full_names().get(_plain(name)) or _full_names().get(_plain(_YEAR.sub("", name)))
    if full is None and _COP.match(name.strip()):
        full = _full_names()[_plain("COP")]
    if full:
        return _plain(full)
    lexicon = read_lexicon("communique.linking", "bodies")["words"]
    passed_over, generic = words_of(lexicon, "passed_over"), words_of(lexicon, "generic")
    found: set[str] = set()
    named: set[str] = set()
    for word in _WORD.findall(_YEAR.sub(" ", name).replace("-", " ").replace("’s", "").replace("'s", "")):
        country = demonym_country(word) or country_of(word)
        small = word.lower().rstrip(".").replace(".", "")
        if country:
            named.add(country)
        elif small not in passed_over and not small.isdigit():
            found.add(small.removesuffix("s") if len(small) > _SHORT else small)
    is_generic = found <= {word.removesuffix("s") if len(word) > _SHORT else word for word in generic}
    if is_generic and not (named or sides):
        return ""
    told = named or (set(sides) if is_generic else set())
    return " ".join([*sorted(found), *sorted(told)])


_SHORT = 3


def ordinal_in(name: str) -> int | None:
    """The number that stands in a name itself: "COP26" is the 26th."""
    found = _COP.match(name.strip())
    return int(found.group(1)) if found else None


def _plain(name: str) -> str:
    return " ".join(word.lower().replace(".", "") for word in _WORD.findall(name.replace("-", " ").replace("’", "'")))


@cache
def _full_names() -> dict[str, str]:
    table = read_lexicon("communique.linking", "bodies")["names"]
    return {
        _plain(name): full
        for full, shorts in table.items()
        for name in (full, *(one.strip() for one in shorts.split("|")))
    }
