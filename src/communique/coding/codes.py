"""Give events and statements their codes: CAMEO, PLOVER, quad class and Goldstein value.

The rules and values, and where they come from, stand in `lexicon/codes.toml`.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.coding.record import Act, Codes, Event, EventKind, Status
from communique.lexicon import read_lexicon

_Setting = Literal["host", "third country"]


@dataclass(frozen=True, slots=True)
class _Rule:
    status: frozenset[Status]
    words: re.Pattern[str] | None
    pattern: re.Pattern[str] | None
    in_trigger_only: bool
    setting: _Setting | None
    codes: Codes


@dataclass(frozen=True, slots=True)
class _Refinement:
    acts: frozenset[Act]
    words: re.Pattern[str] | None
    cue: re.Pattern[str] | None
    codes: Codes


def code_event(event: Event, trigger: str, evidence: str = "") -> Codes:
    """Return the codes of `event`; `trigger` is the words that announce it, `evidence` those around them.

    A rule that asks for words prefers those of the trigger: "lifted" tells a sanction's end from its start.
    """
    if event.status == "denied":
        return Codes()
    for rule in _rules().get(event.kind, ()):
        if rule.status and event.status not in rule.status:
            continue
        if rule.setting and rule.setting != _setting(event):
            continue
        if rule.words and not (rule.words.search(trigger) or not rule.in_trigger_only and rule.words.search(evidence)):
            continue
        if rule.pattern and not rule.pattern.search((trigger if rule.in_trigger_only else evidence or trigger).lower()):
            continue
        return rule.codes
    return Codes()


def code_statement(act: Act, words: str = "", cue: str = "") -> Codes:
    """Return the codes of a statement by its act, refined by what its words do: refuse, threaten, demand, accept.

    `cue` is the words that attribute it: who "offered to" act means to, who "apologised" does more than regret.
    """
    lower, attributed = words.lower(), cue.lower()
    for rule in _refined():
        if act not in rule.acts or (rule.cue is not None and not rule.cue.search(attributed)):
            continue
        if rule.words is None or (words and rule.words.search(lower)):
            return rule.codes
    return _statement_codes()[act]


def quad_class(cameo: str) -> int:
    """The quad class of a CAMEO code: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    root = int(cameo[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


@cache
def _rules() -> dict[EventKind, tuple[_Rule, ...]]:
    rules: dict[EventKind, list[_Rule]] = {}
    for row in read_lexicon("communique.coding", "codes")["event"]:
        words = (
            re.compile(r"\b(?:" + "|".join(map(re.escape, row["words"])) + ")", re.IGNORECASE)
            if "words" in row
            else None
        )
        rules.setdefault(row["kind"], []).append(
            _Rule(
                status=frozenset(row.get("status", ())), words=words,
                pattern=re.compile(row["pattern"]) if "pattern" in row else None,
                in_trigger_only=row.get("where") == "trigger",
                setting=row.get("setting"), codes=_codes(row["cameo"], row.get("plover")),
            )
        )  # fmt: skip
    return {kind: tuple(of_kind) for kind, of_kind in rules.items()}


@cache
def _statement_codes() -> dict[Act, Codes]:
    table = read_lexicon("communique.coding", "codes")["statement"]
    return {act: _codes(row["cameo"], row.get("plover")) for act, row in table.items()}


@cache
def _refined() -> tuple[_Refinement, ...]:
    return tuple(
        _Refinement(
            frozenset(row["acts"]), re.compile(row["words"]) if "words" in row else None,
            re.compile(row["cue"]) if "cue" in row else None, _codes(row["cameo"], row.get("plover")),
        )
        for row in read_lexicon("communique.coding", "codes")["refined"]
    )  # fmt: skip


def _codes(cameo: str, plover: str | None) -> Codes:
    values = read_lexicon("communique.coding", "codes")["goldstein"]
    return Codes(cameo=cameo, plover=plover, quad=quad_class(cameo), goldstein=values.get(cameo))


def _setting(event: Event) -> _Setting | None:
    """Whether a party receives the others, or the place lies in none of the parties' countries."""
    if any(party.role == "host" for party in event.participants):
        return "host"
    sides = {party.country for party in event.participants if party.country}
    place = event.place.country if event.place else None
    return "third country" if place and len(sides) > 1 and place not in sides else None
