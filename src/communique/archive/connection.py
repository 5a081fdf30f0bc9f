"""Open the database file of an archive: a path goes in, an engine set up for several processes comes out."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from communique.errors import ArchiveBusy, ArchiveError
from communique.settings import SAFE_SQLITE

_WRITING = "communique_writing"


def sqlite_build() -> ModuleType:
    """The SQLite that archives are opened with: the newer of the one in `pysqlite3` and the one of Python itself.

    A process must open a file through one of them only: two copies of SQLite in one process undo each other's locks.
    """
    try:
        import pysqlite3.dbapi2 as packaged  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return sqlite3
    newer: bool = packaged.sqlite_version_info > sqlite3.sqlite_version_info
    return packaged if newer else sqlite3


def is_safe_build(build: ModuleType) -> bool:
    """Whether the SQLite build is free of the fault in resetting the write-ahead log."""
    return bool(build.sqlite_version_info >= SAFE_SQLITE)


def open_engine(path: Path, *, busy_seconds: float) -> Engine:
    """Return an engine on the file at `path`, in WAL mode, that waits up to `busy_seconds` for other processes."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)), module=sqlite_build(), connect_args={"timeout": busy_seconds}
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: Any) -> None:
        # Transactions are begun below by ourselves: Python's own begin too late and never IMMEDIATE.
        connection.isolation_level = None
        _retry(lambda: connection.execute("PRAGMA journal_mode = WAL"), busy_seconds)
        for pragma in ("synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY", "cache_size = -65536"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get(_WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the archive throughout."""
    with _in_our_words(engine), engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection with the sole right to write; what is written is kept when the block ends without an error."""
    with (
        _in_our_words(engine),
        engine.connect().execution_options(**{_WRITING: True}) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def _in_our_words(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise explain_failure(error, engine.url.database) from error


def explain_failure(error: DBAPIError, path: str | None) -> Exception:
    """The error of ours that says what a database error means for the archive."""
    words = str(error.orig)
    for sign, reason, hint in _MEANINGS:
        if sign in words:
            return ArchiveError(path, reason=reason, hint=hint)
    if "locked" in words or "busy" in words:
        return ArchiveBusy(path)
    return ArchiveError(path, reason=words, hint="communique doctor says more about the archive.")


_MEANINGS = (
    ("not a database", "it is no archive of Communiqué", "Name another file with --archive."),
    ("malformed", "the file is damaged", "Take a copy from before, or read the reports again into a new archive."),
    ("unable to open", "the file cannot be opened", "Check the path, and that you may write in its folder."),
    ("readonly", "the file may not be written to", "Check the rights of the file and its folder."),
    ("disk is full", "no space is left on the disk", "Make room; nothing that was kept is lost. Then run it again."),
    (
        "disk I/O error",
        "the disk cannot be read or written",
        "Check the disk; a network folder is no place for an archive.",
    ),
)


def _retry(act: Callable[[], Any], seconds: float) -> None:
    """Do `act` again while the file is locked: turning WAL on does not wait by itself."""
    until = time.monotonic() + seconds
    while True:
        try:
            act()
        except sqlite_build().OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= until:
                raise
            time.sleep(0.05)
        else:
            return
