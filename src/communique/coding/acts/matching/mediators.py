"""Find between whom somebody mediates: a candidate goes in, the parties that its sentence names elsewhere join it.

"X and Y agreed to a truce brokered by Z", "talks between X and Y opened under the auspices of Z".
"""

from communique.coding.acts.matching.candidates import Candidate
from communique.language.clauses import agents, conjuncts, is_passive
from communique.language.words import Word

DEALING = frozenset(
    "agree sign reach conclude accept hold resume begin start open strike ink seal negotiate meet talk return clinch "
    "sit announce observe exchange swap enter finalise finalize initial approve endorse complete continue".split()
)


def take_mediated(candidate: Candidate) -> None:
    """Fill "between" of a mediation that names none: from its sentence's own "between", else from who deals there."""
    if candidate.fillers.get("between") or candidate.fillers.get("among") or "between" not in candidate.frame.roles:
        return
    named = _named_between(candidate.anchor)
    candidate.fill("between", named or _dealers(candidate))


def _named_between(anchor: Word) -> list[Word]:
    """Who stands behind a "between" or "among" of the sentence that tells of at least two."""
    for word in anchor.sentence.words:
        if word.lower in ("between", "among") and word.tag == "IN":
            found = [member for target in word.children_by("pobj") for member in conjuncts(target)]
            if len(found) > 1 or any(member.tag in ("NNS", "NNPS") for member in found):
                return found
    return []


def _dealers(candidate: Candidate) -> list[Word]:
    """Two or more who strike the deal that was mediated: "X and Y signed the pact brokered by Z"."""
    mediators = {*candidate.fillers.get("subject", ()), *candidate.fillers.get("by", ())}
    for verb in candidate.anchor.ancestors():
        if verb.lemma in DEALING and verb.pos in ("VERB", "AUX") and not is_passive(verb):
            doers = [word for word in agents(verb) if word not in mediators]
            if len(doers) > 1:
                return doers
    return []
