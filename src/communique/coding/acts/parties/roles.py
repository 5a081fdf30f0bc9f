"""Give the parties of an act their roles: the frame proposes, soil and visits decide between host and guest."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from communique.coding.record import Event, Participant, Place
from communique.language.analysis import Analysis
from communique.language.nations.countries import country_of, demonym_country

# Cities that are the soil of organisations with their seat there.
SEATS = {
    "Brussels": ("EU", "NATO"), "Strasbourg": ("EU",), "New York": ("UN",), "Addis Ababa": ("AU",), "Cairo": ("LAS",),
    "Jakarta": ("ASEAN",), "Jeddah": ("OIC",), "Abuja": ("ECOWAS",), "Vienna": ("OSCE", "IAEA", "OPEC"),
    "Riyadh": ("GCC",),
}  # fmt: skip
TWO_SIDED = frozenset({"meeting", "session"})


RETINUE = re.compile(
    r"(?:his|her|their|its)\b.*\b(?:party|entourage|suite|retinue|aides|delegation|spouse|wife|husband)", re.I
)
HOME_SIDE = re.compile(
    r"\b(?:officials?|counterparts?|governors?|ministers?|authorities|leaders?|lawmakers|leadership)\b",
    re.I,
)
ON_VISIT = frozenset({"held", "under way", "planned"})


def settle_roles(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events` with host and guest told by the place, by visits under way, or by where the story was filed."""
    line = analysis.report.dateline
    filed = Place(name=line.place or "", country=line.country) if line is not None else None
    paid: dict[str, set[str]] = {}
    planned: dict[str, set[str]] = {}
    for event in events:
        if event.kind != "visit" or event.status not in ON_VISIT or event.background:
            continue
        if event.place is None or event.place.country is None:
            continue
        for person in event.participants:
            if person.role == "guest" and person.country != event.place.country:
                visits = planned if event.status == "planned" else paid
                visits.setdefault(person.actor, set()).add(event.place.country)
                if person.country and person.capacity is None:
                    visits.setdefault(f"side {person.country}", set()).add(event.place.country)
    settled = []
    for event in events:
        people = _with_retinue(event.participants)
        people = _settle_hosts(event.kind, people, event.place)
        if event.kind in TWO_SIDED and not event.background:
            visits = planned if event.status in ("planned", "proposed") else paid
            people = _settle_by_visits(people, visits, event.place)
            if event.place is None and event.kind == "meeting" and event.status == "held":
                people = _settle_hosts(event.kind, people, filed)
        settled.append(replace(event, participants=people))
    return settled


def _with_retinue(people: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Return `people` with those told only as somebody's company as attendees: "received X and his party"."""
    if len(people) < 3 or not any(RETINUE.match(person.name) for person in people):
        return people
    return tuple(
        replace(person, role="attendee") if person.role == "guest" and RETINUE.match(person.name) else person
        for person in people
    )


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


def _settle_by_visits(
    people: tuple[Participant, ...], visits: Mapping[str, set[str]], place: Place | None
) -> tuple[Participant, ...]:
    """Return `people` with visitors as guests and those at home in the country they visit as hosts.

    `visits` maps ids of visitors to the countries they are in, and "side" with a country to where its delegation is.
    """
    principals = [person for person in people if person.role == "participant"]
    if len(principals) < 2 or any(person.role in ("host", "guest") for person in people):
        return people
    sides = {person.country for person in principals}
    visits = {person.actor: _visited(person, visits) for person in principals}
    soil = {country for countries in visits.values() for country in countries}
    if place is not None and place.country is not None:
        soil &= {place.country}
    is_pair = len(principals) == 2
    if not soil or not (sides & soil or place is not None or (is_pair and None in sides)):
        return people
    abroad = {person.country for person in principals if visits.get(person.actor, set()) & soil}
    only = next(iter(soil)) if len(soil) == 1 else None
    at_home = [person for person in principals if person.country not in abroad]
    if is_pair and all(person.country is None and person.name[:1].isupper() for person in at_home):
        return tuple(
            replace(p, role="guest" if p.country in abroad else "host") if p in principals else p for p in people
        )
    return tuple(_in_turn(person, soil, abroad, only) if person.role == "participant" else person for person in people)


def _visited(person: Participant, visits: Mapping[str, set[str]]) -> set[str]:
    """The countries that a person is on a visit to, alone or with a delegation of the own country."""
    return visits.get(person.actor, set()) | visits.get(f"side {person.country}", set())


def _in_turn(person: Participant, soil: set[str], abroad: set[str | None], only: str | None) -> Participant:
    """A principal as host on the soil visited or guest of the visiting side; a nameless home side gains its country."""
    if person.country in soil:
        return replace(person, role="host")
    if person.country is not None and person.country in abroad:
        return replace(person, role="guest")
    if person.country is None and only is not None and HOME_SIDE.search(person.name) and not _names_state(person.name):
        return replace(person, role="host", country=only)
    return person


def _names_state(name: str) -> bool:
    """Whether words for a group say which states it comes from."""
    return any(country_of(word.strip(",")) or demonym_country(word.strip(",")) for word in name.split())
