"""The words by which speech is attributed: `lexicon/cues.toml` goes in, a table by lemma comes out."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.errors import InvalidKind
from communique.language.words import Word
from communique.lexicon import read_lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class CueVerb:
    """What a verb does when it reports speech; `act` "content" leaves it to what is said."""

    act: str
    frames: frozenset[str]
    prepositions: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    particle: str | None = None
    voice: str | None = None
    things: bool = False
    recalled: bool = False
    marks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CueWords:
    """All cue words: verbs by lemma, nouns and adjectives by what they do, and what keeps words from being speech."""

    verbs: dict[str, tuple[CueVerb, ...]]
    light: frozenset[str]
    saying: frozenset[str]
    sending: frozenset[str]
    making: frozenset[str]
    made: frozenset[str]
    nouns: dict[str, str]
    copulas: frozenset[str]
    adjectives: dict[str, str]
    documents: frozenset[str]
    modals: frozenset[str]
    marks: frozenset[str]
    governors: frozenset[str]
    openers: frozenset[str]
    impersonal: frozenset[str]
    noted: frozenset[str]
    encounters: frozenset[str]
    noun_behind: frozenset[str]
    noun_after: frozenset[str]
    noun_senders: frozenset[str]
    noun_arrive: frozenset[str]


@cache
def cue_words() -> CueWords:
    """Return the table, read once; InvalidKind where a group of words is empty."""
    table = read_lexicon("communique.coding", "cues")
    verbs: dict[str, list[CueVerb]] = {}
    for name, group in table["verbs"].items():
        entry = _verb(group)
        if not group["words"] or not entry.frames:
            raise InvalidKind(name, reason="a group of cue verbs without words or frames")
        for lemma in group["words"]:
            verbs.setdefault(lemma, []).append(entry)
    adjectives = {k: v for k, v in table["adjectives"].items() if k != "verbs"}
    unspoken = table["unspoken"]
    return CueWords(
        verbs={lemma: tuple(entries) for lemma, entries in verbs.items()},
        light=_filled(table["light"], "words"), saying=_filled(table["light"], "saying"),
        sending=_filled(table["light"], "sending"), making=_filled(table["light"], "making"),
        made=_filled(table["light"], "made"), nouns=_by_word(table["nouns"]),
        copulas=_filled(table["adjectives"], "verbs"), adjectives=_by_word(adjectives),
        documents=_filled(table["documents"], "words"), modals=_filled(unspoken, "modals"),
        marks=_filled(unspoken, "marks"), governors=_filled(unspoken, "governors"),
        openers=_filled(unspoken, "openers"), impersonal=_filled(table["impersonal"], "words"),
        noted=_filled(table["impersonal"], "noted"), encounters=_filled(unspoken, "encounters"),
        noun_behind=_filled(table["spoken_nouns"], "behind"), noun_after=_filled(table["spoken_nouns"], "after"),
        noun_senders=_filled(table["spoken_nouns"], "senders"), noun_arrive=_filled(table["spoken_nouns"], "arrive"),
    )  # fmt: skip


def lemma_of(word: Word) -> str:
    """The lemma of a cue word by its form; the model's own (which makes "hoped" of "hop") where we have none."""
    return _forms().get(word.lower) or word.lemma.lower()


@cache
def _forms() -> dict[str, str]:
    """Every form of every cue verb with its lemma."""
    words = cue_words()
    table = read_lexicon("communique.coding", "cues")["forms"]
    forms: dict[str, str] = dict(table["irregular"])
    doubling = frozenset(table["doubling"])
    for lemma in sorted(set(words.verbs) | words.light | words.copulas):
        stem = lemma.removesuffix("e")
        if lemma in doubling:
            stem += lemma[-1]
        past = lemma[:-1] + "ied" if lemma.endswith("y") and lemma[-2] not in "aeiou" else stem + "ed"
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
        if lemma.endswith("y") and lemma[-2] not in "aeiou":
            third = lemma[:-1] + "ies"
        for form in (lemma, past, third, stem + "ing"):
            forms.setdefault(form, lemma)
    return forms


def _verb(group: dict[str, Any]) -> CueVerb:
    return CueVerb(
        act=group["act"], frames=frozenset(group["frames"]), prepositions=frozenset(group.get("prepositions", ())),
        through=frozenset(group.get("through", ())), nouns=frozenset(group.get("nouns", ())),
        particle=group.get("particle"), voice=group.get("voice"), things=bool(group.get("things")),
        recalled=bool(group.get("recalled")), marks=bool(group.get("marks")),
    )  # fmt: skip


def _filled(group: dict[str, Any], key: str) -> frozenset[str]:
    """The words under `key`; an empty list would match nothing or everything, so it is refused."""
    if not group.get(key):
        raise InvalidKind(key, reason="an empty list of words")
    return frozenset(group[key])


def _by_word(groups: dict[str, list[str]]) -> dict[str, str]:
    return {word: act for act, words in groups.items() for word in words}


@cache
def speaking_nouns() -> frozenset[str]:
    """Common nouns for people and institutions, from `lexicon/speakers.toml`."""
    table = read_lexicon("communique.coding", "speakers")
    return _filled(table["people"], "words")
