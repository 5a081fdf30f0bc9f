"""Choose among competing candidates: those that fit the same words leave one draft, by precedence of kinds."""

from collections.abc import Iterable

from communique.coding.acts.matching.candidates import Candidate
from communique.coding.acts.matching.sessions import CONVENING
from communique.coding.acts.telling.drafts import Draft, Drafting
from communique.language.clauses import conjuncts, first_conjunct

# Where several frames fit the same words, the kind named first wins: one act, one kind.
PRECEDENCE = (
    "session", "mediation", "call", "negotiation", "signing", "ceremony", "message", "protest", "sanction", "relations",
    "appointment", "aid", "military", "meeting", "agreement", "visit",
)  # fmt: skip


def choose_drafts(candidates: Iterable[Candidate], drafting: Drafting) -> list[Draft]:
    """Draft each candidate and return one draft for the same words, in the order of the text."""
    best: dict[tuple[int, bool], Draft] = {}
    for candidate in candidates:
        draft = drafting.draft(candidate)
        if draft is None:
            continue
        key = (candidate.thing or candidate.anchor).i, candidate.frame.beside
        held = best.get(key)
        if held is None or _rank(draft) < _rank(held):
            best[key] = draft
    taken = {draft.anchor.i: draft for draft in best.values() if not draft.frame.beside}
    convened = {
        draft.candidate.verb.i
        for draft in best.values()
        if draft.frame.kind == "session"
        and draft.candidate.verb is not None
        and draft.candidate.verb.lemma in CONVENING
    }
    kept = []
    for draft in best.values():
        if draft.frame.kind == "meeting" and draft.anchor.i in convened:
            continue
        if draft.frame.beside:
            kept.append(draft)
            continue
        rival = taken.get(draft.anchor.i)
        verb_rival = taken.get(draft.candidate.verb.i) if draft.candidate.verb is not None else None
        if rival is not draft and rival is not None and _rank(rival) < _rank(draft):
            continue
        if (
            verb_rival is not None
            and verb_rival is not draft
            and draft.anchor.pos != "VERB"
            and verb_rival.frame.kind != draft.frame.kind
            and verb_rival.candidate.thing is draft.anchor
        ):
            continue
        kept.append(draft)
    kept = [draft for draft in kept if not _is_within_course(draft, kept)]
    kept.sort(key=lambda draft: draft.anchor.i)
    return kept


def _is_within_course(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether another draft tells the same course: "agreed to restore ties" is of relations, not an agreement too."""
    if draft.frame.kind != "agreement":
        return False
    if draft.frame.course:
        course = {word.i for child in draft.anchor.children_by("xcomp") for word in conjuncts(child)}
        return any(other.frame.kind == "relations" and other.anchor.i in course for other in drafts)
    above = first_conjunct(draft.anchor)
    return above.dep == "xcomp" and any(other.frame.course and other.anchor is above.head for other in drafts)


def _rank(draft: Draft) -> tuple[int, int]:
    return PRECEDENCE.index(draft.frame.kind), -len(draft.participants)
