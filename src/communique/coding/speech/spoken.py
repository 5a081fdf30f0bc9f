"""Tell whether a cue word is really spoken: asked of the future, of a wish, of a refusal it is not."""

from communique.coding.speech.lexicon import CueWords, cue_words, lemma_of
from communique.language.words import Word

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def is_spoken(verb: Word) -> bool:
    """Whether the verb tells of speech that took place: finite, a participle beside a main clause, or a purpose."""
    words = cue_words()
    for child in verb.children:
        if child.dep == "neg" or (child.dep == "aux" and child.tag == "MD"):
            return False
        if child.dep in ("mark", "advmod") and child.i < verb.i and child.lower in words.marks:
            return False
    if verb.tag == "VBG":
        return _is_spoken_participle(verb, words)
    if verb.tag == "VB":
        return _is_spoken_infinitive(verb, words)
    if verb.tag == "VBN":
        return _is_spoken_past_participle(verb)
    return True


def is_finite(verb: Word) -> bool:
    """Whether the verb heads a finite clause: tensed itself or through an auxiliary."""
    if verb.tag in FINITE or verb.tag == "MD":
        return True
    return any(child.dep in ("aux", "auxpass") and child.tag in ("VBD", "VBZ", "VBP", "MD") for child in verb.children)


def _has_subject(verb: Word) -> bool:
    return any(child.dep in ("nsubj", "nsubjpass", "csubj", "expl") for child in verb.children)


def _is_future(verb: Word) -> bool:
    while True:
        if any(child.dep == "aux" and child.tag == "MD" for child in verb.children):
            return True
        if verb.dep != "conj" or verb.head is verb or _has_subject(verb):
            return False
        verb = verb.head


def _is_spoken_participle(verb: Word, words: CueWords) -> bool:
    if any(child.dep == "aux" and child.lemma == "be" for child in verb.children):
        return True
    if verb.dep == "conj" and verb.head is not verb:
        return verb.head.tag != "VBG" or is_spoken(verb.head) or verb.head.dep in ("advcl", "acl")
    if verb.dep == "pcomp":
        beside = verb.head.lower == "with" and _has_subject(verb)
        return beside or verb.head.lower in ("by", "in", "while", "as", "for")
    if verb.dep == "acl":
        return verb.head.lemma.lower() in words.documents or _follows_comma(verb)
    if verb.dep == "xcomp":
        return verb.head.lemma in ("begin", "start", "continue", "conclude", "open", "close", "keep", "be")
    if verb.dep == "advcl" and verb.head.pos in ("VERB", "AUX") and _is_future(verb.head):
        return False
    return verb.dep in ("advcl", "ROOT", "ccomp", "dep", "parataxis", "prep", "relcl")


def _follows_comma(verb: Word) -> bool:
    sentence = verb.sentence.words
    place = verb.i - sentence[0].i
    while place > 0 and sentence[place - 1].pos == "ADV":
        place -= 1
    return place > 0 and sentence[place - 1].text in (",", "–", "—", "--", "-")


def _is_spoken_infinitive(verb: Word, words: CueWords) -> bool:
    """A purpose of an encounter that took place ("called to thank"), a wish ("would like to thank"), or "did say"."""
    auxiliaries = [child for child in verb.children if child.dep == "aux"]
    if any(child.lemma == "do" for child in auxiliaries):
        return True
    above = verb.head
    if not any(child.tag == "TO" for child in auxiliaries):
        if verb.dep == "conj" and above is not verb and not _has_subject(verb):
            if _stands_under_cue(verb, words):
                return True
            return is_spoken(above) if above.tag in ("VB", "VBP") else above.tag in FINITE and not _is_future(above)
        return _has_subject(verb) or verb.is_root  # "We condemn" read as a bare infinitive
    if above is verb:
        return False
    if verb.dep == "conj" and above.tag == "VB":
        return _is_spoken_infinitive(above, words)
    if above.tag in ("JJ", "VBN", "NN", "NNS") and above.lemma.lower() in words.openers:
        return not _is_future(above.head)
    if above.pos not in ("VERB", "AUX") or above.lemma not in words.governors:
        return False
    if above.lemma in ("like", "wish", "want"):
        return _is_first_person(above)
    return not _is_future(above) and above.tag != "VB" and (above.tag != "VBG" or _is_progressive(above))


def _stands_under_cue(verb: Word, words: CueWords) -> bool:
    """Whether a present cue stands above: "We reject the use of force to draw borders and call on both sides"."""
    return any(
        above.tag in ("VBP", "VBZ") and lemma_of(above) in words.verbs and is_spoken(above)
        for above in verb.ancestors()
    )


def _is_progressive(verb: Word) -> bool:
    return any(child.dep == "aux" for child in verb.children)


def _is_first_person(verb: Word) -> bool:
    subject = verb.child_by("nsubj")
    return subject is not None and subject.lower in ("i", "we")


def _is_spoken_past_participle(verb: Word) -> bool:
    for child in verb.children:
        if child.dep in ("aux", "auxpass") and child.tag != "TO":
            return child.lower not in ("be", "being")
    if verb.dep in ("acl", "amod", "relcl"):
        return False
    if verb.dep == "conj" and verb.head is not verb and verb.head.pos in ("VERB", "AUX") and not _has_subject(verb):
        return is_spoken(verb.head)
    return _has_subject(verb)
