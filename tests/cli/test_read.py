"""The command read: what it says, keeps and returns."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from communique import pipeline
from communique.archive.archive import Archive
from communique.cli.main import main
from communique.cli.read import estimate_reports
from communique.coding.record import CodedReport, Published
from communique.report.anatomy import dissect
from communique.sources.item import RawItem


@pytest.fixture(autouse=True)
def no_coding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records with nothing in them, made without a model."""

    def bare(item: RawItem) -> CodedReport:
        if "crash" in item.text:
            raise ZeroDivisionError
        return CodedReport(report=Published.of(dissect(item)))

    monkeypatch.setattr(pipeline, "code_item", bare)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three reports, and an archive beside it that the environment names."""
    reports = tmp_path / "reports"
    reports.mkdir()
    lines = [json.dumps({"id": f"r{number}", "text": f"Ministers met. Story {number}."}) for number in range(2)]
    (reports / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (reports / "one.txt").write_text("Ministers met in Oslo on Tuesday, their office said.\n", encoding="utf-8")
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "kept" / "archive.sqlite"))
    return reports


def test_new_then_known(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("3 new, 0 known, 0 rejected")
    assert main(["read", str(folder)]) == 0
    assert capsys.readouterr().out.startswith("0 new, 3 known, 0 rejected")
    with Archive() as archive:
        assert archive.counts().reports == 3
        assert len(archive.runs()) == 1


def test_the_rejected_are_named_and_the_rest_is_kept(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_text("The ambassador met ministers: this one will crash the coding.\n", encoding="utf-8")
    assert main(["read", str(folder), str(folder / "none.txt")]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("3 new, 0 known, 2 rejected")
    assert "rejected  bad" in told.err.replace(str(folder) + "/", "")
    assert "ZeroDivisionError" in told.err
    assert "none.txt" in told.err
    assert "Traceback" not in told.err
    assert main(["read", str(folder)]) == 1
    with Archive() as archive:
        assert len(archive.rejections()) == 2


def test_records_are_printed_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert main(["read", str(folder), "--print"]) == 0
        shown = capsys.readouterr().out
        assert "Ministers met in Oslo" in shown
        assert "Nothing diplomatic found" in shown


def test_coding_again(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", str(folder)])
    assert main(["read", str(folder), "--again"]) == 0
    assert "3 new, 0 known" in capsys.readouterr().out
    with Archive() as archive:
        assert [run.reports for run in archive.runs()] == [3, 3]


def test_stopping_keeps_what_was_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read_each = pipeline.read_each

    def stop_after_one(*arguments: Any, **options: Any) -> Any:
        outcomes = read_each(*arguments, **options)
        yield next(outcomes)
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "read_each", stop_after_one)
    assert main(["read", str(folder)]) == 130
    assert "goes on from here" in capsys.readouterr().err
    with Archive() as archive:
        assert archive.counts().reports >= 1


def test_the_number_of_reports_is_guessed(folder: Path) -> None:
    with gzip.open(folder / "more.jsonl.gz", "wt") as lines:
        lines.write("{}\n\n{}\n{}\n")
    (folder / "broken.jsonl.gz").write_bytes(b"no gzip")
    assert estimate_reports([folder]) == 2 + 1 + 3 + 1
    assert estimate_reports([folder / "one.txt", folder / "none.txt"]) == 2
