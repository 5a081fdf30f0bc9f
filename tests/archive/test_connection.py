"""Several processes at one archive, and what the database says in our words."""

import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from communique.archive.archive import Archive
from communique.archive.connection import is_safe_build, reading, sqlite_build, writing
from communique.coding.record import CodedReport
from communique.errors import ArchiveBusy, ArchiveError, ArchiveNotFound

WRITE_ALL = """
import sys
from communique.archive.archive import Archive
from communique.coding.record import CodedReport

with Archive(sys.argv[1], create=True) as archive:
    for line in open(sys.argv[2], "rb"):
        archive.add(CodedReport.from_json(line))
"""

WRITE_AND_HANG = """
import sys, time
from communique.archive.archive import Archive
from communique.coding.record import CodedReport

with Archive(sys.argv[1], create=True) as archive, archive.batch() as batch:
    for line in open(sys.argv[2], "rb"):
        batch.add(CodedReport.from_json(line))
    batch.flush()
    print("written", flush=True)
    time.sleep(60)
"""


def start(script: str, path: Path, records: list[CodedReport], name: str) -> subprocess.Popen[bytes]:
    """Start a process of its own that does `script` with an archive and records."""
    lines = path.parent / name
    lines.write_bytes(b"".join(coded.to_json() + b"\n" for coded in records))
    return subprocess.Popen([sys.executable, "-c", script, str(path), str(lines)], stdout=subprocess.PIPE)


def test_several_processes_make_and_fill_one_archive(tmp_path: Path, make_record: Any) -> None:
    records = [make_record(more=f"Story {number}.") for number in range(24)]
    path = tmp_path / "shared.sqlite"
    parts = (records[:16], records[8:], records)
    processes = [start(WRITE_ALL, path, part, f"{number}.jsonl") for number, part in enumerate(parts)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0, 0]
    with Archive(path) as archive:
        assert archive.check() is None
        assert archive.counts().reports == 24
        assert sorted(coded.report.id for coded in archive.records()) == sorted(coded.report.id for coded in records)


def test_a_process_killed_while_it_writes_leaves_nothing_half_done(tmp_path: Path, make_record: Any) -> None:
    path = tmp_path / "killed.sqlite"
    with Archive(path, create=True) as archive:
        archive.add(make_record())
    process = start(WRITE_AND_HANG, path, [make_record(more="More.")], "more.jsonl")
    assert process.stdout is not None
    assert process.stdout.readline() == b"written\n"
    process.kill()
    process.communicate(timeout=10)
    with Archive(path) as archive:
        assert archive.check() is None
        assert archive.counts().reports == 1
        assert archive.add(make_record(more="More."))


def test_an_archive_that_stays_busy_says_so(archive: Archive, make_record: Any) -> None:
    with Archive(archive.path, busy_seconds=0.2) as other, archive.batch():
        assert other.counts().reports == 0, "reading goes on while another writes"
        with pytest.raises(ArchiveBusy) as refused:
            other.add(make_record())
    assert "again" in refused.value.hint
    with Archive(archive.path, busy_seconds=0.2) as other:
        assert other.add(make_record())


def test_a_writer_waits_for_another(archive: Archive, make_record: Any) -> None:
    with Archive(archive.path, busy_seconds=20) as other:
        writer = threading.Thread(target=other.add, args=(make_record(),))
        with archive.batch():
            writer.start()
            time.sleep(0.3)
        writer.join(timeout=20)
        assert other.counts().reports == 1


def test_a_reader_sees_one_state_throughout(archive: Archive, make_record: Any) -> None:
    with reading(archive._engine) as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM reports").scalar()
        archive.add(make_record())
        assert connection.exec_driver_sql("SELECT count(*) FROM reports").scalar() == before == 0


def test_power_loss_and_foreign_keys_are_minded(archive: Archive) -> None:
    with writing(archive._engine) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_no_archive_is_made_unasked(tmp_path: Path) -> None:
    path = tmp_path / "none" / "archive.sqlite"
    with pytest.raises(ArchiveNotFound, match="communique read"):
        Archive(path)
    assert not path.parent.exists()
    with Archive(path, create=True):
        assert path.exists()


def test_places_where_no_archive_can_be(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="it is a folder"):
        Archive(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(ArchiveError, match="folder cannot be made"):
        Archive(tmp_path / "file" / "archive.sqlite", create=True)


def test_a_damaged_archive_is_named(archive: Archive, make_record: Any) -> None:
    for number in range(30):
        archive.add(make_record(more=f"Story {number}."))
    archive.close()
    for side in ("-wal", "-shm"):
        assert not Path(f"{archive.path}{side}").exists(), "the last one to close tidies up"
    content = bytearray(archive.path.read_bytes())
    content[5000:-4096] = b"\xff" * (len(content) - 9096)
    archive.path.write_bytes(content)
    with pytest.raises(ArchiveError, match="damaged"), Archive(archive.path) as broken:
        list(broken.records())


def test_the_newer_build_is_taken() -> None:
    build = sqlite_build()
    assert build.sqlite_version_info >= sqlite3.sqlite_version_info
    assert is_safe_build(build) == (build.sqlite_version_info >= (3, 51, 3))
