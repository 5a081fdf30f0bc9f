"""Tell what words said after a neutral cue do: the words go in, the act with the most signs for it comes out."""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from communique.coding.record import Act
from communique.errors import InvalidKind
from communique.language.words import Word
from communique.lexicon import read_lexicon

NARROW = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\n": " "})


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that speaks for an act, and how strongly."""

    act: Act
    weight: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ActSigns:
    """All signs, what a clause with "will" is worth, and the verbs and phrases that make it a mere timetable."""

    signs: tuple[Sign, ...]
    least: float
    will: float
    timetable: frozenset[str]
    phrases: re.Pattern[str]
    turns: tuple[tuple[Act, Act, re.Pattern[str]], ...]


@cache
def act_signs() -> ActSigns:
    """Return the signs of `lexicon/acts.toml`, read once; InvalidKind where a sign has no pattern."""
    table = read_lexicon("communique.coding", "acts")
    signs = []
    for entry in table["signs"]:
        if not entry["patterns"] or not all(entry["patterns"]):
            raise InvalidKind(entry["act"], reason="a sign without a pattern")
        pattern = re.compile("|".join(entry["patterns"]))
        signs.append(Sign(cast(Act, entry["act"]), entry["weight"], pattern))
    will = table["will"]
    turns = tuple(
        (cast(Act, t["from"]), cast(Act, t["to"]), re.compile("|".join(t["patterns"]))) for t in table["turns"]
    )
    return ActSigns(
        tuple(signs),
        table["least"],
        will["weight"],
        frozenset(will["timetable"]),
        re.compile("|".join(will["phrases"])),
        turns,
    )


def act_of_content(text: str, head: Word | None = None) -> Act:
    """What the words `text` do; `head` is the verb of their main clause where it is known."""
    table = act_signs()
    plain = text.translate(NARROW).lower().strip()
    scores: dict[Act, float] = {}
    for sign in table.signs:
        if sign.pattern.search(plain):
            scores[sign.act] = scores.get(sign.act, 0.0) + sign.weight
    if head is not None and _commits(head, table) and not table.phrases.search(plain):
        scores["pledge"] = scores.get("pledge", 0.0) + table.will
    if not scores:
        return "state"
    best = max(scores, key=lambda act: scores[act])
    return best if scores[best] >= table.least else "state"


def act_with_content(act: Act, text: str) -> Act:
    """The act that a specific cue does with these words: good wishes on a holiday are congratulations."""
    for before, after, pattern in act_signs().turns:
        if act == before and pattern.search(text.translate(NARROW).lower()):
            return after
    return act


def _commits(head: Word, table: ActSigns) -> bool:
    """Whether the clause says that something will be done, by somebody who can do it."""
    will = any(
        child.dep == "aux" and child.lower in ("will", "would", "shall", "'ll", "’ll") for child in head.children
    )
    return will and head.lemma not in table.timetable
