"""Bring cues into order: which cue's words hold another cue, which of the two speaks, who is behind it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from communique.coding.speech.cues import SUBJECTS, Cue, left_edge
from communique.coding.speech.spoken import is_finite
from communique.language.clauses import subjects
from communique.language.words import Word

SAYING_FRAMES = frozenset({"that", "told", "quote", "how", "according"})
OWN_SIDE = frozenset({"he", "she", "it", "they", "we", "i"})
RELATIVE = frozenset({"who", "which", "that", "whom"})

type IsOtherPerson = Callable[[list[Word], list[Word]], bool]


@dataclass(slots=True, eq=False, kw_only=True)
class Speech:
    """A cue with the words it attributes (numbers of words, ascending) and the heads of who speaks.

    `outer` is the speech that relays this one ("Peskov said that Putin believes"); `act` overrides the cue's.
    """

    cue: Cue
    speakers: list[Word]
    head: Word | None = None
    words: list[int] = field(default_factory=list)
    clause: tuple[int, int] | None = None
    outer: "Speech | None" = None
    act: str | None = None
    kept: bool = True


def arrange(cues: Iterable[Cue], is_other_person: IsOtherPerson) -> list[Speech]:
    """Return the speeches that stand, in the order of the text.

    `is_other_person(words, speakers)` tells whether `words` name a person other than the speakers.
    """
    speeches = [Speech(cue=cue, speakers=_speakers_of(cue), head=cue.head) for cue in cues]
    standing = [speech for speech in speeches if _find_beside(speech)]
    by_head: dict[int, list[Speech]] = {}
    for speech in standing:
        if speech.head is not None and speech.head is not speech.cue.word:
            by_head.setdefault(speech.head.i, []).append(speech)
    for speech in standing:
        holder = _holder(speech, by_head, standing)
        if holder is not None:
            _settle(speech, holder, is_other_person)
    return [speech for speech in standing if speech.kept]


def _speakers_of(cue: Cue) -> list[Word]:
    """The heads of who speaks, looked up through participles, purposes and "was quoted as saying"."""
    word = cue.word
    if cue.impersonal:
        return []
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
    return subjects(word) or _near_subject(word)


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
    near = sentence[place]
    while near.dep in ("compound", "flat", "conj", "appos", "pobj", "prep") and near.head.i < word.i and near.head is not near:
        if near.dep in ("pobj", "prep") and near.head.pos not in ("NOUN", "PROPN", "ADP"):
            break
        near = near.head
    return [near] if near.pos in ("NOUN", "PROPN", "PRON") else []


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


def _find_beside(speech: Speech) -> bool:
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
    if word.child_by(*SUBJECTS) is None or not is_finite(word):
        return False
    as_clause = any(c.dep in ("mark", "advmod") and c.lower == "as" and c.i < word.i for c in word.children)
    before = [c for c in word.children if c.dep in ("ccomp", "dep") and c.i < word.i and c.pos in ("VERB", "AUX")]
    if as_clause and word.dep == "advcl":
        speech.head = word.head
    elif before and not as_clause:
        speech.head = before[-1]
    elif word.dep in ("parataxis", "ccomp", "dep", "advcl") and word.head is not word and word.head.pos in ("VERB", "AUX"):
        if not _set_off(word):
            return False
        speech.head = word.head
    else:
        return False
    speech.clause = _clause_of(word, speech.head)
    return True


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
    return word.i < word.head.i and any(w.text == "," for w in sentence[word.i - sentence[0].i : word.i - sentence[0].i + 3])


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
    direct_inner = inner.cue.word is outer.head or (inner.cue.word.dep == "conj" and inner.cue.word.head is outer.head)
    if direct_inner and outer.cue.frame in SAYING_FRAMES:
        if inner.cue.impersonal and inner.cue.frame != "subject":
            inner.speakers, outer.kept = outer.speakers, False
            return
        if inner.cue.frame == "subject" and outer.cue.act == "content":
            outer.act = inner.cue.act if inner.cue.act != "content" else None
        if is_finite(inner.cue.word) and outer.cue.act == "content" and is_other_person(inner.speakers, outer.speakers):
            inner.outer, outer.kept = outer, False
            return
        own = inner.cue.word.child_by(*SUBJECTS)
        if own is not None and inner.cue.word is outer.head and _same_side(own):
            outer.act = inner.cue.act if inner.cue.act != "content" and outer.cue.act == "content" else outer.act
    inner.kept = False


def _same_side(own: Word) -> bool:
    return own.lower in OWN_SIDE or own.entity in ("GPE", "ORG", "NORP")


def _stands_apart(inner: Speech, outer: Speech) -> bool:
    """Whether a cue inside another's words goes on with the report: ", adding that", "noted that X has … and pledged"."""
    word = inner.cue.word
    if outer.cue.frame == "quote" and outer.clause is not None and word.i >= outer.clause[1]:
        return word.tag == "VBG" and word.child_by(*SUBJECTS) is None
    if word.tag == "VBG" and word.child_by(*SUBJECTS) is None:
        edge = left_edge(word) if not word.children else min([word.i, *(c.i for c in word.children if c.dep == "advmod")])
        sentence = word.sentence.words
        place = edge - sentence[0].i
        before = sentence[place - 1].text if place else ""
        chained = before in ("and", ",") and word.dep == "conj" and word.head.tag == "VBG"
        return before in (",", "–", "—") or chained
    if word.dep == "conj" and word.child_by(*SUBJECTS) is None and word.tag in ("VBD", "VBZ", "VBP"):
        if any(c.dep == "aux" for c in word.children):
            return False
        first = word.head
        while first.dep == "conj" and first.head is not first and first.head.pos in ("VERB", "AUX"):
            first = first.head
        own = first.child_by(*SUBJECTS)
        if own is not None and own.lower in ("he", "she", "they") and word.tag == outer.cue.word.tag:
            return True  # "said she was grateful and wished him success": hers either way
        if first.tag == "VBN" and inner.cue.frame not in SAYING_FRAMES and not _behind_comma(word):
            return False  # "have raised trade and stressed" may go on with "have"
        return word.tag == outer.cue.word.tag and first.pos in ("VERB", "AUX") and not _plain_past(first, word.tag)
    if word.dep == "conj" and word.tag == "VB" and word.child_by(*SUBJECTS) is None and outer.cue.word.tag in ("VBP", "VBZ"):
        # "We urge all to stop and call on Rome to act": the second cue goes on with the first, not with what is urged.
        return inner.cue.frame == "other-to" and not any(c.tag == "TO" and c.dep == "aux" for c in word.children)
    return False


def _behind_comma(word: Word) -> bool:
    """Whether a comma and "and" stand before the verb."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    return place > 1 and sentence[place - 1].dep == "cc" and sentence[place - 2].text == ","


def _plain_past(verb: Word, tag: str) -> bool:
    """Whether the verb has the tense `tag` by itself, so that a verb joined to it may go on with its clause."""
    return verb.tag == tag and not any(c.dep in ("aux", "auxpass") for c in verb.children)
