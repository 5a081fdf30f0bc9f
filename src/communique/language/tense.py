"""Tell whether the verb above a word speaks of the past or of what is to come."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.errors import LanguageError
from communique.language.words import Word

_PRESENT = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
_LONGEST_CLIMB = 8


def tense_of(word: Word) -> int:
    """-1 where the verb that governs `word` tells of the past, 1 where of the future, 0 where it does not tell."""
    cues = _cues()
    step = word
    for climbed in range(_LONGEST_CLIMB):
        if step.pos in ("VERB", "AUX"):
            found = _tense_of_verb(step, is_own=climbed == 0 or (climbed == 1 and word.pos == "ADP"))
            if found is not None:
                return found
        elif climbed == 0 and step.lower in cues.prepositions_past:
            return -1
        elif climbed == 0 and step.lower in cues.prepositions_ahead and step.pos in ("ADP", "SCONJ"):
            return 1
        elif step.lower == "to" and step.head.lemma in cues.shifted:
            return 1
        elif step.lower == "due" or any(child.lower in cues.upcoming for child in step.children if child.i < step.i):
            return 1
        if step.is_root:
            return 0
        step = step.head
    return 0


def _tense_of_verb(verb: Word, *, is_own: bool) -> int | None:
    """The tense of one verb with its auxiliaries; `None` where the verb above it decides.

    A present tense ("He travels on Sunday") looks ahead only for a time that is the verb's own.
    """
    cues = _cues()
    lowers = {child.lower for child in verb.children if child.dep in ("aux", "auxpass")}
    if lowers & cues.modals:
        return 1
    if verb.lemma in cues.scheduled:
        return -1 if any(child.lower in cues.once for child in verb.children) else 1
    if "to" in lowers:
        return _tense_of_infinitive(verb)
    if verb.lemma == "go" and verb.tag == "VBG":
        return 1
    if lowers & cues.past_auxiliaries or verb.tag == "VBD":
        return -1
    if verb.tag == "VBN":
        return 0 if lowers & {"is", "are", "be", "being"} else -1
    if verb.lemma == "be" and any(child.dep == "acomp" and child.lemma in cues.scheduled for child in verb.children):
        return 1
    if lowers & _PRESENT:
        return 0
    if verb.tag in ("VBZ", "VBP"):
        return 1 if is_own and verb.lemma not in cues.tenseless and verb.sentence.kind == "body" else 0
    return None if not verb.is_root else 0


def _tense_of_infinitive(verb: Word) -> int | None:
    """ "To visit": ahead after a verb of planning or a noun, or in "is to"; with what was done else."""
    above = verb.head
    if above is verb or above.pos in ("NOUN", "PROPN", "ADJ"):
        return 1
    return 1 if above.lemma in _cues().intended | _cues().scheduled else None


@dataclass(frozen=True, slots=True)
class _Cues:
    modals: frozenset[str]
    scheduled: frozenset[str]
    once: frozenset[str]
    shifted: frozenset[str]
    intended: frozenset[str]
    upcoming: frozenset[str]
    tenseless: frozenset[str]
    past_auxiliaries: frozenset[str]
    prepositions_ahead: frozenset[str]
    prepositions_past: frozenset[str]


@cache
def _cues() -> _Cues:
    """The words of tense.toml, checked for empty groups."""
    table = tomllib.loads(files("communique.language").joinpath("lexicon/tense.toml").read_text(encoding="utf-8"))
    for group, words in table.items():
        if not words:
            raise LanguageError(f"tense.toml: {group}", reason="an empty group")
    return _Cues(**{group: frozenset(words) for group, words in table.items()})
