"""Tell from which states a name may be: the parts of a name go in, the states that its words speak for come out.

A name is no proof of a nationality; it only speaks against a guess that the report does not support.
"""

import re
from functools import cache
from typing import NamedTuple

from communique.language.nations.finding import is_state
from communique.language.people.name_words import fold
from communique.lexicon import read_lexicon, words_of

_SYLLABLE = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie"
    "|iu|ua|ue|ui|uo|er|a|e|i|o|u)"
)
_PINYIN = re.compile(f"(?:{_SYLLABLE}){{1,2}}")


class Origin(NamedTuple):
    """How names of one origin are told, and the states they may be from."""

    first: frozenset[str]
    any_part: frozenset[str]
    ends: tuple[str, ...]
    within: tuple[str, ...]
    is_pinyin: bool
    least: int
    most: int
    least_letters: int
    states: frozenset[str]


def may_be_from(name: str, parts: tuple[str, ...], state: str) -> bool:
    """Whether nothing in a person's name speaks against this state."""
    return state in _anywhere() or not is_state(state) or all(state in states for states in states_of(name, parts))


def states_of(name: str, parts: tuple[str, ...]) -> list[frozenset[str]]:
    """For each origin that a name shows, the states of that origin; nothing where the name tells nothing."""
    written = f" {fold(name)}"
    return [origin.states for origin in _origins() if _shows(origin, written, parts)]


def _shows(origin: Origin, written: str, parts: tuple[str, ...]) -> bool:
    if len(parts) < origin.least:
        return False
    if parts[0] in origin.first and len(parts) <= origin.most:
        return not origin.is_pinyin or len(parts) == 2 and _PINYIN.fullmatch(parts[1]) is not None
    if any(part in origin.any_part for part in parts):
        return True
    if len(parts[-1]) >= origin.least_letters and parts[-1].endswith(origin.ends):
        return True
    return any(f" {mark}" in written for mark in origin.within)


@cache
def _anywhere() -> frozenset[str]:
    return words_of(read_lexicon("communique.language", "origins")["anywhere"], "states")


@cache
def _origins() -> tuple[Origin, ...]:
    tables = read_lexicon("communique.language", "origins")
    return tuple(
        Origin(
            first=frozenset(table.get("first", "").split()), any_part=frozenset(table.get("any", "").split()),
            ends=tuple(table.get("ends", "").split()), within=tuple(table.get("within", "").split()),
            is_pinyin="second" in table, least=table.get("least", 1), most=table.get("most", 9),
            least_letters=table.get("least_letters", 5),
            states=words_of(table, "states"),
        )
        for name, table in tables.items() if name != "anywhere"
    )  # fmt: skip
