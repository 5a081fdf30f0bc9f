"""Tell whether the verb above a word speaks of the past or of what is to come."""

from communique.language.words import Word

_AHEAD_MODALS = frozenset({"will", "'ll", "’ll", "shall", "would", "may", "might", "can", "could", "should", "wo", "must"})
_AHEAD_WORDS = frozenset(
    "plan schedule expect intend slate set due hope invite agree propose offer invitation promise pledge prepare schedule "
    "upcoming forthcoming planned scheduled expected anticipate await".split()
)
_PAST_AUXILIARIES = frozenset({"was", "were", "had", "did", "has", "have", "been"})
_LONGEST_CLIMB = 8


def tense_of(word: Word) -> int:
    """-1 where the verb that governs `word` tells of the past, 1 where of the future, 0 where it does not tell."""
    step = word
    for _ in range(_LONGEST_CLIMB):
        if step.pos in ("VERB", "AUX"):
            found = _tense_of_verb(step)
            if found is not None:
                return found
        elif step.lemma in _AHEAD_WORDS or any(child.lower in _AHEAD_WORDS for child in step.children if child.i < step.i):
            return 1
        if step.is_root:
            return 0
        step = step.head
    return 0


def _tense_of_verb(verb: Word) -> int | None:
    """The tense of one verb with its auxiliaries; `None` where the verb above it decides."""
    auxiliaries = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    lowers = {child.lower for child in auxiliaries}
    if lowers & _AHEAD_MODALS:
        return 1
    if verb.lemma in _AHEAD_WORDS:
        return 1
    if "to" in lowers:
        return _tense_of_infinitive(verb)
    if verb.lemma == "go" and verb.tag == "VBG":
        return 1
    if lowers & _PAST_AUXILIARIES or verb.tag == "VBD":
        return -1
    if verb.tag == "VBN":
        return 0 if lowers & {"is", "are", "be", "being"} else -1
    if verb.tag in ("VBZ", "VBP") or lowers & {"is", "are", "am", "'s", "'re"}:
        return 0
    return None if not verb.is_root else 0


def _tense_of_infinitive(verb: Word) -> int | None:
    """ "To visit": ahead after a verb of planning or "is to"; with what was done else."""
    above = verb.head
    if above is verb:
        return 1
    if above.lemma in _AHEAD_WORDS or above.lemma in ("be", "want", "seek", "decide", "ready", "order", "continue"):
        return 1
    if above.pos in ("NOUN", "PROPN", "ADJ"):
        return 1
    return None
