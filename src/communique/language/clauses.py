"""Read a clause: from a verb or noun to its subject, objects, prepositional phrases and governing words."""

from communique.language.phrases import (
    OBJECT_CONTROL,
    auxiliaries,
    conjuncts,
    first_conjunct,
    governing_verb,
    is_negated,
    is_passive,
    phrases,
)
from communique.language.words import Word

__all__ = [
    "agents",
    "auxiliaries",
    "conjuncts",
    "first_conjunct",
    "governing_verb",
    "is_negated",
    "is_passive",
    "objects",
    "phrases",
    "subjects",
]

# Prepositions that open a clause, or a day, before names that the parser takes for theirs.
CLAUSAL = frozenset({"as", "after", "before", "since", "until", "while", "when"})
DATING = frozenset({"on", "in"})
STRAYING = frozenset({"PERSON", "GPE", "NORP"})
RELATIVE_WORDS = frozenset({"who", "whom", "which", "that", "whose"})
SINGLING = frozenset("first second third last latest only next youngest oldest highest-ranking".split())
# What stands behind "by" and does nothing itself: "spoke by phone", "had met by then".
MEANS = frozenset("phone telephone video videoconference teleconference letter cable telegram phone-in link".split())
INVITING = frozenset({"invitation", "invite"})
ACCEPTING = frozenset(
    "accept receive get welcome decline reject refuse take have consider appreciate honour honor acknowledge".split()
)


def subjects(verb: Word) -> list[Word]:
    """The heads of the grammatical subject of `verb`, coordinated ones apart; empty where there is none to be found.

    A subject that is not there in words is looked up: through coordination ("X came and met Y"), control ("X plans to
    meet Y", "X invited Y to visit"), participles ("X, meeting Y, said") and relative clauses ("Y, who met X").
    """
    own = verb.child_by("nsubj", "nsubjpass", "csubj")
    if own is not None:
        if own.lower in RELATIVE_WORDS and (antecedent := _antecedent(verb)) is not None:
            return [antecedent]
        return _all_subjects(verb, own)
    for helper in verb.children_by("aux"):  # parsers hang it there in "X has been mediating"
        if (moved := helper.child_by("nsubj")) is not None:
            return conjuncts(moved)
    return _understood_subjects(verb)


def _all_subjects(verb: Word, own: Word) -> list[Word]:
    """The subject with a second one that a list broken off leaves the verb: "Premier A, Minister B and C received".

    Behind a relative clause of the first, the second belongs to that clause: "X, who came with, among others, Y, said".
    """
    first = min((c for c in verb.children if c.dep == own.dep and c.i < verb.i), key=lambda c: c.i, default=own)
    if first.child_by("relcl") is not None:
        return conjuncts(first)
    found = conjuncts(own)
    for child in verb.children:
        if child.dep == own.dep and child is not own and child.i < verb.i and child.entity == "PERSON":
            found.extend(member for member in conjuncts(child) if member not in found)
    return found


def _antecedent(verb: Word) -> Word | None:
    """The noun that the relative clause of `verb` belongs to."""
    word = verb
    while word.dep in ("conj", "xcomp", "ccomp", "advcl") and word.head is not word:
        word = word.head
    return word.head if word.dep in ("relcl", "acl") and word.head is not word else None


