"""Cues in the passive: "was urged by Rome to help", "it was noted that …", "the need for calm was noted"."""

from dataclasses import replace

from communique.coding.speech.clause_frames import find_infinitive, match_clause
from communique.coding.speech.cue import Cue, left_edge, make_cue
from communique.coding.speech.lexicon import CueVerb, CueWords, cue_words, lemma_of
from communique.language.words import Word

NO_PHRASE = ("PRP", "WDT", "WP")


def find_passive_cue(word: Word, entries: tuple[CueVerb, ...], table: CueWords) -> Cue | None:
    """The cue that a verb in the passive gives: its speaker stands behind "by", or nobody is named."""
    agent = next((c.child_by("pobj") for c in word.children if c.dep == "agent"), None)
    subject = word.child_by("nsubjpass", "nsubj", "expl")
    if agent is not None:
        found = (_by_agent(word, entry, subject) for entry in entries)
        return next((cue for cue in found if cue is not None), None)
    emphasis = next((e for e in entries if "emphasis" in e.frames), None)
    if emphasis is not None and subject is not None:
        return _emphasised(word, emphasis, subject)
    if lemma_of(word) not in table.impersonal or subject is None:
        return None
    return _by_nobody(word, entries, subject) or _noted_phrase(word, entries[0], subject, table)


def _emphasised(word: Word, entry: CueVerb, subject: Word) -> Cue | None:
    """ "Emphasis was placed on the need for calm"."""
    if subject.lower not in entry.nouns:
        return None
    for child in word.children:
        if child.dep == "prep" and child.i > word.i and child.lower in entry.prepositions:
            inner = child.child_by("pobj", "pcomp")
            if inner is not None:
                return replace(make_cue(word, entry, "preposition", child.i, inner), first=subject.i, impersonal=True)
    return None


def _by_agent(word: Word, entry: CueVerb, subject: Word | None) -> Cue | None:
    """ "Was urged by Rome to help", "the plan was rejected by Rome"."""
    found = find_infinitive(word)
    if found is not None and "other-to" in entry.frames:
        cue = make_cue(word, entry, "other-to", found[0], found[1])
        return replace(cue, addressee=subject, passive=True)
    called = next((c for c in word.children if c.dep == "prep" and c.lower == "as" and c.i > word.i), None)
    if called is not None and "as" in entry.frames:
        return replace(make_cue(word, entry, "as", called.i, called), passive=True)
    if subject is None or "object" not in entry.frames or subject.entity or subject.tag in NO_PHRASE:
        return None
    if entry.nouns and subject.lemma not in entry.nouns:
        return None
    return replace(make_cue(word, entry, "subject", left_edge(subject), subject), limit=word.i, passive=True)


def _by_nobody(word: Word, entries: tuple[CueVerb, ...], subject: Word) -> Cue | None:
    """ "It was noted that", "it was agreed to": the whole is the cue."""
    if subject.lower not in ("it", "there"):
        return None
    first = subject.i if subject.lower == "it" else word.i
    clause = next((c for e in entries if "that" in e.frames and (c := match_clause(word, e)) is not None), None)
    if clause is not None:
        return replace(clause, first=first, act=_noted_gladly(word) or clause.act, addressee=None, impersonal=True)
    found = find_infinitive(word)
    if found is not None and any("to" in entry.frames for entry in entries):
        return replace(make_cue(word, entries[0], "to", found[0], found[1]), first=first, impersonal=True)
    return None


def _noted_phrase(word: Word, entry: CueVerb, subject: Word, table: CueWords) -> Cue | None:
    """ "The need for calm was noted": the subject is what is said."""
    if lemma_of(word) not in table.noted or subject.tag in NO_PHRASE or subject.entity:
        return None
    return replace(make_cue(word, entry, "subject", left_edge(subject), subject), limit=word.i, impersonal=True)


def _noted_gladly(word: Word) -> str | None:
    """ "It was noted with satisfaction that" welcomes."""
    for child in word.children:
        if child.dep == "prep" and child.lower == "with":
            noun = child.child_by("pobj")
            return cue_words().nouns.get(noun.lower) if noun is not None else None
    return None
