"""Reports by the beginning of their id: a name goes in, the record and the runs that coded it come out."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Label, Row, func, select

from communique.archive import schema
from communique.archive.found import Run, ShownReport
from communique.archive.names import report_name
from communique.archive.reading import read_record
from communique.errors import InvalidQuery

_coded, _reports, _runs = schema.coded_reports, schema.reports, schema.runs


class _Kept(NamedTuple):
    """Where a report stands: its key, its id and the key of its newest coding."""

    key: int
    id: str
    newest: int | None


def show_report(connection: Connection, beginning: str, *, run: int | None = None) -> ShownReport:
    """Return the one report whose id begins so; InvalidQuery where none or several do, or where it is not coded."""
    row = _find_report(connection, beginning)
    if row.newest is None:
        aside = schema.set_aside.c
        why = connection.scalar(select(aside.reason).where(aside.report == row.key))
        raise InvalidQuery(
            report_name(row.id), reason=f"it is kept but not coded: {why}",
            hint="communique aside lists such reports; communique read --no-triage codes what triage let go.",
        )  # fmt: skip
    key, made_by = _coding(connection, row, run)
    return ShownReport(
        name=report_name(row.id), coded=read_record(connection, key), run=made_by, runs=_runs_of(connection, row),
        sources=_sources(connection, row),
    )  # fmt: skip


def list_runs(connection: Connection) -> tuple[Run, ...]:
    """Every run, the first one first, with the number of reports it coded."""
    rows = connection.execute(select(_runs, _coded_by_run()).order_by(_runs.c.key))
    return tuple(_run(row) for row in rows)


def _find_report(connection: Connection, beginning: str) -> _Kept:
    query = select(_reports.c.key, _reports.c.id, _reports.c.newest)
    query = query.where(_reports.c.id >= beginning, _reports.c.id < beginning + "g").order_by(_reports.c.id).limit(3)
    rows = connection.execute(query).all()
    if not rows:
        raise InvalidQuery(
            f"report:{beginning}",
            reason="no such report is kept",
            hint="communique find prints the names of what is kept.",
        )
    if len(rows) > 1:
        several = ", ".join(f"report:{row.id}" for row in rows)
        raise InvalidQuery(
            f"report:{beginning}",
            reason="several reports begin so",
            hint=f"Give more of the name, among others: {several}",
        )
    return _Kept(*rows[0])


def _coding(connection: Connection, report: _Kept, run: int | None) -> tuple[int, Run]:
    query = select(_coded.c.key.label("coded"), _runs, _coded_by_run()).join(_runs, _runs.c.key == _coded.c.run)
    query = query.where(_coded.c.report == report.key)
    query = query.where(_coded.c.key == report.newest) if run is None else query.where(_coded.c.run == run)
    row = connection.execute(query).first()
    if row is None:
        known = ", ".join(map(str, _runs_of(connection, report)))
        raise InvalidQuery(
            f"run {run}", reason="it did not code this report", hint=f"Runs that did: {known or 'none'}."
        )
    return int(row.coded), _run(row)


def _coded_by_run() -> Label[int]:
    each = _coded.alias()
    return select(func.count()).where(each.c.run == _runs.c.key).scalar_subquery().label("reports")


def _run(row: Row[Any]) -> Run:
    return Run(
        number=row.key, version=row.version, model=row.model, model_version=row.model_version,
        settings=row.settings, started=row.started, reports=row.reports,
    )  # fmt: skip


def _runs_of(connection: Connection, report: _Kept) -> tuple[int, ...]:
    return tuple(connection.scalars(select(_coded.c.run).where(_coded.c.report == report.key).order_by(_coded.c.run)))


def _sources(connection: Connection, report: _Kept) -> tuple[str, ...]:
    where = schema.appearances
    return tuple(
        connection.scalars(select(where.c.source).where(where.c.report == report.key).order_by(where.c.source))
    )
