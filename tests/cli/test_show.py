"""The command show: names become pages and JSON."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from communique.archive.archive import Archive
from communique.cli.main import main
from communique.coding.record import CodedReport

SHORT = "0123456789ab"


@pytest.fixture(autouse=True)
def filled(tmp_path: Path, sample: CodedReport, monkeypatch: pytest.MonkeyPatch) -> CodedReport:
    """An archive with the sample report, named by the environment."""
    path = tmp_path / "archive.sqlite"
    coded = replace(sample, report=replace(sample.report, id="0123456789abcdef" * 4))
    with Archive(path, create=True) as archive:
        archive.add(coded)
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(path))
    monkeypatch.setenv("COLUMNS", "120")
    return coded


@pytest.mark.parametrize(
    ("name", "there", "absent"),
    [
        (f"e:{SHORT}.1", ["session", "Aino Virtanen", "Helsinki", "[met]", "run 1"], ["Mary Olsen", "Statements"]),
        (f"s:{SHORT}.1", ["pledge", "Finland would host", "Aino Virtanen"], ["Events", "Jaan Tamm"]),
        (f"report:{SHORT}", ["HELSINKI, May 6", "Events", "Statements", "Mary Olsen", "run 1"], []),
        (
            "person:Aino Virtanen",
            ["Foreign Minister", "2025-05-06", "host", "Finland would host", "1 report"],
            ["Tamm \n"],
        ),
    ],
)
def test_pages(name: str, there: list[str], absent: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", name]) == 0
    shown = capsys.readouterr().out
    for words in there:
        assert words in shown, words
    for words in absent:
        assert words not in shown, words


def test_json(filled: CodedReport, capsys: pytest.CaptureFixture[str]) -> None:
    def shown(name: str) -> object:
        assert main(["show", name, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    assert shown(f"report:{SHORT}") == json.loads(filled.to_json())
    assert shown(f"e:{SHORT}.1")["event"]["kind"] == "session"  # type: ignore[index]
    assert shown(f"s:{SHORT}.1")["statement"]["act"] == "pledge"  # type: ignore[index]
    assert shown("person:aino-virtanen")["countries"] == ["FIN"]  # type: ignore[index]


def test_another_run_is_shown_and_named(filled: CodedReport, capsys: pytest.CaptureFixture[str]) -> None:
    with Archive() as archive:
        archive.add(replace(filled, events=()), again=True)
    assert main(["show", f"report:{SHORT}"]) == 0
    assert "coded also by run 1" in capsys.readouterr().out
    assert main(["show", f"e:{SHORT}.1"]) == 8
    assert main(["show", f"e:{SHORT}.1", "--run", "1"]) == 0


def test_a_name_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "e:zzz"]) == 8
    assert "Names look like" in capsys.readouterr().err