def _understood_subjects(verb: Word) -> list[Word]:
    above = verb.head
    if verb.tag in ("VBD", "VBZ", "VBP") and (above is verb or verb.dep == "conj"):
        strayed = _strayed_subject(verb)
        if strayed:
            return strayed
    if above is verb:
        return []
    if verb.dep == "conj":
        if above.pos in ("VERB", "AUX"):
            return subjects(above)
        return []
    if verb.dep == "xcomp":
        return _controller(above)
    if verb.dep == "acl":
        if verb.tag in ("VBG", "VB"):
            return _participle_subject(verb, above)
        return [_outermost(above)] if verb.child_by("dobj") is not None else []
    if verb.dep == "relcl":
        return [above] if verb.tag == "VB" and _is_singled_out(above) else []
    if verb.dep in ("advcl", "ccomp", "dep") and above.pos in ("VERB", "AUX"):
        return _controller(above) if verb.tag == "VB" else subjects(above)
    if verb.dep == "pcomp" and above.pos == "ADP":
        governor = above.head
        if governor.lemma == "anniversary":
            return []
        if governor.pos in ("VERB", "AUX"):
            return subjects(governor)
        support = governing_verb(governor)
        return subjects(support) if support is not None else []
    if verb.dep == "amod":
        return [above]
    return conjuncts(first_conjunct(above)) if verb.dep == "appos" and verb.tag == "VBG" else []


def _strayed_subject(verb: Word) -> list[Word]:
    """The names right before a verb that the parser hung on a preposition: "as X and Y signed", "on May 9 X met"."""
    words = verb.sentence.words
    at = verb.i - words[0].i
    before = words[at - 1] if at else verb
    if before.entity not in STRAYING or before.pos != "PROPN":
        return []
    if _is_behind_phrase(before, verb):
        return conjuncts(before)
    for above in (before, *before.ancestors()):
        if above is verb or above.pos in ("VERB", "AUX"):
            return []
        if above.dep == "pobj" and (above.head.lower in CLAUSAL or (verb.is_root and above.head.lower in DATING)):
            return conjuncts(above)
    return []


def _is_behind_phrase(name: Word, verb: Word) -> bool:
    """Whether a name was read as an apposition to the last of an opening phrase: "In a call with Rossi, Moe voiced"."""
    first = min((child.i for child in name.subtree()), default=name.i) - name.sentence.words[0].i
    return name.dep == "appos" and first > 0 and name.sentence.words[first - 1].text == "," and verb in name.ancestors()


def is_joined(verb: Word) -> bool:
    """Whether a verb goes on with the subject of the one above: "stressed the need to talk and agreed to meet"."""
    if verb.dep == "conj":
        return True
    words = verb.sentence.words
    place = verb.i - words[0].i
    bare = verb.child_by("nsubj", "nsubjpass", "csubj", "expl", "mark", "aux") is None
    return verb.dep == "ccomp" and verb.tag == "VBD" and bare and place > 0 and words[place - 1].dep == "cc"


def leaves_relative(verb: Word) -> bool:
    """Whether a verb with an object of its own cannot go on with a relative clause whose object is what it describes.

    "Thanked Rome for the care it has shown and encouraged talks".
    """
    clause = verb.head
    if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or clause.dep not in ("relcl", "acl"):
        return False
    own = clause.child_by("nsubj")
    gapped = own is not None and own.lower not in RELATIVE_WORDS and clause.child_by("dobj", "ccomp", "xcomp") is None
    bare = verb.child_by("nsubj", "nsubjpass", "aux", "auxpass") is None
    return gapped and bare and verb.child_by("dobj") is not None


def _outermost(noun: Word) -> Word:
    """The noun that an apposition and its phrases belong to: "X, president of the Assembly, sent" → X."""
    while noun.head is not noun and noun.dep in ("appos", "pobj", "prep", "compound", "amod", "nmod", "poss"):
        noun = noun.head
    return noun


def _controller(above: Word) -> list[Word]:
    """Who does what an infinitive says: the object of "invite", "ask" and their like, else the subject."""
    if above.pos not in ("VERB", "AUX"):
        support = governing_verb(above)
        return subjects(support) if support is not None else []
    if above.lemma in OBJECT_CONTROL:
        if is_passive(above):
            return subjects(above)
        target = above.child_by("dobj", "dative")
        if target is not None:
            return conjuncts(target)
    return _designated(above) or subjects(above)


