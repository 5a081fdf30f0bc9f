"""The command compare: two readouts as a page, as JSON and as CSV; a readout beside the one before it; refusals."""

import csv
import io
import json
from pathlib import Path

import pytest

from communique.cli.main import main

CALL = "Norwegian Prime Minister Jane Dahl spoke by phone with President Otto Berg of Latvia on {day}. {said}"
REPORTS = [
    ("2024-05-06", "Oslo Office", CALL.format(day="May 6", said="Dahl urged Latvia to open its ports to fish.")),
    ("2024-05-06", "Riga Office", CALL.format(day="May 6", said="Berg asked Norway for 12 buses.")),
    ("2024-09-02", "Oslo Office", CALL.format(day="September 2", said="Dahl praised the support for Ukraine.")),
]


@pytest.fixture(autouse=True)
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The names of three readouts in an archive that the environment names: two of one call, one of a later call."""
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "archive.sqlite"))
    monkeypatch.setenv("COLUMNS", "160")
    lines = [json.dumps({"published": day, "outlet": outlet, "text": text}) for day, outlet, text in REPORTS]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["read", str(tmp_path / "reports.jsonl")]) == 0
    capsys.readouterr()
    assert main(["find", "--json", "--kind", "call"]) == 0
    found = [json.loads(line)["report"] for line in capsys.readouterr().out.splitlines()]
    by_text = {(report["published"], report["outlet"]): report["name"] for report in found}
    return [by_text[day, outlet] for day, outlet, _ in REPORTS]


def test_a_page(names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", names[0], names[1]]) == 0
    page = capsys.readouterr().out
    for words in ("Oslo Office", "Riga Office", "Occasion", "agree", "only in the first", "12 buses"):
        assert words in page, page


def test_json_and_csv(names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", names[0], names[1], "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["events"]
    assert main(["compare", names[0], names[1], "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(found["rows"])
    assert {row["verdict"] for row in rows} == {row["verdict"] for row in found["rows"]}


def test_a_readout_beside_the_one_before_it(names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", names[2]]) == 0
    page = capsys.readouterr().out
    assert page.index("2024-05-06") < page.index("2024-09-02")
    assert "dropped" in page
    assert "new" in page
    assert "Riga Office" not in page


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["e:0123456789ab.1", "report:0123456789ab"], 8, "no name of a report"),
        (["report:0123456789ab"], 8, "no such report"),
    ],
)
def test_refusals(arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *arguments]) == code
    assert words in capsys.readouterr().err


def test_the_first_readout_has_none_before_it(names: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", names[0]]) == 8
    assert "no readout before it" in capsys.readouterr().err
