"""Find whose journey a candidate for a visit tells: fillers that its own words do not give are read from around it.

"The crisis forced X to scrap a trip", "a tour that took her to Rome", "X, on the first leg of a tour", "the invitation
to Y to visit Rome", "Visits to Rome and Paris are to follow".
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.acts.matching.candidates import Candidate
from communique.coding.acts.matching.frames import PARTY_CLASSES
from communique.coding.acts.parties.finding import parties_of
from communique.coding.acts.settings.standing import CHANGES
from communique.coding.record import Participant
from communique.language.analysis import Analysis
from communique.language.clauses import agents, governing_verb, objects, phrases, subjects
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
MOVING_THINGS = frozenset("drive fly head pass stop continue move land proceed return jet swing wing".split())
LEAVING = frozenset({"leave", "depart", "quit"})
ORDERING = frozenset("order ask tell give expel request force instruct demand require urge".split())
POSTS = frozenset("representative ambassador envoy consul attache attaché diplomat student refugee exile head".split())
POSTED = frozenset("ambassador envoy charge chargé consul diplomat attache attaché commissioner".split())
HEADING = frozenset({"lead", "head"})
SENDING = frozenset({"send", "dispatch", "despatch"})
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
    for child in candidate.anchor.children:
        if child.dep in ("npadvmod", "advmod") and child.i > candidate.anchor.i:
            for slot, filler in phrases(child):  # "is due Friday in Rome", "flew Monday to Rome"
                candidate.fill(slot, [filler])
    if candidate.anchor.lemma == "be" and candidate.particle is not None and candidate.particle.lower == "in":
        candidate.fillers["in"] = [w for w in candidate.fillers.get("in", ()) if candidate.particle in w.ancestors()]
    if candidate.anchor.dep == "acl" and "object" in candidate.frame.roles:
        _find_name_before(candidate, analysis)
    for slot in ("subject", "object"):
        for word in list(candidate.fillers.get(slot, ())):
            leading = (clause for clause in word.children if clause.dep == "acl" and clause.lemma in HEADING)
            candidate.fill(slot, [leader for clause in leading for leader in agents(clause)])
    ways = candidate.fillers.get("for", ())
    if any(word.lower == "home" for word in ways):
        candidate.fill("home", [word for word in ways if word.lower == "home"])
        candidate.fillers["for"] = [word for word in ways if word.lower != "home"]


def is_journey(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether words of travel tell a visit: nobody expelled, taking up a post, or told of a second time."""
    anchor, lemma = candidate.anchor, candidate.anchor.lemma.lower()
    if anchor.pos != "VERB":
        return not (anchor.pos == "NOUN" and _is_epithet(candidate))
    if lemma in LEAVING and anchor.dep in ("xcomp", "ccomp", "conj") and anchor.head.lemma.lower() in ORDERING:
        return False
    if any(word.lemma.lower() in POSTS for word in candidate.fillers.get("as", ())):
        return False
    if lemma in CARRIED and anchor.dep == "relcl" and not candidate.frame.things:
        return False
    if any(child.dep in ("oprd", "acomp") for child in anchor.children) and lemma in LEAVING:
        return False
    if lemma in MOVING_THINGS and anchor.child_by("dobj", "xcomp") is not None and not candidate.frame.things:
        return False
    if "home" in candidate.frame.needs:
        return anchor.tag != "VBG" and not _is_posted(candidate, analysis)
    return True


def traveller_before(candidate: Candidate, analysis: Analysis) -> Sequence[Word]:
    """Whom the sentence before speaks of, for a journey without a traveller: "Visits to Rome and Paris will follow"."""
    sentence = candidate.anchor.sentence
    if sentence.index == 0 or not candidate.fillers.get("to"):
        return ()
    root = analysis.sentences[sentence.index - 1].root
    return agents(root) if root.pos in ("VERB", "AUX") else ()


def with_senders_country(people: Sequence[Participant], candidate: Candidate, analysis: Analysis) -> list[Participant]:
    """Return `people` with those of unknown country travelling for the state that sends them."""
    senders = parties_of(analysis, candidate.fillers.get("subject", ()), PARTY_CLASSES["any"])
    country = next((sender.country for sender in senders if sender.country), None)
    return [person if person.country else replace(person, country=country) for person in people]


def _find_traveller(candidate: Candidate, analysis: Analysis) -> None:
    noun = candidate.anchor
    owners = candidate.fillers.get("possessive")
    if owners and any((owner := analysis.mention_at(word)) is not None and owner.actors for word in owners):
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
        if word.dep == "appos":
            above = governing_verb(word)
            return agents(above) if above is not None else []
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


def _is_epithet(candidate: Candidate) -> bool:
    """Whether a journey only says what another one is: "the first visit to Cuba by a Spanish premier in 32 years"."""
    return any(
        child.lower in ("a", "an", "any") for word in candidate.fillers.get("by", ()) for child in word.children
    ) and any(child.dep == "amod" and child.lower in ("first", "last", "only") for child in candidate.anchor.children)


def _is_posted(candidate: Candidate, analysis: Analysis) -> bool:
    """Whether an envoy goes home from the post, which ends no visit."""
    for word in candidate.fillers.get("subject", ()):
        mention = analysis.mention_at(word)
        posts = (
            (post.title.lower() for a in mention.actors for post in analysis.actors[a].capacities) if mention else ()
        )
        if word.lemma.lower() in POSTED or any(name in post for post in posts for name in POSTED):
            return True
    return False


def _find_name_before(candidate: Candidate, analysis: Analysis) -> None:
    """Take the name that a comma parts from a participle hung elsewhere: "to Ambassador X, dispatched to Rome"."""
    anchor = candidate.anchor
    if any(analysis.mention_at(word) is not None for word in candidate.fillers.get("object", ())):
        return
    before = analysis.words[max(0, anchor.i - 2) : anchor.i]
    if len(before) == 2 and before[1].text == "," and analysis.mention_at(before[0]) is not None:
        candidate.fillers["object"] = [before[0]]
