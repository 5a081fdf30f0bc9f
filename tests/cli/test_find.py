"""The command find: options become answers as tables, JSON and CSV."""

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
    """An archive with the sample report, named by the environment."""
    path = tmp_path / "archive.sqlite"
    report = replace(sample.report, id="0123456789abcdef" * 4)
    with Archive(path, create=True) as archive:
        archive.add(replace(sample, report=report))
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(path))
    monkeypatch.setenv("COLUMNS", "120")
    return path


def test_a_table_for_people(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--country", "Finland", "--country", "EST", "--kind", "session"]) == 0
    shown = capsys.readouterr().out
    for words in (
        "2025-05-06", "Helsinki", "e:0123456789ab.1", "session", "held", "Aino Virtanen (Foreign Minister, FIN)",
        "Jaan Tamm (EST)", "Baltic Water Commission", "Example News", "1 event.",
    ):  # fmt: skip
        assert words in shown, words
    assert "met her Estonian" in " ".join(shown.split())


def test_json_has_one_event_a_line(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--json"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    assert found["id"] == "e:0123456789ab.1"
    assert found["event"]["participants"][0]["capacity"] == "Foreign Minister"
    assert found["report"]["source"] == "baltic.txt"
    assert found["trigger"] == "met"


def test_csv_has_a_line_of_names(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "--csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["id"] == "e:0123456789ab.1"
    assert row["countries"] == "FIN EST"
    assert row["who"] == "Aino Virtanen (Foreign Minister, FIN); Jaan Tamm (EST)"
    assert row["place"] == "Helsinki"


def test_no_answer(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form, told in (("--csv", "id,date"), ("--json", ""), ("", "No event")):
        assert main(["find", "--kind", "aid", *filter(None, [form])]) == 0
        shown = capsys.readouterr().out
        assert shown.startswith(told)
        assert len(shown.splitlines()) == bool(told)


@pytest.mark.parametrize(
    "arguments",
    [["--text", '"'], ["--text", "a AND"], ["--kind", "meting"], ["--since", "soon"], ["--country", "Nowhereland"],
     ["--person", "--"], ["--text", "\ud800"], ["--status", "%"]],
)  # fmt: skip
def test_hostile_words_are_refused_with_advice(
    arguments: list[str], filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["find", *arguments]) == 8
    told = capsys.readouterr().err
    assert "cannot answer" in told
    assert "Traceback" not in told


@pytest.mark.parametrize("words", ["'; DROP TABLE reports; --", "%", "_", "NEAR(a b)", "headline:x", "a\\'b"])
def test_words_of_a_query_language_are_words(words: str, filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--outlet", "--text", "--person"):
        assert main(["find", option, words]) in {0, 8}
    assert main(["find", "--json"]) == 0
    assert "e:0123456789ab.1" in capsys.readouterr().out


def test_words_of_a_report_steer_neither_terminal_nor_spreadsheet(
    tmp_path: Path, sample: CodedReport, capsys: pytest.CaptureFixture[str]
) -> None:
    event = sample.events[0]
    party = replace(event.participants[0], name="=HYPERLINK(1)\x1b[31m[bold]")
    evil = replace(sample.report, headline="+1+1\x1b]0;x\x07", outlet="@evil")
    path = tmp_path / "evil.sqlite"
    with Archive(path, create=True) as archive:
        archive.add(replace(sample, report=evil, events=(replace(event, participants=(party,)),)))
    assert main(["find", "--archive", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "\x1b" not in shown
    assert "[bold]" in shown
    assert main(["find", "--archive", str(path), "--csv"]) == 0
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))
    assert row["who"].startswith("'=HYPERLINK")
    assert row["headline"].startswith("'+1+1")
    assert row["outlet"] == "'@evil"
    assert "\x1b" not in "".join(row.values())


def test_a_limit_tells_of_the_rest(tmp_path: Path, sample: CodedReport, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.sqlite"
    events = tuple(replace(sample.events[0], id=f"e{number}") for number in range(1, 6))
    with Archive(path, create=True) as archive:
        archive.add(replace(sample, events=events))
    assert main(["find", "--archive", str(path), "--limit", "2"]) == 0
    assert "2 events of 5" in capsys.readouterr().out
    assert main(["find", "--archive", str(path), "--limit", "0"]) == 0
    assert "5 events." in capsys.readouterr().out
