"""The commands link and judge, and show on an occasion: what they print and what they refuse."""

import json
from pathlib import Path

import pytest

from communique.cli.main import main

STORIES = {
    "one.txt": "OSLO, May 6 (NTB) - Norwegian Foreign Minister Jane Dahl met Danish Foreign Minister Otto Berg in Oslo "
    "on Monday. Dahl said the two countries would share data on fish stocks.",
    "two.txt": "COPENHAGEN, May 6 (RB) - Danish Foreign Minister Otto Berg held talks with Norwegian Foreign Minister "
    "Jane Dahl in Bergen on Monday. They discussed a new cable under the North Sea.",
}  # fmt: skip


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports of one meeting, read into an archive that the environment names."""
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "archive.sqlite"))
    monkeypatch.setenv("COLUMNS", "160")
    lines = [
        json.dumps({"text": text, "id": name, "published": "2024-05-06"}) for name, text in STORIES.items()
    ]  # fmt: skip
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["read", str(tmp_path / "reports.jsonl")]) == 0
    return tmp_path / "archive.sqlite"


def _occasions(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["link", "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_reading_links_and_an_occasion_shows_what_each_report_says(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = _occasions(capsys)
    assert (found["kind"], found["tellings"], found["first_day"]) == ("meeting", 2, "2024-05-06")
    assert main(["show", str(found["name"])]) == 0
    page = capsys.readouterr().out
    for words in ("in conflict", "Bergen", "Oslo", "same_day", "Otto Berg", "Foreign Minister"):
        assert words in page, page
    assert main(["show", str(found["name"]), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert {row["name"]: row["state"] for row in shown["fields"]}["place"] == "in conflict"
    assert len(shown["links"]) == 1


def test_a_link_is_undone_and_taken_up_again(capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = _occasions(capsys)
    assert main(["show", str(found["name"]), "--json"]) == 0
    one, other = [told["name"] for told in json.loads(capsys.readouterr().out)["tellings"]]
    assert main(["judge", "different", one, other, "--because", "two cities"]) == 0
    assert "two cities" in capsys.readouterr().out
    assert _occasions(capsys) == []
    assert main(["link", "--anew"]) == 0
    assert "No occasion has 2 tellings" in capsys.readouterr().out
    assert main(["judge", "list"]) == 0
    assert "different" in capsys.readouterr().out
    assert main(["judge", "forget", one, other]) == 0
    assert len(_occasions(capsys)) == 1
    assert main(["judge", "list"]) == 0
    assert "Nothing was judged" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["judge", "same", "e:0123456789ab.1"], 2, "name two events"),
        (["judge", "same", "e:0123456789ab.1", "e:0123456789ab.2"], 8, "no event has that name"),
        (["judge", "perhaps"], 2, "perhaps"),
        (["show", "o:0123456789ab.1"], 8, "no occasion has that name"),
    ],
)
def test_refusals(arguments: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == code
    assert words in capsys.readouterr().err
