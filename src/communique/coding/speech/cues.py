"""Find the words that attribute speech: words go in, cues with their frame and the start of what is said come out."""

import calendar
from collections.abc import Callable, Iterator

from communique.coding.speech.clause_frames import (
    match_clause,
    match_gerund,
    match_how,
    match_noun_that,
    match_other_to,
    match_preposition_how,
    match_to,
)
from communique.coding.speech.cue import Cue
from communique.coding.speech.lexicon import CueVerb, CueWords, cue_words, lemma_of
from communique.coding.speech.noun_cues import find_adjective_cue, find_noun_cue, find_participle_adjective
from communique.coding.speech.passive_cues import find_passive_cue
from communique.coding.speech.phrase_frames import match_about, match_as, match_object, match_preposition
from communique.coding.speech.spoken import is_spoken
from communique.coding.speech.spoken_nouns import find_spoken_noun
from communique.coding.speech.stance_frames import match_emphasis, match_favour
from communique.language.words import Word

MONTHS = frozenset(calendar.month_name[1:])

# In this order: a clause says more than a phrase.
FRAMES: tuple[tuple[str, Callable[[Word, CueVerb], Cue | None]], ...] = (
    ("noun-that", match_noun_that),
    ("that", match_clause),
    ("told", match_clause),
    ("other-to", match_other_to),
    ("to", match_to),
    ("how", match_how),
    ("preposition-how", match_preposition_how),
    ("as", match_as),
    ("gerund", match_gerund),
    ("about", match_about),
    ("object", match_object),
    ("preposition", match_preposition),
    ("favour", match_favour),
    ("emphasis", match_emphasis),
)


def find_cues(words: tuple[Word, ...], closed: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of a report in the order of the text; words whose numbers are in `closed` are not looked at."""
    table = cue_words()
    verbs, light, copulas = table.verbs, table.light, table.copulas
    for word in words:
        if word.i in closed or (word.pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") and word.lower != "according"):
            continue
        if word.lower == "according":
            cue = _according(word)
            if cue is not None:
                yield cue
            continue
        if word.pos == "NOUN" and (cue := find_spoken_noun(word, table)) is not None:
            yield cue
            continue
        lemma = lemma_of(word)
        if word.tag == "VBN" and word.lower in table.adjectives and is_spoken(word):
            cue = find_participle_adjective(word, table)
            if cue is not None:
                yield cue
                continue
        if lemma not in verbs and lemma not in light and lemma not in copulas:
            continue
        if not (word.tag.startswith("VB") or _is_misread_verb(word)):
            continue
        if not is_spoken(word) and not _is_called_by(word):
            continue
        cue = None
        if lemma in light:
            cue = find_noun_cue(word, lemma, table)
        if cue is None and lemma in copulas:
            cue = find_adjective_cue(word, table)
        if cue is None and lemma in verbs:
            cue = _verb_cue(word, verbs[lemma], table)
        if cue is not None:
            yield cue


def _according(word: Word) -> Cue | None:
    """ "According to officials": the rest of the sentence is what is said."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    if place + 1 >= len(sentence) or sentence[place + 1].lower != "to":
        return None
    source = sentence[place + 1].child_by("pobj") or word.child_by("pobj")
    if source is None or place > 0 and sentence[place - 1].pos in ("VERB", "AUX"):
        return None
    return Cue(word=word, first=word.i, stop=word.i + 2, act="content", frame="according", addressee=None, head=source)


def _is_misread_verb(word: Word) -> bool:
    """ "It remains concerned and calls on Rome to act": the second verb read as a noun."""
    if word.is_root and word.tag in ("NNS", "NNP", "NNPS") and word.lower.endswith("s") and not word.entity:
        return not any(c.dep in ("det", "poss", "compound", "nsubj") for c in word.children)  # "9. Calls upon all …"
    if word.tag != "NNS" or word.dep != "conj" or word.head.pos not in ("VERB", "AUX"):
        return False
    return not any(child.dep in ("det", "amod", "poss", "compound") for child in word.children)


def _is_called_by(word: Word) -> bool:
    """A participle behind a noun that tells who calls it what: "a text described by officials as a sequel"."""
    return (
        word.tag == "VBN"
        and word.dep == "acl"
        and word.child_by("agent") is not None
        and any(c.dep == "prep" and c.lower == "as" for c in word.children)
    )


def _verb_cue(word: Word, entries: tuple[CueVerb, ...], table: CueWords) -> Cue | None:
    passive = any(child.dep == "auxpass" for child in word.children)
    if passive or _is_called_by(word):
        return find_passive_cue(word, entries, table)
    for entry in entries:
        if entry.recalled and _is_recalled(word):
            return None
        if entry.particle and not any(c.lower == entry.particle for c in word.children if c.i > word.i):
            continue
        for frame, match in FRAMES:
            if frame in entry.frames and (cue := match(word, entry)) is not None:
                return cue
    for entry in entries:
        if (
            "quote" in entry.frames
            and (not entry.marks or _is_read_out(word, table))
            and (not entry.particle or any(c.lower == entry.particle for c in word.children))
        ):
            return Cue(word=word, first=word.i, stop=word.i + 1, act=entry.act, frame="quote", verb=entry)
    return None


def _is_read_out(word: Word, table: CueWords) -> bool:
    """ "…, the statement reads": a document speaks by itself, without marks too."""
    subject = word.child_by("nsubj")
    return (
        subject is not None
        and subject.lemma.lower() in table.documents
        and lemma_of(word) in ("read", "go", "continue")
    )


def _is_recalled(word: Word) -> bool:
    """Whether the act is dated by a bare year or month, and so recalled, not reported."""
    for child in word.children:
        if child.dep == "prep" and child.lower in ("in", "since", "during"):
            time = child.child_by("pobj")
            if time is not None and time.entity == "DATE" and (time.text.isdigit() or time.text in MONTHS):
                return not any(c.dep == "nummod" for c in time.children)
    return False
