"""Cues that are nouns without a verb of saying: "ended the visit with a call for calm", "praise came from Rome"."""

from communique.coding.speech.cue import Cue
from communique.coding.speech.lexicon import CueWords
from communique.language.words import Word


def find_spoken_noun(noun: Word, table: CueWords) -> Cue | None:
    """The cue of a noun behind "with", or of one that "came from" somebody; None for other nouns."""
    if noun.lemma in table.noun_behind and noun.dep == "pobj":
        return _behind_with(noun, table)
    if noun.lower in table.noun_senders and noun.dep in ("nsubj", "nsubjpass"):
        return _sent(noun, table)
    return None


def _behind_with(noun: Word, table: CueWords) -> Cue | None:
    preposition, verb = noun.head, noun.head.head
    while verb.pos in ("NOUN", "PROPN") and verb.dep in ("dobj", "pobj", "prep") and verb.head is not verb:
        verb = verb.head
    if preposition.lower not in ("with", "by") or verb.lemma not in table.noun_after or verb.tag not in ("VBD", "VBZ"):
        return None
    return _cue(noun, table.nouns.get(noun.lower, "pledge"), first=noun.i)


def _sent(noun: Word, table: CueWords) -> Cue | None:
    verb = noun.head
    if verb.lemma not in table.noun_arrive or verb.tag not in ("VBD", "VBZ") and verb.dep != "ROOT":
        return None
    sources = [c.child_by("pobj") for c in verb.children if c.dep == "prep" and c.lower == "from"]
    act = table.nouns.get(noun.lower)
    if not sources or sources[0] is None or act is None:
        return None
    return _cue(noun, act, first=noun.i, source=sources[0])


def _cue(noun: Word, act: str, *, first: int, source: Word | None = None) -> Cue | None:
    """The cue, where what is said follows the noun as an infinitive, a clause or a phrase."""
    for child in noun.children:
        if child.i < noun.i or child.dep not in ("acl", "relcl", "ccomp", "prep"):
            continue
        if child.dep == "prep" and child.lower not in ("for", "on", "over", "of", "to", "against", "at"):
            continue
        mark = next((c for c in child.children if c.lower == "that" and c.i < child.i), None)
        start = mark.i + 1 if mark is not None else child.subtree()[0].i
        if start > noun.i:
            return Cue(
                word=noun, first=first, stop=noun.i + 1, act=act, frame="noun", start=start, head=child, source=source
            )
    return None
