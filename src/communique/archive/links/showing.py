"""Show an occasion: its name goes in, what each report claims of it comes out, with the reasons for each link."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, or_, select

from communique.archive import schema
from communique.archive.finding import found_report
from communique.archive.found import FoundReport
from communique.archive.links.judging import Judgement, list_judgements
from communique.archive.names import event_name
from communique.archive.reading import read_records
from communique.coding.record import CodedReport, Event
from communique.errors import InvalidQuery
from communique.linking.occasions import HEADLINE, ClaimKey
from communique.linking.occasions.fields import FieldRow, compare_fields
from communique.report.excerpt import sentence_around

_claims, _links, _occasions = schema.claims, schema.links, schema.occasions


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one report tells of an occasion. `event` is absent where its headline alone does; `words` announce it."""

    name: str
    report: FoundReport
    event: Event | None
    words: str
    is_main: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLink:
    """Why two tellings were taken for one occasion: names of both, the sum, and each reason with its weight."""

    one: str
    other: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOccasion:
    """An occasion in short: its days (ISO 8601), how many tellings it has, and by how many outlets."""

    name: str
    kind: str
    first_day: str | None
    last_day: str | None
    tellings: int
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownOccasion:
    """A real event with all that reports tell of it.

    `fields` give each value by report, in the order of those `tellings` that have an event; `held` are the occasions
    that a visit holds, `within` the visit that holds this one.
    """

    name: str
    kind: str
    first_day: str | None
    last_day: str | None
    tellings: tuple[Telling, ...]
    fields: tuple[FieldRow, ...]
    links: tuple[KeptLink, ...]
    judgements: tuple[Judgement, ...]
    held: tuple[FoundOccasion, ...] = ()
    within: tuple[FoundOccasion, ...] = ()


def show_occasion(connection: Connection, name: str) -> ShownOccasion:
    """Return the occasion of this name ("o:…"); InvalidQuery where none has it."""
    row = connection.execute(select(_occasions).where(_occasions.c.id == name)).first()
    if row is None:
        raise InvalidQuery(
            name, reason="no occasion has that name",
            hint="communique link lists occasions; an occasion is renamed where an earlier report joins it.",
        )  # fmt: skip
    keys = [(one.coded, one.position, one.main) for one in connection.execute(
        select(_claims).where(_claims.c.occasion == row.key).order_by(_claims.c.coded, _claims.c.position)
    )]  # fmt: skip
    records = read_records(connection, {key[0] for key in keys})
    tellings = [_telling(records[coded], position, is_main=bool(main)) for coded, position, main in keys]
    tellings = sorted(tellings, key=lambda told: (told.report.published or "", told.name))
    names = {(coded, position): _name(records[coded], position) for coded, position, _ in keys}
    return ShownOccasion(
        name=row.id, kind=row.kind, first_day=iso_day(row.first), last_day=iso_day(row.last),
        tellings=tuple(tellings), fields=compare_fields([told.event for told in tellings if told.event]),
        links=tuple(_kept_links(connection, names)),
        judgements=tuple(_judgements(connection, {told.report.id for told in tellings})),
        held=tuple(_around(connection, row.key, row.kind == "visit", inside=True)),
        within=tuple(_around(connection, row.key, row.kind != "visit", inside=False)),
    )  # fmt: skip


def find_occasions(connection: Connection, *, least: int, limit: int | None) -> Iterator[FoundOccasion]:
    """Yield the occasions that at least so many tellings have, the latest first."""
    query = select(_occasions).where(_occasions.c.claims >= least)
    for row in connection.execute(query.order_by(_occasions.c.first.desc().nulls_last(), _occasions.c.id).limit(limit)):
        yield FoundOccasion(
            name=row.id, kind=row.kind, first_day=iso_day(row.first), last_day=iso_day(row.last), tellings=row.claims,
            outlets=row.outlets,
        )  # fmt: skip


def occasion_of(connection: Connection, claim: ClaimKey) -> str | None:
    """The name of the occasion that a claim is of."""
    query = select(_occasions.c.id).join(_claims, _claims.c.occasion == _occasions.c.key)
    return connection.scalar(query.where(_claims.c.coded == claim[0], _claims.c.position == claim[1]))


def iso_day(number: int | None) -> str | None:
    """The day with this number as ISO 8601."""
    return date.fromordinal(number).isoformat() if number else None


def _telling(coded: CodedReport, position: int, *, is_main: bool) -> Telling:
    report = coded.report
    event = None if position == HEADLINE else coded.events[position]
    words = str(sentence_around(report.text, event.trigger)) if event else report.headline or ""
    return Telling(
        name=_name(coded, position), report=found_report(coded), event=event, words=words, is_main=is_main
    )  # fmt: skip


def _name(coded: CodedReport, position: int) -> str:
    return event_name(coded.report.id, "e0" if position == HEADLINE else coded.events[position].id)


def _kept_links(connection: Connection, names: dict[ClaimKey, str]) -> Iterator[KeptLink]:
    coded = sorted({claim[0] for claim in names})
    query = select(_links).where(_links.c.coded.in_(coded), _links.c.other_coded.in_(coded))
    for row in connection.execute(query.order_by(_links.c.score.desc(), *_links.primary_key.columns)):
        one, other = (row.coded, row.position), (row.other_coded, row.other_position)
        if one in names and other in names:
            yield KeptLink(
                one=names[one], other=names[other], score=row.score, reasons=tuple(row.reasons.split("; "))
            )  # fmt: skip


def _judgements(connection: Connection, reports: set[str]) -> Iterator[Judgement]:
    for judgement in list_judgements(connection, about="event"):
        if judgement.one in reports or judgement.other in reports:
            yield judgement


def _around(connection: Connection, key: int, applies: bool, *, inside: bool) -> Iterator[FoundOccasion]:
    """The occasions a visit holds, or the visits that hold an occasion: a visitor takes part, and the days fit."""
    if not applies:
        return
    people = _people_of(connection, key)
    this = connection.execute(select(_occasions).where(_occasions.c.key == key)).one()
    if not people or this.first is None:
        return
    other = _occasions
    fits = (
        (other.c.first >= this.first, other.c.last <= this.last, other.c.kind != "visit")
        if inside
        else (other.c.first <= this.first, other.c.last >= this.last, other.c.kind == "visit")
    )
    rows = connection.execute(select(other).where(*fits, other.c.key != key).order_by(other.c.first, other.c.id)).all()
    for row in rows:
        if people & _people_of(connection, row.key):
            yield FoundOccasion(
                name=row.id, kind=row.kind, first_day=iso_day(row.first), last_day=iso_day(row.last),
                tellings=row.claims, outlets=row.outlets,
            )  # fmt: skip


def _people_of(connection: Connection, key: int) -> set[str]:
    """The guests of a visit, or everybody who takes part in another occasion, by their slugs."""
    parties, actors = schema.participants, schema.actors
    query = select(parties.c.slug).join(
        _claims, (_claims.c.coded == parties.c.coded) & (_claims.c.position == parties.c.event)
    )
    query = query.join(actors, (actors.c.coded == parties.c.coded) & (actors.c.id == parties.c.actor))
    query = query.where(_claims.c.occasion == key, actors.c.kind == "person", or_(parties.c.role != "host"))
    return set(connection.scalars(query.distinct()))
