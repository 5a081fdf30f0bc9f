"""Lay coded reports out for the tables: records go in, rows under the keys of their report come out."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table

from communique.archive import schema
from communique.archive.names import slug_of
from communique.coding.days import bound_days
from communique.coding.record import (
    Body,
    CodedReport,
    Codes,
    Due,
    Event,
    EventDate,
    Formula,
    Place,
    Promise,
    Published,
    Statement,
)
from communique.language.actors import Actor
from communique.report.aside import Aside
from communique.report.model import Dateline, id_of_text
from communique.report.span import Span
from communique.sources.item import RawItem

Row = dict[str, Any]
Rows = dict[Table, list[Row]]


def text_row(report: Published, *, key: int, newest: int, extra: Mapping[str, Any], now: str) -> Row:
    """The row that keeps the text of a report for good, and names its newest coding."""
    more = json.dumps(extra, ensure_ascii=False, sort_keys=True, default=str)
    return {
        "key": key, "id": report.id, "source": report.source, "headline": report.headline, "text": report.text,
        "extra": more, "added": now, "newest": newest,
    }  # fmt: skip


def aside_text_row(item: RawItem, *, key: int, now: str) -> Row:
    """The row that keeps the text of a report that is not coded."""
    more = json.dumps(item.extra, ensure_ascii=False, sort_keys=True, default=str)
    return {
        "key": key, "id": id_of_text(item.text), "source": item.source, "headline": item.headline, "text": item.text,
        "extra": more, "added": now, "newest": None,
    }  # fmt: skip


def aside_rows(aside: Aside, *, report: int, original: int | None) -> Rows:
    """The rows that say why a report is not coded, and where a near copy differs from its original."""
    copy = aside.copy
    told = {
        "report": report, "why": aside.why, "reason": aside.reason, "language": aside.language, "score": aside.score,
        "original": original, "likeness": copy and copy.likeness,
    }  # fmt: skip
    changes = [
        {
            "report": report, "position": position, "kind": change.kind, "original_start": change.original.start,
            "original_stop": change.original.end, **_range(change.copy),
        }
        for position, change in enumerate(copy.differences if copy else ())
    ]  # fmt: skip
    return {schema.set_aside: [told], schema.differences: changes}


def appearance_row(found: Published | RawItem, *, report: int) -> Row:
    """The row that says where a text was found."""
    return {
        "report": report, "source": found.source, "outlet": found.outlet, "url": found.url,
        "published": found.published,
    }  # fmt: skip


def record_rows(coded: CodedReport, *, key: int, report: int, run: int) -> Rows:
    """The rows of the record that `run` made of the report with key `report`, by table."""
    rows: Rows = defaultdict(list)
    _add_parts(rows, coded.report)
    _add_actors(rows, coded.actors)
    _add_events(rows, coded.events)
    _add_statements(rows, coded.statements)
    _add_formulas(rows, coded.formulas)
    _add_promises(rows, coded.promises)
    for records in rows.values():
        for record in records:
            record["coded"] = key
    rows[schema.coded_reports].append(_published_row(coded.report) | {"key": key, "report": report, "run": run})
    return rows


def _published_row(report: Published) -> Row:
    line = report.dateline
    return {
        "source": report.source, "url": report.url, "outlet": report.outlet, "headline": report.headline,
        "published": report.published, "language": report.language,
        "dateline_place": line and line.place, "dateline_country": line and line.country,
        "dateline_date": line and line.date, "dateline_agency": line and line.agency, **_span("dateline", line),
    }  # fmt: skip


def _add_parts(rows: Rows, report: Published) -> None:
    for position, caption in enumerate(report.captions):
        rows[schema.captions].append({"position": position, "credit": caption.credit, **_range(caption.span)})
    for position, credit in enumerate(report.credits):
        row = {"position": position, "role": credit.role, "name": credit.name, **_range(credit.span)}
        rows[schema.credits_].append(row)


def _add_actors(rows: Rows, actors: Iterable[Actor]) -> None:
    for number, actor in enumerate(actors):
        named = {"id": actor.id, "kind": actor.kind, "name": actor.name, "slug": slug_of(actor.name)}
        rows[schema.actors].append({"position": number, "country": actor.country, **named})
        _add_spans(rows, schema.mentions, {"actor": number}, actor.mentions)
        for position, post in enumerate(actor.capacities):
            rows[schema.capacities].append({
                "actor": number, "position": position, "title": post.title, "held_of": post.of, "country": post.country,
                "former": int(post.former), **_range(post.span),
            })  # fmt: skip


def _add_events(rows: Rows, events: Iterable[Event]) -> None:
    for number, event in enumerate(events):
        rows[schema.events].append(_event_row(event) | {"position": number})
        _add_words(rows, schema.event_topics, {"event": number}, "topic", event.topics)
        _add_spans(rows, schema.event_evidence, {"event": number}, event.evidence)
        for position, party in enumerate(event.participants):
            rows[schema.participants].append({
                "event": number, "position": position, "actor": party.actor, "name": party.name,
                "slug": slug_of(party.name), "country": party.country, "role": party.role, "capacity": party.capacity,
                **_range(party.span),
            })  # fmt: skip


def _event_row(event: Event) -> Row:
    date, place, body = event.date, event.place, event.body
    first_day, last_day = bound_days(date.value, date.end) if date else (None, None)
    return {
        "id": event.id, "kind": event.kind, "mode": event.mode, "status": event.status,
        "background": int(event.background),
        "date_value": date and date.value, "date_end": date and date.end, "date_text": date and date.text,
        "date_basis": date and date.basis, **_span("date", date), "first_day": first_day, "last_day": last_day,
        "place_name": place and place.name, "place_country": place and place.country, "place_lat": place and place.lat,
        "place_lon": place and place.lon, **_span("place", place), "has_body": int(body is not None),
        "body_name": body and body.name, "body_session": body and body.session, "body_ordinal": body and body.ordinal,
        **_span("body", body), "visit_type": event.visit_type, "invitation_by": event.invitation_by,
        **_code_row(event.codes), **_ends("trigger", event.trigger), "confidence": event.confidence,
    }  # fmt: skip


def _add_statements(rows: Rows, statements: Iterable[Statement]) -> None:
    for number, statement in enumerate(statements):
        rows[schema.statements].append({
            "position": number, "id": statement.id, "form": statement.form, "act": statement.act,
            **_ends("cue", statement.cue), "addressee": statement.addressee, "reported_by": statement.reported_by,
            "event": statement.event, **_code_row(statement.codes), "confidence": statement.confidence,
        })  # fmt: skip
        ids, names = statement.speakers, statement.speaker_names
        for position in range(max(len(ids), len(names))):
            name = names[position] if position < len(names) else None
            speaker = {
                "actor": ids[position] if position < len(ids) else None,
                "name": name,
                "slug": name and slug_of(name),
            }
            rows[schema.statement_speakers].append({"statement": number, "position": position, **speaker})
        _add_spans(rows, schema.statement_content, {"statement": number}, statement.content)
        _add_words(rows, schema.statement_countries, {"statement": number}, "country", statement.countries)


def _add_formulas(rows: Rows, formulas: Iterable[Formula]) -> None:
    for number, formula in enumerate(formulas):
        said = {"text": formula.text, "family": formula.family, "speaker": formula.speaker, **_range(formula.span)}
        rows[schema.formulas].append({"position": number, **said})
        _add_words(rows, schema.formula_countries, {"formula": number}, "country", formula.countries)


def _add_promises(rows: Rows, promises: Iterable[Promise]) -> None:
    for number, promise in enumerate(promises):
        due = promise.due
        first_day, last_day = bound_days(due.value, due.end) if due else (None, None)
        rows[schema.promises].append({
            "position": number, "kind": promise.kind, "what": promise.what, "owed_by": promise.by,
            "strength": promise.strength, "due_value": due and due.value, "due_end": due and due.end,
            "due_text": due and due.text, **_span("due", due), "first_day": first_day, "last_day": last_day,
            **_range(promise.span),
        })  # fmt: skip


def _add_spans(rows: Rows, table: Table, within: Row, spans: Iterable[Span]) -> None:
    rows[table].extend({**within, "position": position, **_range(span)} for position, span in enumerate(spans))


def _add_words(rows: Rows, table: Table, within: Row, column: str, words: Iterable[str]) -> None:
    rows[table].extend({**within, "position": position, column: word} for position, word in enumerate(words))


def _range(span: Span) -> Row:
    return {"start": span[0], "stop": span[1]}


def _span(name: str, part: Dateline | EventDate | Place | Body | Due | None) -> Row:
    return _ends(name, None if part is None else part.span)


def _ends(name: str, span: Span | None) -> Row:
    start, stop = span if span is not None else (None, None)
    return {f"{name}_start": start, f"{name}_stop": stop}


def _code_row(codes: Codes) -> Row:
    return {"cameo": codes.cameo, "plover": codes.plover, "quad": codes.quad, "goldstein": codes.goldstein}
