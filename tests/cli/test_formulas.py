"""The command formulas: what an archive holds of fixed phrases, as table, JSON and CSV."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from communique.archive.archive import Archive
from communique.cli.main import main
from communique.coding.record import CodedReport


@pytest.fixture
def filled(tmp_path: Path, sample: CodedReport, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with the sample report by three outlets, each with a phrase that no lexicon knows."""
    path = tmp_path / "archive.sqlite"
    with Archive(path, create=True) as archive:
        for n in range(3):
            text = f"{sample.report.text}\n\nA bridge of seven seas, number {n}."
            report = replace(sample.report, id=f"{n}23456789abcdef" * 4, text=text, outlet=f"Outlet {n}")
            report = replace(report, published=f"2025-05-0{n + 6}", dateline=None)
            archive.add(replace(sample, report=report))
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(path))
    monkeypatch.setenv("COLUMNS", "140")
    return path


def test_formulas_come_with_their_spread(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formulas", "--json"]) == 0
    (found,) = map(json.loads, capsys.readouterr().out.splitlines())
    assert (found["words"], found["family"], found["score"]) == ("strategic partnership", "partnership", None)
    assert (found["reports"], found["days"], found["first"], found["last"]) == (3, 3, "2025-05-06", "2025-05-08")


def test_phrases_are_discovered(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formulas", "--discover", "--least", "3", "--csv"]) == 0
    found = {row["words"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    row = found["bridge of seven seas"]
    assert (row["reports"], row["voices"], row["days"], row["family"]) == ("3", "3", "3", "")
    assert float(row["score"]) > 0
    assert row["report"].startswith("report:")


def test_a_table_for_people(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formulas"]) == 0
    shown = capsys.readouterr().out
    assert all(words in shown for words in ("strategic partnership", "2025-05-06 to 2025-05-08", "1 phrase."))
    assert main(["formulas", "--discover", "--least", "4"]) == 0
    assert "No such phrase" in capsys.readouterr().out


def test_one_form_at_a_time(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formulas", "--json", "--csv"]) == 2
    assert "choose one" in capsys.readouterr().err
