"""Find who is at a session that a clause only sets the scene with: a candidate goes in, those present join its slots.

"X met Y on the sidelines of the summit", "X, who is in Rome for the forum", "X is expected at the conference".
"""

from communique.coding.acts.matching.candidates import Candidate
from communique.language.analysis import Analysis
from communique.language.clauses import agents, governing_verb, is_passive, objects, phrases
from communique.language.words import Word

MARGINS = frozenset(
    "sideline sidelines margin margins fringe fringes side sides opening start close end closing beginning framework "
    "occasion work day".split()
)
AT = frozenset({"at", "during", "on"})
FOR = frozenset({"for", "to", "in"})
COMING = frozenset(
    "be travel arrive fly come go head visit due gather attend participate speak land represent expect await join "
    "stay lead depart leave".split()
)
MEETING = frozenset({"meet", "receive", "see", "greet", "join", "host"})
NAMED = frozenset({"name", "office", "pronoun"})


def complete_session(candidate: Candidate, analysis: Analysis) -> None:
    """Fill the subject of a session that nobody is yet told to attend with those its clause puts there."""
    if any(candidate.fillers.get(slot) for slot in ("subject", "with", "between", "among", "by", "attended by")):
        return
    top = candidate.anchor
    while top.dep == "pobj" and top.head.lower == "of" and top.head.head.lemma.lower() in MARGINS:
        top = top.head.head
    verb = governing_verb(top) if top.dep == "pobj" else None
    if verb is None or verb.lemma == "say" and top.head.head is not verb:
        return
    preposition = top.head.lower
    if preposition in AT or (preposition in FOR and verb.lemma in COMING):
        present = objects(verb) if is_passive(verb) and verb.lemma in COMING else agents(verb)
        if verb.lemma in MEETING:
            present = [*present, *objects(verb), *(filler for slot, filler in phrases(verb) if slot == "with")]
        candidate.fill("subject", [word for word in present if _is_person(word, analysis)])


def _is_person(word: Word, analysis: Analysis) -> bool:
    mention = analysis.mention_at(word)
    if mention is None or mention.form not in NAMED:
        return False
    return all(analysis.actors[actor].kind in ("person", "office") for actor in mention.actors)
