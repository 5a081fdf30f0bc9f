"""Know countries and international organisations by their names, demonyms, capitals and metonyms.

Takes names, or the words of a sentence; gives alpha-3 codes, and the short name for an organisation ("EU", "NATO").
"""

import tomllib
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, cast

from communique.errors import LanguageError
from communique.language.nations.name_tree import FoundName, NameTree, key_of, keys_of
from communique.language.words import Word
from communique.report.span import Span

NameForm = Literal["name", "demonym", "capital", "metonym", "organisation"]
type _Meaning = tuple[str, str]  # code and form, where a form may also be "pair" or "else"

_PLURAL_LESS = ("ese", "ish", "sh", "ch", "ss", "s", "men", "man", "ois", "yz")


@dataclass(frozen=True, slots=True)
class CountryName:
    """Words that name a country or organisation; `first` and `stop` count words of the report, half-open.

    A hyphenated pair ("US-Japan") may give two names with the same words; their `span`s differ. `hyphenated` marks both
    halves of such a pair, and compounds such as "pro-Russian".
    """

    first: int
    stop: int
    country: str
    form: NameForm
    span: Span
    hyphenated: bool = False


def country_of(name: str) -> str | None:
    """The code of the state or organisation called `name`, in any official or usual form; `None` where unknown."""
    found = _lookup(name)
    if found and found[1] in ("name", "organisation"):
        return found[0]
    return _official(name) if " of " in name or name.count(" ") > 1 else None


def official_code(name: str) -> str | None:
    """The ISO alpha-3 code of a country by any official name, in any language, or by a code; `None` where unknown."""
    import countrynames

    with warnings.catch_warnings():
        # The library recommends ICU for other scripts; ours are names in Latin letters.
        warnings.simplefilter("ignore", UnicodeWarning)
        code: str | None = countrynames.to_code_3(name)
    return code


def common_name(code: str) -> str:
    """What the state or organisation with this code is usually called; the code itself where it is unknown."""
    return _names().get(code, code)


def demonym_country(word: str) -> str | None:
    """The country of an adjective or noun of nationality ("Lao", "Filipinos", "South Korean")."""
    found = _lookup(word)
    return found[0] if found and found[1] == "demonym" else None


def capital_country(name: str) -> str | None:
    """The country whose capital or seat of government is called `name`."""
    found = _lookup(name)
    if found and found[1] == "capital":
        return found[0]
    return "BEL" if name == "Brussels" else None


def capitals_of(code: str) -> tuple[str, ...]:
    """The names of the capital or the seats of government of a state, the usual one first."""
    entry = _lexicon()["states"].get(code, {})
    return tuple(entry.get("capitals", ()))


def metonym_country(name: str) -> str | None:
    """The country or organisation that `name` stands for as an actor: a capital, or a seat such as "the Kremlin"."""
    found = _lookup(name)
    return found[0] if found and found[1] in ("capital", "metonym") else None


def organisation_code(name: str) -> str | None:
    """The short name of the international organisation called `name`, organs that act for the whole included."""
    found = _lookup(name)
    return found[0] if found and found[1] == "organisation" else None


def find_country_names(words: Sequence[Word]) -> list[CountryName]:
    """Return the names of countries and organisations in `words` in their order, the longest at each place."""
    return list(_found_in(tuple(words)))


# Finders of places, actors and bodies ask for the same sentences one after the other.
@lru_cache(maxsize=1_000)
def _found_in(words: tuple[Word, ...]) -> tuple[CountryName, ...]:
    found = [
        CountryName(
            first=words[name.first].i,
            stop=words[name.stop - 1].i + 1,
            country=name.meaning[0],
            form=cast(NameForm, "demonym" if name.meaning[1] == "pair" else name.meaning[1]),
            span=name.span,
            hyphenated=name.joined_before or name.joined_after,
        )
        for name in _tree().find(words)
        if name.meaning[1] != "else" and _is_meant(words, name)
    ]
    return tuple(_settle_brussels(found))


