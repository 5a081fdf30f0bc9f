"""Give the parties of an act their roles: the frame proposes, soil and visits decide between host and guest."""

from dataclasses import replace

from communique.coding.record import Participant, Place

# Cities that are the soil of organisations with their seat there.
SEATS = {
    "Brussels": ("EU", "NATO"), "Strasbourg": ("EU",), "New York": ("UN",), "Addis Ababa": ("AU",), "Cairo": ("Arab League",),
    "Jakarta": ("ASEAN",), "Jeddah": ("OIC",), "Abuja": ("ECOWAS",), "Vienna": ("OSCE", "IAEA", "OPEC"), "Riyadh": ("GCC",),
}  # fmt: skip
TWO_SIDED = frozenset({"meeting", "session"})


def settle_hosts(kind: str, people: tuple[Participant, ...], place: Place | None) -> tuple[Participant, ...]:
    """Return `people` with host and guest told by the soil of the meeting's place.

    Only where the frame left the principals as plain participants and the place lies in the country of one of exactly two sides.
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


def settle_by_visits(
    people: tuple[Participant, ...], visits: dict[str, str]
) -> tuple[Participant, ...]:
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
                replace(person, role="guest" if swap[person.actor] == "guest" else "host") if person.actor in swap else person
                for person in people
            )
    return people
