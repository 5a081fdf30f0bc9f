"""What one report claims of one event, as far as linking needs it: a coded report goes in, its claims come out."""

from dataclasses import dataclass
from datetime import date

from communique.coding.days import bound_days
from communique.coding.record import CodedReport, Event, Participant
from communique.lexicon import read_lexicon
from communique.linking.people.names import folded_words

# A report and the position of an event in it; claims with the first number in common are one report's.
type ClaimKey = tuple[int, int]

# Longer periods ("in 2021") are too vague to tell by which event is meant.
LONGEST_PERIOD = 31
# An event that a report tells as news without a day took place within so many days before.
_NEWS_DAYS = 2
_CALLED_OFF = frozenset({"cancelled", "denied", "postponed", "suspended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One party to a claim: `words` are the folded words of a person's name, none for what is no person."""

    name: str
    country: str | None
    role: str
    capacity: str | None
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One event as one report tells it.

    `first` and `last` bound its time as proleptic days (`date.toordinal`); `dated` says whether the report gives it,
    else they are guessed from the day of publication; `is_sure` says whether words of the report give it, and not its
    dateline alone. Both days are absent where nothing is known, or too little.
    """

    key: ClaimKey
    kind: str
    family: str
    mode: str | None
    called_off: bool
    background: bool
    first: int | None
    last: int | None
    dated: bool
    is_sure: bool
    place: str | None
    place_country: str | None
    body: frozenset[str]
    ordinal: int | None
    parties: tuple[Party, ...]
    countries: frozenset[str]


def claims_of(coded: CodedReport, number: int) -> list[Claim]:
    """The claims of a coded report, which gets `number` among the reports to be linked."""
    people = frozenset(actor.id for actor in coded.actors if actor.kind == "person")
    published = coded.report.published
    return [
        claim_of(event, (number, position), people=people, published=published)
        for position, event in enumerate(coded.events)
    ]


def claim_of(event: Event, key: ClaimKey, *, people: frozenset[str], published: str | None) -> Claim:
    """The claim that `event` is; `people` are the ids of those actors of its report that are persons."""
    parties = tuple(_party(party, is_person=party.actor in people) for party in event.participants)
    first, last = bound_days(event.date.value, event.date.end) if event.date else (None, None)
    place, body = event.place, event.body
    return make_claim(
        key, kind=event.kind, mode=event.mode, status=event.status, background=event.background, first_day=first,
        last_day=last, is_sure=bool(event.date and event.date.basis != "dateline"), published=published,
        place=place.name if place else None, place_country=place.country if place else None,
        body=body.name if body else None, ordinal=body.ordinal if body else None, parties=parties,
    )  # fmt: skip


def make_claim(
    key: ClaimKey, *, kind: str, mode: str | None, status: str, background: bool, first_day: str | None,
    last_day: str | None, published: str | None, place: str | None, place_country: str | None, body: str | None,
    ordinal: int | None, parties: tuple[Party, ...], is_sure: bool = False,
) -> Claim:  # fmt: skip
    """A claim from the values of an event; days are ISO 8601, absent where the report gives none."""
    first, last = _days(first_day, last_day)
    if first is not None and last is not None and last - first >= LONGEST_PERIOD:
        first = last = None
    dated = first is not None
    if not dated and not background and status in ("held", "under way"):
        last = _day(published)
        first = last - _NEWS_DAYS if last else None
    return Claim(
        key=key, kind=kind, family=family_of(kind), mode=mode, called_off=status in _CALLED_OFF, background=background,
        first=first, last=last, dated=dated, is_sure=dated and is_sure, place=place.casefold() if place else None,
        place_country=place_country,
        body=body_words(body), ordinal=ordinal, parties=parties,
        countries=frozenset(party.country for party in parties if party.country),
    )  # fmt: skip


def family_of(kind: str) -> str:
    """The family of kinds that `kind` belongs to; a kind that no family names is one of its own."""
    families = read_lexicon("communique.linking", "families")["families"]
    return next((family for family, kinds in families.items() if kind in kinds.split()), kind)


def body_words(name: str | None) -> frozenset[str]:
    """What stays of a body's name in any order and wording: its words, folded."""
    passed_over = _SMALL_WORDS
    return frozenset(word for word in folded_words(name) if word not in passed_over) if name else frozenset()


_SMALL_WORDS = frozenset({"the", "of", "for", "and", "on", "in", "at", "to", "between"})


def _party(party: Participant, *, is_person: bool) -> Party:
    return Party(
        name=party.name, country=party.country, role=party.role, capacity=party.capacity,
        words=folded_words(party.name) if is_person else (),
    )  # fmt: skip


def _days(first: str | None, last: str | None) -> tuple[int | None, int | None]:
    start, end = _day(first), _day(last)
    return (start, end if end is not None else start) if start is not None else (None, None)


def _day(value: str | None) -> int | None:
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None
