"""Read clauses against their tree: a verb and a frame go in, what the verb acts on, and for whom, comes out.

Parsers take "which the two ministers signed" for ministers who were signed, hang "signed in Cairo" on the last noun
before it, and lose who stands behind "signing for Laos was".
"""

from dataclasses import dataclass

from communique.coding.acts.matching.frames import Frame
from communique.language.clauses import conjuncts, subjects
from communique.language.words import Word

RELATIVES = frozenset({"which", "that"})
# Verbs by which a thing itself opens, closes or goes on.
TURNING = frozenset({"open", "reopen", "re-open", "close", "shut", "resume", "normalise", "normalize"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
REACH = 24  # words before a participle in which the thing it speaks of may stand


@dataclass(frozen=True, slots=True)
class Reading:
    """What a verb acts on, and who does it where the tree hides that."""

    thing: Word
    doers: tuple[Word, ...] = ()


def read_against_tree(verb: Word, frame: Frame) -> Reading | None:
    """The thing of `frame` that `verb` acts on though the tree says otherwise, with its doers; `None` without one."""
    if verb.tag in ("VBN", "VBD") and verb.dep == "acl":
        doers = _hidden_subject(verb)
        if doers:
            thing = _nearest_thing(doers[0].i - 1, verb, frame)
            return Reading(thing, doers) if thing is not None else None
    agent = verb.child_by("agent")
    if agent is not None and verb.child_by("dobj", "auxpass") is None and verb.dep != "acl":
        thing = next((noun for noun in subjects(verb) if _is_named(noun, frame)), None)
        doers = tuple(member for noun in agent.children_by("pobj") for member in conjuncts(noun))
        return Reading(thing, doers) if thing is not None else None
    own = [noun for noun in (*_inverted_subjects(verb), *_bare_subjects(verb)) if _is_named(noun, frame)]
    if own:
        return Reading(own[0])
    if verb.tag in ("VBN", "VBD") and verb.dep in ("acl", "relcl", "advcl") and verb.child_by("nsubj") is None:
        thing = _nearest_thing(verb.i - 1, verb, frame)
        return Reading(thing) if thing is not None else None
    relative = verb.child_by("dobj")
    if verb.dep == "relcl" and relative is not None and relative.lower in RELATIVES:
        thing = _nearest_thing(relative.i - 1, verb, frame)
        return Reading(thing) if thing is not None else None
    return None


def inverted_doers(verb: Word) -> list[Word]:
    """Who stands behind the verb in "Signing the document were X and Y"."""
    being = verb.head
    if verb.tag != "VBG" or verb.dep not in ("csubj", "advcl", "ccomp") or being.lemma != "be" or being.i < verb.i:
        return []
    return [member for noun in being.children_by("attr") if noun.i > being.i for member in conjuncts(noun)]


def _hidden_subject(verb: Word) -> tuple[Word, ...]:
    """The subject of "(which) the two ministers signed", which the tree calls the thing signed."""
    noun = verb.head
    if noun.pos not in ("NOUN", "PROPN", "PRON") or noun.i != verb.i - 1:
        return ()
    words = noun.sentence.words
    first = min((child.i for child in noun.children if child.i < noun.i and child.dep != "punct"), default=noun.i)
    at = first - words[0].i
    opener = words[at] if words[at].lower in RELATIVES else words[at - 1] if at else None
    if opener is None:
        return ()
    is_contact = opener.pos == "NOUN" and words[at].dep == "det"
    return tuple(conjuncts(noun)) if opener.lower in RELATIVES or is_contact else ()


def _inverted_subjects(verb: Word) -> list[Word]:
    """What stands behind the verb in "Also signed were two protocols"."""
    helper = verb.child_by("auxpass")
    if verb.tag != "VBN" or helper is None or helper.i < verb.i:
        return []
    return [*helper.children_by("attr"), *verb.children_by("dobj", "attr")]


def _bare_subjects(verb: Word) -> list[Word]:
    """The subject of a verb without object: "the pact, concluded in 1977, lapsed", "embassies will reopen"."""
    if verb.child_by("dobj", "auxpass", "agent") is not None:
        return []
    before = verb.sentence.words[max(0, verb.i - 1 - verb.sentence.words[0].i)]
    is_participle = verb.tag == "VBN" and verb.dep in ("advcl", "conj") or before.text == ","
    return subjects(verb) if is_participle or verb.lemma.lower() in TURNING else []


def _nearest_thing(last: int, verb: Word, frame: Frame) -> Word | None:
    """The nearest thing before the word `last` with no finite verb between: "the pact on the river, signed in"."""
    words = verb.sentence.words
    base = words[0].i
    for at in range(min(last, verb.i - 1) - base, max(-1, last - base - REACH), -1):
        word = words[at]
        if word.tag in FINITE:
            return None
        if _is_named(word, frame) and word.dep not in ("compound", "nmod", "amod", "poss"):
            return word
    return None


def _is_named(noun: Word, frame: Frame) -> bool:
    if noun.pos not in ("NOUN", "PROPN") or (noun.lemma.lower() not in frame.things and noun.lower not in frame.things):
        return False
    wanted = frame.thing_modifiers
    return not wanted or any(child.lower in wanted or child.lemma.lower() in wanted for child in noun.children)
