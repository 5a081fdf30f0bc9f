"""Read "to travel" by what governs it: an infinitive goes in, what makes it a promise and how strongly comes out."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from communique.coding.record import Strength
from communique.language.clauses import is_negated, is_passive
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

_VERBAL = frozenset({"VERB", "AUX"})
_GIVING = frozenset("send provide give donate supply deliver allocate grant visit open close set".split())
# What "is to" something without being about to: "the goal is to hold elections".
_AIMS = frozenset(
    """goal aim aims goals objective objectives purpose task tasks idea priority priorities challenge way key solution
    point reason job role duty intention hope policy question problem approach answer alternative strategy option
    choice mandate thing things desire wish dream ambition focus responsibility obligation concern function vision
    motive message advice recommendation principle rule step response temptation tendency trick lesson goalpost remit
    that this it what all there which one first rest""".split()
)
UNITS = frozenset("hour hours day days week weeks fortnight month months year years".split())
_ORDERS = frozenset("order tell instruct ask direct require force give have get allow".split())


@dataclass(frozen=True, slots=True)
class Future:
    """A verb that tells of something to come, the word that says so ("will", "agreed"), and how strongly."""

    verb: Word
    mark: Word
    strength: Strength


def is_infinitive(verb: Word) -> bool:
    """Whether a verb stands with "to": "to travel", "to be held"."""
    return verb.tag in {"VB", "VBN"} and any(child.lower == "to" and child.dep == "aux" for child in verb.children)


def read_infinitive(verb: Word) -> Future | None:
    """Return what the infinitive promises by the word above it: "is to", "agreed to", "the decision to"."""
    by_verb, by_noun = governors()
    above = verb.head
    if verb.dep == "conj" and above.tag in {"VB", "VBN"}:
        joined = read_infinitive(above) if above is not verb else None
        return Future(verb, joined.mark, joined.strength) if joined else None
    if above.pos in {"NOUN", "PROPN"} and verb.dep in {"acl", "relcl"}:
        return _from_noun(verb, above, by_noun)
    if above.lemma == "be" and verb.dep in {"xcomp", "ccomp", "advcl"}:
        return Future(verb, above, strength_above(above) or "stated") if _is_acting(above, verb) else None
    if _has_deadline(above):
        return Future(verb, above, "stated") if verb.dep in {"xcomp", "advcl", "ccomp", "acl"} else None
    if above.lemma == "have" or is_negated(above):
        return None
    if above.lower in {"likely", "due"} and above.pos == "ADJ":
        return Future(verb, above.head, "stated") if above.head.lemma == "be" else None
    strength = by_verb.get(above.lemma) or by_verb.get(above.lower) or by_verb.get(above.lower.removesuffix("s"))
    if above.lemma in {"decide", "resolve", "determine"} and above.tag not in {"VBD", "VBN"} and verb.lemma != "meet":
        return None
    if strength is None or verb.dep not in {"xcomp", "ccomp", "advcl", "acl", "dobj"}:
        return None
    if (
        strength == "stated"
        and above.lemma in {"set", "expect", "prepare"}
        and not (is_passive(above) or above.lemma == "prepare")
    ):
        return None
    if verb.dep == "advcl" and above.lemma in {"agree", "pledge", "promise"} and above.child_by("prep", "dobj"):
        return None
    if strength == "hoped" and above.lemma in {"want", "seek", "believe", "trust", "look"}:
        return None
    return Future(verb, above, strength_above(above) or strength)


def strength_above(verb: Word) -> Strength | None:
    """The strength that a word above gives: "it was agreed that … would", "voiced confidence that … would"."""
    by_verb, by_noun = governors()
    word = verb
    while word.dep == "conj" and word.head is not word:
        word = word.head
    if word.dep not in {"ccomp", "acl", "relcl", "nsubjpass", "dobj", "csubj", "csubjpass"} or word.head is word:
        return None
    above = word.head
    if above.pos == "NOUN" and word.dep == "acl":
        return by_noun.get(above.lower)
    strength = by_verb.get(above.lemma) if above.pos in _VERBAL else None
    return (
        strength
        if strength in {"agreed", "pledged", "hoped", "offered"} and above.lemma not in {"decide", "look"}
        else None
    )


@cache
def governors() -> tuple[dict[str, Strength], dict[str, Strength]]:
    """The verbs and the nouns that govern a promise, with its strength."""
    tables = read_lexicon("communique.coding", "promises")
    return _strengths(tables["strength"]), _strengths(tables["nouns"])


def _strengths(table: dict[str, str]) -> dict[str, Strength]:
    return {
        word: strength for strength in get_args(Strength) if strength in table for word in words_of(table, strength)
    }


def _from_noun(verb: Word, noun: Word, by_noun: dict[str, Strength]) -> Future | None:
    """Read "an invitation to visit", "plans to open", "seven days to leave"."""
    if noun.lower in UNITS:
        return Future(verb, noun.head, "stated") if noun.head.lemma in _ORDERS and not is_negated(noun.head) else None
    strength = by_noun.get(noun.lower)
    if noun.lower == "decision" and verb.lemma not in _GIVING:
        return None
    if strength == "invited" and _is_accepted(noun):
        strength = "accepted"
    return Future(verb, noun, strength) if strength else None


def _has_deadline(above: Word) -> bool:
    """Whether a state is given so many days: "has 40 days to ratify", "were given a month to leave"."""
    return (
        above.lemma in {"have", "give"}
        and not is_negated(above)
        and any(child.lower in UNITS and child.dep in {"dobj", "npadvmod"} for child in above.children)
    )


def _is_accepted(invitation: Word) -> bool:
    """Whether an invitation is told to be accepted, in its clause or the sentence's rest."""
    return any(word.lemma == "accept" and not is_negated(word) for word in invitation.sentence.words)


def _is_next_to(be: Word, verb: Word) -> bool:
    """Whether nothing but adverbs parts "is" from "to": "is in Rome to meet" tells what somebody is there for."""
    to = next((child.i for child in verb.children if child.lower == "to"), verb.i)
    words = be.sentence.words
    return all(word.tag in {"RB", ","} for word in words[be.i + 1 - words[0].i : to - words[0].i])


def _is_acting(be: Word, verb: Word) -> bool:
    """Whether "is to" has somebody or an act for its subject; "the goal is to" has none, save what is to be done."""
    if not _is_next_to(be, verb) and not any(child.lower in {"will", "due", "would"} for child in be.children):
        return False
    subject = be.child_by("nsubj", "nsubjpass")
    if subject is None:
        return be.dep == "conj"
    if verb.tag == "VBN":
        return subject.lower not in _AIMS or subject.lower in {"that", "it", "which", "one"}
    if subject.lower == "which" and be.dep == "relcl":
        return be.head.lower not in _AIMS
    return subject.lower not in _AIMS
