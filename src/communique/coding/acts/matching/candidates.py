"""Match frames against the words of a report: an Analysis goes in, candidates for events come out.

A candidate is a frame together with the words that fill its slots; whether it is an event, and with whom, is decided
afterwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from communique.coding.acts.matching.carriers import counters_of, support_of
from communique.coding.acts.matching.frames import Frame, FrameTable, load_frames
from communique.coding.acts.matching.hyphens import JOINED, join_hyphens
from communique.coding.acts.matching.misread import Reading, inverted_doers, read_against_tree
from communique.coding.acts.matching.things import acts_on_people, find_thing, has_cue, is_thing, phrases_around
from communique.language.analysis import Analysis
from communique.language.clauses import (
    agents,
    conjuncts,
    governing_verb,
    is_passive,
    objects,
    phrases,
    subjects,
)  # fmt: skip
from communique.language.words import Word

LIGHT_VERBS = frozenset(
    "hold have conduct engage enter make pay undertake do start begin open resume continue conclude complete finish "
    "end launch wrap arrange take give exchange receive place get lead attend join participate schedule plan cancel "
    "postpone delay suspend host chair co-chair convene organize organise kick close co-host arrive embark cut shorten "
    "extend preside gather "
    "announce propose offer request seek accept agree prepare be come go renew relaunch restart reopen revive pursue "
    "break".split()
)
AMOUNTS = frozenset(
    "million billion trillion dollar euro yuan pound yen crown krone krona franc shilling rupee ruble rouble dirham "
    "dose tonne ton package donation shipment worth part signing signature conclusion".split()
)
GIVING = frozenset("provide give donate send impose attend reach broker mediate sign introduce deliver".split())
AROUND = frozenset({"after", "before", "following", "during", "in", "since", "upon", "ahead"})
MOTION = frozenset("travel fly go come arrive head visit depart leave return journey sit fly-in land".split())
ATTENDED = "attended by"
# Phrases in two steps, and the slots that their inner noun fills.
NESTED = {
    ("in", "presence"): "presence", ("in", "honour"): "honour", ("in", "honor"): "honour", ("on", "behalf"): "behalf",
    ("with", "participation"): "presence", ("before", "presence"): "presence",
}  # fmt: skip
TELLING = frozenset("tell inform ask urge thank congratulate assure warn invite write request assure".split())


@dataclass(slots=True, eq=False)
class Candidate:
    """Words that may announce an act: the frame, its anchor, the verb of its clause, and the fillers of its slots."""

    frame: Frame
    anchor: Word
    verb: Word | None
    thing: Word | None = None
    particle: Word | None = None
    fillers: dict[str, list[Word]] = field(default_factory=dict)

    def fill(self, slot: str, words: list[Word]) -> None:
        """Add `words` to `slot`, each once."""
        held = self.fillers.setdefault(slot, [])
        held.extend(word for word in words if word not in held)


def find_candidates(analysis: Analysis) -> Iterator[Candidate]:
    """Yield every candidate of the report in the order of the text, several for one word where frames compete."""
    table = load_frames()
    for word in analysis.words:
        yield from _candidates_at(word, table)


def _candidates_at(word: Word, table: FrameTable) -> Iterator[Candidate]:
    lemma = word.lemma.lower()
    if word.pos in ("VERB", "AUX") or (word.pos == "ADJ" and word.tag == "VBG") or word.tag in ("VBG", "VBN", "VBD"):
        for frame in table.verbs.get(lemma, ()):
            candidate = _match_verb(word, frame)
            if candidate is not None:
                yield candidate
    if word.pos in ("NOUN", "PROPN"):
        for frame in table.nouns.get(lemma) or table.nouns.get(word.lower, ()):
            candidate = _match_noun(word, frame)
            if candidate is not None:
                yield candidate
    if word.lower in JOINED and (joined := join_hyphens(word)) is not None:
        for frame in table.nouns.get(joined[0], ()):
            candidate = _match_noun(joined[1], frame)
            if candidate is not None:
                yield candidate


def _match_verb(verb: Word, frame: Frame) -> Candidate | None:
    particle = None
    if frame.particle is not None:
        particle = next(
            (child for child in verb.children if child.lower == frame.particle and child.dep != "agent"), None
        )
        if particle is None or (particle.dep == "prep" and verb.child_by("dobj") is not None):
            return None
    elif any(child.dep == "prt" for child in verb.children) and not frame.things:
        return None
    if frame.kind == "visit" and any(child.lower == "together" for child in verb.children):
        return None
    if frame.adjective != (verb.dep == "amod") or (frame.cues and not has_cue(verb, frame)):
        return None
    if frame.thing_kinds and not acts_on_people(verb, frame):
        return None
    candidate = Candidate(frame, verb, verb, particle=particle)
    reading: Reading | None = None
    if frame.things:
        candidate.thing = find_thing(verb, frame)
        if candidate.thing is None and (reading := read_against_tree(verb, frame)) is not None:
            candidate.thing = reading.thing
        if candidate.thing is None or any(c.lower == "no" and c.dep == "det" for c in candidate.thing.children):
            return None
    if reading is not None and reading.doers:
        candidate.fill("subject", list(reading.doers))
    else:
        candidate.fill("subject", (inverted_doers(verb) or agents(verb)) if not frame.adjective else [verb.head])
    if candidate.thing is not None and candidate.thing in candidate.fillers["subject"]:
        candidate.fillers["subject"].remove(candidate.thing)
    if is_passive(verb) and verb.child_by("dobj", "oprd") is not None and verb.dep != "acl":
        candidate.fill("dative", objects(verb))
    if not frame.things or ("object" in frame.roles and (frame.thing_slots or frame.moving)):
        candidate.fill("object", objects(verb) or [child for child in verb.children if child.dep == "oprd"])
        if particle is not None and "object" in frame.roles:
            candidate.fill("object", [member for child in particle.children_by("pobj") for member in conjuncts(child)])
    _fill_from_verb(candidate, verb)
    _borrow_phrases(candidate, verb)
    if candidate.thing is not None:
        for thing in conjuncts(candidate.thing):
            if thing is candidate.thing or is_thing(thing, frame):
                fill_from_noun(candidate, thing)
        for slot, filler in phrases_around(candidate.thing, verb):
            candidate.fill(slot, [filler])
    if any(slot in candidate.fillers for slot in frame.unless) or (frame.unless and _has_infinitive(verb)):
        return None
    return candidate


def _fill_from_verb(candidate: Candidate, verb: Word) -> None:
    counted = candidate.thing is not None and candidate.thing.lemma.lower() in AMOUNTS
    for slot, filler in phrases(verb):
        if slot != "by" or not is_passive(verb):
            candidate.fill(slot, [filler])
        if slot in ("in", "worth") and counted and filler.pos == "NOUN":
            fill_from_noun(candidate, filler)
        _fill_nested(candidate, slot, filler)
        if slot == "as":
            for inner_slot, inner in phrases(filler):
                candidate.fill(inner_slot, [inner])
    for child in verb.children:
        if child.dep == "dative" and child.pos != "ADP":
            candidate.fill("dative", conjuncts(child))
        elif child.dep == "advmod" and child.lower in ("here", "there", "home"):
            candidate.fill(child.lower, [child])


def _has_infinitive(verb: Word) -> bool:
    return any(child.dep in ("xcomp", "ccomp") and child.tag == "VB" for child in verb.children)


def _borrow_phrases(candidate: Candidate, verb: Word) -> None:
    """Take over phrases that the parser hung on a time or place word of the same clause: "met Thursday with X"."""
    for child in verb.children:
        if child.dep in ("npadvmod", "advmod", "prep", "dobj") and child.i > verb.i:
            nouns = [child] if child.dep != "prep" else child.children_by("pobj")
            nouns = [*nouns, *(part for noun in nouns for part in noun.children_by("appos"))]
            for noun in nouns:
                for slot, filler in phrases(noun):
                    if slot in ("with", "to") and slot in candidate.frame.roles:
                        candidate.fill(slot, [filler])


def _match_noun(noun: Word, frame: Frame) -> Candidate | None:
    if noun.dep in ("compound", "nmod", "amod", "poss") or (frame.kind == "negotiation" and noun.pos == "PROPN"):
        return None
    if frame.modifiers and not any(
        child.lower in frame.modifiers or child.lemma.lower() in frame.modifiers
        for child in noun.children
        if child.i < noun.i
    ):
        return None
    verb = support_of(noun)
    if (frame.support and (verb is None or verb.lemma.lower() not in frame.support)) or (
        frame.cues and not has_cue(noun, frame)
    ):
        return None
    if frame.things and not any(filler.lemma.lower() in frame.things for _, filler in phrases(noun)):
        return None
    candidate = Candidate(frame, noun, verb, thing=noun)
    for word in (noun, *counters_of(noun)):
        fill_from_noun(candidate, word)
    for _, filler in phrases(noun):
        if frame.things and filler.lemma.lower() in frame.things:
            for inner_slot, inner in phrases(filler):
                candidate.fill(inner_slot, [inner])
    if verb is not None:
        _fill_from_support(candidate, noun, verb)
    elif "subject" in frame.roles and noun.dep == "pobj" and noun.head.lower in AROUND:
        _fill_from_clause_around(candidate, noun)
    return candidate


def _fill_from_clause_around(candidate: Candidate, noun: Word) -> None:
    """Take the subject of the clause where the noun names only the other side: "After talks with Y, X said"."""
    verb = noun.head.head
    owners = candidate.fillers.get("possessive")
    has_other_side = any(candidate.fillers.get(slot) for slot in ("with", "to", "from"))
    if verb.pos in ("VERB", "AUX") and has_other_side and (not owners or owners[0].pos == "PRON"):
        candidate.fill("subject", agents(verb))


def fill_from_noun(candidate: Candidate, noun: Word) -> None:
    """Fill slots from what hangs on the noun: possessor, modifiers, phrases, and clauses behind it."""
    for child in noun.children:
        if child.dep == "poss":
            candidate.fill("possessive", conjuncts(child))
        elif child.dep in ("amod", "compound", "nmod") and child.i < noun.i:
            candidate.fill("modifier", [child])
        elif child.dep in ("acl", "relcl"):
            _fill_from_clause(candidate, child)
        elif child.dep == "advmod" and child.i > noun.i:
            for slot, filler in phrases(child):
                candidate.fill(slot, [filler])
    for slot, filler in phrases(noun):
        candidate.fill(slot, [filler])
        _fill_nested(candidate, slot, filler)
        if slot in ("in", "of") and noun.lemma.lower() in AMOUNTS:
            fill_from_noun(candidate, filler)


def _agent_slot(candidate: Candidate, verb: Word) -> str:
    """The slot of a passive's agent: those who attend are no hosts where the frame tells them apart."""
    slots = (ATTENDED, "among") if verb.lemma in ("attend", "join") else ()
    return next((slot for slot in slots if slot in candidate.frame.roles), "by")


