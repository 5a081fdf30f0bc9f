"""How like two claims are: two claims go in, a sum with its reasons comes out; above zero they tell of one occasion.

The weights and their words stand in `lexicon/weights.toml`, the one place to look them up or to change them.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon import read_lexicon
from communique.linking.occasions.claims import Claim, Party
from communique.linking.people.names import compare_people

# More people in common say no more; an event with more parties is one of many, of whom each report names some.
_MOST_PEOPLE = 3
_FEW = 3
# Below this, two claims are kept apart even where each is like a third.
BARRED = -2.0


class Reason(NamedTuple):
    """One thing that speaks for (`weight` above zero) or against one occasion; `about` are the values it rests on."""

    name: str
    weight: float
    about: str = ""

    @property
    def told(self) -> str:
        """The reason in words."""
        words = str(_weights()[self.name]["told"])
        return f"{words}: {self.about}" if self.about else words


class Likeness(NamedTuple):
    """How like two claims are, with the reasons in the order in which they were looked at."""

    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_one(self) -> bool:
        """Whether the two tell of one occasion."""
        return self.score > 0

    @property
    def is_barred(self) -> bool:
        """Whether something speaks so strongly against it that nothing in a third report can mend it."""
        return self.score <= BARRED


def compare_claims(one: Claim, other: Claim) -> Likeness:
    """Weigh what speaks for and against two claims of one family telling of one occasion; their order is no matter."""
    one, other = sorted((one, other), key=lambda claim: claim.key)
    found = [Reason("start", weigh("start"))]
    for about in (_kinds, _days, _parties, _places, _bodies):
        found.extend(Reason(name, weigh(name) * times, told) for name, times, told in about(one, other))
    return Likeness(sum(reason.weight for reason in found), tuple(found))


def weigh(name: str) -> float:
    """The weight of a reason."""
    return float(_weights()[name]["weight"])


@cache
def _weights() -> dict[str, dict[str, float | str]]:
    return read_lexicon("communique.linking", "weights")


type _Found = Iterator[tuple[str, float, str]]


def _kinds(one: Claim, other: Claim) -> _Found:
    if one.kind == other.kind:
        yield "same_kind", 1, one.kind
    elif (one.kind == "session" and one.body and not other.body) or (
        other.kind == "session" and other.body and not one.body
    ):
        yield "body_or_bilateral", 1, f"{one.kind}, {other.kind}"
    if (one.mode == "in person" or other.mode == "in person") and one.mode and other.mode and one.mode != other.mode:
        yield "other_mode", 1, f"{one.mode}, {other.mode}"
    elif {one.kind, other.kind} == {"call", "meeting"} and "video" not in (one.mode, other.mode):
        yield "other_mode", 1, "call, meeting"
    if one.called_off != other.called_off:
        yield "other_status", 1, ""


def _days(one: Claim, other: Claim) -> _Found:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return
    if not (one.dated and other.dated):
        yield "no_day", 1, ""
    gap = max(one.first, other.first) - min(one.last, other.last)
    if gap > 1:
        yield "days_apart", gap - 1, ""
    elif gap == 1:
        yield "day_after", 1, ""
    elif (one.first, one.last) == (other.first, other.last) and one.last - one.first < _FEW:
        yield "same_day" if one.is_sure and other.is_sure else "same_report_day", 1, ""
    elif one.first == one.last or other.first == other.last:
        yield "day_within", 1, ""
    else:
        yield "periods_meet", 1, ""


def _parties(one: Claim, other: Claim) -> _Found:
    pairs = list(_same_people(one.parties, other.parties))
    met, also_met = {id(ours) for ours, _ in pairs}, {id(theirs) for _, theirs in pairs}
    # One who is named without a country belongs to the country that the other report gives.
    ours = _countries(one) | {theirs.country for _, theirs in pairs if theirs.country}
    theirs = _countries(other) | {party.country for party, _ in pairs if party.country}
    if pairs:
        named = ", ".join(party.name for party, _ in pairs[:_MOST_PEOPLE])
        yield "person", min(len(pairs), _MOST_PEOPLE), named
    common = ours & theirs
    left = [party for party in one.parties if party.words and id(party) not in met]
    others = [party for party in other.parties if party.words and id(party) not in also_met]
    settled = {party.country for pair in pairs for party in pair}
    rivals = {party.country for party in left} & {party.country for party in others} - settled - {None}
    for country in sorted(country for country in rivals if country):
        name = next(party.name for party in left if party.country == country)
        rival = next(party.name for party in others if party.country == country)
        yield "other_person", 1 if _is_small(one, other) else 0.5, f"{name}, {rival} ({country})"
    stand = {
        country for country in common - settled - rivals
        if _has_person(one, country) != _has_person(other, country)
    }  # fmt: skip
    if stand:
        yield "state_for_person", len(stand), ", ".join(sorted(stand))
    if not common and not pairs:
        yield "no_party", 1, ""
    elif ours == theirs and len(common - rivals) > 1:
        yield "same_parties", 1, ", ".join(sorted(common))
    elif len(common - rivals) > 1:
        yield "shared_parties", 1, ", ".join(sorted(common))
    elif len(common - rivals) <= 1 and len(pairs) <= 1:
        yield "one_party_only", 1, ", ".join(sorted(common))
    if ours - theirs and theirs - ours:
        rest = f"{', '.join(sorted(ours - theirs))}; {', '.join(sorted(theirs - ours))}"
        yield "other_parties", 1 if _is_small(one, other) else 0.25, rest


def _countries(claim: Claim) -> set[str]:
    return set(claim.countries)


def _is_small(one: Claim, other: Claim) -> bool:
    return min(len(one.parties), len(other.parties)) <= _FEW


def _has_person(claim: Claim, country: str) -> bool:
    return any(party.words and party.country == country for party in claim.parties)


def _same_people(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> Iterator[tuple[Party, Party]]:
    left = [party for party in theirs if party.words]
    for party in ours:
        if party.words:
            for other in left:
                if _is_one_person(party, other):
                    left.remove(other)
                    yield party, other
                    break


def _is_one_person(one: Party, other: Party) -> bool:
    likeness = compare_people(one.words, other.words)
    if one.country and other.country and one.country != other.country:
        # Two of one full name in one family of events on one day are one, whatever a report makes of the country.
        return likeness == "same" and min(len(one.words), len(other.words)) > 1
    return likeness != "different"


def _places(one: Claim, other: Claim) -> _Found:
    if one.mode in ("phone", "video") or other.mode in ("phone", "video"):
        return
    if one.place and one.place == other.place:
        yield "same_place", 1, one.place.title()
    elif one.place_country and other.place_country:
        if one.place_country != other.place_country:
            yield "other_country", 1, f"{one.place_country}, {other.place_country}"
        elif one.place and other.place:
            yield "same_country", 1, one.place_country


def _bodies(one: Claim, other: Claim) -> _Found:
    if not one.body or not other.body:
        return
    is_same = one.body == other.body or one.body < other.body or other.body < one.body
    yield "same_body" if is_same else "other_body", 1, ""
    if is_same and one.ordinal and other.ordinal:
        is_one = one.ordinal == other.ordinal
        yield "same_ordinal" if is_one else "other_ordinal", 1, f"{one.ordinal}, {other.ordinal}"
