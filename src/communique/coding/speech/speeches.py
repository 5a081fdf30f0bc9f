"""Bring cues into order: which cue's words hold another cue, which of the two speaks, who is behind it."""

from collections.abc import Callable, Iterable, Sequence

from communique.coding.speech.beside import find_beside
from communique.coding.speech.cue import SUBJECTS, Cue, left_edge
from communique.coding.speech.heads import speaker_heads
from communique.coding.speech.speech import Speech
from communique.coding.speech.spoken import is_finite
from communique.language.clauses import leaves_relative
from communique.language.words import Word

SAYING_FRAMES = frozenset({"that", "told", "quote", "how", "according"})
WRITING = frozenset({"phone", "telephone", "ring", "write", "cable", "wire", "message"})
OWN_SIDE = frozenset({"he", "she", "it", "they", "we", "i"})

type IsOtherPerson = Callable[[list[Word], list[Word]], bool]


def arrange(cues: Iterable[Cue], is_other_person: IsOtherPerson) -> list[Speech]:
    """Return the speeches that stand, in the order of the text.

    `is_other_person(words, speakers)` tells whether `words` name a person other than the speakers.
    """
    speeches = [Speech(cue=cue, speakers=speaker_heads(cue), head=cue.head) for cue in cues]
    standing = [speech for speech in speeches if find_beside(speech)]
    by_head: dict[int, list[Speech]] = {}
    for speech in standing:
        if speech.head is not None and speech.head is not speech.cue.word:
            by_head.setdefault(speech.head.i, []).append(speech)
    for speech in standing:
        holder = _holder(speech, by_head, standing)
        if holder is not None:
            _settle(speech, holder, is_other_person)
    for speech in standing:
        if speech.cue.frame == "according" and speech.kept:
            _relay_all(speech, standing)
    return [speech for speech in standing if speech.kept]


def _relay_all(source: Speech, speeches: Sequence[Speech]) -> None:
    """Speech told in a sentence that names its source is relayed by that source."""
    for other in speeches:
        if other.kept and other.cue.frame != "according" and other.cue.word.sentence is source.cue.word.sentence:
            other.outer, source.kept = other.outer or source, False


def _holder(speech: Speech, by_head: dict[int, list[Speech]], speeches: Sequence[Speech]) -> Speech | None:
    """The nearest speech whose words hold this cue."""
    word = speech.cue.word
    while True:
        for other in by_head.get(word.i, ()):
            if other is not speech and other.kept and not _is_below(other.cue.word, speech):
                return other
        if word.head is word:
            return None
        if word.dep == "conj" and any(c.dep == "mark" and c.lower == "that" for c in word.children):
            # "stressed the need for calm and that they look forward": the clause is the second thing stressed.
            joined = next((s for s in speeches if s.cue.word is word.head and s.kept), None)
            if joined is not None and joined is not speech:
                return joined
        word = word.head


def _is_below(word: Word, speech: Speech) -> bool:
    return word is speech.cue.word


def _settle(inner: Speech, outer: Speech, is_other_person: IsOtherPerson) -> None:
    """Decide which of two nested cues speaks: both, the inner one relayed by the outer, or the outer alone."""
    if outer.cue.frame == "according":
        if inner.cue.frame != "according" and inner.outer is None:
            inner.outer, outer.kept = outer, False
        return
    if _stands_apart(inner, outer):
        if not inner.cue.impersonal and inner.cue.word.child_by(*SUBJECTS) is None:
            inner.speakers = outer.speakers
        return
    direct_inner = (
        inner.cue.word is outer.head
        or (inner.cue.word.dep == "conj" and inner.cue.word.head is outer.head)
        or _is_told_act(inner, outer)
    )
    if direct_inner and outer.cue.frame in SAYING_FRAMES:
        if inner.cue.impersonal and inner.cue.frame != "subject":
            inner.speakers, outer.kept = outer.speakers, False
            return
        if inner.cue.frame == "subject" and outer.cue.act == "content":
            outer.act = inner.cue.act if inner.cue.act != "content" else None
        other = is_other_person(inner.speakers, outer.speakers) or _is_told_act(inner, outer)
        other = other and not _is_told_fact(inner.cue)
        if (is_finite(inner.cue.word) or _is_told_act(inner, outer)) and outer.cue.act == "content" and other:
            inner.outer, outer.kept = outer, False
            return
        own = inner.cue.word.child_by(*SUBJECTS)
        if own is not None and inner.cue.word is outer.head and _same_side(own):
            outer.act = inner.cue.act if inner.cue.act != "content" and outer.cue.act == "content" else outer.act
    inner.kept = False


