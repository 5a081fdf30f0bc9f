"""Bring an archive to the present schema: the version it has goes in, the numbered SQL files after it are run."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection

from communique.errors import ArchiveError, ArchiveTooNew

# "CMNQ": tells our files from SQLite files of other programs.
APPLICATION_ID = 0x434D4E51


@cache
def find_migrations() -> tuple[str, ...]:
    """The SQL of every migration, in order; the number of each is its place, counted from one."""
    found = sorted(path.name for path in files(__name__).iterdir() if path.name.endswith(".sql"))
    if not found or [int(name[:4]) for name in found] != list(range(1, len(found) + 1)):
        raise ArchiveError(
            "the migrations of the archive",
            reason="a number is missing or stands twice",
            hint="Install Communiqué again.",
        )
    return tuple(files(__name__).joinpath(name).read_text(encoding="utf-8") for name in found)


def schema_version(connection: Connection) -> int:
    """How many migrations the archive has seen, 0 for an empty file.

    Raises ArchiveTooNew where it has seen more than this version knows, ArchiveError where it is no archive of ours.
    """
    path = connection.engine.url.database
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    owner = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    if owner != APPLICATION_ID and (version or owner or _has_tables(connection)):
        raise ArchiveError(path, reason="a database of another program", hint="Name another file with --archive.")
    if version > len(find_migrations()):
        raise ArchiveTooNew(path, reason=f"its schema is number {version}, this version knows {len(find_migrations())}")
    return version


def migrate(connection: Connection) -> None:
    """Run the migrations that the archive has not seen; the caller holds the right to write."""
    seen = schema_version(connection)
    for number, script in enumerate(find_migrations()[seen:], seen + 1):
        for statement in split_statements(script):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    if not seen:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def split_statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; semicolons inside a trigger end none."""
    import sqlite3

    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def _has_tables(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").first() is not None
