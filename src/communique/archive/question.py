"""What is asked of the archive: people's own words for a search go in, a checked question comes out."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Self, get_args

from communique.archive.fulltext import full_text_query
from communique.archive.names import slug_of
from communique.coding.days import bound_days
from communique.coding.record import EventKind, Status
from communique.errors import InvalidQuery
from communique.language.nations.countries import official_code

KINDS: tuple[str, ...] = get_args(EventKind)
STATUSES: tuple[str, ...] = get_args(Status)

# Parties that are no state, by the short name the record gives them, and those whose code is our own.
_OTHER_PARTIES = {
    "un": "UN", "united-nations": "UN", "eu": "EU", "european-union": "EU", "nato": "NATO", "au": "AU",
    "african-union": "AU", "asean": "ASEAN", "kosovo": "XKX", "xkx": "XKX", "uk": "GBR", "britain": "GBR",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which events are looked for; each part narrows, an empty one does not.

    All of `countries` must take part; `person` is a name or part of it; one of `kinds` and of `statuses` must hold.
    `since` and `until` are the first and the last day. `text` is a full-text query. `outlet` is part of its name.
    """

    countries: tuple[str, ...] = ()
    person: str | None = None
    kinds: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    text: str | None = None
    outlet: str | None = None

    @classmethod
    def ask(
        cls, *, country: str | Iterable[str] = (), person: str | None = None, kind: str | Iterable[str] = (),
        status: str | Iterable[str] = (), since: str | None = None, until: str | None = None, text: str | None = None,
        outlet: str | None = None,
    ) -> Self:  # fmt: skip
        """Return the question put in people's words; InvalidQuery, with advice, where a word means nothing here."""
        words = (*_listed(country), person, *_listed(kind), *_listed(status), since, until, text, outlet)
        for word in filter(None, words):
            _refuse_unwritable(word)
        first, last = _first_day(since), _last_day(until)
        if first and last and last < first:
            raise InvalidQuery(
                f"since {since} until {until}", reason="the end is before the beginning", hint="Change the two."
            )
        return cls(
            countries=tuple(dict.fromkeys(country_code(word) for word in _listed(country))),
            person=_slug(person), kinds=tuple(_one_of(word, KINDS, "kind of event") for word in _listed(kind)),
            statuses=tuple(_one_of(word, STATUSES, "status") for word in _listed(status)), since=first, until=last,
            text=full_text_query(text) if text is not None else None, outlet=outlet or None,
        )  # fmt: skip


def country_code(words: str) -> str:
    """Return the code of a country by code or name ("RUS", "ru", "Russia"), or the short name of an organisation."""
    slug = slug_of(words)
    if slug in _OTHER_PARTIES:
        return _OTHER_PARTIES[slug]
    code = official_code(words)
    if code:
        return code
    if re.fullmatch(r"[A-Z]{2,10}", words):
        return words
    raise InvalidQuery(
        words, reason="no country of that name", hint="Give its name or its code of three letters, such as CHN."
    )


def _listed(words: str | Iterable[str]) -> Sequence[str]:
    return (words,) if isinstance(words, str) else tuple(words)


def _refuse_unwritable(words: str) -> None:
    try:
        words.encode()
    except UnicodeEncodeError as cause:
        raise InvalidQuery(
            ascii(words), reason="it holds characters that no text has", hint="Type it again."
        ) from cause
    if "\0" in words:
        raise InvalidQuery(ascii(words), reason="it holds a null character", hint="Type it again.")


def _slug(person: str | None) -> str | None:
    if person is None:
        return None
    slug = slug_of(person.removeprefix("person:"))
    if not slug:
        raise InvalidQuery(person, reason="that is no name", hint="Give a name or a part of one, such as: Han Zheng")
    return slug


def _one_of(word: str, known: Sequence[str], what: str) -> str:
    plain = " ".join(word.casefold().replace("-", " ").split())
    if plain in known:
        return plain
    near = difflib.get_close_matches(plain, known, n=1)
    guess = f"Did you mean {near[0]}? " if near else ""
    raise InvalidQuery(word, reason=f"no such {what}", hint=f"{guess}There are: {', '.join(known)}.")


def _first_day(words: str | None) -> str | None:
    return None if words is None else _days(words)[0]


def _last_day(words: str | None) -> str | None:
    return None if words is None else _days(words)[1]


def _days(words: str) -> tuple[str, str]:
    first, last = bound_days(words.strip())
    if first is None or last is None:
        raise InvalidQuery(words, reason="that is no date", hint="Write 2023, 2023-11 or 2023-11-29.")
    return first, last