def _is_told_act(inner: Speech, outer: Speech) -> bool:
    """Whether a cue set off by a comma relays an act of speech by another: "Quito thanked Rome, the ministry said"."""
    purpose = inner.cue.word.tag == "VB" and inner.cue.word.head is outer.head and outer.head.lemma in WRITING
    word = inner.cue.word
    perfect = word.tag == "VBN" and any(c.dep == "aux" and c.lemma == "have" for c in word.children)
    told = word.tag == "VBD" or perfect and inner.cue.act != "agree" or purpose
    if outer.cue.frame != "quote" or inner.cue.frame == "adjective" or not told:
        return False
    return any(word.pos in ("NOUN", "PROPN") for word in inner.speakers)


def _is_told_fact(cue: Cue) -> bool:
    """Whether the inner cue tells how things stand and no words: "said that he has accepted", "said that she plans"."""
    if cue.verb is not None and cue.verb.voice == "side":
        return True
    return cue.act == "agree" and any(c.dep == "aux" and c.lemma == "have" for c in cue.word.children)


def _same_side(own: Word) -> bool:
    return own.lower in OWN_SIDE or own.entity in ("GPE", "ORG", "NORP")


def _stands_apart(inner: Speech, outer: Speech) -> bool:
    """Whether a cue inside another's words goes on with the report: ", adding that", "noted that … and pledged"."""
    word = inner.cue.word
    if contrasts(inner.cue, outer.cue) or is_told_of(inner.cue):
        return True
    if outer.cue.frame == "quote" and outer.clause is not None and word.i >= outer.clause[1]:
        return word.tag == "VBG" and word.child_by(*SUBJECTS) is None
    if word.tag == "VBG" and word.child_by(*SUBJECTS) is None:
        edge = (
            left_edge(word) if not word.children else min([word.i, *(c.i for c in word.children if c.dep == "advmod")])
        )
        sentence = word.sentence.words
        place = edge - sentence[0].i
        before = sentence[place - 1].text if place else ""
        chained = before in ("and", ",") and word.dep == "conj" and word.head.tag == "VBG"
        return before in (",", "–", "—") or chained
    if leaves_relative(word):
        return True
    if word.dep == "conj" and word.child_by(*SUBJECTS) is None and word.tag in ("VBD", "VBZ", "VBP"):
        if any(c.dep == "aux" for c in word.children):
            return False
        first = word.head
        while first.dep == "conj" and first.head is not first and first.head.pos in ("VERB", "AUX"):
            first = first.head
        own = first.child_by(*SUBJECTS)
        if own is not None and own.lower in ("he", "she", "they") and word.tag == outer.cue.word.tag:
            return True  # "said she was grateful and wished him success": hers either way
        perfect = any(c.dep == "aux" and c.lemma == "have" for c in first.children)
        if first.tag == "VBN" and perfect and inner.cue.frame not in SAYING_FRAMES and not _behind_comma(word):
            return False  # "have raised trade and stressed" may go on with "have"
        return word.tag == outer.cue.word.tag and first.pos in ("VERB", "AUX") and not _plain_past(first, word.tag)
    if (
        word.dep == "conj"
        and word.tag == "VB"
        and word.child_by(*SUBJECTS) is None
        and outer.cue.word.tag in ("VBP", "VBZ")
    ):
        # "We urge all to stop and call on Rome to act": the second cue goes on with the first, not with what is urged.
        return inner.cue.frame == "other-to" and not any(c.tag == "TO" and c.dep == "aux" for c in word.children)
    return False


def contrasts(inner: Cue, outer: Cue) -> bool:
    """Whether the report turns to another speaker: "said the border would open, while Rome reaffirmed …"."""
    word = inner.word
    if word.dep != "advcl" or word.tag != "VBD" or outer.word.tag != "VBD":
        return False
    own = word.child_by(*SUBJECTS)
    return (
        own is not None and own.tag != "PRP" and any(c.lower in ("while", "whereas") for c in word.children_by("mark"))
    )


def is_told_of(cue: Cue) -> bool:
    """Whether a relative clause has a speaker of its own: "a visit, which diplomats said would take place"."""
    word = cue.word
    own = word.child_by(*SUBJECTS)
    if word.dep != "relcl" or cue.frame not in SAYING_FRAMES or own is None or own.pos not in ("NOUN", "PROPN"):
        return False
    before = [w for w in word.sentence.words if word.head.i < w.i < word.i]
    return any(w.tag == "WDT" for w in before) and any(w.text == "," for w in before)


def _behind_comma(word: Word) -> bool:
    """Whether a comma and "and" stand before the verb."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    return place > 1 and sentence[place - 1].dep == "cc" and sentence[place - 2].text == ","


def _plain_past(verb: Word, tag: str) -> bool:
    """Whether the verb has the tense `tag` by itself, so that a verb joined to it may go on with its clause."""
    return verb.tag == tag and not any(c.dep in ("aux", "auxpass") for c in verb.children)
