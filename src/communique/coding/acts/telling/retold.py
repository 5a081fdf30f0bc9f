"""Know a signing told twice: drafts with their events go in, each signing once comes out, with those who signed.

A lead says that two states signed, a later sentence whose hands held the pens: "the document bears the signatures of".
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.acts.parties.sides import Sides
from communique.coding.acts.telling.drafts import Draft
from communique.coding.record import Event, Participant

POINTING = frozenset({"the", "this", "it", "both", "these"})
MERE = frozenset("document text deal agreement accord pact treaty signature name it paper".split())


def join_retold(told: Sequence[tuple[Draft, Event]], sides: Sides) -> list[Event]:
    """Return the events of `told`, a signing by states and the same one by their people made one."""
    kept: list[tuple[Draft, Event]] = []
    for draft, event in told:
        index = next((n for n, (first, old) in enumerate(kept) if _is_retold(first, old, draft, event, sides)), None)
        if event.kind != "signing" or index is None:
            kept.append((draft, event))
            continue
        first, old = kept[index]
        fuller = old if _is_by_people(old) or not _is_by_people(event) else event
        attendees = [*old.participants, *event.participants]
        present = {person.actor for person in fuller.participants}
        beside = [p for p in attendees if p.role == "attendee" and p.actor not in present]
        beside = list({person.actor: person for person in beside}.values())
        kept[index] = (
            first,
            replace(old, participants=(*fuller.participants, *beside), place=old.place or event.place),
        )
    return [event for _, event in kept]


def _is_retold(first: Draft, old: Event, draft: Draft, event: Event, sides: Sides) -> bool:
    if old.kind != "signing" or event.kind != "signing" or old.background != event.background:
        return False
    if (old.status == "held") != (event.status == "held"):
        return False
    if {person.actor for person in old.participants} == {person.actor for person in event.participants}:
        return _points_back(draft) and first.anchor.i < draft.anchor.i and not _points_back(first)
    if _is_by_people(old) == _is_by_people(event) or _countries(old) != _countries(event):
        return False
    is_lead = sides.sentence_of(old.trigger.start) <= 1
    return is_lead or _points_back(draft) or _lemma(first) == _lemma(draft)


def _points_back(draft: Draft) -> bool:
    """Whether the words speak of a document already told: "the document", "the 13-page text"."""
    thing = draft.candidate.thing
    if thing is None or thing.lemma.lower() not in MERE or thing.tag not in ("NN", "PRP"):
        return thing is not None and thing.lemma.lower() in ("signature", "name")
    return any(child.lower in POINTING for child in thing.children)


def _lemma(draft: Draft) -> str:
    thing = draft.candidate.thing
    return thing.lemma.lower() if thing is not None else draft.anchor.lemma.lower()


def _signatories(event: Event) -> list[Participant]:
    return [person for person in event.participants if person.role == "signatory"]


def _countries(event: Event) -> set[str | None]:
    return {person.country for person in _signatories(event)}


def _is_by_people(event: Event) -> bool:
    """Whether persons, not states, are told to have signed."""
    return any(person.capacity is not None for person in _signatories(event))
