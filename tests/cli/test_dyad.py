"""Pages of a pair of countries, and of a formula through time."""

import json
from pathlib import Path

import pytest

from communique.cli.main import main

CALL = (
    "OSLO, March 6 (NTB) - Norwegian President Jane Dahl spoke by phone with Latvian President Otto Berg on Monday. "
    "Dahl said Norway and Latvia would build a strategic partnership."
)
MEETING = (
    "RIGA, May 6 (LETA) - Latvian President Otto Berg met Norwegian President Jane Dahl in Riga on Monday. Berg said "
    "Latvia and Norway had raised relations to a comprehensive strategic partnership."
)
REPORTS = [("2023-03-06", CALL), ("2024-05-06", MEETING)]


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive with two contacts of a pair of countries, named by the environment."""
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "archive.sqlite"))
    monkeypatch.setenv("COLUMNS", "160")
    lines = [json.dumps({"published": day, "text": text}) for day, text in REPORTS]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["read", str(tmp_path / "reports.jsonl")]) == 0
    capsys.readouterr()


@pytest.mark.parametrize("name", ["dyad:NOR-LVA", "dyad:Norway, Latvia", "dyad:lva-nor"])
def test_a_pair_of_countries(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", name]) == 0
    page = capsys.readouterr().out
    for words in ("2023-03", "1 call", "2024-05", "1 meeting", "Last contact: 2024-05-06", "level of heads"):
        assert words in page, page
    assert main(["show", name, "--json"]) == 0
    contacts = json.loads(capsys.readouterr().out)["contacts"]
    assert {"call", "meeting"} <= {contact["kind"] for contact in contacts}


def test_a_formula_rises(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["formulas", "strategic partnership"]) == 0
    page = capsys.readouterr().out
    for words in ("first 2023-03-06", "last 2024-05-06", "rises from", "2023-03 1 of 1"):
        assert words in page, page
    assert main(["formulas", "strategic partnership", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["moves"]) == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["show", "dyad:NOR"], "no pair of countries"),
        (["show", "dyad:NOR-Atlantis"], "Atlantis"),
        (["formulas", "no such phrase"], "no formula"),
    ],
)
def test_refusals(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 8
    assert words in capsys.readouterr().err
