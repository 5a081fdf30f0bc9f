"""Know countries and international organisations by their names, demonyms, capitals and metonyms.

Takes names, or the words of a sentence; gives alpha-3 codes, and the short name for an organisation ("EU", "NATO").
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from communique.errors import LanguageError
from communique.language.words import Word
from communique.report.span import Span

NameForm = Literal["name", "demonym", "capital", "metonym", "organisation"]

_PLURAL_LESS = ("ese", "ish", "sh", "ch", "ss", "s", "men", "man", "ois", "yz")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "d", "s"})
_PIECE = re.compile(r"[^\W_]+(?:\.(?=[^\W_])[^\W_]+)*\.?|&|(?<=[A-Z])\+")
_GAP = "\0"  # the key of a mark that no name runs across


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
    trie = _trie()
    found: list[CountryName] = []
    pieces = list(_pieces(words))
    at = 0
    while at < len(pieces):
        stop, meaning = _longest(trie, pieces, at)
        if meaning is None:
            at += 1
            continue
        first, last = pieces[at], pieces[stop - 1]
        country, form = meaning
        if form != "else" and _is_meant(words, pieces, at, stop, form):
            found.append(
                CountryName(
                    first=words[first.word].i,
                    stop=words[last.word].i + 1,
                    country=country,
                    form="demonym" if form == "pair" else form,
                    span=Span(first.start, last.end),
                    hyphenated=first.joined_before or last.joined_after,
                )
            )
        at = stop
    return _settle_brussels(found)


@dataclass(slots=True)
class _Piece:
    """A stretch of letters inside a word: several where hyphens or apostrophes part it."""

    key: str
    word: int
    start: int
    end: int
    joined_before: bool = False
    joined_after: bool = False


def _pieces(words: Sequence[Word]) -> Iterator[_Piece]:
    """Cut words into pieces; a stretch that no name can begin or continue with is passed over as one gap."""
    before: _Piece | None = None
    hyphen = False
    for place, word in enumerate(words):
        text = word.text
        if text.isalpha():
            if before is None and text.islower():
                hyphen = False
                continue
            piece = _Piece(_key(text), place, word.start, word.end, hyphen)
        elif text in ("-", "–", "/"):
            hyphen = True
            if before is not None:
                before.joined_after = True
            continue
        else:
            matches = list(_PIECE.finditer(text)) if word.end - word.start == len(text) else []
            if not matches:
                if text not in ("'", "’"):
                    before = None
                    hyphen = False
                    yield _Piece(_GAP, place, word.start, word.end)
                continue
            for match in matches:
                joint = match.start() > 0 and text[match.start() - 1] in "-–/"
                if joint and before is not None:
                    before.joined_after = True
                before = _Piece(
                    _key(match.group()), place, word.start + match.start(), word.start + match.end(), hyphen or joint
                )
                hyphen = False
                yield before
            continue
        hyphen = False
        before = piece if piece.key in _vocabulary() else None
        yield piece


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    """How a piece is compared: without accents and full stops, long capitals as a name, small words in lower case."""
    plain = text.replace(".", "")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    plain = plain.replace("ı", "i").replace("’", "'")
    if plain.lower() in _SMALL:
        return plain.lower()
    if plain == "St":
        return "Saint"
    return plain.capitalize() if plain.isupper() and len(plain) > 3 else plain


def _longest(trie: Mapping[str, Any], pieces: Sequence[_Piece], at: int) -> tuple[int, tuple[str, Any] | None]:
    """The longest name that begins with piece `at`: where it stops and what it means."""
    node: Mapping[str, Any] | None = trie.get(pieces[at].key)
    best: tuple[int, tuple[str, Any] | None] = (at + 1, None)
    place = at + 1
    while node is not None:
        if "" in node:
            best = (place, node[""])
        if place == len(pieces) or pieces[place].word > pieces[place - 1].word + 2:
            break
        node = node.get(pieces[place].key)
        place += 1
    return best


def _is_meant(words: Sequence[Word], pieces: Sequence[_Piece], at: int, stop: int, form: str) -> bool:
    """Whether these words name the country here, and not a person, a lesser place of that name or a mere adjective."""
    first, last = pieces[at].word, pieces[stop - 1].word
    head = words[first]
    if form == "pair":
        return pieces[stop - 1].joined_after
    if stop == at + 1:
        key = pieces[at].key
        if key in _keys_of("persons") and head.entity == "PERSON" and _has_neighbour(words, first, last):
            return False
        if key in _keys_of("places_only") and (head.entity not in ("GPE", "LOC", "FAC") or head.tag[:3] != "NNP"):
            return False
        if key == "Georgia" and _is_american_georgia(words, first, last):
            return False
    return True


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
def _lookup(name: str) -> tuple[str, str] | None:
    """What the whole of `name` means, with or without its article: code and form."""
    keys = [_key(piece) for piece in _PIECE.findall(name)]
    for node, rest in ((_trie(), keys), (_trie(), keys[1:] if keys[:1] == ["the"] else [])):
        meaning: tuple[str, str] | None = _walk(node, rest).get("")
        if meaning is not None and meaning[1] not in ("else", "pair"):
            return meaning
    return None


def _walk(node: dict[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    for key in keys:
        node = node.get(key, {})
    return node


@lru_cache(maxsize=2_000)
def _official(name: str) -> str | None:
    """The code for a long official name that our own table lacks."""
    import countrynames

    code: str | None = countrynames.to_code_3(name)
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
    return frozenset(_key(name) for name in _lexicon()[group]["names"])


@cache
def _vocabulary() -> frozenset[str]:
    """Every piece that some name holds."""
    return frozenset(_key(piece) for name, *_ in _entries() for piece in _PIECE.findall(name))


@cache
def _trie() -> dict[str, Any]:
    """All names as a tree of pieces; what a name means stands under the empty piece."""
    root: dict[str, Any] = {}
    for name, code, form in _entries():
        node = root
        for piece in _PIECE.findall(name):
            node = node.setdefault(_key(piece), {})
        node.setdefault("", (code, form))
    return root


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
