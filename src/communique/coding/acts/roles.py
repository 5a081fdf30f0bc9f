"""Give the parties of an act their roles: the frame proposes, soil and visits decide between host and guest."""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event, Participant, Place
from communique.language.analysis import Analysis

# Cities that are the soil of organisations with their seat there.
SEATS = {
    "Brussels": ("EU", "NATO"), "Strasbourg": ("EU",), "New York": ("UN",), "Addis Ababa": ("AU",), "Cairo": ("LAS",),
    "Jakarta": ("ASEAN",), "Jeddah": ("OIC",), "Abuja": ("ECOWAS",), "Vienna": ("OSCE", "IAEA", "OPEC"),
    "Riyadh": ("GCC",),
}  # fmt: skip
TWO_SIDED = frozenset({"meeting", "session"})


def settle_roles(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events` with host and guest told by the place, by visits under way, or by where the story was filed."""
    line = analysis.report.dateline
    filed = Place(name=line.place or "", country=line.country) if line is not None else None
    visits = {
        person.actor: event.place.country
        for event in events
        if event.kind == "visit" and event.place and event.place.country and event.status in ("held", "under way")
        for person in event.participants
        if person.role == "guest"
    }
    settled = []
    for event in events:
        people = _settle_hosts(event.kind, event.participants, event.place)
        if event.kind == "meeting":
            people = _settle_by_visits(people, visits)
            if event.place is None and not event.background and event.status == "held":
                people = _settle_hosts(event.kind, people, filed)
        settled.append(replace(event, participants=people))
    return settled


def _settle_hosts(kind: str, people: tuple[Participant, ...], place: Place | None) -> tuple[Participant, ...]:
    """Return `people` with host and guest told by the soil of the meeting's place.

    Only where the frame left the principals as plain participants, and one of exactly two sides is at home there.
    """
    if kind not in TWO_SIDED or place is None or place.country is None:
        return people
    soil = {place.country, *SEATS.get(place.name.split(" in ")[-1], ())}
    principals = [person for person in people if person.role == "participant"]
    if len(principals) != len([p for p in people if p.role != "attendee"]) or len(principals) < 2:
        return people
    sides = {person.country for person in principals}
    if len(sides & soil) != 1 or len(sides) != 2:
        return people
    return tuple(
        replace(person, role="host" if person.country in soil else "guest") if person in principals else person
        for person in people
    )


def _settle_by_visits(people: tuple[Participant, ...], visits: dict[str, str]) -> tuple[Participant, ...]:
    """Return `people` with the visitor as guest where a party is on a visit to the other's country.

    `visits` maps the ids of visitors to the country they are in.
    """
    principals = [person for person in people if person.role == "participant"]
    if len(principals) != 2 or any(person.role in ("host", "guest") for person in people):
        return people
    for visitor, other in (principals, principals[::-1]):
        if other.country and visits.get(visitor.actor) == other.country and other.country != visitor.country:
            swap = {visitor.actor: "guest", other.actor: "host"}
            return tuple(
                replace(person, role="guest" if swap[person.actor] == "guest" else "host")
                if person.actor in swap
                else person
                for person in people
            )
    return people
