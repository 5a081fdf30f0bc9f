"""Tell what words said after a neutral cue do: the words go in, the act with the most signs for it comes out.

A phrase does what its noun tells ("its support for Kyiv"), a clause what its signs tell; "will" commits the speaker's
side alone.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import cast

from communique.coding.record import Act
from communique.coding.speech.cue import SUBJECTS
from communique.coding.speech.lexicon import cue_words, lemma_of, speaking_nouns
from communique.errors import InvalidKind
from communique.language.nations.countries import find_country_names
from communique.language.words import Word
from communique.lexicon import read_lexicon

# What only the one who does it can do: told of another it is plainly told.
OWN_ACTS: frozenset[Act] = frozenset(
    {"agree", "reject", "deny", "demand", "propose", "regret", "thank", "welcome", "reaffirm", "ask"}
)
WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})

NARROW = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "\n": " "})


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that speaks for an act, and how strongly."""

    act: Act
    weight: float
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ActSigns:
    """All signs, the nouns of phrases, what a clause with "will" is worth, and which verbs tell mere encounters."""

    signs: tuple[Sign, ...]
    least: float
    will: float
    encounters: frozenset[str]
    others: frozenset[str]
    nouns: dict[str, Act]
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
        frozenset(will["encounters"]),
        frozenset(will["others"]),
        {noun: cast(Act, act) for act, nouns in table["phrases"].items() for noun in nouns},
        re.compile("|".join(will["phrases"])),
        turns,
    )


def act_of_content(text: str, head: Word | None = None, countries: Collection[str] = ()) -> Act:
    """What the words `text` do; `head` is the verb or noun they hang on, `countries` are the speaker's own."""
    table = act_signs()
    if head is not None and head.pos == "NOUN" and (act := table.nouns.get(head.lower)) is not None:
        return act
    plain = text.translate(NARROW).lower().strip()
    scores: dict[Act, float] = {}
    for sign in table.signs:
        if sign.pattern.search(plain):
            scores[sign.act] = scores.get(sign.act, 0.0) + sign.weight
    if head is not None and _commits(head, table, countries) and not table.phrases.search(plain):
        scores["pledge"] = scores.get("pledge", 0.0) + table.will
    if not scores:
        return "state"
    best = max(scores, key=lambda act: scores[act])
    if best in OWN_ACTS and is_of_others(head, countries):
        return "state"
    return best if scores[best] >= table.least else "state"


def is_of_others(head: Word | None, countries: Collection[str]) -> bool:
    """Whether the clause tells what another state or person did: "he said Paris had agreed"."""
    subject = head.child_by(*SUBJECTS) if head is not None else None
    if head is None or subject is None or subject.tag == "PRP" or not countries or head.pos not in ("VERB", "AUX"):
        return False
    if subject.child_by("conj") is not None or lemma_of(head) not in cue_words().verbs:
        return False
    if subject.lemma.lower() in act_signs().others:
        return True
    named = {name.country for name in find_country_names(subject.subtree())}
    return bool(named) and not named & set(countries)


def act_with_content(act: Act, text: str) -> Act:
    """The act that a specific cue does with these words: good wishes on a holiday are congratulations."""
    for before, after, pattern in act_signs().turns:
        if act == before and pattern.search(text.translate(NARROW).lower()):
            return after
    return act


def _commits(head: Word, table: ActSigns, countries: Collection[str]) -> bool:
    """Whether the clause, or one joined to it, says what the speaker's side will do."""
    subject = head.child_by(*SUBJECTS)
    for verb in (head, *(c for c in head.children_by("conj") if c.pos == "VERB")):
        auxiliaries = [child for child in verb.children if child.dep == "aux"]
        perfect = any(child.lower == "have" for child in auxiliaries)
        if perfect or verb.lemma in table.encounters or not any(child.lower in WILL for child in auxiliaries):
            continue
        return _is_own_side(verb.child_by(*SUBJECTS) or subject, countries)
    return False


def _is_own_side(subject: Word | None, countries: Collection[str]) -> bool:
    """Whether a clause tells of the speaker's side, by its subject."""
    if subject is None or subject.tag == "PRP":
        return True
    if subject.lemma.lower() in act_signs().others:
        return False
    named = {name.country for name in find_country_names(subject.subtree())}
    if named:
        return not countries or bool(named & set(countries))
    return subject.entity == "ORG" or subject.child_by("poss") is not None or subject.lemma.lower() in speaking_nouns()