def _fill_nested(candidate: Candidate, slot: str, filler: Word) -> None:
    """Fill the slots of phrases in two steps: "in the presence of X", "in honour of Y", "on behalf of Z"."""
    name = NESTED.get((slot, filler.lower))
    if name is not None:
        candidate.fill(name, [inner for preposition, inner in phrases(filler) if preposition == "of"])


def _fill_from_clause(candidate: Candidate, verb: Word) -> None:
    """Take in a clause behind the noun: "talks held by X", "a summit hosted by Y", "the meeting, attended by Z"."""
    if verb.lemma.lower() in LIGHT_VERBS or verb.lemma in GIVING:
        if is_passive(verb):
            candidate.fill(_agent_slot(candidate, verb), agents(verb))
        for slot, filler in phrases(verb):
            if slot != "by":
                candidate.fill(slot, [filler])
                _fill_nested(candidate, slot, filler)
        if candidate.verb is None:
            candidate.verb = verb if candidate.anchor.pos != "VERB" else candidate.verb


def _fill_from_support(candidate: Candidate, noun: Word, verb: Word) -> None:
    lemma = verb.lemma.lower()
    direct = noun in objects(verb)
    if lemma in MOTION and noun.dep == "pobj":
        candidate.fill("subject", agents(verb))
        if candidate.frame.places:
            _fill_destination(candidate, verb)
        return
    if lemma in LIGHT_VERBS or direct:
        if noun not in subjects(verb) and noun not in (agents(verb)):
            if lemma in LIGHT_VERBS:
                candidate.fill("subject", agents(verb))
        elif is_passive(verb):
            candidate.fill(_agent_slot(candidate, verb), agents(verb))
        if lemma in LIGHT_VERBS:
            for slot, filler in phrases(verb):
                if filler is not noun and not (slot == "by" and _agent_slot(candidate, verb) != "by"):
                    candidate.fill(slot, [filler])
                    _fill_nested(candidate, slot, filler)
            _borrow_phrases(candidate, verb)


def _fill_destination(candidate: Candidate, verb: Word) -> None:
    """Take over where the verb goes to: "came to Rome on a visit", "came here on a visit"."""
    for slot, filler in phrases(verb):
        if slot in candidate.frame.places:
            candidate.fill(slot, [filler])
    for child in verb.children:
        if child.dep == "advmod" and child.lower in ("here", "home"):
            candidate.fill(child.lower, [child])


def clause_verb(candidate: Candidate) -> Word | None:
    """The verb whose tense and mood say whether the act has happened."""
    verb = candidate.verb
    if verb is not None and verb.dep == "acl" and verb is not candidate.anchor and candidate.frame.kind == "ceremony":
        return governing_verb(candidate.anchor) or verb  # "told guests at a dinner given by X" recalls no dinner
    if verb is not None:
        return verb
    return governing_verb(candidate.anchor)
