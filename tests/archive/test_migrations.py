"""The numbered migrations lead to the tables that the code speaks to."""

from pathlib import Path

import pytest
from sqlalchemy import inspect

from communique.archive.archive import Archive
from communique.archive.connection import open_engine, sqlite_build
from communique.archive.migrations import APPLICATION_ID, find_migrations, split_statements
from communique.archive.schema import tables
from communique.errors import ArchiveError, ArchiveTooNew


def execute(path: Path, *statements: str) -> None:
    connection = sqlite_build().connect(str(path))
    try:
        with connection:
            for statement in statements:
                connection.execute(statement)
    finally:
        connection.close()


def test_migrations_end_in_the_tables_of_the_schema(archive: Archive) -> None:
    engine = open_engine(archive.path, busy_seconds=1)
    try:
        seen = inspect(engine)
        made = {name: seen.get_columns(name) for name in seen.get_table_names() if not name.startswith("report_words")}
        keys = {name: seen.get_pk_constraint(name)["constrained_columns"] for name in made}
    finally:
        engine.dispose()
    assert set(made) == set(tables.tables)
    for name, table in tables.tables.items():
        absent = {column["name"] for column in made[name] if column["nullable"]} - set(keys[name])
        columns = [(column["name"], str(column["type"]), column["name"] in absent) for column in made[name]]
        wanted = [(column.name, str(column.type).replace("FLOAT", "REAL"), column.nullable) for column in table.columns]
        assert columns == wanted, name
        assert keys[name] == [column.name for column in table.primary_key.columns], name


def test_every_record_hangs_on_a_coded_report_and_its_place() -> None:
    from communique.archive.schema import RECORDS

    assert len(RECORDS) == 16
    for table in RECORDS:
        assert next(iter(table.primary_key.columns)).name == "coded"


def test_an_archive_names_its_maker_and_version(archive: Archive) -> None:
    assert archive.schema == len(find_migrations())
    connection = sqlite_build().connect(str(archive.path))
    try:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    finally:
        connection.close()


def test_an_archive_of_a_newer_version_is_refused_and_left_alone(archive: Archive) -> None:
    archive.close()
    execute(archive.path, "PRAGMA user_version = 999")
    with pytest.raises(ArchiveTooNew) as refused:
        Archive(archive.path)
    assert "999" in str(refused.value)
    assert "Upgrade" in refused.value.hint


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    execute(path, "CREATE TABLE songs (name TEXT)")
    with pytest.raises(ArchiveError, match="another program"):
        Archive(path, create=True)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to be looked at as one. " * 40)
    with pytest.raises(ArchiveError, match="no archive"):
        Archive(path, create=True)
    assert path.read_text().startswith("not a database")


def test_an_empty_file_becomes_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with Archive(path) as archive:
        assert archive.counts().reports == 0


def test_semicolons_inside_triggers_end_no_statement() -> None:
    script = "CREATE TABLE a (b);\n-- words; more\nCREATE TRIGGER c AFTER INSERT ON a BEGIN\n  DELETE FROM a;\nEND;\n"
    assert len(list(split_statements(script))) == 2
