"""Frames of a stance: "spoke in favour of talks", "came out in support of the plan", "placed emphasis on trade"."""

from communique.coding.speech.cue import Cue, make_cue
from communique.coding.speech.lexicon import CueVerb
from communique.language.words import Word

FAVOUR = frozenset({"favor", "favour", "support"})


def match_favour(word: Word, entry: CueVerb) -> Cue | None:
    """ "In favour of" or "in support of" behind the verb."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    for at in range(place + 1, min(place + 6, len(sentence) - 3)):
        if sentence[at].text in (",", ";", ".") or sentence[at].pos == "VERB":
            return None
        if sentence[at].lower == "in" and sentence[at + 1].lower in FAVOUR and sentence[at + 2].lower == "of":
            of = sentence[at + 2]
            inner = of.child_by("pobj", "pcomp")
            return make_cue(word, entry, "preposition", of.i + 1, inner or of, stop=of.i + 1)
    return None


def match_emphasis(word: Word, entry: CueVerb) -> Cue | None:
    """A noun of weight and what it is put on: "placed emphasis on the need for calm"."""
    noun = next((c for c in word.children if c.dep == "dobj" and c.lower in entry.nouns), None)
    if noun is None:
        return None
    for holder in (noun, word):
        for child in holder.children:
            if child.dep in ("prep", "dative") and child.i > noun.i and child.lower in entry.prepositions:
                inner = child.child_by("pobj", "pcomp")
                if inner is not None:
                    return make_cue(word, entry, "preposition", child.i, inner, stop=child.i)
    return None
