"""Bodies of an archive: a body's name goes in, the ledger of its sessions comes out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from communique.archive import schema
from communique.archive.finding import newest_only
from communique.archive.names import report_name, slug_of
from communique.archive.reading import each_record
from communique.coding.record import CodedReport
from communique.errors import InvalidQuery
from communique.linking.bodies.ledger import Anniversary, Ledger, SessionTold, make_ledger
from communique.linking.bodies.names import body_key, ordinal_in
from communique.report.excerpt import sentence_around
from communique.report.span import Span

_events, _coded, _parties = schema.events, schema.coded_reports, schema.participants
_HELD = frozenset({"held", "under way"})
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th)[ -]anniversary\b|\b(\d{1,3}) years (?:ago|since|of)\b")
_NEXT = re.compile(r"\bnext year\b|\bin the coming year\b", re.I)
_FOUNDING = re.compile(r"\b(?:found|establish|creat|set up|inception|committee|commission|council|forum)\w*", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBody:
    """A recurring body in short: its name, how many sessions reports tell of, and in how many reports."""

    name: str
    title: str
    sessions: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBody:
    """A body with its ledger, and the words behind each anniversary of its foundation."""

    name: str
    ledger: Ledger
    anniversaries: tuple[Anniversary, ...]
    reports: int


def list_bodies(connection: Connection, *, least: int, limit: int | None) -> list[FoundBody]:
    """The bodies of which at least so many reports tell, those in the most reports first."""
    groups = _by_key(connection)
    found = [
        FoundBody(
            name=_name(told), title=_title(told), sessions=len(make_ledger(told).sessions),
            reports=len({one.report for one in told}),
        )
        for told in groups.values()
        if len({one.report for one in told}) >= least
    ]  # fmt: skip
    return sorted(found, key=lambda body: (-body.reports, body.name))[:limit]


def show_body(connection: Connection, words: str) -> ShownBody:
    """Return the body of which `words` is one of the names, or the slug of one; InvalidQuery where there is none."""
    groups = _by_key(connection)
    told = groups.get(body_key(words)) or next(
        (group for group in groups.values() if slug_of(words) in {slug_of(one.name) for one in group}), None
    )
    if not told:
        raise InvalidQuery(words, reason="no body of that name is kept", hint="communique bodies lists them.")
    reports = sorted({one.report for one in told})
    anniversaries = tuple(_anniversaries(connection, reports, told))
    return ShownBody(
        name=_name(told), ledger=make_ledger(told, anniversaries), anniversaries=anniversaries, reports=len(reports)
    )


def _by_key(connection: Connection) -> dict[str, list[SessionTold]]:
    countries: dict[tuple[int, int], list[tuple[str, str | None, str]]] = defaultdict(list)
    parties = select(_parties.c.coded, _parties.c.event, _parties.c.name, _parties.c.country, _parties.c.role)
    parties = parties.join(
        _events, (_events.c.coded == _parties.c.coded) & (_events.c.position == _parties.c.event)
    ).where(_events.c.body_name.is_not(None))
    for row in connection.execute(parties):
        countries[row.coded, row.event].append((row.name, row.country, row.role))
    query = newest_only(
        _events.c.coded, _events.c.position, _events.c.body_name, _events.c.body_ordinal, _events.c.first_day,
        _events.c.last_day, _events.c.place_name, _events.c.status, schema.reports.c.id,
    ).join(_events, _events.c.coded == _coded.c.key)  # fmt: skip
    groups: dict[str, list[SessionTold]] = defaultdict(list)
    for row in connection.execute(
        query.where(_events.c.body_name.is_not(None)).order_by(_coded.c.published, _coded.c.key)
    ):
        present = countries[row.coded, row.position]
        sides = frozenset(country for _, country, _ in present if country)
        number = row.body_ordinal if row.body_ordinal is not None else ordinal_in(row.body_name)
        key = body_key(row.body_name, sides)
        if not key:
            continue
        groups[key].append(SessionTold(
            name=row.body_name, ordinal=number, first_day=row.first_day, last_day=row.last_day, place=row.place_name,
            held=row.status in _HELD, chairs=tuple(name for name, _, role in present if role == "chair"),
            countries=tuple(sorted(sides)), report=report_name(row.id),
        ))  # fmt: skip
    return groups


def _title(told: list[SessionTold]) -> str:
    return Counter(one.name for one in told).most_common(1)[0][0]


def _name(told: list[SessionTold]) -> str:
    return f"body:{slug_of(_title(told))}"


def _anniversaries(connection: Connection, names: list[str], told: list[SessionTold]) -> Iterator[Anniversary]:
    """What the reports on a body say of its age, in sentences that name it or speak of a foundation."""
    words = {word for one in told for word in body_key(one.name).split() if len(word) > len("the")}
    reports = schema.reports
    keys: list[int] = []
    for name in names:
        part = name.removeprefix("report:")
        query = select(reports.c.newest).where(reports.c.id >= part, reports.c.id < part + "g")
        keys.extend(key for key in connection.scalars(query) if key is not None)
    for coded in each_record(connection, keys):
        yield from _anniversaries_in(coded, words)


def _anniversaries_in(coded: CodedReport, words: set[str]) -> Iterator[Anniversary]:
    text, day = coded.report.text, coded.report.published
    if not day or not day[:4].isdigit():
        return
    for found in _ANNIVERSARY.finditer(text):
        sentence = str(sentence_around(text, Span(*found.span())))
        named = sum(1 for word in words if word in sentence.lower())
        if named and _FOUNDING.search(sentence):
            years = int(found.group(1) or found.group(2))
            yield Anniversary(
                years=years, year=int(day[:4]) + bool(_NEXT.search(sentence)), words=sentence,
                report=report_name(coded.report.id),
            )  # fmt: skip
