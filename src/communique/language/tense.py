"""Tell whether the verb above a word speaks of the past or of what is to come."""

from communique.language.words import Word

_AHEAD_MODALS = frozenset("will 'll ’ll shall would may might can could should wo must".split())
_SCHEDULED = frozenset({"plan", "schedule", "expect", "slate", "set", "due", "anticipate", "await", "look"})
_SHIFTED = frozenset({"postpone", "shift", "reschedule", "delay", "defer", "move", "adjourn", "extend", "put"})
_INTENDED = _SCHEDULED | frozenset(
    "intend hope invite agree propose offer promise pledge prepare be want seek decide order continue vow ask "
    "urge".split()
)
_ONCE = frozenset({"originally", "initially", "previously", "earlier", "first"})
_UPCOMING = frozenset("upcoming forthcoming planned scheduled expected next proposed coming".split())
_TENSELESS = frozenset({"be", "have", "say", "mark", "remain"})
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been"})
_BY_PREPOSITION = {"since": -1, "until": 1, "till": 1, "by": 1}
_LONGEST_CLIMB = 8


def tense_of(word: Word) -> int:
    """-1 where the verb that governs `word` tells of the past, 1 where of the future, 0 where it does not tell."""
    step = word
    for climbed in range(_LONGEST_CLIMB):
        if step.pos in ("VERB", "AUX"):
            found = _tense_of_verb(step, is_own=climbed == 0 or (climbed == 1 and word.pos == "ADP"))
            if found is not None:
                return found
        elif climbed == 0 and step.lower in _BY_PREPOSITION and step.pos in ("ADP", "SCONJ"):
            return _BY_PREPOSITION[step.lower]
        elif step.lower == "to" and step.head.lemma in _SHIFTED:
            return 1
        elif step.lower == "due" or any(child.lower in _UPCOMING for child in step.children if child.i < step.i):
            return 1
        if step.is_root:
            return 0
        step = step.head
    return 0


def _tense_of_verb(verb: Word, *, is_own: bool) -> int | None:
    """The tense of one verb with its auxiliaries; `None` where the verb above it decides.

    A present tense ("He travels on Sunday") looks ahead only for a time that is the verb's own.
    """
    auxiliaries = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    lowers = {child.lower for child in auxiliaries}
    if lowers & _AHEAD_MODALS:
        return 1
    if verb.lemma in _SCHEDULED:
        return -1 if any(child.lower in _ONCE for child in verb.children) else 1
    if "to" in lowers:
        return _tense_of_infinitive(verb)
    if verb.lemma == "go" and verb.tag == "VBG":
        return 1
    if lowers & _PAST_AUXILIARIES or verb.tag == "VBD":
        return -1
    if verb.tag == "VBN":
        return 0 if lowers & {"is", "are", "be", "being"} else -1
    if lowers & {"is", "are", "am", "'s", "’s", "'re", "’re"}:
        return 0
    if verb.tag in ("VBZ", "VBP"):
        return 1 if is_own and verb.lemma not in _TENSELESS and verb.sentence.kind == "body" else 0
    return None if not verb.is_root else 0


def _tense_of_infinitive(verb: Word) -> int | None:
    """ "To visit": ahead after a verb of planning or "is to"; with what was done else."""
    above = verb.head
    if above is verb:
        return 1
    if above.lemma in _INTENDED:
        return 1
    if above.pos in ("NOUN", "PROPN", "ADJ"):
        return 1
    return None
