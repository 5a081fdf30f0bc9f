"""Find who writes to whom: a candidate for a message goes in, its slots come out fuller.

"In a letter addressed to X, Y proposed", "handed X a letter from Y", "rejected a note from X": writer and reader stand
in the clause around the letter as often as at the letter itself.
"""

from communique.coding.acts.matching.candidates import TELLING, Candidate
from communique.language.clauses import agents, conjuncts, is_passive, objects, phrases
from communique.language.words import Word

PASSING = frozenset("address send deliver write hand convey sign receive pen transmit bear carry direct pass".split())
READERS = frozenset({"dobj", "dative", "nmod", "compound", "oprd"})
ANSWERING = frozenset("receive reject answer study acknowledge get welcome dismiss return accept consider".split())


def complete_message(candidate: Candidate) -> None:
    """Fill sender and recipient of a message from the clauses behind it and around it."""
    if candidate.frame.anchor == "noun":
        _complete_letter(candidate, candidate.anchor)
    elif candidate.thing is not None:
        _complete_passing(candidate, candidate.anchor, candidate.thing)


def _complete_letter(candidate: Candidate, letter: Word) -> None:
    for clause in letter.children_by("acl", "relcl"):
        if clause.lemma in PASSING:
            for slot, filler in phrases(clause):
                candidate.fill(slot, [filler])
            if is_passive(clause):
                candidate.fill("by", agents(clause))
    for slot, kind in phrases(letter):  # "a cable of congratulations from X to Y"
        if slot == "of":
            for inner, filler in phrases(kind):
                candidate.fill(inner, [filler])
    for reader in candidate.fillers.get("to", ())[:1]:
        candidate.fill("from", [filler for slot, filler in phrases(reader) if slot == "from"])
    verb = candidate.verb
    if verb is not None and verb.lemma in ANSWERING and letter in objects(verb):
        candidate.fill("receiver", agents(verb))
    _take_clause_around(candidate, letter)


def _take_clause_around(candidate: Candidate, letter: Word) -> None:
    """Take writer and reader from the clause that tells what a letter says: "told the Emir in a letter that"."""
    writers = [word for word in candidate.fillers.get("from", ()) if word.entity != "GPE"]
    if letter.dep != "pobj" or letter.head.lower not in ("in", "by", "via", "through") or writers:
        return
    above = letter.head.head
    if above.dep in ("nsubj", "nsubjpass"):
        candidate.fill("subject", conjuncts(above))
    elif above.pos == "VERB" or above.child_by("nsubj") is not None:
        candidate.fill("subject", agents(above))
        if above.lemma in TELLING and not candidate.fillers.get("to"):
            candidate.fill("to", [word for word in objects(above) if word not in agents(above)])
        elif not candidate.fillers.get("to"):
            for thing in above.children_by("dobj"):
                candidate.fill("to", [filler for slot, filler in phrases(thing) if slot == "to"])
            candidate.fill("to", [filler for slot, filler in phrases(above) if slot == "to"])


def _complete_passing(candidate: Candidate, verb: Word, letter: Word) -> None:
    """The reader between verb and letter, and those named behind the letter: "handed X a letter from Y"."""
    if not candidate.fillers.get("to") and not candidate.fillers.get("dative") and letter.i > verb.i:
        between = [w for w in verb.sentence.words if verb.i < w.i < letter.i and w.pos == "PROPN"]
        found = [
            w for w in between if w.head not in between and w.dep in ("dobj", "dative", "nmod", "compound", "oprd")
        ]
        candidate.fill("dative", found[:1])
    if candidate.frame.thing_slots:
        for slot, filler in phrases(letter):
            candidate.fill(slot, [filler])