def _designated(verb: Word) -> list[Word]:
    """Who is sent where a verb tells only of the choice: "announced the designation of a delegation to attend"."""
    choice = verb.child_by("dobj")
    if choice is None or choice.lemma not in ("designation", "appointment", "nomination", "dispatch"):
        return []
    return [member for slot, member in phrases(choice) if slot == "of"]


def _participle_subject(verb: Word, noun: Word) -> list[Word]:
    """Who does what a participle or infinitive behind a noun says: the noun ("a delegation visiting Rome"), or the
    subject of its verb where the noun is an act ("an invitation to visit", "plans to meet")."""
    if verb.tag == "VBG":
        return [noun]
    if noun.lemma.lower() in INVITING:
        return _invited(verb, noun)
    if _is_singled_out(noun):
        return [noun]
    holder = noun.child_by("poss")
    if holder is not None:
        return conjuncts(holder)
    support = governing_verb(noun)
    return subjects(support) if support is not None else []


def _is_singled_out(noun: Word) -> bool:
    """Whether a noun is the doer of the infinitive behind it: "the first leader to visit", "the only envoy to go"."""
    return any(child.dep == "amod" and child.lower in SINGLING for child in noun.children)


def _invited(verb: Word, invitation: Word) -> list[Word]:
    """Who is to do what an invitation is for: who it goes to, else who accepts it; never the one who invites."""
    for word in reversed([w for w in invitation.sentence.words if invitation.i < w.i < verb.i]):
        if word.lower in ("to", "for") and word.tag in ("IN", "TO") and (named := word.children_by("pobj")):
            return conjuncts(named[0])
    support = governing_verb(invitation)
    if support is None:
        return []
    for slot, filler in phrases(support):
        if slot == "to" and filler.i != invitation.i:
            antecedent = _antecedent(support) if filler.lower in RELATIVE_WORDS else None
            return [antecedent] if antecedent is not None else conjuncts(filler)
    reader = support.child_by("dative")
    if reader is not None and reader.pos != "ADP":
        return conjuncts(reader)
    if support.lemma.lower() in ACCEPTING:
        return agents(support) if is_passive(support) else subjects(support)
    return []


def objects(verb: Word) -> list[Word]:
    """The heads of what the verb acts on: its object, or its subject in the passive."""
    if is_passive(verb):
        if verb.dep == "acl":
            return [verb.head]
        own = verb.child_by("nsubjpass", "nsubj")
        if own is not None:
            if own.lower in RELATIVE_WORDS and (antecedent := _antecedent(verb)) is not None:
                return [antecedent]
            return conjuncts(own)
        return subjects(verb)
    found: list[Word] = []
    for child in verb.children:
        if child.dep in ("dobj", "obj"):
            if child.lower in RELATIVE_WORDS and (antecedent := _antecedent(verb)) is not None:
                found.append(antecedent)
            else:
                found.extend(conjuncts(child))
    if not found and verb.dep == "relcl" and verb.child_by("nsubj") is not None:
        own_subject = verb.child_by("nsubj")
        if own_subject is not None and own_subject.lower not in RELATIVE_WORDS:
            found.append(verb.head)
    return found


def agents(verb: Word) -> list[Word]:
    """Who does what a verb says: its subject, or the "by" phrase in the passive."""
    if not is_passive(verb):
        return subjects(verb)
    found: list[Word] = []
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            for target in child.children_by("pobj"):
                if target.lemma.lower() not in MEANS:
                    found.extend(conjuncts(target))
    return found or _strayed_agents(verb)


def _strayed_agents(verb: Word) -> list[Word]:
    """The "by" phrase hung on a place or a time before it: "was signed at the palace by the ministers"."""
    for child in verb.children:
        if child.i < verb.i or child.lower not in ("at", "in", "on", "from", "to", "under"):
            continue
        for noun in child.children_by("pobj"):
            for preposition in noun.children_by("prep"):
                if preposition.lower == "by":
                    return [member for target in preposition.children_by("pobj") for member in conjuncts(target)]
    return []
