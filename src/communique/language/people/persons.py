"""Bring the namings of one individual together under one person, namesakes apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.language.nations.finding import is_state
from communique.language.people.name_words import Gender, fold, gender_of, given_name
from communique.language.people.namings import Naming
from communique.language.people.posts import Post


@dataclass(slots=True, eq=False)
class Person:
    """One individual with all its namings."""

    name: str
    parts: tuple[str, ...]
    namings: list[Naming]
    country: str | None = None
    gender: Gender | None = None
    posts: list[tuple[Post, str | None, bool]] = field(default_factory=list)
    is_assumed: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The heads of the posts this person holds, by the headline too."""
        return frozenset(post.key for naming in self.namings for post, _, former in naming.posts if not former)


def gather_persons(namings: Sequence[Naming]) -> list[Person]:
    """Bring the namings of each individual together, the fullest names first."""
    persons: list[Person] = []
    order = sorted(range(len(namings)), key=lambda n: (-min(len(namings[n].parts), 4), n))
    for n in order:
        naming = namings[n]
        person = _person_of(naming, persons, namings, n)
        if person is None:
            person = Person(naming.text, naming.parts, [])
            persons.append(person)
        person.namings.append(naming)
    position = {id(naming): n for n, naming in enumerate(namings)}
    for person in persons:
        person.namings.sort(key=lambda naming: position[id(naming)])
        _settle(person)
    persons.sort(key=lambda person: position[id(person.namings[0])])
    return persons


def _person_of(naming: Naming, persons: Sequence[Person], namings: Sequence[Naming], n: int) -> Person | None:
    """The person already known that this naming is of; the best where several could be."""
    fitting = [(fit, person) for person in persons if (fit := _fit(naming, person))]
    if not fitting:
        return None
    best = max(fit for fit, _ in fitting)
    among = [person for fit, person in fitting if fit == best]
    if len(among) == 1:
        return among[0]
    nearest = {id(other): m for m, other in enumerate(namings)}

    def distance(person: Person) -> tuple[bool, int]:
        gaps = [nearest[id(other)] - n for other in person.namings]
        before = [-gap for gap in gaps if gap < 0]
        return (not before, min(before) if before else min(abs(gap) for gap in gaps))

    return min(among, key=distance)


def _fit(naming: Naming, person: Person) -> int:
    """How well a naming fits a person: 0 not at all, more where name, post and country speak for it."""
    a, b = naming.parts, person.parts
    likeness = _name_fit(a, b)
    if not likeness:
        return 0
    keys = {post.key for post, _, _ in naming.posts}
    known = {post.key for other in person.namings for post, _, _ in other.posts}
    countries = {c for other in person.namings for c in (other.country,) if c}
    if naming.country and countries and naming.country not in countries and len(a) < 2:
        return 0
    genders = {other.gender for other in person.namings if other.gender} or {gender_of(b)} - {None}
    if naming.gender and genders and naming.gender not in genders:
        return 0
    if likeness == 1 and not (keys & known) or _parts_patronymic(naming.text, person.name):
        return 0
    if len(a) == 1 and len(b) > 1 and not keys and not known and not naming.country:
        return likeness * 4 - 1
    return likeness * 4 + 2 * bool(keys & known) + bool(naming.country and naming.country in countries)


def _parts_patronymic(written: str, name: str) -> bool:
    """Whether one is named after the other, and no more: "Salman" beside "Mohammed bin Salman bin Abdulaziz"."""
    short, long = (written, name) if len(written) <= len(name) else (name, written)
    given = fold(long).split(" ")[0]
    if not any(part in fold(long).split(" ") for part in ("bin", "bint", "ibn")) or fold(short).split(" ")[0] == given:
        return False
    fathers = fold(long).split(" bint " if " bint " in long else " bin ")[1:]
    return any(father.split(" ")[0] == fold(short).split(" ")[0] for father in fathers)


def _name_fit(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """3 equal, 2 one is part of the other, 1 the family name agrees and given names may be forms of one."""
    if a == b or sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return 3
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return 2 if short[0] in long and len(short[0]) > 1 else 0
    if _inside(short, long):
        return 2
    if len(short) > 2 and short[0] == long[0]:
        return 0
    if short[-1] == long[-1] and given_name(short[0]) == given_name(long[0]):
        return 2
    return 1 if short[-1] == long[-1] and (short[0][0] == long[0][0]) and abs(len(short[0]) - len(long[0])) < 5 else 0


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the parts of the shorter name stand in the longer in their order, initials counting for names."""
    k = 0
    for part in short:
        while k < len(long) and not (long[k] == part or (len(part) == 1 and long[k].startswith(part))):
            k += 1
        if k == len(long):
            return False
        k += 1
    return True


def _settle(person: Person) -> None:
    """Work out what is known of a person from all its namings."""
    inside = [naming for naming in person.namings if not naming.view.is_beside] or person.namings
    fullest = max(inside, key=lambda naming: (len(naming.parts), not naming.text.isupper()))
    person.name, person.parts = fullest.text, fullest.parts
    if person.name.isupper() and len(person.name) > 2:
        person.name = person.name.title()
    person.gender = next((naming.gender for naming in person.namings if naming.gender), None) or gender_of(person.parts)
    told = [c for naming in person.namings for _, c, former in naming.posts if c and not former]
    person.country = next(filter(is_state, told[:2]), told[0] if told else None)
    person.country = person.country or next((naming.country for naming in person.namings if naming.country), None)
    for naming in inside:
        if not naming.view.is_beside:
            person.posts.extend(naming.posts)
