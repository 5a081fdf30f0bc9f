"""The archive: coded reports go in, answers with the words of the reports come out."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Table, distinct, exists, func, select

from communique.archive import schema
from communique.archive.aside import (
    Near,
    SetAside,
    Standing,
    list_set_aside,
    near_reports,
    report_of_page,
    standing_of,
)
from communique.archive.batch import Batch
from communique.archive.connection import open_engine, reading, writing
from communique.archive.finding import count_events, find_events, newest_only
from communique.archive.found import Counts, FoundEvent, FoundPhrase, KeptRejection, Run
from communique.archive.links.linking import Links
from communique.archive.migrations import find_migrations, migrate, schema_version
from communique.archive.phrases import discover, list_formulas
from communique.archive.question import Question
from communique.archive.reading import each_record
from communique.archive.reports import list_runs, show_report
from communique.archive.run import RunStart
from communique.archive.showing import Shown, show
from communique.coding.record import CodedReport
from communique.errors import ArchiveError, ArchiveNotFound
from communique.settings import BUSY_SECONDS, FOUND_LIMIT, LEAST_REPORTS, default_archive


class Archive:
    """A file with reports, their records, and the runs that made them; several processes may use it at once.

    Opened with `create=True` it is made where there is none, else ArchiveNotFound says so. An archive of an older
    version is brought to the present schema; one of a newer version raises ArchiveTooNew. Without `path` it is the one
    named by the environment variable COMMUNIQUE_ARCHIVE, else the one in the user's data folder.

        with Archive("reports.sqlite", create=True) as archive:
            archive.add(communique.code(text))
            for found in archive.find(country=["CHN", "RUS"], kind="meeting", since="2023"):
                print(found.name, found.words)
    """

    def __init__(
        self, path: str | Path | None = None, *, create: bool = False, busy_seconds: float = BUSY_SECONDS
    ) -> None:
        self.path = Path(path if path is not None else default_archive()).expanduser().absolute()
        self._check_place(create=create)
        self._engine = open_engine(self.path, busy_seconds=busy_seconds)
        self._start: RunStart | None = None
        try:
            with reading(self._engine) as connection:
                seen = schema_version(connection)
            if seen < len(find_migrations()):
                with writing(self._engine) as connection:
                    migrate(connection)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def batch(self) -> Iterator[Batch]:
        """A transaction to write in: all that is added in the block is kept when it ends without an error.

        CodingError where one of the records cannot be kept; then none of the block's is.
        """
        if self._start is None:
            self._start = RunStart.here()
        with writing(self._engine) as connection:
            batch = Batch(connection, self._start)
            yield batch
            batch.flush()

    def add(self, coded: CodedReport, *, extra: Mapping[str, Any] | None = None, again: bool = False) -> bool:
        """Keep one coded report; False where its text is known, which changes nothing unless `again` is set."""
        with self.batch() as batch:
            return batch.add(coded, extra=extra, again=again)

    def standing_of(self, report_id: str) -> Standing | None:
        """How a report stands whose text is known; None where it is not."""
        with self._reading() as connection:
            return standing_of(connection, report_id)

    def page_report(self, digest: bytes) -> str | None:
        """The id of the report that a page gave when it was read; None where it was not."""
        with self._reading() as connection:
            return report_of_page(connection, digest)

    def near(self, bands: Iterable[int]) -> list[Near]:
        """Coded reports that may be near copies of one another with these bands, the likeliest first."""
        with self._reading() as connection:
            return near_reports(connection, bands)

    def set_aside(self, *, why: str | None = None, limit: int | None = FOUND_LIMIT) -> tuple[SetAside, ...]:
        """The reports that are kept and not coded, `why` one of "language", "triage", "copy"; the latest first."""
        with self._reading() as connection:
            return list_set_aside(connection, why=why, limit=limit)

    def find(
        self, *, country: str | Iterable[str] = (), person: str | None = None, kind: str | Iterable[str] = (),
        status: str | Iterable[str] = (), since: str | None = None, until: str | None = None, text: str | None = None,
        outlet: str | None = None, limit: int | None = FOUND_LIMIT,
    ) -> tuple[FoundEvent, ...]:  # fmt: skip
        """Return the events that answer, the latest first; all of them where `limit` is `None`.

        All countries named must take part; `person` is a name or part of one; `since` and `until` are 2023, 2023-11
        or 2023-11-29; `text` looks for words in the whole report. InvalidQuery where a word means nothing here.
        """
        question = Question.ask(
            country=country, person=person, kind=kind, status=status, since=since, until=until, text=text, outlet=outlet
        )
        return self.answer(question, limit=limit)

    def answer(self, question: Question, *, limit: int | None = FOUND_LIMIT) -> tuple[FoundEvent, ...]:
        """Return the events that answer a question made by `Question.ask`."""
        with self._reading() as connection:
            return tuple(find_events(connection, question, limit=limit))

    def count(self, question: Question) -> int:
        """How many events answer a question."""
        with self._reading() as connection:
            return count_events(connection, question)

    def show(self, name: str, *, run: int | None = None) -> Shown:
        """Return the event, statement, report or person that has the name; InvalidQuery where none has."""
        with self._reading() as connection:
            return show(connection, name, run=run)

    def coded(self, report_id: str, *, run: int | None = None) -> CodedReport:
        """Return the record of the report whose id is, or begins with, `report_id`."""
        with self._reading() as connection:
            return show_report(connection, report_id, run=run).coded

    def records(self) -> Iterator[CodedReport]:
        """Yield the newest record of every report, in the order of the reports' ids."""
        with self._reading() as connection:
            keys = connection.scalars(newest_only(schema.coded_reports.c.key).order_by(schema.reports.c.id)).all()
            yield from each_record(connection, keys)

    @property
    def links(self) -> Links:
        """What reports say together: occasions, and the judgements of people on them."""
        return Links(self._engine)

    def runs(self) -> tuple[Run, ...]:
        """Every run, the first one first."""
        with self._reading() as connection:
            return list_runs(connection)

    def formulas(self, *, limit: int | None = None) -> tuple[FoundPhrase, ...]:
        """The formulas that the reports hold, those in the most reports first."""
        with self._reading() as connection:
            return list_formulas(connection, limit=limit)

    def discover(self, *, least: int = LEAST_REPORTS, limit: int | None = FOUND_LIMIT) -> tuple[FoundPhrase, ...]:
        """Phrases that recur in `least` reports or more and that no lexicon names, the most fixed and spread first."""
        with self._reading() as connection:
            return discover(connection, least=least, limit=limit)

    def rejections(self) -> tuple[KeptRejection, ...]:
        """The sources that could not be taken, save those that were taken since."""
        kept = schema.rejections
        taken = exists().where(schema.appearances.c.source == kept.c.source)
        with self._reading() as connection:
            rows = connection.execute(select(kept).where(~taken).order_by(kept.c.source, kept.c.reason))
            return tuple(KeptRejection(**row) for row in rows.mappings())

    def counts(self) -> Counts:
        """How much there is."""
        with self._reading() as connection:
            return Counts(
                reports=_size(connection, schema.reports), runs=_size(connection, schema.runs),
                rejections=_size(connection, schema.rejections), events=_seen(connection, schema.events),
                statements=_seen(connection, schema.statements), formulas=_seen(connection, schema.formulas),
                promises=_seen(connection, schema.promises), people=_people(connection),
            )  # fmt: skip

    @property
    def schema(self) -> int:
        """The number of the schema."""
        with self._reading() as connection:
            return schema_version(connection)

    def check(self) -> str | None:
        """What is wrong with the file itself, `None` where nothing is. Reads all of it."""
        with self._reading() as connection:
            said = str(connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one())
        return None if said == "ok" else said

    def _check_place(self, *, create: bool) -> None:
        if self.path.is_dir():
            raise ArchiveError(self.path, reason="it is a folder", hint="Name a file in it, such as archive.sqlite.")
        if not create and not self.path.exists():
            raise ArchiveNotFound(self.path)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as cause:
            raise ArchiveError(
                self.path,
                reason=f"its folder cannot be made: {cause.strerror}",
                hint="Name another place with --archive.",
            ) from cause

    def _reading(self) -> AbstractContextManager[Connection]:
        return reading(self._engine)


def _size(connection: Connection, table: Table) -> int:
    return int(connection.scalar(select(func.count()).select_from(table)) or 0)


def _seen(connection: Connection, table: Table) -> int:
    """How many records of `table` people see."""
    query = newest_only(func.count()).join(table, table.c.coded == schema.coded_reports.c.key)
    return int(connection.scalar(query) or 0)


def _people(connection: Connection) -> int:
    actors = schema.actors
    query = newest_only(func.count(distinct(actors.c.slug))).join(actors, actors.c.coded == schema.coded_reports.c.key)
    return int(connection.scalar(query.where(actors.c.kind == "person")) or 0)
