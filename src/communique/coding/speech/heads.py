"""Find the words that name who speaks: a cue goes in, the heads of its speakers come out."""

from collections.abc import Sequence

from communique.coding.speech.cue import SUBJECTS, Cue
from communique.coding.speech.lexicon import speaking_nouns
from communique.language.clauses import conjuncts, subjects
from communique.language.words import Word


def speaker_heads(cue: Cue) -> list[Word]:
    """The heads of who speaks, looked up through participles, purposes and "was quoted as saying"."""
    word = cue.word
    if cue.source is not None:
        return conjuncts(cue.source)
    if cue.impersonal:
        return []
    if cue.frame == "noun":
        return _behind_governor(word)
    if cue.frame == "according":
        return [cue.head] if cue.head is not None else []
    if cue.passive:
        agent = next((c.child_by("pobj") for c in word.children if c.dep == "agent"), None)
        return [agent] if agent is not None else []
    if word.tag == "VBG" and word.dep == "pcomp" and word.head.lower == "as":
        quoting = word.head.head
        if any(c.dep == "auxpass" for c in quoting.children):
            return subjects(quoting)
        target = quoting.child_by("dobj")
        return [target] if target is not None else subjects(quoting)
    own = word.child_by(*SUBJECTS)
    if own is not None and own.tag == "VBG":
        return _near_subject(word) or [own]
    if own is None and word.dep == "acl" and word.tag == "VBG":
        return _behind_participle(word)
    if own is None and word.dep == "acl" and word.tag in ("VBD", "VBZ", "VBP"):
        return [word.head]
    if own is None and word.dep in ("xcomp", "advcl") and word.tag in ("VB", "VBG"):
        return _behind_governor(word)
    found = subjects(word) or _near_subject(word)
    if word.dep == "conj" and word.head.dep == "ccomp" and cannot_speak(found):
        return subjects(word.head.head)  # "said the curbs were unfair and urged Oslo to lift them"
    return found


def cannot_speak(words: Sequence[Word]) -> bool:
    """Whether all the words are nouns for things."""
    return bool(words) and all(
        word.pos == "NOUN" and word.lemma.lower() not in speaking_nouns() and word.tag in ("NN", "NNS")
        for word in words
    )


def _near_subject(word: Word) -> list[Word]:
    """A name or noun right before the verb; for a verb joined to a noun by a faulty parse, what heads the sentence."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i - 1
    while place >= 0 and (sentence[place].pos in ("ADV", "AUX") or sentence[place].text == ","):
        place -= 1
    if word.dep == "conj" and word.head.pos not in ("VERB", "AUX"):
        top = word.sentence.root
        first = next((w for w in sentence if w.dep in SUBJECTS and w.i < word.i), None)
        return [first] if first is not None else [top] if top.pos in ("NOUN", "PROPN") and top.i < word.i else []
    if word.tag == "VBG" or place < 0:
        return []
    before = next((c for c in word.children if c.dep == "ccomp" and c.i < word.i), None)
    if before is not None and (lost := before.child_by(*SUBJECTS)) is not None:
        return [lost]  # "the message, read out at the dinner, said": the noun hung on "read"
    near = sentence[place]
    while (
        near.dep in ("compound", "flat", "conj", "appos", "pobj", "prep")
        and near.head.i < word.i
        and near.head is not near
    ):
        if near.dep == "appos" and _opens_behind_phrase(near):
            break
        if near.dep in ("pobj", "prep") and near.head.pos not in ("NOUN", "PROPN", "ADP"):
            break
        if near.dep == "conj" and near.head.dep == "pobj" and _comma_between(near.head, near):
            return conjuncts(near)  # "brokered by China, X and Y agreed": the list goes on, but not with China
        near = near.head
    return [near] if near.pos in ("NOUN", "PROPN", "PRON") else []


def _opens_behind_phrase(noun: Word) -> bool:
    """Whether a noun read as an apposition stands behind an opening phrase: "In a letter to Rossi, the king noted"."""
    sentence = noun.sentence.words
    first = min((w.i for w in noun.subtree() if w.dep != "punct"), default=noun.i) - sentence[0].i
    opens = sentence[0].pos == "ADP" or sentence[0].tag == "VBG"
    return opens and first > 1 and sentence[first - 1].text == ","


def _comma_between(first: Word, second: Word) -> bool:
    words = first.sentence.words
    between = words[first.i - words[0].i + 1 : second.i - words[0].i]
    return any(w.text == "," for w in between) and not any(w.dep == "cc" for w in between)


def _behind_participle(word: Word) -> list[Word]:
    """ "issued a statement condemning": whoever issued it; "X, citing sources, said": X."""
    noun = word.head
    if noun.dep in ("dobj", "pobj", "nsubjpass"):
        above = noun.head
        while above.pos not in ("VERB", "AUX") and above.head is not above:
            above = above.head
        if above.pos == "VERB":
            return subjects(above)
    return [noun]


def _behind_governor(word: Word) -> list[Word]:
    above = word.head
    while above.pos not in ("VERB", "AUX") and above.head is not above:
        above = above.head
    found = subjects(above)
    if above.child_by("nsubjpass") is not None and above.child_by("agent") is not None:
        agent = next((c.child_by("pobj") for c in above.children if c.dep == "agent"), None)
        return [agent] if agent is not None else found
    return found
