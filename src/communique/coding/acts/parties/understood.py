"""Give acts the parties that their clause leaves unsaid: drafts with their events go in, events with parties come out.

"Ten documents were signed after the talks" was signed by those who talked, "the two ministers laid flowers" takes up
two named before, "its ambassador was recalled" has the country told beside it on the other side.
"""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.acts.matching.wording import is_named_group
from communique.coding.acts.parties.sides import Sides
from communique.coding.acts.telling.drafts import Draft
from communique.coding.acts.telling.retold import join_retold
from communique.coding.record import Event, Participant, Role
from communique.language.analysis import Analysis

TALKS = frozenset({"meeting", "session", "negotiation", "visit", "mediation", "call"})
BESIDE = frozenset({"attendee", "mediator"})
OPPOSITE: dict[str, Role] = {"participant": "participant", "sender": "target", "target": "sender"}
PEOPLE = frozenset({"leaders", "presidents", "heads", "ministers", "premiers", "chiefs", "men", "women", "officials"})
REACH = 8


def understand_parties(told: Sequence[tuple[Draft, Event]], analysis: Analysis) -> list[Event]:
    """Return the events of `told`, those that name no party or a mere "two sides" with the parties they speak of.

    Events that only talks told before could give parties to, and that find none, are left out.
    """
    if not any(draft.frame.understood or draft.frame.kind == "ceremony" for draft, _ in told):
        return [event for _, event in told]
    sides = Sides(analysis)
    events = [event for _, event in told]
    found: list[tuple[Draft, Event]] = []
    for draft, event in told:
        if draft.frame.understood or _is_for_guests(draft, event):
            event = _understand(draft, event, [other for other in events if other is not event], sides)
        if event.participants or event.body or not draft.frame.understood:
            found.append((draft, event))
    return join_retold(found, sides)


def _understand(draft: Draft, event: Event, others: Sequence[Event], sides: Sides) -> Event:
    event = _take_up_groups(event, others, sides)
    principals = [person for person in event.participants if person.role not in BESIDE]
    if event.kind == "relations":
        return _with_other_side(draft, event, principals, sides, others)
    if event.kind == "ceremony":
        return _with_guest(event, principals, others, sides)
    if event.kind == "signing" and principals:
        return replace(event, participants=sides.without_doubles(event.participants))
    if principals or event.participants or (event.background and event.date and not sides.is_recent(event.date)):
        return event
    talks = _talks_before(event, others, sides)
    if talks is None:
        return event
    people = _principals_of(talks, sides)
    if event.kind == "signing" and (_is_plural(draft) or event.status == "planned"):
        people = sides.states_of(people)
    role: Role = "signatory" if event.kind == "signing" else "participant"
    return replace(event, participants=tuple(replace(person, role=role) for person in people))


def _take_up_groups(event: Event, others: Sequence[Event], sides: Sides) -> Event:
    """Put the members in the place of "the two ministers" that no words of their own name."""
    people: list[Participant] = []
    for person in event.participants:
        count = is_named_group(person.name) if sides.is_group(person) else None
        talks = _talks_before(event, others, sides, count=count or None) if count is not None else None
        if talks is None:
            people.append(person)
            continue
        members = _principals_of(talks, sides)
        if person.name.lower().split(" of ")[0].split()[-1] not in PEOPLE and event.kind == "signing":
            members = sides.states_of(members)
        people += [replace(member, role=person.role) for member in members]
    unique = {person.actor: person for person in reversed(people)}
    return replace(event, participants=tuple(person for person in people if unique.pop(person.actor, None)))


def _talks_before(event: Event, others: Sequence[Event], sides: Sides, count: int | None = None) -> Event | None:
    """The talks, told in the same sentence or last before, of `count` parties, or of at least two sides."""
    own = sides.sentence_of(event.trigger.start)
    best: tuple[int, bool, int] | None = None
    chosen = None
    for other in others:
        if other.kind not in TALKS and not (other.kind == "signing" and count is not None):
            continue
        at = sides.sentence_of(other.trigger.start)
        people = _principals_of(other, sides)
        if not 0 <= own - at <= REACH or len({person.country or person.name for person in people}) < 2:
            continue
        if (count is not None and len(people) != count) or any(sides.is_group(person) for person in people):
            continue
        if (other.status == "cancelled") or (other.background and not event.background and own != at):
            continue
        is_trip = other.kind == "visit"
        rank = (own - at, is_trip, other.trigger.start if is_trip else -other.trigger.start)
        if best is None or rank < best:
            best, chosen = rank, other
    return chosen


def _principals_of(talks: Event, sides: Sides) -> list[Participant]:
    """Those who talk; the state visited where a visit names no host."""
    people = [person for person in talks.participants if person.role not in BESIDE]
    countries = {person.country for person in people}
    if talks.kind == "visit" and len(countries) == 1 and talks.place and talks.place.country not in (*countries, None):
        people.append(sides.state(talks.place.country or "", "host", talks.place.span))
    return people


def _with_other_side(
    draft: Draft, event: Event, principals: Sequence[Participant], sides: Sides, others: Sequence[Event]
) -> Event:
    """Give relations that are told of one side alone the other: the one state beside it in the words before."""
    countries = {person.country for person in principals}
    if not principals:
        talks = _talks_before(event, others, sides)
        people = sides.states_of(_principals_of(talks, sides)) if talks is not None else []
        if len(people) != 2 or "participant" not in draft.frame.roles.values():
            return replace(event, participants=())
        return replace(event, participants=tuple(replace(p, role="participant") for p in people))
    roles = {person.role for person in principals}
    is_one_sided = len(countries) == 1 and None not in countries
    if roles == {"participant"} and "sender" in draft.frame.roles.values() and is_one_sided:
        home = sides.states_of(principals)[0]
        return replace(event, participants=(replace(home, role="sender"), *event.participants))
    wanted = OPPOSITE.get(next(iter(roles))) if len(roles) == 1 else None
    if wanted is None or not is_one_sided or not draft.frame.understood:
        return event
    other = sides.beside(event.trigger.start, countries)
    if other is None:
        return event if "sender" in roles or "participant" in roles else replace(event, participants=())
    return replace(event, participants=(*event.participants, replace(other, role=wanted)))


def _is_for_guests(draft: Draft, event: Event) -> bool:
    """Whether somebody is told as the host of a ceremony that has guests: a dinner, a guard of honour."""
    is_for_guests = event.kind == "ceremony" and "guest" in draft.frame.roles.values()
    return is_for_guests and any(person.role == "host" for person in event.participants)


def _with_guest(event: Event, principals: Sequence[Participant], others: Sequence[Event], sides: Sides) -> Event:
    """Give a welcome or a banquet the visitor for whom it is."""
    if any(person.role in ("guest", "participant") for person in principals):
        return event
    own = sides.sentence_of(event.trigger.start)
    hosts = {person.country for person in principals}
    best: tuple[int, int] | None = None
    guests: tuple[Participant, ...] = ()
    for other in others:
        at = sides.sentence_of(other.trigger.start)
        if other.kind not in ("visit", "meeting") or other.background or not 0 <= own - at <= REACH:
            continue
        visitors = tuple(p for p in other.participants if p.role == "guest" and p.country not in hosts)
        rank = (own - at, -other.trigger.start)
        if visitors and (best is None or rank < best):
            best, guests = rank, visitors
    return replace(event, participants=(*event.participants, *guests))


def _is_plural(draft: Draft) -> bool:
    """Whether several documents are told at once, which leaders rarely sign themselves."""
    thing = draft.candidate.thing
    return thing is not None and thing.tag in ("NNS", "NNPS")
