"""Read what the words of a candidate say beside who takes part: trigger, destination, course, amount."""

import re

from communique.coding.acts.matching.candidates import LIGHT_VERBS, Candidate
from communique.language.clauses import conjuncts
from communique.language.words import Word
from communique.report.span import Span

VAGUE_COURSES = frozenset(
    "stay keep remain continue maintain work cooperate coordinate consult strengthen deepen enhance promote remain "
    "maintain discuss consider explore support advance foster boost intensify expand consolidate join collaborate "
    "partner look follow engage meet reduce pursue seek share increase improve accelerate speed further be have".split()
)
# Phrases that take up parties named before: "both heads of state", "the five leaders".
COUNTS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
TAKEN_UP = re.compile(
    r"(?:(?:all|both|the|these) )*(?P<count>two|three|four|five|six|seven|eight|nine|ten)?"
    r"(?: ?\b(?:foreign|prime|defence|defense|top|visiting|chief|state))* ?"
    r"(?:leaders|presidents|premiers|ministers|heads of (?:state|government|state and government|delegations?)|sides|"
    r"parties|countries|nations|states|neighbou?rs|governments|men|delegations|diplomats|capitals|signatories|chiefs)$",
    re.I,
)
# "demanded that the troops be withdrawn"
ASKED = frozenset("demand request insist propose recommend urge require ask suggest stipulate".split())
MUST = frozenset({"must", "should"})
SPOKEN_OF = frozenset("threaten aim seek hope try want refuse decline fail oppose demand urge consider discuss".split())
WISHES = frozenset(
    "importance need necessity possibility aim goal hope objective idea prospect priority urgency resolution proposal "
    "question issue bill appeal call demand motion value benefit way means view ability opportunity chance struggle "
    "fight effort attempt campaign bid drive pressure authority power talk "
    "talks negotiation discussion consultation".split()
)
VAGUE_HELP = frozenset({"support", "help", "backing"})
FAR = 8  # words between a thing given and its amount
VAGUE_MATTERS = frozenset(
    "importance need necessity significance value urgency principle desirability contact benefit engagement".split()
)


def is_measured(candidate: Candidate) -> bool:
    """Whether what is given is told as given or counted, not as a wish: "$50 million in aid", "has provided aid"."""
    verb, thing = candidate.verb, candidate.thing
    if thing is not None and any(w.tag in ("CD", "$") and abs(w.i - thing.i) <= FAR for w in thing.subtree()):
        return True
    if thing is not None and (thing.tag == "CD" or thing.head.tag == "CD"):
        return True
    if verb is not None and _goes_on(verb) and thing is not None and thing.lemma not in VAGUE_HELP:
        return True
    return (
        verb is not None
        and candidate.anchor is verb
        and (verb.tag == "VBD" or any(c.dep == "aux" for c in verb.children) and verb.tag == "VBN")
    )


def _goes_on(verb: Word) -> bool:
    """Whether what is given is told as being given: "is sending arms", "continued to send arms"."""
    if verb.tag == "VBG":
        return any(helper.lower in ("is", "are", "was", "were", "been") for helper in verb.children_by("aux"))
    return verb.dep == "xcomp" and verb.head.lemma in ("continue", "begin", "start") and verb.head.tag in ("VBD", "VBN")


def is_course(verb: Word) -> bool:
    """Whether what is agreed is a concrete course: an infinitive or a thing, not "to stay in touch"."""
    for child in verb.children:
        if child.dep == "xcomp" and child.tag == "VB":
            return any(verb.lemma not in VAGUE_COURSES for verb in conjuncts(child))
        if child.dep == "prep" and child.lower in ("on", "upon") and child.children_by("pobj"):
            return all(thing.lemma not in VAGUE_MATTERS for thing in child.children_by("pobj"))
        if child.dep == "ccomp":
            is_to_come = any(helper.lower in ("will", "would", "should") for helper in child.children_by("aux"))
            return is_to_come and child.lemma not in VAGUE_COURSES
    return False


def is_called_for(verb: Word) -> bool:
    """Whether words above say that the act is wanted or spoken of, not done: "must work to reach", "the need of"."""
    is_bare = any(part.tag == "VB" for part in (verb, *verb.children_by("auxpass")))
    if verb.dep == "ccomp" and verb.head.lemma in ASKED and is_bare:
        return True
    for above in (verb, *verb.ancestors()):
        if above.pos in ("VERB", "AUX"):
            if any(c.lower in MUST for c in above.children_by("aux")) or (
                above is not verb and above.lemma in SPOKEN_OF
            ):
                return True
            if above is not verb and above.dep not in ("xcomp", "advcl", "pcomp", "acl", "conj"):
                return False
            if above is verb and above.tag not in ("VB", "VBG"):
                return False
        elif above.lemma in WISHES:
            return True
        elif above.pos == "NOUN" and above.dep not in ("dobj", "conj", "pobj"):
            return False
    return False


def is_named_group(name: str) -> int | None:
    """How many "the two leaders" and its like count, 0 without a number; `None` for a group named otherwise."""
    found = TAKEN_UP.match(name)
    if found is None:
        return None
    count = (found["count"] or "").lower()
    return COUNTS.get(count, 2 if name.lower().startswith("both") else 0)


def trigger_span(candidate: Candidate) -> Span:
    """The words that announce the act: the verb with its particle or object noun, the noun with its light verb."""
    anchor = candidate.anchor
    words = [anchor]
    if candidate.particle is not None:
        words.append(candidate.particle)
    if candidate.thing is not None and abs(candidate.thing.i - anchor.i) <= 8:
        words.append(candidate.thing)
    verb = candidate.verb
    if verb is not None and verb is not anchor and verb.lemma in LIGHT_VERBS and 0 < anchor.i - verb.i <= 6:
        words.append(verb)
    if verb is not None and candidate.frame.kind == "sanction" and anchor.i < verb.i <= anchor.i + 9:
        words.append(verb)
    if anchor.pos == "VERB" and len(words) == 1:
        follower = next(
            (c for c in anchor.children if c.i == anchor.i + 1 and c.lower in ("with", "to", "on", "by")), None
        )
        if follower is not None:
            words.append(follower)
    words.sort(key=lambda word: word.i)
    return Span(words[0].start, words[-1].end)
