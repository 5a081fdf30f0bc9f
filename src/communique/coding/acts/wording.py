"""Read what the words of a candidate say beside who takes part: trigger, destination, course, amount."""

from communique.coding.acts.candidates import LIGHT_VERBS, Candidate
from communique.coding.acts.circumstances import Circumstances
from communique.language.analysis import PlaceMention
from communique.language.clauses import conjuncts
from communique.language.words import Word
from communique.report.span import Span

VAGUE_COURSES = frozenset(
    "stay keep remain continue maintain work cooperate coordinate consult strengthen deepen enhance promote remain "
    "maintain discuss consider explore support advance foster boost intensify expand consolidate join collaborate "
    "partner look follow engage meet reduce pursue seek share increase improve accelerate speed further".split()
)
MUST = frozenset({"must", "should"})
SPOKEN_OF = frozenset("threaten aim seek hope try want refuse decline fail oppose demand urge consider discuss".split())
WISHES = frozenset(
    "importance need necessity possibility aim goal hope objective idea prospect priority urgency resolution proposal "
    "question issue bill appeal call demand motion value benefit way means view ability opportunity chance".split()
)
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
    return (
        verb is not None
        and candidate.anchor is verb
        and (verb.tag == "VBD" or any(c.dep == "aux" for c in verb.children) and verb.tag == "VBN")
    )


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


def destinations(candidate: Candidate, circumstances: Circumstances) -> list[PlaceMention]:
    """The places a visit goes to, as its verb or noun names them; several where a tour takes in several."""
    found: list[PlaceMention] = []
    for slot in candidate.frame.places:
        for word in candidate.fillers.get(slot, ()):
            place = circumstances.place_at(word)
            if place is not None and place not in found:
                found.append(place)
        if found:
            break
    return found


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
    if anchor.pos == "VERB" and len(words) == 1:
        follower = next(
            (c for c in anchor.children if c.i == anchor.i + 1 and c.lower in ("with", "to", "on", "by")), None
        )
        if follower is not None:
            words.append(follower)
    words.sort(key=lambda word: word.i)
    return Span(words[0].start, words[-1].end)
