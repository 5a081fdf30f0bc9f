"""Claims from the tables: keys of coded reports go in, what they claim of events comes out, as linking compares it."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Row, select

from communique.archive import schema
from communique.linking.occasions import Claim, ClaimKey, Party, headline_claim, make_claim
from communique.linking.people.names import folded_words

_AT_ONCE = 500
_events, _parties, _actors, _coded = schema.events, schema.participants, schema.actors, schema.coded_reports


def read_claims(connection: Connection, coded: Collection[int]) -> Iterator[Claim]:
    """Yield every claim of the coded reports with these keys, those of headlines among them, report by report."""
    for keys in batched(sorted(coded), _AT_ONCE):
        actors: dict[int, list[Party]] = defaultdict(list)
        people: set[tuple[int, str]] = set()
        for row in connection.execute(_people(keys)):
            people.add((row.coded, row.id))
            actors[row.coded].append(_actor(row))
        parties: dict[ClaimKey, list[Party]] = defaultdict(list)
        for row in connection.execute(_parties_of(keys)):
            parties[row.coded, row.event].append(_party(row, is_person=(row.coded, row.actor) in people))
        claims: dict[int, list[Claim]] = defaultdict(list)
        for row in connection.execute(_events_of(keys)):
            claims[row.coded].append(_claim(row, tuple(parties[row.coded, row.position])))
        for row in connection.execute(_headlines_of(keys)):
            own = claims[row.key]
            headline = headline_claim(row.headline, row.key, published=row.published, actors=actors[row.key], told=own)
            yield from ([headline, *own] if headline else own)


def _people(keys: tuple[int, ...]) -> Any:
    columns = (_actors.c.coded, _actors.c.id, _actors.c.name, _actors.c.country)
    people = select(*columns).where(_actors.c.coded.in_(keys), _actors.c.kind == "person")
    return people.order_by(*_actors.primary_key.columns)


def _headlines_of(keys: tuple[int, ...]) -> Any:
    columns = (_coded.c.key, _coded.c.headline, _coded.c.published)
    return select(*columns).where(_coded.c.key.in_(keys)).order_by(_coded.c.key)


def _parties_of(keys: tuple[int, ...]) -> Any:
    columns = (
        _parties.c.coded, _parties.c.event, _parties.c.actor, _parties.c.name, _parties.c.country, _parties.c.role,
        _parties.c.capacity,
    )  # fmt: skip
    return select(*columns).where(_parties.c.coded.in_(keys)).order_by(*_parties.primary_key.columns)


def _events_of(keys: tuple[int, ...]) -> Any:
    columns = (
        _events.c.coded, _events.c.position, _events.c.kind, _events.c.mode, _events.c.status, _events.c.background,
        _events.c.first_day, _events.c.last_day, _events.c.place_name, _events.c.place_country, _events.c.body_name,
        _events.c.body_ordinal, _events.c.date_basis, _coded.c.published,
    )  # fmt: skip
    query = select(*columns).join(_coded, _coded.c.key == _events.c.coded)
    return query.where(_events.c.coded.in_(keys)).order_by(*_events.primary_key.columns)


def _actor(row: Row[Any]) -> Party:
    return Party(
        name=row.name, country=row.country, role="participant", capacity=None, words=folded_words(row.name)
    )  # fmt: skip


def _party(row: Row[Any], *, is_person: bool) -> Party:
    return Party(
        name=row.name, country=row.country, role=row.role, capacity=row.capacity,
        words=folded_words(row.name) if is_person else (),
    )  # fmt: skip


def _claim(row: Row[Any], parties: tuple[Party, ...]) -> Claim:
    return make_claim(
        (row.coded, row.position), kind=row.kind, mode=row.mode, status=row.status, background=bool(row.background),
        first_day=row.first_day, last_day=row.last_day, published=row.published, place=row.place_name,
        place_country=row.place_country, body=row.body_name, ordinal=row.body_ordinal, parties=parties,
        is_sure=row.date_basis not in (None, "dateline"),
    )  # fmt: skip
