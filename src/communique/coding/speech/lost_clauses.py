"""Find the clause behind a verb of saying where the parse lost it: from the words alone, without the tree."""

from communique.coding.speech.cue import SUBJECTS, Cue, make_cue
from communique.coding.speech.lexicon import CueVerb, lemma_of
from communique.language.words import Word

REACH = 6
REACH_BEHIND_ADDRESSEE = 16  # "told a news conference in the capital late on Monday that"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENING = frozenset({"DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ"})
BARE = frozenset({"say", "add"})  # verbs that only ever open a clause, so that "that" may be left out


def find_lost_clause(word: Word, entry: CueVerb) -> Cue | None:
    """The clause that "that" opens behind the verb, or a bare one behind "said" which the tree does not show."""
    return _behind_that(word, entry) or _bare(word, entry)


def _behind_that(word: Word, entry: CueVerb) -> Cue | None:
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    spoken_to = next((c for c in word.children if c.dep in ("dobj", "dative") and c.i > word.i), None)
    for following in sentence[place + 1 : place + 1 + (REACH_BEHIND_ADDRESSEE if "told" in entry.frames else REACH)]:
        if following.lower == "that" and following.dep == "mark" and following.head is not word:
            start = following.i + 1
            addressee = spoken_to if spoken_to is not None and spoken_to.i < start else None
            return make_cue(word, entry, "that", start, following.head, addressee=addressee)
        if following.text in (",", ".", ";") or following.pos == "VERB":
            return None
    return None


def _bare(word: Word, entry: CueVerb) -> Cue | None:
    """ "Said the call served peace", read as one noun phrase behind "said"."""
    if lemma_of(word) not in BARE or word.tag not in ("VBD", "VBZ") or any(c.dep == "ccomp" for c in word.children):
        return None
    if not any(c.dep in SUBJECTS and c.i < word.i for c in word.children):
        return None
    following = [w for w in word.sentence.words if w.i > word.i]
    while following and (following[0].dep == "npadvmod" or following[0].entity in ("DATE", "TIME")):
        following.pop(0)
    if len(following) < REACH // 2 or following[0].pos not in OPENING:
        return None
    for verb in following[1:]:
        if verb.text in (",", ";", ":"):
            return None
        if verb.tag in FINITE:
            head = verb.head if verb.dep in ("aux", "auxpass") and verb.head.i > verb.i else verb
            return make_cue(word, entry, "that", following[0].i, head)
    return None
