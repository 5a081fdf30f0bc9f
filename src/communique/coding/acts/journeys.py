"""Find whose journey a candidate for a visit tells: fillers that its own words do not give are read from around it.

"The crisis forced X to scrap a trip", "a tour that took her to Rome", "X, on the first leg of a tour", "the invitation
to Y to visit Rome", "Visits to Rome and Paris are to follow".
"""

from collections.abc import Sequence

from communique.coding.acts.candidates import Candidate
from communique.coding.acts.standing import CHANGES
from communique.language.analysis import Analysis
from communique.language.clauses import agents, objects, phrases, subjects
from communique.language.words import Word

CHANGING = frozenset(name.split()[0] for name in CHANGES) | frozenset(
    "shorten extend announce plan make curtail interrupt break reschedule mull consider confirm combine use".split()
)
PARTS = frozenset(
    "leg stop stage day part end start beginning eve margin sideline course conclusion outset first second third last "
    "final next lap half close completion fringe middle way".split()
)
AROUND = frozenset("on during for after before following from upon ahead amid in since at with of".split())
CARRIED = frozenset("take bring carry lead".split())
GIVEN = frozenset({"a", "an", "another", "one"})
WAITING = frozenset({"planned", "cancelled", "postponed", "proposed"})


def complete_journey(candidate: Candidate, analysis: Analysis) -> None:
    """Fill who travels, and that the way leads home, where other words than the candidate's own say so."""
    if candidate.anchor.pos in ("NOUN", "PROPN"):
        _find_traveller(candidate, analysis)
        return
    if candidate.particle is not None:
        for slot, filler in phrases(candidate.particle):
            candidate.fill(slot, [filler])
    ways = candidate.fillers.get("for", ())
    if any(word.lower == "home" for word in ways):
        candidate.fill("home", [word for word in ways if word.lower == "home"])
        candidate.fillers["for"] = [word for word in ways if word.lower != "home"]


def traveller_before(candidate: Candidate, analysis: Analysis) -> Sequence[Word]:
    """Whom the sentence before speaks of, for a journey without a traveller: "Visits to Rome and Paris will follow"."""
    sentence = candidate.anchor.sentence
    if sentence.index == 0 or not candidate.fillers.get("to"):
        return ()
    root = analysis.sentences[sentence.index - 1].root
    return agents(root) if root.pos in ("VERB", "AUX") else ()


def _find_traveller(candidate: Candidate, analysis: Analysis) -> None:
    noun = candidate.anchor
    owners = candidate.fillers.get("possessive")
    if owners and any(analysis.mention_at(word) is not None for word in owners):
        candidate.fillers.pop("subject", None)
        return
    if candidate.fillers.get("by"):
        return
    for clause in noun.children:
        if clause.dep in ("relcl", "acl") and clause.lemma.lower() in CARRIED:
            taken = [word for word in objects(clause) if word is not noun]
            if taken:
                candidate.fill("subject", taken)
                return
    if candidate.fillers.get("subject"):
        return
    verb = candidate.verb
    if verb is not None and verb.lemma.lower() in CHANGING and noun in objects(verb):
        candidate.fill("subject", agents(verb))
        for slot, filler in phrases(verb):
            if slot in ("to", "in") and filler.i > noun.i:
                candidate.fill(slot, [filler])
    elif noun.dep == "pobj" and _is_told(noun):
        candidate.fill("subject", _around(noun))


def _is_told(noun: Word) -> bool:
    """Whether the journey is told and not only pointed to: "a visit", "a visit to Rome", "the three-day visit"."""
    return any(
        child.lower in GIVEN or child.dep in ("prep", "nummod", "relcl") or child.lower == "day"
        for child in noun.children
    )


def _around(noun: Word) -> list[Word]:
    """Who does what the journey is the occasion of: "Ending a visit to Rome", "X, on the last leg of a tour,"."""
    word = noun
    for _ in range(4):
        if word.dep != "pobj" or word.head.lower not in AROUND:
            return []
        above = word.head.head
        while above.pos == "ADP" and above.head is not above:
            above = above.head
        if above.pos in ("VERB", "AUX"):
            return agents(above) or subjects(above)
        if above.lemma.lower() in PARTS:
            word = above
            continue
        return [above] if above.pos in ("PROPN", "NOUN") and above.dep in ("nsubj", "nsubjpass", "appos") else []
    return []
