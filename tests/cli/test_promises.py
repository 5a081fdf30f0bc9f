"""The command promises: the docket as a page, as JSON, CSV and a calendar that a library reads back."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import icalendar
import pytest

from communique.cli.main import main

ANNOUNCED = (
    "OSLO, May 6 (NTB) - Norwegian Foreign Minister Jane Dahl will visit Riga on June 12, her office said on Monday. "
    "Norway will send 12 buses to Latvia in September."
)
HELD = (
    "RIGA, June 12 (LETA) - Norwegian Foreign Minister Jane Dahl arrived in Riga on Wednesday for a visit. She met "
    "Latvian President Otto Berg."
)
REPORTS = [("2024-05-06", ANNOUNCED), ("2024-06-12", HELD)]


@pytest.fixture(autouse=True)
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """An archive with a promise that is kept and one that is not, named by the environment."""
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "archive.sqlite"))
    monkeypatch.setenv("COLUMNS", "160")
    lines = [json.dumps({"published": day, "text": text}) for day, text in REPORTS]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["read", str(tmp_path / "reports.jsonl")]) == 0
    capsys.readouterr()
    return tmp_path


def _listed(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, str]:
    assert main(["promises", "--json", *options]) == 0
    entries = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return {entry["promise"]["kind"]: entry["outcome"]["state"] for entry in entries}


def test_what_became_of_promises_by_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert _listed(capsys, "--on", "2024-05-07")["visit"] == "open"
    later = _listed(capsys, "--on", "2024-12-01")
    assert later["visit"] == "kept"
    assert later["measure"] == "overdue"
    assert _listed(capsys, "--on", "2024-05-01") == {}


def test_filters(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(_listed(capsys, "--on", "2024-12-01", "--state", "overdue")) == ["measure"]
    assert list(_listed(capsys, "--on", "2024-12-01", "--kind", "visit")) == ["visit"]
    assert list(_listed(capsys, "--on", "2024-12-01", "--since", "2024-09")) == ["measure"]
    assert _listed(capsys, "--on", "2024-12-01", "--by", "Nobody") == {}


def test_the_page_and_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["promises", "--on", "2024-12-01"]) == 0
    page = capsys.readouterr().out
    for words in ("12 buses", "overdue", "kept", "Jane Dahl", "o:"):
        assert words in page, page
    assert main(["promises", "--on", "2024-12-01", "--csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert {row["state"] for row in rows} >= {"kept", "overdue"}


def test_a_calendar_that_others_read(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["promises", "--on", "2024-05-07", "--ics", str(archive / "due.ics")]) == 0
    calendar = icalendar.Calendar.from_ical((archive / "due.ics").read_bytes())
    days = {event.decoded("dtstart"): event for event in calendar.walk("VEVENT")}
    assert date(2024, 6, 12) in days
    assert "visit Riga" in str(days[date(2024, 6, 12)]["summary"])
    assert days[date(2024, 9, 1)].decoded("dtend") == date(2024, 10, 1)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--state", "lost"], 2, "unknown state lost"),
        (["--on", "someday"], 8, "that is no day"),
        (["--json", "--csv"], 2, "choose one"),
        (["--ics", "/no/such/folder/due.ics"], 9, "Name another place"),
    ],
)
def test_refusals(options: list[str], code: int, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["promises", *options]) == code
    assert words in capsys.readouterr().err
