"""Find what carries an act that a noun names: a noun goes in, its verb or the nouns that count it come out."""

from communique.language.words import Word

CARRYING = frozenset({"in", "at", "for", "on", "into", "to", "over", "from"})
ROUNDS = frozenset({"round", "series", "edition", "set", "phase", "stage"})


def counters_of(noun: Word) -> list[Word]:
    """The nouns that count or part the act: "the delegation's series of talks", "the fifth round of talks"."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    return [above] if above is not None and above.lemma in ROUNDS else []


def support_of(noun: Word) -> Word | None:
    """The verb that carries the noun: "held" in "held talks", "took place" behind "the meeting", "is on" a visit."""
    above = noun
    while above.dep == "conj" and above.head is not above:
        above = above.head
    above = next(iter(counters_of(above)), above)
    if above.dep in ("dobj", "obj", "nsubj", "nsubjpass", "attr", "oprd") and above.head.pos in ("VERB", "AUX"):
        return above.head
    if above.dep == "pobj" and above.head.dep in ("prep", "agent") and above.head.lower in CARRYING:
        carrier = above.head.head
        if carrier.pos in ("VERB", "AUX"):
            return carrier
    return None
