"""One transaction of a load: coded reports and rejections go in, all of them are kept or none."""

from collections.abc import Mapping
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import OperationalError, StatementError

from communique.archive import schema
from communique.archive.run import RunStart, now
from communique.archive.writing import keep_record, keep_text, next_key
from communique.coding.record import CodedReport
from communique.errors import CodingError
from communique.sources.item import RawItem, Rejection


class Batch:
    """What is written in one transaction, by `run`. Made by `Archive.batch`."""

    def __init__(self, connection: Connection, run: RunStart) -> None:
        self._connection = connection
        self._start = run
        self._run: int | None = None

    def add(self, coded: CodedReport, *, extra: Mapping[str, Any] | None = None, again: bool = False) -> bool:
        """Keep a coded report; return whether the archive changed in what people see.

        A text that the archive has coded stays as it is, unless `again` is set: then the record of this run is kept
        beside the old one and becomes the one people see. A record that the tables cannot take raises CodingError, and
        nothing of it is kept.
        """
        try:
            return self._add(coded, extra or {}, again=again)
        except (StatementError, UnicodeEncodeError, OverflowError) as cause:
            if isinstance(cause, OperationalError):
                raise
            raise CodingError(
                "the record cannot be kept", reason=str(cause).splitlines()[0], report=coded.report.id
            ) from cause

    def _add(self, coded: CodedReport, extra: Mapping[str, Any], *, again: bool) -> bool:
        with self._connection.begin_nested():
            report = keep_text(self._connection, coded.report, extra=extra, now=now())
            runs = schema.coded_reports.c.run, schema.coded_reports.c.report
            coded_by = set(self._connection.scalars(select(runs[0]).where(runs[1] == report)))
            if coded_by and (not again or self._number() in coded_by):
                return False
            keep_record(self._connection, coded, report=report, run=self._number())
        return True

    def meet_again(self, report_id: str, item: RawItem) -> None:
        """Note that a report known already was found in another place as well."""
        key = self._connection.scalar(select(schema.reports.c.key).where(schema.reports.c.id == report_id))
        row = {
            "report": key,
            "source": item.source,
            "outlet": item.outlet,
            "url": item.url,
            "published": item.published,
        }
        self._connection.execute(insert(schema.appearances).prefix_with("OR IGNORE"), row)

    def reject(self, rejection: Rejection) -> bool:
        """Keep a rejection; return whether it is new."""
        row = {
            "source": rejection.source,
            "reason": rejection.reason,
            "hint": rejection.hint,
            "detail": rejection.detail,
        }
        done = self._connection.execute(
            insert(schema.rejections).prefix_with("OR IGNORE"), row | {"version": version("communique"), "seen": now()}
        )
        return bool(done.rowcount)

    def _number(self) -> int:
        """The number of the run, which is kept with the first record it made and not before."""
        if self._run is None:
            row = asdict(self._start)
            known = select(schema.runs.c.key).where(*(schema.runs.c[name] == value for name, value in row.items()))
            self._run = self._connection.scalar(known)
        if self._run is None:
            self._run = next_key(self._connection, schema.runs)
            self._connection.execute(insert(schema.runs), row | {"key": self._run})
        return self._run
