"""Keep who has been named so far in a report: persons, offices, states, organisations, bodies and groups, each once.

Takes phrases one by one in the order of the text; gives the Party that each stands for.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from communique.language.actors import ActorKind
from communique.language.nations.countries import common_name, organisation_code
from communique.language.people.common_nouns import party_nouns
from communique.language.people.name_words import Gender, fold
from communique.language.people.namings import Naming
from communique.language.people.noun_phrases import Phrase
from communique.language.people.persons import Person
from communique.language.people.posts import Post
from communique.language.people.same_posts import same_post


class Sighting(NamedTuple):
    """Where a party was named: sentence, word, whether as the subject of its clause, and of a main clause."""

    sentence: int
    word: int
    is_subject: bool
    is_main: bool = True


@dataclass(slots=True, eq=False)
class Party:
    """Somebody or something that acts, with its namings so far."""

    kind: ActorKind
    name: str
    country: str | None = None
    gender: Gender | None = None
    person: Person | None = None
    keys: set[str] = field(default_factory=set)
    post: Post | None = None
    noun: str = ""
    members: tuple["Party", ...] = ()
    sightings: list[Sighting] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)

    @property
    def is_individual(self) -> bool:
        """Whether this is one human being, named or known by office."""
        return self.kind in ("person", "office")


class Roster:
    """The parties of one report."""

    def __init__(self, persons: list[Person], home: str | None, written: dict[str, str] | None = None) -> None:
        self.home = home
        self._written = written or {}
        self.parties: list[Party] = []
        self._of_person: dict[int, Party] = {}
        self._states: dict[str, Party] = {}
        self._named: dict[str, Party] = {}
        self._groups: dict[str, Party] = {}
        for person in persons:
            party = Party("person", person.name, person.country, person.gender, person)
            party.keys = {same_post(post.key) for post, _, former in person.posts if not former}
            self.parties.append(party)
            for naming in person.namings:
                self._of_person[id(naming)] = party

    def person(self, phrase: Phrase) -> Party:
        """The person whose naming this phrase is."""
        return self._of_person[id(phrase.naming)]

    def of_naming(self, naming: Naming) -> Party:
        """The person whom a naming names."""
        return self._of_person[id(naming)]

    def of(self, person: Person) -> Party:
        """The party of a person."""
        return next(party for party in self.parties if party.person is person)

    def persons(self) -> list[Party]:
        """All persons of the report, those only named in its headline too."""
        return [party for party in self.parties if party.kind == "person"]

    def state(self, code: str) -> Party:
        """The state, or the organisation that acts like one, with this code."""
        if code not in self._states:
            kind: ActorKind = "organisation" if organisation_code(common_name(code)) else "state"
            known = self._named.get(code)
            if known is not None:
                self._states[code] = known
                return known
            name = self._written.get(code, common_name(code)) if kind == "organisation" else common_name(code)
            self._states[code] = self._add(Party(kind, name, code))
        return self._states[code]

    def organisation(self, phrase: Phrase) -> Party:
        """The organisation that a phrase names."""
        code: str | None = organisation_code(phrase.name)
        if code == "UN" and "UN" not in self._written and fold(phrase.name) in ("security council", "general assembly"):
            code = phrase.country = None
        if code and is_whole(phrase.name, code):
            party = self.state(code)
            if party.kind == "organisation":
                party.name = self._written.get(code, phrase.name)
            return party
        key = fold(phrase.name)
        if phrase.country and phrase.name.startswith(
            ("Ministry", "Foreign Ministry", "Department", "Parliament", "Embassy")
        ):
            key = f"{key} {phrase.country}"
        longer = self._longer(key) if key not in self._named else None
        if longer is not None and (not phrase.country or longer.country in (None, phrase.country)):
            return longer
        if key not in self._named:
            party = Party("organisation", phrase.name, phrase.country, noun=phrase.noun)
            self._named[key] = self._add(party)
        return self._named[key]

    def institution_in_post(self, noun: str) -> tuple[str, str | None] | None:
        """The institution that a post named before tells by this noun: "chairman of the Trade Committee"."""
        for party in reversed(self.parties):
            if party.person is None or not party.sightings:
                continue
            for post, country, _ in party.person.posts:
                _, _, rest = post.title.partition(" of ")
                name = rest.removeprefix("the ")
                if name[:1].isupper() and noun in fold(name).split():
                    return name, country
        return None

    def _longer(self, key: str) -> Party | None:
        """The organisation named before in full of which `key` is the short form: its last words, or its initials."""
        is_initials = key.isalpha() and 3 <= len(key) <= 6
        for party in reversed(self.parties):
            known = fold(party.name)
            if party.kind != "organisation" or not party.sightings or len(known) <= len(key):
                continue
            words = known.split()
            is_short = key in party_nouns().short_institutions
            if known.endswith(f" {key}") and len(words) > 1 and (" " in key or is_short):
                return party
            if is_short and any(word == key and after == "of" for word, after in pairwise(words)):
                return party  # "the Court" of "the International Court of Justice"
            if is_initials and "".join(word[0] for word in words if word not in _SMALL) == key:
                return party
        return None

    def body(self, name: str) -> Party:
        """The recurring institution called `name`."""
        key = fold(name)
        if key not in self._named:
            self._named[key] = self._add(Party("body", name, organisation_code(name), noun=key.rsplit(" ", 1)[-1]))
        return self._named[key]

    def office(self, phrase: Phrase, country: str | None, *, is_new: bool = False) -> Party:
        """A post whose holder cannot be told."""
        post = phrase.post
        title = f"{same_post(post.key)} {post.title.lower()}" if post else f"{phrase.noun} {phrase.name}"
        key = f"{country} {title}"
        party = None if is_new else self._groups.get(key)
        if party is None:
            party = self._add(Party("office", phrase.name, country, post=post, noun=phrase.noun))
            if post is not None:
                party.keys = {same_post(post.key)}
            self._groups[key] = party
        return party

    def group(self, phrase: Phrase) -> Party:
        """Unnamed or counted people; the same words are the same group."""
        key = fold(phrase.name)
        party = self._groups.get(key)
        if party is None:
            party = self._groups[key] = self._add(Party("group", phrase.name, phrase.country, noun=phrase.noun))
        return party

    def latest(self, kinds: tuple[ActorKind, ...], nouns: frozenset[str] | None = None) -> Party | None:
        """The party of these kinds that was named last, of one of `nouns` where given."""
        best: Party | None = None
        for party in self.parties:
            if party.kind not in kinds or not party.sightings or (nouns is not None and not nouns & _nouns_of(party)):
                continue
            if best is None or party.sightings[-1].word > best.sightings[-1].word:
                best = party
        return best

    def _add(self, party: Party) -> Party:
        self.parties.append(party)
        return party


_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "-", "to"})
_ORGANS = frozenset(
    "commission council service secretariat parliament assembly court committee office agency presidency high".split()
)


def is_whole(name: str, code: str) -> bool:
    """Whether a name stands for the organisation itself and not for one of its organs: the EU, not its Commission."""
    return not (set(fold(name).split()) & _ORGANS) - set(fold(common_name(code)).split())


def _nouns_of(party: Party) -> set[str]:
    return {part for part in fold(party.name).replace("-", " ").split() if part in party_nouns().institutions} | {
        party.noun
    }
