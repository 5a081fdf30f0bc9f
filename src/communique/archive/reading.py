"""Read coded reports back out of the tables: the key of one goes in, the very record that was kept comes out."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select

from communique.archive import schema
from communique.coding.record import CodedReport

Rows = Sequence[Row[Any]]
Grouped = dict[int, list[Row[Any]]]


def read_record(connection: Connection, key: int) -> CodedReport:
    """Return the coded report with key `key`, equal to the one that was kept."""
    laid_out = {
        "report": _published(connection, key),
        "actors": _actors(connection, key),
        "events": _events(connection, key),
        "statements": _statements(connection, key),
        "formulas": _formulas(connection, key),
        "promises": [_promise(row) for row in _rows(connection, schema.promises, key)],
    }
    return msgspec.convert(laid_out, CodedReport)


def _published(connection: Connection, key: int) -> dict[str, Any]:
    columns = (schema.coded_reports, schema.reports.c.id, schema.reports.c.text)
    row = connection.execute(
        select(*columns).join(schema.reports, schema.reports.c.key == schema.coded_reports.c.report)
        .where(schema.coded_reports.c.key == key)
    ).one()  # fmt: skip
    line = None
    if row.dateline_start is not None:
        line = {"place": row.dateline_place, "country": row.dateline_country, "date": row.dateline_date}
        line |= {"agency": row.dateline_agency, "span": (row.dateline_start, row.dateline_stop)}
    captions = [{"credit": part.credit, "span": _span(part)} for part in _rows(connection, schema.captions, key)]
    makers = _rows(connection, schema.credits_, key)
    return {
        "id": row.id, "source": row.source, "url": row.url, "outlet": row.outlet, "headline": row.headline,
        "published": row.published, "language": row.language, "dateline": line, "captions": captions,
        "credits": [{"role": part.role, "name": part.name, "span": _span(part)} for part in makers], "text": row.text,
    }  # fmt: skip


def _actors(connection: Connection, key: int) -> list[dict[str, Any]]:
    mentions = _grouped(connection, schema.mentions, key)
    posts = _grouped(connection, schema.capacities, key)
    return [
        {
            "id": row.id, "kind": row.kind, "name": row.name, "country": row.country,
            "mentions": [_span(part) for part in mentions[row.position]],
            "capacities": [
                {"title": part.title, "of": part.held_of, "country": part.country, "former": bool(part.former), "span": _span(part)}
                for part in posts[row.position]
            ],
        }
        for row in _rows(connection, schema.actors, key)
    ]  # fmt: skip


def _events(connection: Connection, key: int) -> list[dict[str, Any]]:
    topics = _grouped(connection, schema.event_topics, key)
    evidence = _grouped(connection, schema.event_evidence, key)
    parties = _grouped(connection, schema.participants, key)
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
        for row in _rows(connection, schema.events, key)
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


def _statements(connection: Connection, key: int) -> list[dict[str, Any]]:
    speakers = _grouped(connection, schema.statement_speakers, key)
    content = _grouped(connection, schema.statement_content, key)
    countries = _grouped(connection, schema.statement_countries, key)
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
        for row in _rows(connection, schema.statements, key)
    ]  # fmt: skip


def _formulas(connection: Connection, key: int) -> list[dict[str, Any]]:
    countries = _grouped(connection, schema.formula_countries, key)
    return [
        {
            "text": row.text, "family": row.family, "speaker": row.speaker, "span": _span(row),
            "countries": [part.country for part in countries[row.position]],
        }
        for row in _rows(connection, schema.formulas, key)
    ]  # fmt: skip


def _promise(row: Row[Any]) -> dict[str, Any]:
    due = None
    if row.due_text is not None:
        due = {"value": row.due_value, "end": row.due_end, "text": row.due_text, "span": (row.due_start, row.due_stop)}
    laid_out = {"kind": row.kind, "what": row.what, "by": row.owed_by, "strength": row.strength, "due": due}
    return laid_out | {"span": _span(row)}


def _rows(connection: Connection, table: Table, key: int) -> Rows:
    """The rows of a coded report in `table`, in the order of the record."""
    return connection.execute(select(table).where(table.c.coded == key).order_by(*table.primary_key.columns)).all()


def _grouped(connection: Connection, table: Table, key: int) -> Grouped:
    """The same, by the record that they stand within."""
    groups: Grouped = defaultdict(list)
    for row in _rows(connection, table, key):
        groups[row[1]].append(row)
    return groups


def _codes(row: Row[Any]) -> dict[str, Any]:
    return {"cameo": row.cameo, "plover": row.plover, "quad": row.quad, "goldstein": row.goldstein}


def _span(row: Row[Any]) -> tuple[int, int]:
    return (row.start, row.stop)


def _maybe_span(start: int | None, stop: int | None) -> tuple[int, int] | None:
    return None if start is None or stop is None else (start, stop)
