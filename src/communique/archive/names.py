"""The names by which people call for things in an archive: what they are made from, and how they are read back."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.errors import InvalidQuery

_SHORT = 12
type NamedKind = Literal["event", "statement", "report", "person", "occasion", "body", "dyad"]
_KINDS: dict[str, NamedKind] = {
    "e": "event", "event": "event", "s": "statement", "statement": "statement", "report": "report", "r": "report",
    "person": "person", "p": "person", "o": "occasion", "occasion": "occasion", "body": "body", "dyad": "dyad",
}  # fmt: skip
_ADVICE = (
    "Names look like e:3f2a9c8b12cd.1, s:3f2a9c8b12cd.1, body:g20, "
    "o:3f2a9c8b12cd.1, report:3f2a9c8b12cd or person:han-zheng; find prints them."
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a name asks for: `key` is the beginning of a report's id or a person's slug, `record` the record's id."""

    kind: NamedKind
    key: str
    record: str | None = None


def event_name(report_id: str, record: str) -> str:
    """The name of an event: made from its report's id and its own, and so the same in every archive."""
    return f"e:{report_id[:_SHORT]}.{record.removeprefix('e')}"


def statement_name(report_id: str, record: str) -> str:
    """The name of a statement."""
    return f"s:{report_id[:_SHORT]}.{record.removeprefix('s')}"


def report_name(report_id: str) -> str:
    """The name of a report."""
    return f"report:{report_id[:_SHORT]}"


def person_name(name: str) -> str:
    """The name under which everything on people called `name` is shown."""
    return f"person:{slug_of(name)}"


@lru_cache(maxsize=8192)
def occasion_name(report_id: str, event_id: str) -> str:
    """The name of the occasion whose first claim is this event."""
    return f"o:{report_id[:_SHORT]}.{event_id.removeprefix('e')}"


def promise_name(report_id: str, position: int) -> str:
    """The name of a promise: its report and its place among the report's promises."""
    return f"promise:{report_id[:_SHORT]}.{position + 1}"


def slug_of(name: str) -> str:
    """A name in plain small letters with hyphens: "Péter Szijjártó" → "peter-szijjarto"."""
    # Taking a sign apart may give capitals ("℠"), and making letters small may give signs to be taken apart.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(character for character in plain if not unicodedata.combining(character))
    return "-".join(re.findall(r"\w+", plain))


def read_name(words: str) -> Name:
    """Return what `words` name; InvalidQuery where they name nothing."""
    kind_word, colon, rest = words.strip().partition(":")
    kind = _KINDS.get(kind_word.casefold()) if colon else _guess_kind(words)
    key = (rest if colon else words).strip()
    if kind is None or not key:
        raise InvalidQuery(words, reason="that is no name of anything kept", hint=_ADVICE)
    if kind == "dyad":
        return Name(kind, key)
    if kind in ("person", "body") and slug_of(key):
        return Name(kind, slug_of(key))
    prefix, dot, record = key.partition(".")
    prefix = prefix.casefold()
    if not re.fullmatch(r"[0-9a-f]{4,64}", prefix) or bool(dot) == (kind == "report") or (dot and not record):
        raise InvalidQuery(words, reason="that is no name of anything kept", hint=_ADVICE)
    return Name(kind, prefix, record or None)


def _guess_kind(words: str) -> Literal["report"] | None:
    """The long id of a report is taken without its kind in front."""
    return "report" if re.fullmatch(r"[0-9a-fA-F]{8,64}", words.strip()) else None
