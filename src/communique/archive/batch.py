"""One transaction of a load: coded reports and rejections go in, all of them are kept or none."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.metadata import version
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import OperationalError, StatementError

from communique.archive import schema
from communique.archive.run import RunStart, now
from communique.archive.writing import Rows, appearance_row, aside_rows, aside_text_row, record_rows, text_row
from communique.coding.record import CodedReport
from communique.errors import CodingError
from communique.report.aside import Aside
from communique.report.model import id_of_text
from communique.sources.item import RawItem, Rejection

_TABLES = (
    schema.reports, schema.appearances, schema.coded_reports, *schema.RECORDS, schema.set_aside, schema.differences,
    schema.bands, schema.pages, schema.rejections,
)  # fmt: skip
# What may be met again and is kept once.
_ONCE = frozenset({schema.appearances, schema.bands, schema.pages, schema.rejections})


class Batch:
    """What is written in one transaction, by `run`. Made by `Archive.batch`, which flushes it."""

    def __init__(self, connection: Connection, run: RunStart) -> None:
        self._connection = connection
        self._start = run
        self._run: int | None = None
        self._rows: Rows = defaultdict(list)
        self._keys: dict[Table, int] = {}
        self._reports: dict[str, int] = {}
        self._newest: dict[int, int] = {}

    def add(
        self, coded: CodedReport, *, extra: Mapping[str, Any] | None = None, again: bool = False,
        bands: Iterable[int] = (),
    ) -> bool:  # fmt: skip
        """Keep a coded report; return whether the archive changed in what people see.

        A text that the archive has coded stays as it is, unless `again` is set: then the record of this run is kept
        beside the old one and becomes the one people see. A text that was set aside is coded as if it were new.
        `bands` are those of its signature, by which near copies will find it.
        """
        report = self._report_key(coded.report.id)
        if report is None:
            report, key = self._next_key(schema.reports), self._next_key(schema.coded_reports)
            row = text_row(coded.report, key=report, newest=key, extra=extra or {}, now=now())
            self._rows[schema.reports].append(row)
            self._reports[coded.report.id] = report
        elif (again or self._is_uncoded(report)) and not self._has_coded(report):
            key = self._next_key(schema.coded_reports)
            self._newest[report] = key
        else:
            self._rows[schema.appearances].append(appearance_row(coded.report, report=report))
            return False
        self._rows[schema.appearances].append(appearance_row(coded.report, report=report))
        for table, records in record_rows(coded, key=key, report=report, run=self._number()).items():
            self._rows[table].extend(records)
        self._rows[schema.bands].extend({"band": band, "report": report} for band in bands)
        return True

    def set_aside(self, item: RawItem, aside: Aside) -> bool:
        """Keep a report uncoded; False where its text is known. The original of a near copy has to be known."""
        report = self._report_key(id_of_text(item.text))
        is_new = report is None
        if report is None:
            report = self._next_key(schema.reports)
            self._reports[id_of_text(item.text)] = report
            self._rows[schema.reports].append(aside_text_row(item, key=report, now=now()))
            original = self._report_key(aside.copy.original) if aside.copy else None
            for table, rows in aside_rows(aside, report=report, original=original).items():
                self._rows[table].extend(rows)
        self._rows[schema.appearances].append(appearance_row(item, report=report))
        return is_new

    def is_known(self, report_id: str) -> bool:
        """Whether the text of a report is in the archive or on its way there."""
        return self._report_key(report_id) is not None

    def take_page(self, digest: bytes, report_id: str) -> None:
        """Note which report a page gave, so that the page need not be read again."""
        report = self._report_key(report_id)
        if report is not None:
            self._rows[schema.pages].append({"digest": digest, "report": report})

    def meet_again(self, report_id: str, item: RawItem) -> None:
        """Note that a report known already was found in another place as well."""
        report = self._report_key(report_id)
        if report is not None:
            self._rows[schema.appearances].append(appearance_row(item, report=report))

    def reject(self, rejection: Rejection) -> None:
        """Keep a rejection, once however often it is met."""
        self._rows[schema.rejections].append(asdict(rejection) | {"version": version("communique"), "seen": now()})

    def flush(self) -> None:
        """Write all that was added; CodingError where a record is none that the tables can take."""
        try:
            for table in _TABLES:
                if rows := self._rows.pop(table, None):
                    once = table in _ONCE
                    self._connection.execute(
                        sqlite_insert(table).on_conflict_do_nothing() if once else insert(table), rows
                    )
            for report, key in self._newest.items():
                self._connection.execute(
                    update(schema.reports).where(schema.reports.c.key == report).values(newest=key)
                )
        except OperationalError:
            raise
        except (StatementError, UnicodeEncodeError, OverflowError) as cause:
            reason = str(cause).splitlines()[0]
            raise CodingError("its record does not fit the archive", reason=reason) from cause

    def _report_key(self, report_id: str) -> int | None:
        if report_id not in self._reports:
            known = select(schema.reports.c.key).where(schema.reports.c.id == report_id)
            key = self._connection.scalar(known)
            if key is None:
                return None
            self._reports[report_id] = key
        return self._reports[report_id]

    def _is_uncoded(self, report: int) -> bool:
        """Whether the report is kept, by an earlier transaction, without any record."""
        newest = select(schema.reports.c.newest).where(schema.reports.c.key == report)
        row = self._connection.execute(newest).first()
        return row is not None and row.newest is None

    def _has_coded(self, report: int) -> bool:
        """Whether this run has coded the report already."""
        codings = schema.coded_reports.c
        known = select(codings.key).where(codings.report == report, codings.run == self._number())
        own = any(row["report"] == report for row in self._rows[schema.coded_reports])
        return own or self._connection.scalar(known) is not None

    def _next_key(self, table: Table) -> int:
        """The key after the last one of `table`; nobody else can take it, as one connection alone may write."""
        if table not in self._keys:
            self._keys[table] = self._connection.scalar(select(func.coalesce(func.max(table.c.key), 0))) or 0
        self._keys[table] += 1
        return self._keys[table]

    def _number(self) -> int:
        """The number of the run, which is kept with the first record it made and not before."""
        if self._run is None:
            row = asdict(self._start)
            known = select(schema.runs.c.key).where(*(schema.runs.c[name] == value for name, value in row.items()))
            self._run = self._connection.scalar(known)
            if self._run is None:
                self._run = self._next_key(schema.runs)
                self._connection.execute(insert(schema.runs), row | {"key": self._run})
        return self._run
