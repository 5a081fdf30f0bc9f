"""The command bodies, and show on a body."""

import json
from pathlib import Path

import pytest

from communique.cli.main import main

EARLIER = (
    "OSLO, May 6 (NTB) - The 11th session of the Norway-Latvia Friendship Committee was held in Oslo on Friday. "
    "The committee marks the 25th anniversary of its founding this year."
)
LATER = (
    "RIGA, May 7 (LETA) - Latvian President Otto Berg attended the 14th session of the Norway-Latvia Friendship "
    "Committee in Riga on Wednesday. For 28 years since its founding the committee has met, he said."
)
REPORTS = [("2022-05-06", EARLIER), ("2025-05-07", LATER)]


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An archive with two sessions of a body, named by the environment."""
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "archive.sqlite"))
    monkeypatch.setenv("COLUMNS", "160")
    lines = [json.dumps({"published": day, "text": text}) for day, text in REPORTS]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["read", str(tmp_path / "reports.jsonl")]) == 0
    capsys.readouterr()


def test_bodies_are_listed_and_one_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bodies", "--json"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    body = next(one for one in found if "Friendship" in one["title"])
    assert (body["sessions"], body["reports"]) == (2, 2)
    assert main(["bodies", "--least", "2"]) == 0
    assert body["name"] in capsys.readouterr().out
    assert main(["show", body["name"]]) == 0
    page = capsys.readouterr().out
    for words in ("11", "14", "Oslo", "Riga", "no report tells of session 12 to 13", "Founded in 1997, by 2"):
        assert words in page, page
    assert main(["show", body["name"], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ledger"]["founded"] == [[1997, 2]]


def test_a_body_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "body:no-such-council"]) == 8
    assert "no body of that name" in capsys.readouterr().err
