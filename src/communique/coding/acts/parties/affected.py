"""Complete measures and gifts told of one side alone: drafts with their events go in, events with both sides come out.

"Washington lifted its embargo in 1994" strikes the country that the report speaks of, an envoy who "was called in
separately" was called in by the ministry named before, "5,000 tons of flour have been sent" come from the state beside.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from communique.coding.acts.parties.sides import NEAR, Sides
from communique.coding.acts.telling.drafts import Draft
from communique.coding.record import Event, EventKind, Participant, Role
from communique.language.analysis import Analysis
from communique.language.nations.countries import country_of
from communique.language.nations.homes import home_country

GIVER: Role = "sender"
AFFECTED: dict[EventKind, Role] = {"sanction": "target", "protest": "target", "aid": "recipient"}
OFFICES = ("foreign ministry", "ministry of foreign affairs", "foreign office", "ministry of external affairs")
NAMING = frozenset({"on", "against", "upon", "object", "to", "dative", "for"})
REACH = 3  # sentences before that may name the ministry


def complete_measures(told: Sequence[tuple[Draft, Event]], analysis: Analysis) -> list[tuple[Draft, Event]]:
    """Return `told` with sender or affected side added to sanctions, protests and aid where only one side is named."""
    if not any(event.kind in AFFECTED for _, event in told):
        return list(told)
    sides = Sides(analysis)
    completed = [(draft, _complete(draft, event, sides, analysis)) for draft, event in told]
    return _join_protests([(draft, event) for draft, event in completed if _is_whole(event, analysis)])


def _is_whole(event: Event, analysis: Analysis) -> bool:
    """Whether aid has a recipient, or a state or organisation for its giver; a leader may promise millions at home."""
    if event.kind != "aid" or any(person.role == "recipient" for person in event.participants):
        return True
    givers = [analysis.actors.get(person.actor) for person in event.participants]
    return any(giver is None or giver.kind in ("state", "organisation", "body") for giver in givers)


def _join_protests(told: list[tuple[Draft, Event]]) -> list[tuple[Draft, Event]]:
    """Make one of the protests of one state to another, however told: "lodged a protest", "was given a note"."""
    first: dict[tuple[frozenset[str | None], ...], int] = {}
    found: list[tuple[Draft, Event]] = []
    for draft, event in told:
        sides = tuple(frozenset(p.country for p in event.participants if p.role == role) for role in (GIVER, "target"))
        key = (*sides, frozenset({str(event.background)}))
        if event.kind != "protest" or not all(sides) or None in sides[1]:
            found.append((draft, event))
        elif key not in first:
            first[key] = len(found)
            found.append((draft, event))
        else:
            earlier, known = found[first[key]]
            found[first[key]] = earlier, replace(known, participants=_fuller(known, event))
    return found


def _fuller(known: Event, other: Event) -> tuple[Participant, ...]:
    """The parties of two tellings of one protest; people and ministries rather than their states."""
    people: list[Participant] = []
    for role in (GIVER, "target"):
        mine = [p for p in known.participants if p.role == role]
        others = [p for p in other.participants if p.role == role]
        is_plain = all(p.capacity is None and country_of(p.name) is not None for p in mine)
        people += others if is_plain and others else mine
    return tuple(people)


def _complete(draft: Draft, event: Event, sides: Sides, analysis: Analysis) -> Event:
    affected = AFFECTED.get(event.kind)
    if affected is None or not event.participants:
        return event
    frame, fillers = draft.frame, draft.candidate.fillers
    if any(fillers.get(slot) for slot, role in frame.roles.items() if role == affected and slot in NAMING) and all(
        person.role != affected for person in event.participants
    ):
        return event  # "tariffs on steel" strike all alike
    roles = {person.role for person in event.participants}
    own = {person.country for person in event.participants}
    if None in own or len(own) > 1:
        return event
    if GIVER in roles and affected not in roles:
        near = 0 if event.kind == "aid" else NEAR
        leads = event.kind == "aid" and any(person.capacity for person in event.participants)
        other, role = sides.beside(event.trigger.start, own, near=near, whole=not leads), affected
    elif affected in roles and GIVER not in roles:
        other, role = _giver(event, own, sides, analysis), GIVER
    else:
        return event
    return event if other is None else replace(event, participants=(*event.participants, replace(other, role=role)))


def _giver(event: Event, own: set[str | None], sides: Sides, analysis: Analysis) -> Participant | None:
    """Who calls in an envoy: the foreign ministry named last before, else the state beside, else the one at home."""
    if event.kind == "protest":
        at = sides.sentence_of(event.trigger.start)
        for mention in reversed(analysis.mentions):
            if mention.span.start > event.trigger.end or at - mention.head.sentence.index > REACH:
                continue
            for actor in (analysis.actors[found] for found in mention.actors):
                if actor.country not in own and actor.country and actor.name.lower().endswith(OFFICES):
                    return Participant(
                        actor=actor.id, name=actor.name, country=actor.country, role=GIVER, span=mention.span
                    )
    found = sides.beside(event.trigger.start, own)
    home = home_country(analysis.report, Counter()) if found is None and event.kind == "protest" else None
    return sides.state(home, GIVER, event.trigger) if home and home not in own else found
