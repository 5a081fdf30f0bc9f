import json
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from communique.cli.evaluate import evaluate, find_tasks
from communique.coding.record import CodedReport
from communique.errors import SourceNotFound, UnreadableReport
from communique.evaluation.tally import TASKS


@pytest.fixture
def gold(tmp_path: Path, sample: CodedReport) -> Path:
    """Gold that differs from the sample in one act and one missed call; the sample's reports stand beside it."""
    fields = {
        "id": "baltic",
        "dateline": {"place": "Helsinki", "date": "2025-05-06"},
        "events": [
            {
                "kind": "session", "status": "held", "trigger": "met",
                "participants": [{"name": "Aino Virtanen", "country": "FIN", "role": "host"}],
                "body": {"name": "Baltic Water Commission", "ordinal": 4},
            },
            {"kind": "call", "status": "held", "trigger": "said", "participants": [{"name": "Jaan Tamm"}]},
        ],
        "statements": [
            {
                "speakers": ["Aino Virtanen"], "form": "indirect", "act": "state", "cue": "said",
                "content": ["Finland would host the next session in 2026 in the spirit of their strategic partnership"],
            }
        ],
    }  # fmt: skip
    (tmp_path / "x_reports.jsonl").write_text(json.dumps({"id": "baltic", "text": sample.report.text}) + "\n")
    path = tmp_path / "x_gold.jsonl"
    path.write_text(json.dumps(fields) + "\n")
    return path


@pytest.fixture
def records(tmp_path: Path, sample: CodedReport) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_bytes(sample.to_json() + b"\n")
    return path


def run(*arguments: object) -> Result:
    app = typer.Typer()
    app.command()(evaluate)
    return CliRunner().invoke(app, [str(argument) for argument in arguments], env={"COLUMNS": "120"})


def test_rows_of_coded_reports(gold: Path, records: Path) -> None:
    result = run(gold, "--coded", records)
    assert result.exit_code == 0
    rows = {line[:30].strip(): line[30:].split() for line in result.stdout.splitlines()}
    assert rows["event"] == ["1.000", "0.500", "0.667", "1", "2", "1"]
    assert rows["statement's act"] == ["0.000", "0.000", "0.000", "0", "1", "1"]


def test_json_holds_the_same_figures(gold: Path, records: Path) -> None:
    figures = json.loads(run(gold, "--coded", records, "--json").stdout)
    assert list(figures) == ["reports", "absent", "tasks"]
    assert figures["tasks"]["event"] == {
        "precision": 1.0, "recall": 0.5, "f1": 0.667, "agreed": 1, "gold": 2, "coded": 1,
    }  # fmt: skip


def test_json_with_errors_holds_the_differences(gold: Path, records: Path) -> None:
    differences = json.loads(run(gold, "--coded", records, "--json", "--errors", 1).stdout)["differences"]
    assert {"statement's act", "event"} <= {difference["task"] for difference in differences}
    (act,) = [difference for difference in differences if difference["task"] == "statement's act"]
    assert (act["pattern"], act["words"], act["report"]) == ("state → pledge", "said", "baltic")


def test_differences_are_shown_with_their_words(gold: Path, records: Path) -> None:
    shown = run(gold, "--coded", records, "--errors", 5).stdout
    assert "1 × state → pledge" in shown
    assert "missed: call" in shown
    assert "Virtanen [said] that Finland would host" in shown


def test_one_task_alone(gold: Path, records: Path) -> None:
    shown = run(gold, "--coded", records, "--errors", 5, "--task", "act").stdout
    assert "state → pledge" in shown
    assert "missed: call" not in shown
    assert "dateline" not in shown


def test_reports_beside_the_gold_are_coded(gold: Path) -> None:
    result = run(gold, "--json")
    assert result.exit_code == 0
    figures = json.loads(result.stdout)
    assert (figures["reports"], figures["absent"]) == (1, [])
    named = run(gold, "--reports", gold.with_name("x_reports.jsonl"), "--json")
    assert json.loads(named.stdout) == figures


def test_several_files_are_scored_together(gold: Path, records: Path, tmp_path: Path) -> None:
    (tmp_path / "y_gold.jsonl").write_text('{"id": "elsewhere", "formulas": [{"text": "one accord"}]}')
    figures = json.loads(run(gold, tmp_path / "y_gold.jsonl", "--coded", records, "--json").stdout)
    assert (figures["reports"], figures["absent"]) == (2, ["elsewhere"])


def test_gold_without_reports_says_what_to_do(gold: Path) -> None:
    gold.with_name("x_reports.jsonl").unlink()
    error = run(gold).exception
    assert isinstance(error, SourceNotFound)
    assert "--reports" in error.hint


def test_coded_reports_that_are_none_are_refused(gold: Path) -> None:
    error = run(gold, "--coded", gold).exception
    assert isinstance(error, UnreadableReport)
    assert "line 1" in str(error)


def test_reports_and_coded_reports_exclude_each_other(gold: Path, records: Path) -> None:
    assert run(gold, "--coded", records, "--reports", records).exit_code == 2


@pytest.mark.parametrize(("wanted", "found"), [(["EVENT's date"], ["event's date"]), ([], list(TASKS))])
def test_tasks_are_found_by_part_of_their_name(wanted: list[str], found: list[str]) -> None:
    assert list(find_tasks(wanted)) == found


def test_an_unknown_task_names_the_nearest(gold: Path) -> None:
    result = run(gold, "--task", "formlas")
    assert result.exit_code == 2
    assert "formula" in result.stderr
