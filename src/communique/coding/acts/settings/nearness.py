"""Weigh how near a time or place word stands to an act: word and candidate go in, steps through the tree come out."""

from collections.abc import Iterable, Iterator

from communique.coding.acts.matching.candidates import Candidate
from communique.language.clauses import auxiliaries, governing_verb, subjects
from communique.language.words import Word

GATHERED = frozenset({"at", "during", "on", "in", "for", "within"})
MARGINS = frozenset(
    "sideline sidelines margin margins fringe fringes occasion framework course opening start end".split()
)
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
SPEAKING = frozenset(
    "discuss praise applaud commend hail laud recall thank congratulate note mention review anticipate underscore "
    "highlight emphasise emphasize".split()
)
FAR = 99


def distance_to(word: Word, candidate: Candidate) -> int:
    """How many steps up the tree from `word` to the act; FAR where the way crosses into another clause."""
    nearest = steps_up(word, candidate.anchor)
    if is_only_spoken_of(candidate):
        return nearest
    if candidate.thing is not None:
        nearest = min(nearest, steps_up(word, candidate.thing))
    if candidate.verb is not None:
        nearest = min(nearest, steps_up(word, candidate.verb) + (candidate.verb is not candidate.anchor))
        nearest = min(nearest, _through_carriers(word, candidate.verb))
    else:
        above = governing_verb(candidate.anchor)
        if above is not None:
            nearest = min(nearest, steps_up(word, above) + 4)
    return nearest


def from_front(word: Word, candidate: Candidate) -> int:
    """Nine steps where a time opens the sentence and its verb stands above the act in the same tense, else FAR."""
    front = word
    while front.dep in ("pobj", "prep", "compound", "nmod") and front.head is not front:
        front = front.head
    verb = candidate.verb or governing_verb(candidate.anchor)
    if is_only_spoken_of(candidate):
        return FAR
    if verb is None or word.i > front.i or front.pos not in ("VERB", "AUX"):
        return FAR
    above = verb
    for _ in range(12):
        if above is front:
            return 9 if tense_of(verb) in (tense_of(front), "none") else FAR
        if above.head is above or above.dep in ("ccomp", "parataxis", "conj"):
            return FAR
        above = above.head
    return FAR


def belongs_elsewhere(word: Word, candidate: Candidate, distance: int, others: Iterable[Word]) -> bool:
    """Whether a time or place hangs closer on another act, one that neither carries nor houses this one."""
    carriers = {candidate.anchor, *candidate.anchor.ancestors()}
    return any(
        other not in carriers and steps_up(word, other) < distance and not _is_scene_of(other, candidate)
        for other in others
    )


def tense_of(verb: Word) -> str:
    """The rough tense of a verb: future, past, before, present, or none where it has none of its own."""
    words = {helper.lower for helper in auxiliaries(verb)}
    if words & FUTURE:
        return "future"
    if words & {"had", "'d", "’d"}:
        return "before"
    if verb.tag == "VBD" or words & {"was", "were"}:
        return "past"
    if verb.tag in ("VBZ", "VBP") or words & {"is", "are", "has", "have"}:
        return "present"
    return "none"


def is_only_spoken_of(candidate: Candidate) -> bool:
    """Whether an act named by a noun is a topic: "they discussed the upcoming summit", "praised his visit"."""
    noun = candidate.anchor
    if noun.pos not in ("NOUN", "PROPN") or candidate.frame.kind not in ("visit", "session", "meeting", "negotiation"):
        return False
    verb = candidate.verb or governing_verb(noun)
    if verb is None or verb.lemma not in SPEAKING or any(above.lower in GATHERED for above in _up_to(noun, verb)):
        return False
    return noun not in subjects(verb)


def _up_to(word: Word, target: Word) -> Iterator[Word]:
    for above in word.ancestors():
        if above is target:
            return
        if above.pos == "ADP" and above.head is target:
            yield above


def _is_scene_of(other: Word, candidate: Candidate) -> bool:
    """Whether the act happens at the other one, or goes on from it: "met at the summit", "held talks and signed"."""
    if other.pos not in ("NOUN", "PROPN") or candidate.frame.kind == "visit":
        return False
    outer = other
    while outer.dep == "compound":
        outer = outer.head
    while outer.dep == "pobj" and outer.head.lower == "of" and outer.head.head.lemma.lower() in MARGINS:
        outer = outer.head.head
    if outer.dep == "pobj" and outer.head.lower in GATHERED:
        return any(above in (candidate.anchor, candidate.verb) for above in outer.ancestors())
    verb = candidate.verb
    return verb is not None and verb.dep == "conj" and other.head is verb.head and other.dep == "dobj"


def steps_up(word: Word, target: Word) -> int:
    """Steps from `word` up to `target`; FAR where target is not above it or a clause of its own lies between."""
    steps = 0
    while word is not target:
        if word.head is word or steps > 12:
            return FAR
        if steps and word.pos in ("VERB", "AUX") and word.dep in ("ccomp", "relcl", "advcl", "conj", "parataxis"):
            return FAR
        word = word.head
        steps += 1
    return steps


def _through_carriers(word: Word, verb: Word) -> int:
    """Steps to a verb that lends the act its circumstances: "On Monday he flew to Rome to meet …"."""
    cost = 0
    current = verb
    while current.head is not current and cost < 12:
        relation = current.dep
        current = current.head
        cost += {"xcomp": 2, "conj": 3, "advcl": 4, "prep": 1, "pcomp": 1, "acl": 4, "ccomp": 6, "relcl": 9}.get(
            relation, 2
        )
        if relation == "conj" and (word.i > verb.i or tense_of(verb) != tense_of(current)):
            return FAR
        if current.pos in ("VERB", "AUX"):
            steps = steps_up(word, current)
            if steps < FAR and (word.i < verb.i or relation in ("xcomp", "pcomp", "prep", "acl")):
                return steps + cost
    return FAR
