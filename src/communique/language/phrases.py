"""Walk from word to word within a clause: a word goes in, what is joined to it, hangs on it or governs it comes out."""

from collections.abc import Iterator

from communique.language.words import Word

OBJECT_CONTROL = frozenset(
    "invite urge ask tell order allow permit enable call task instruct send nominate appoint expect want help lead "
    "request persuade press push require force authorize authorise encourage dispatch thank".split()
)
ATTRIBUTES = frozenset({"visiting", "outgoing", "incoming"})
DITRANSITIVE = frozenset({"give", "hand", "grant", "award", "offer", "deny", "promise", "serve"})


def conjuncts(word: Word) -> list[Word]:
    """`word` and all words joined to it by "and", "or" or commas, in the order of the text."""
    found = [word]
    for member in found:
        found.extend(child for child in member.children if child.dep == "conj" or _is_joined_title(child))
    found.sort(key=lambda member: member.i)
    return found


def _is_joined_title(child: Word) -> bool:
    """Whether a post was read as a part of the next one: "the Security Advisor and Foreign Minister agreed"."""
    if child.dep != "nmod" or child.pos not in ("NOUN", "PROPN") or child.entity in ("GPE", "NORP", "LOC"):
        return False
    return any(c.dep == "cc" and c.lower == "and" and c.i == child.i + 1 for c in child.children)


def first_conjunct(word: Word) -> Word:
    """The word that opens the coordination `word` stands in."""
    while word.dep == "conj" and word.head is not word:
        word = word.head
    return word


def is_passive(verb: Word) -> bool:
    """Whether the verb is in the passive: "was received", or a participle behind a noun: "talks held in Geneva"."""
    if any(child.dep in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.dep == "acl" and verb.tag in ("VBN", "VBD"):
        return verb.child_by("dobj") is None
    if (
        verb.dep == "conj"
        and verb.tag == "VBN"
        and not any(
            c.dep in ("aux", "nsubj") or (c.dep == "dobj" and verb.lemma not in DITRANSITIVE) for c in verb.children
        )
    ):
        return is_passive(verb.head)
    if verb.dep == "conj" and verb.tag == "VBD" and verb.lemma in OBJECT_CONTROL and verb.child_by("xcomp") is not None:
        return not any(c.dep in ("aux", "nsubj", "dobj") for c in verb.children) and is_passive(verb.head)
    return False


def phrases(word: Word) -> Iterator[tuple[str, Word]]:
    """Yield preposition and noun of each prepositional phrase of `word`, coordinated nouns apart."""
    for child in word.children:
        if child.dep in ("prep", "agent", "dative") and child.tag in ("IN", "TO", "RP", "RB", "VBG", "CC"):
            yield from _targets(child)
        elif child.dep in ("advmod", "prt") and child.children_by("pobj"):
            yield from _targets(child)
        elif child.dep in ("advcl", "ccomp", "xcomp"):
            yield from _misread_phrase(child)


def _misread_phrase(clause: Word) -> Iterator[tuple[str, Word]]:
    """The phrase in "spoke with X to thank him", which parsers read as the clause "X to thank him" under "with"."""
    mark = clause.child_by("mark")
    subject = clause.child_by("nsubj")
    if mark is not None and subject is not None and mark.lower in ("with", "to") and clause.tag == "VB":
        for member in conjuncts(subject):
            yield mark.lower, member


def _targets(preposition: Word) -> Iterator[tuple[str, Word]]:
    name = preposition.lower
    for child in preposition.children:
        if child.dep in ("pobj", "obj"):
            for member in conjuncts(child):
                yield name, member
        elif child.dep == "prep":
            for inner, member in _targets(child):
                yield f"{name} {inner}", member
                yield inner, member
        elif child.dep == "conj" and child.tag in ("IN", "TO"):
            yield from _targets(child)
        elif child.dep == "pcomp" and child.lower in ATTRIBUTES and preposition.head.pos == "NOUN":
            yield name, child  # "talks with visiting President X"
            for visitor in child.children_by("dobj"):
                for member in conjuncts(visitor):
                    yield name, member


def governing_verb(word: Word) -> Word | None:
    """The nearest verb above `word`."""
    for above in word.ancestors():
        if above.pos in ("VERB", "AUX"):
            return above
    return None


def auxiliaries(verb: Word) -> list[Word]:
    """The auxiliary verbs of `verb`, those of the verb it is coordinated with where it has none of its own."""
    own = [child for child in verb.children if child.dep in ("aux", "auxpass")]
    if own or verb.dep != "conj" or verb.head is verb or verb.child_by("nsubj", "nsubjpass") is not None:
        return own
    if verb.tag in ("VBN", "VB", "VBG") and verb.head.pos in ("VERB", "AUX"):
        return auxiliaries(verb.head)
    return own


def is_negated(verb: Word) -> bool:
    """Whether "not", "never" or "no longer" stands at the verb."""
    return any(child.dep == "neg" for child in verb.children)
