"""Tell the sides of a report: an Analysis goes in, states near a place of the text come out as parties."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from communique.coding.record import EventDate, Participant, Role
from communique.language.analysis import Analysis
from communique.language.nations.countries import common_name
from communique.report.span import Span

NEAR = 2  # sentences before that may name the other side
CLEAR = 1.5  # how many times as often as the next the other side of a report is spoken of


class Sides:
    """The states that a report speaks of, by sentence and as a whole."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._starts = [sentence.span.start for sentence in analysis.sentences]
        self._near: dict[int, list[str]] = defaultdict(list)
        self._spans: dict[str, Span] = {}
        self._count: Counter[str] = Counter()
        for mention in analysis.mentions:
            countries = {analysis.actors[actor].country for actor in mention.actors} | {mention.country}
            for country in countries:
                if country is not None and len(country) == 3 and country.isupper():
                    self._near[mention.head.sentence.index].append(country)
                    self._spans.setdefault(country, mention.span)
                    self._count[country] += 1

    def sentence_of(self, position: int) -> int:
        """The number of the sentence that holds a character."""
        return max(0, bisect_right(self._starts, position) - 1)

    def is_recent(self, date: EventDate | None) -> bool:
        """Whether a date lies in the year of the report or the one before it."""
        day = self._analysis.report.day
        if date is None or date.value is None or day is None:
            return False
        return int(day[:4]) - int(date.value[:4]) <= 1

    def is_group(self, person: Participant) -> bool:
        """Whether a party is a group that no country is known of."""
        actor = self._analysis.actors.get(person.actor)
        return actor is not None and actor.kind == "group" and person.country is None

    def state(self, country: str, role: Role, span: Span | None) -> Participant:
        """The state itself as a party, supported by `span`, else by the first words that name it."""
        key, name, words = f"s-{country}", common_name(country), span or self._spans.get(country)
        for actor in self._analysis.actors.values():
            if actor.country == country and actor.kind == "state":
                key, name, words = actor.id, actor.name, words or actor.mentions[0]
                break
        return Participant(
            actor=key, name=name, country=country, role=role, capacity=None, span=words or Span(0, 0)
        )  # fmt: skip

    def states_of(self, people: Sequence[Participant]) -> list[Participant]:
        """The states for which `people` act, each once; `people` themselves where one acts for no state."""
        countries = list(dict.fromkeys(person.country for person in people))
        if any(country is None for country in countries):
            return list(people)
        spans = {person.country: person.span for person in reversed(people)}
        return [self.state(country, "participant", spans[country]) for country in countries if country]

    def without_doubles(self, people: Sequence[Participant]) -> tuple[Participant, ...]:
        """`people` without the states for which one of them acts: "they put their names to"."""
        acting = {person.country for person in people if person.capacity is not None}
        states = {actor.id for actor in self._analysis.actors.values() if actor.kind == "state"}
        return tuple(person for person in people if person.actor not in states or person.country not in acting)

    def beside(
        self, position: int, own: Iterable[str | None], *, near: int = NEAR, whole: bool = True
    ) -> Participant | None:
        """The one state beside `own` named here or shortly before, else the one the `whole` report is about."""
        mine = set(own)
        at = self.sentence_of(position)
        for sentence in range(at, max(-1, at - near - 1), -1):
            others = {country for country in self._near.get(sentence, ()) if country not in mine}
            if len(others) == 1:
                return self._as_party(others.pop())
            if others:
                break
        if not whole:
            return None
        named = {country for sentence in range(max(0, at - NEAR), at + 1) for country in self._near.get(sentence, ())}
        every = [(country, count) for country, count in self._count.most_common() if country not in mine]
        ranked = [entry for entry in every if entry[0] in named] or every
        if ranked and (len(ranked) == 1 or ranked[0][1] >= CLEAR * ranked[1][1]):
            return self._as_party(ranked[0][0])
        return None

    def _as_party(self, country: str) -> Participant:
        return self.state(country, "participant", self._spans.get(country))
