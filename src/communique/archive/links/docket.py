"""The docket of an archive: filters go in, promises with what became of them come out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from communique.archive import schema
from communique.archive.finding import found_report, newest_only
from communique.archive.found import FoundReport
from communique.archive.names import promise_name
from communique.archive.reading import read_records
from communique.coding.days import bound_days
from communique.coding.record import CodedReport, Event, Promise
from communique.linking.people.names import folded_words
from communique.linking.promises.docket import Happening, Outcome, Promised, settle

_promises, _coded, _reports, _claims, _occasions, _events, _parties, _actors = (
    schema.promises, schema.coded_reports, schema.reports, schema.claims, schema.occasions, schema.events,
    schema.participants, schema.actors,
)  # fmt: skip
_AT_ONCE = 200
_AROUND = 3
_COMING = frozenset({"planned", "proposed"})
_OFF = frozenset({"cancelled", "postponed", "suspended", "denied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocketEntry:
    """A promise with its words, and what became of it."""

    name: str
    promise: Promise
    words: str
    report: FoundReport
    outcome: Outcome
    countries: tuple[str, ...] = ()


def read_docket(
    connection: Connection, *, on: date, since: str | None = None, until: str | None = None, kind: str | None = None,
    by: str | None = None, country: str | None = None,
) -> Iterator[DocketEntry]:  # fmt: skip
    """Yield the promises that answer, the earliest due first, those without a day last, as they stand on a day.

    Promises published after that day are left out. `since` and `until` bound the due time (ISO 8601 days), `by` is part
    of the debtor's name, `country` the code of one that takes part in the act promised, or is the debtor's.
    """
    query = newest_only(_promises.c.coded, _promises.c.position).join(_promises, _promises.c.coded == _coded.c.key)
    told_by_then = func.substr(_coded.c.published, 1, 10) <= on.isoformat()
    query = query.where(or_(_coded.c.published.is_(None), told_by_then))
    if since:
        query = query.where(_promises.c.last_day >= since)
    if until:
        query = query.where(_promises.c.first_day <= until)
    if kind:
        query = query.where(_promises.c.kind == kind)
    if by:
        query = query.where(_promises.c.owed_by.icontains(by, autoescape=True))
    keys = connection.execute(
        query.order_by(_promises.c.first_day.nulls_last(), _reports.c.id, _promises.c.position)
    ).all()
    for some in batched(keys, _AT_ONCE):
        records = read_records(connection, {row.coded for row in some})
        yield from _entries(connection, some, records, on=on, country=country)


def _entries(
    connection: Connection, keys: Iterable[Row[tuple[int, int]]], records: dict[int, CodedReport], *, on: date,
    country: str | None,
) -> Iterator[DocketEntry]:  # fmt: skip
    keys = list(keys)
    told = {(row.coded, row.position): _event_of(records[row.coded], row.position) for row in keys}
    homes = _homes(connection, records)
    promised = {
        place: _promised(records[place[0]], place[1], event, homes.get((place[0], event[0])) if event else None)
        for place, event in told.items()
    }
    happenings = _happenings(connection, promised.values())
    for row in keys:
        found = promised[row.coded, row.position]
        if country and country not in found.countries:
            continue
        coded = records[row.coded]
        promise = coded.promises[row.position]
        yield DocketEntry(
            name=found.name, promise=promise, words=promise.span.of(coded.report.text),
            report=found_report(coded), outcome=settle(found, happenings(found), on=on.toordinal()),
            countries=tuple(sorted(found.countries)),
        )  # fmt: skip


def _event_of(coded: CodedReport, position: int) -> tuple[int, Event] | None:
    """The event that the words of a promise tell of, with its position."""
    span = coded.promises[position].span
    inside = [
        (at, event) for at, event in enumerate(coded.events)
        if event.status in _COMING and span.start <= event.trigger.start < span.end
    ]  # fmt: skip
    return inside[0] if inside else None


def _promised(coded: CodedReport, position: int, event: tuple[int, Event] | None, occasion: str | None) -> Promised:
    promise = coded.promises[position]
    name = promise.by
    debtor = next((actor.country for actor in coded.actors if actor.name == name and actor.country), None)
    parties = {party.country for party in event[1].participants if party.country} if event else set()
    first, last = _bounds(promise)
    return Promised(
        name=promise_name(coded.report.id, position), kind=promise.kind, what=promise.what, by=promise.by,
        published=_day(coded.report.published), first=first, last=last, occasion=occasion,
        countries=frozenset(parties | ({debtor} if debtor else set())),
    )  # fmt: skip


def _bounds(promise: Promise) -> tuple[int | None, int | None]:
    first, last = bound_days(promise.due.value, promise.due.end) if promise.due else (None, None)
    return _day(first), _day(last)


def _homes(connection: Connection, records: dict[int, CodedReport]) -> dict[tuple[int, int], str]:
    query = select(_claims.c.coded, _claims.c.position, _occasions.c.id)
    query = query.join(_occasions, _occasions.c.key == _claims.c.occasion).where(_claims.c.coded.in_(list(records)))
    return {(row.coded, row.position): row.id for row in connection.execute(query)}


class _Around:
    """The occasions that may answer promises, by name and by the days they took place on."""

    def __init__(self, happenings: dict[str, Happening]) -> None:
        self._by_name = happenings
        self._by_day: dict[int, list[Happening]] = defaultdict(list)
        for one in happenings.values():
            if one.first is not None and one.last is not None:
                for day in range(one.first, min(one.last, one.first + 31) + 1):
                    self._by_day[day].append(one)

    def __call__(self, promise: Promised) -> list[Happening]:
        found = {}
        if promise.occasion in self._by_name:
            found[promise.occasion] = self._by_name[promise.occasion or ""]
        if promise.first is not None and promise.last is not None:
            for day in range(promise.first - _AROUND, min(promise.last, promise.first + 366) + _AROUND + 1):
                found |= {one.name: one for one in self._by_day.get(day, ())}
        return list(found.values())


def _happenings(connection: Connection, promises: Iterable[Promised]) -> _Around:
    """Every occasion around the due times of some promises, and their own."""
    promises = list(promises)
    days = [(one.first - _AROUND, one.last + _AROUND) for one in promises if one.first and one.last]
    keys: set[int] = set()
    names = sorted({one.occasion for one in promises if one.occasion})
    for some in batched(names, 900):
        keys.update(connection.scalars(select(_occasions.c.key).where(_occasions.c.id.in_(some))))
    for first, last in _merged(days):
        within = select(_occasions.c.key).where(_occasions.c.first <= last, _occasions.c.first >= first - 31)
        keys.update(connection.scalars(within))
    return _Around(_read_happenings(connection, sorted(keys)))


def _merged(days: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for first, last in sorted(days):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _read_happenings(connection: Connection, keys: list[int]) -> dict[str, Happening]:
    found: dict[str, Happening] = {}
    for some in batched(keys, 900):
        parties: dict[int, list[Any]] = defaultdict(list)
        query = select(_claims.c.occasion, _parties.c.name, _parties.c.country, _actors.c.kind)
        query = query.join(_parties, (_parties.c.coded == _claims.c.coded) & (_parties.c.event == _claims.c.position))
        query = query.join(_actors, (_actors.c.coded == _parties.c.coded) & (_actors.c.id == _parties.c.actor))
        for row in connection.execute(query.where(_claims.c.occasion.in_(some))):
            parties[row.occasion].append(row)
        told: dict[int, list[Any]] = defaultdict(list)
        events = select(_claims.c.occasion, _events.c.status, _events.c.place_name, _coded.c.published)
        events = events.join(_events, (_events.c.coded == _claims.c.coded) & (_events.c.position == _claims.c.position))
        events = events.join(_coded, _coded.c.key == _claims.c.coded)
        for event in connection.execute(events.where(_claims.c.occasion.in_(some))):
            told[event.occasion].append(event)
        for occasion in connection.execute(select(_occasions).where(_occasions.c.key.in_(some))):
            statuses = {event.status for event in told[occasion.key]}
            people = parties[occasion.key]
            found[occasion.id] = Happening(
                name=occasion.id, kind=occasion.kind, first=occasion.first, last=occasion.last,
                held=bool(statuses & {"held", "under way"}), called_off=bool(statuses & _OFF),
                published=max((_day(event.published) or 0 for event in told[occasion.key]), default=None),
                people=frozenset(" ".join(folded_words(row.name)) for row in people if row.kind == "person"),
                countries=frozenset(row.country for row in people if row.country),
                place=next((event.place_name for event in told[occasion.key] if event.place_name), None),
            )  # fmt: skip
    return found


def _day(value: str | None) -> int | None:
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None
