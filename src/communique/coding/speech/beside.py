"""Find the words that a cue beside them attributes: "…, he added", "according to officials, …"."""

from communique.coding.speech.cue import SUBJECTS, left_edge
from communique.coding.speech.speech import Speech
from communique.coding.speech.spoken import is_finite
from communique.language.words import Word

LONGEST_TAIL, LONGEST_NAME = 7, 12  # words


def find_beside(speech: Speech) -> bool:
    """For a cue beside its words, find the clause it belongs to; False where there is none."""
    cue = speech.cue
    if cue.frame == "according":
        below = cue.word.subtree()
        above = cue.word.head
        while above.pos not in ("VERB", "AUX") and above.head is not above:
            above = above.head
        speech.head = above if above.pos in ("VERB", "AUX") else cue.word.sentence.root
        speech.clause = (cue.word.i, max(below[-1].i + 1, cue.stop + (cue.head.i - cue.stop + 1 if cue.head else 0)))
        return speech.head is not cue.word
    if cue.frame != "quote":
        return True
    word = cue.word
    if word.tag == "VBG" and word.dep == "pcomp" and word.head.lower == "as":
        return _find_quoted_as(speech, word.head.head)
    if word.child_by(*SUBJECTS) is None and _find_lost_tail(speech):
        return True
    if word.child_by(*SUBJECTS) is None or not (is_finite(word) or _is_misread_past(word)):
        return False
    as_clause = any(c.dep in ("mark", "advmod") and c.lower == "as" and c.i < word.i for c in word.children)
    before = [c for c in word.children if c.dep in ("ccomp", "dep") and c.i < word.i and c.pos in ("VERB", "AUX")]
    if as_clause and word.child_by("dobj") is not None and cue.verb is not None and "told" not in cue.verb.frames:
        return False
    if as_clause and word.dep == "advcl":
        speech.head = word.head
    elif before and not as_clause:
        speech.head = before[-1]
    elif (
        word.dep in ("parataxis", "ccomp", "dep", "advcl")
        and word.head is not word
        and word.head.pos in ("VERB", "AUX")
    ):
        if not _set_off(word):
            return False
        speech.head = word.head
    else:
        return False
    speech.clause = _clause_of(word, speech.head)
    return True


def _find_lost_tail(speech: Speech) -> bool:
    """ "…, Prime Minister Ada Rossi announced today.": the name read as part of what stands before the comma."""
    word, sentence = speech.cue.word, speech.cue.word.sentence.words
    place = word.i - sentence[0].i
    if word.tag not in ("VBD", "VBZ") or word.dep not in ("conj", "ROOT", "relcl", "dep"):
        return False
    behind = sentence[place + 1 :]
    if len(behind) > LONGEST_TAIL or any(w.pos in ("VERB", "AUX") or w.text == "," for w in behind):
        return False
    opens = place - 1
    while opens > 0 and sentence[opens].pos in ("NOUN", "PROPN", "ADJ", "DET", "PART"):
        opens -= 1
    name = sentence[place - 1]
    if not 0 < place - 1 - opens <= LONGEST_NAME or sentence[opens].text != "," or name.pos not in ("NOUN", "PROPN"):
        return False
    if sum(w.text == "," for w in sentence[:opens]) and name.dep == "conj":
        return False
    head = next((w for w in sentence[:opens] if w.pos in ("VERB", "AUX") and is_finite(w)), None)
    if head is None:
        return False
    speech.head, speech.speakers = head, [name]
    speech.clause = (sentence[opens + 1].i, behind[-1].i + 1 if behind else word.i + 1)
    return True


def _is_misread_past(word: Word) -> bool:
    """ "…, the ministry's press service informed": a past form read as a participle."""
    return word.tag == "VBN" and not any(c.dep in ("aux", "auxpass") for c in word.children)


def _find_quoted_as(speech: Speech, quoting: Word) -> bool:
    """ "…, Rossi was quoted as saying": the words stand before the clause of "quoted"."""
    before = [c for c in quoting.children if c.dep in ("ccomp", "dep") and c.i < quoting.i]
    above = quoting.head if quoting.dep in ("conj", "ccomp", "parataxis", "advcl") else None
    head = before[-1] if before else above
    if head is None or head.i > quoting.i:
        return False
    speech.head = head
    speech.clause = _clause_of(quoting, head)
    return True


def _set_off(word: Word) -> bool:
    """Whether the cue's clause stands between commas or at the end behind one."""
    sentence = word.sentence.words
    first = min([word.i, *(left_edge(c) for c in word.children if c.dep in SUBJECTS)]) - sentence[0].i
    if first > 0 and sentence[first - 1].text in (",", "”", "''", '"', "—", "–"):
        return True
    return word.i < word.head.i and any(
        w.text == "," for w in sentence[word.i - sentence[0].i : word.i - sentence[0].i + 3]
    )


def _clause_of(word: Word, head: Word) -> tuple[int, int]:
    """The words of the cue's own clause, without the words said."""
    first, stop = word.i, word.i + 1
    for child in word.children:
        if child is head or child.dep in ("punct", "ccomp", "conj", "cc", "parataxis", "advcl"):
            continue
        if child.i < word.i and child.dep not in (*SUBJECTS, "aux", "auxpass", "neg", "advmod", "mark", "npadvmod"):
            continue
        if child.i < word.i and child.i < head.i < word.i:
            continue
        below = child.subtree()
        first, stop = min(first, below[0].i), max(stop, below[-1].i + 1)
    return first, stop