def _is_meant(words: Sequence[Word], name: FoundName[_Meaning]) -> bool:
    """Whether these words name the country here, and not a person, a lesser place of that name or a mere adjective."""
    first, last = name.first, name.stop - 1
    if name.meaning[1] == "pair":
        return name.joined_after
    if name.pieces > 1:
        return True
    head = words[first]
    key = key_of(head.text)
    if key in _keys_of("persons") and head.entity == "PERSON" and _has_neighbour(words, first, last):
        return False
    if key in _keys_of("places_only") and (head.entity not in ("GPE", "LOC", "FAC") or head.tag[:3] != "NNP"):
        return False
    return key != "Georgia" or not _is_american_georgia(words, first, last)


def _has_neighbour(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the person's name that the model hears here goes on before or after."""
    before = first > 0 and words[first - 1].entity == "PERSON" and not words[first].entity_begins
    after = last + 1 < len(words) and words[last + 1].entity == "PERSON" and not words[last + 1].entity_begins
    return before or (after and words[last + 1].text[0].isalpha())


def _is_american_georgia(words: Sequence[Word], first: int, last: int) -> bool:
    cues = _lexicon()["georgia"]
    before = " ".join(word.text for word in words[max(0, first - 4) : first]).removesuffix(" ,")
    after = " ".join(word.text for word in words[last + 1 : last + 4])
    return any(before.endswith(cue) for cue in cues["before"]) or any(after.startswith(cue) for cue in cues["after"])


def _settle_brussels(found: list[CountryName]) -> list[CountryName]:
    """Let Brussels stand for Belgium where the sentence names it, else for the European Union."""
    if all(name.country != "EU" or name.form != "metonym" for name in found):
        return found
    if not any(name.country == "BEL" for name in found):
        return found
    return [
        replace(name, country="BEL", form="capital") if name.country == "EU" and name.form == "metonym" else name
        for name in found
    ]


@lru_cache(maxsize=20_000)
def _lookup(name: str) -> _Meaning | None:
    """What the whole of `name` means, with or without its article: code and form."""
    for form in (name, name[4:] if name[:4] in ("the ", "The ") else ""):
        meaning = _tree().get(form)
        if meaning is not None and meaning[1] not in ("else", "pair"):
            return meaning
    return None


@lru_cache(maxsize=2_000)
def _official(name: str) -> str | None:
    """The code for a long official name that our own table lacks."""
    code = official_code(name)
    return code if code in _lexicon()["states"] else None


@cache
def _lexicon() -> dict[str, Any]:
    """The table of countries as written, checked for empty groups."""
    text = files("communique.language").joinpath("lexicon/countries.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    for group in ("states", "organisations", "else", "persons", "places_only", "georgia"):
        if not table.get(group):
            raise LanguageError(f"countries.toml: [{group}]", reason="an empty group")
    return table


@cache
def _names() -> dict[str, str]:
    table = _lexicon()
    return {code: entry["name"] for group in ("organisations", "states") for code, entry in table[group].items()}


@cache
def _keys_of(group: str) -> frozenset[str]:
    return frozenset("".join(keys_of(name)) for name in _lexicon()[group]["names"])


@cache
def _tree() -> NameTree[_Meaning]:
    return NameTree((name, (code, form)) for name, code, form in _entries())


def _entries() -> Iterator[tuple[str, str, str]]:
    """Every name with its code and form, the stronger meaning of a name first."""
    table = _lexicon()
    yield from ((name, "", "else") for name in table["else"]["names"])
    for code, entry in table["states"].items():
        yield from ((name, code, "name") for name in (entry["name"], *entry.get("also", ())))
    for code, entry in table["organisations"].items():
        yield from ((name, code, "organisation") for name in (code, entry["name"], *entry.get("also", ())))
    for code, entry in table["states"].items():
        for demonym in entry.get("demonyms", ()):
            yield demonym, code, "demonym"
            if not demonym.endswith(_PLURAL_LESS):
                yield f"{demonym}s", code, "demonym"
        yield from ((name, code, "metonym") for name in entry.get("metonyms", ()))
    yield "Brussels", "EU", "metonym"
    for code, entry in table["states"].items():
        yield from ((name, code, "capital") for name in entry.get("capitals", ()))
        yield from ((name, code, "pair") for name in entry.get("pair", ()))
