"""Read coded reports back out of the tables: the key of one goes in, the very record that was kept comes out."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import batched
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select

from communique.archive import schema
from communique.coding.record import CodedReport

Grouped = dict[int, list[Row[Any]]]
Rows = Mapping[Table, Sequence[Row[Any]]]

_BATCH = 200  # coded reports that are in memory at once


def read_record(connection: Connection, key: int) -> CodedReport:
    """Return the coded report with key `key`, equal to the one that was kept."""
    return read_records(connection, [key])[key]


def read_records(connection: Connection, keys: Collection[int]) -> dict[int, CodedReport]:
    """Return several coded reports by their keys, with one question a table."""
    published = _published_rows(connection, keys)
    tables = {table: _rows(connection, table, keys) for table in schema.RECORDS}
    return {
        row.key: _record(row, {table: rows[row.key] for table, rows in tables.items()}) for row in published
    }  # fmt: skip


def each_record(connection: Connection, keys: Iterable[int]) -> Iterator[CodedReport]:
    """Yield coded reports in the order of `keys`, a batch of them in memory at once."""
    for batch in batched(keys, _BATCH):
        records = read_records(connection, batch)
        yield from (records[key] for key in batch)


def _record(row: Row[Any], rows: Rows) -> CodedReport:
    laid_out = {
        "report": _published(row, rows),
        "actors": _actors(rows),
        "events": _events(rows),
        "statements": _statements(rows),
        "formulas": _formulas(rows),
        "promises": [_promise(row) for row in rows[schema.promises]],
    }
    return msgspec.convert(laid_out, CodedReport)


def _published_rows(connection: Connection, keys: Collection[int]) -> Sequence[Row[Any]]:
    columns = (schema.coded_reports, schema.reports.c.id, schema.reports.c.text)
    query = select(*columns).join(schema.reports, schema.reports.c.key == schema.coded_reports.c.report)
    return connection.execute(query.where(schema.coded_reports.c.key.in_(keys))).all()


def _published(row: Row[Any], rows: Rows) -> dict[str, Any]:
    line = None
    if row.dateline_start is not None:
        line = {"place": row.dateline_place, "country": row.dateline_country, "date": row.dateline_date}
        line |= {"agency": row.dateline_agency, "span": (row.dateline_start, row.dateline_stop)}
    captions = [{"credit": part.credit, "span": _span(part)} for part in rows[schema.captions]]
    makers = [{"role": part.role, "name": part.name, "span": _span(part)} for part in rows[schema.credits_]]
    return {
        "id": row.id, "source": row.source, "url": row.url, "outlet": row.outlet, "headline": row.headline,
        "published": row.published, "language": row.language, "dateline": line, "captions": captions,
        "credits": makers, "text": row.text,
    }  # fmt: skip


def _actors(rows: Rows) -> list[dict[str, Any]]:
    mentions = _grouped(rows[schema.mentions])
    posts = _grouped(rows[schema.capacities])
    return [
        {
            "id": row.id, "kind": row.kind, "name": row.name, "country": row.country,
            "mentions": [_span(part) for part in mentions[row.position]],
            "capacities": [
                {
                    "title": part.title, "of": part.held_of, "country": part.country, "former": bool(part.former),
                    "span": _span(part),
                }
                for part in posts[row.position]
            ],
        }
        for row in rows[schema.actors]
    ]  # fmt: skip


def _events(rows: Rows) -> list[dict[str, Any]]:
    topics = _grouped(rows[schema.event_topics])
    evidence = _grouped(rows[schema.event_evidence])
    parties = _grouped(rows[schema.participants])
    return [
        _event(row) | {
            "topics": [part.topic for part in topics[row.position]],
            "evidence": [_span(part) for part in evidence[row.position]],
            "participants": [
                {
                    "actor": part.actor, "name": part.name, "country": part.country, "role": part.role,
                    "capacity": part.capacity, "span": _span(part),
                }
                for part in parties[row.position]
            ],
        }
        for row in rows[schema.events]
    ]  # fmt: skip


def _event(row: Row[Any]) -> dict[str, Any]:
    date = place = body = None
    if row.date_basis is not None:
        date = {"value": row.date_value, "end": row.date_end, "text": row.date_text, "basis": row.date_basis}
        date["span"] = _maybe_span(row.date_start, row.date_stop)
    if row.place_name is not None:
        place = {"name": row.place_name, "country": row.place_country, "lat": row.place_lat, "lon": row.place_lon}
        place["span"] = _maybe_span(row.place_start, row.place_stop)
    if row.has_body:
        body = {"name": row.body_name, "session": row.body_session, "ordinal": row.body_ordinal}
        body["span"] = _maybe_span(row.body_start, row.body_stop)
    return {
        "id": row.id, "kind": row.kind, "mode": row.mode, "status": row.status, "background": bool(row.background),
        "date": date, "place": place, "body": body, "visit_type": row.visit_type, "invitation_by": row.invitation_by,
        "codes": _codes(row), "trigger": (row.trigger_start, row.trigger_stop), "confidence": row.confidence,
    }  # fmt: skip


def _statements(rows: Rows) -> list[dict[str, Any]]:
    speakers = _grouped(rows[schema.statement_speakers])
    content = _grouped(rows[schema.statement_content])
    countries = _grouped(rows[schema.statement_countries])
    return [
        {
            "id": row.id, "form": row.form, "act": row.act, "cue": _maybe_span(row.cue_start, row.cue_stop),
            "speakers": [part.actor for part in speakers[row.position] if part.actor is not None],
            "speaker_names": [part.name for part in speakers[row.position] if part.name is not None],
            "content": [_span(part) for part in content[row.position]],
            "addressee": row.addressee, "reported_by": row.reported_by, "event": row.event,
            "countries": [part.country for part in countries[row.position]],
            "codes": _codes(row), "confidence": row.confidence,
        }
        for row in rows[schema.statements]
    ]  # fmt: skip


def _formulas(rows: Rows) -> list[dict[str, Any]]:
    countries = _grouped(rows[schema.formula_countries])
    return [
        {
            "text": row.text, "family": row.family, "speaker": row.speaker, "span": _span(row),
            "countries": [part.country for part in countries[row.position]],
        }
        for row in rows[schema.formulas]
    ]  # fmt: skip


def _promise(row: Row[Any]) -> dict[str, Any]:
    due = None
    if row.due_text is not None:
        due = {"value": row.due_value, "end": row.due_end, "text": row.due_text, "span": (row.due_start, row.due_stop)}
    laid_out = {"kind": row.kind, "what": row.what, "by": row.owed_by, "strength": row.strength, "due": due}
    return laid_out | {"span": _span(row)}


def _rows(connection: Connection, table: Table, keys: Collection[int]) -> Grouped:
    """The rows of each coded report in `table`, in the order of the record."""
    groups: Grouped = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.coded.in_(keys)).order_by(*table.primary_key.columns)):
        groups[row[0]].append(row)
    return groups


def _grouped(rows: Sequence[Row[Any]]) -> Grouped:
    """The rows of one coded report by the record that they stand within."""
    groups: Grouped = defaultdict(list)
    for row in rows:
        within: int = row[1]  # type: ignore[misc]
        groups[within].append(row)
    return groups


def _codes(row: Row[Any]) -> dict[str, Any]:
    return {"cameo": row.cameo, "plover": row.plover, "quad": row.quad, "goldstein": row.goldstein}


def _span(row: Row[Any]) -> tuple[int, int]:
    return (row.start, row.stop)


def _maybe_span(start: int | None, stop: int | None) -> tuple[int, int] | None:
    return None if start is None or stop is None else (start, stop)
