import json
from pathlib import Path

import pytest
import typer
from click.testing import Result
from typer.testing import CliRunner

from communique.cli.code import choose, code
from communique.coding.record import CodedReport
from communique.sources.item import RawItem, Rejection

STORY = "OSLO, May 5 (Agency) - Norwegian Foreign Minister Kari Berg met her Chilean counterpart in Oslo on Monday.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "stories.jsonl"
    lines = [json.dumps({"id": f"s{number}", "text": f"Report {number}. {STORY}"}) for number in range(8)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(*arguments: object, stdin: str | None = None) -> Result:
    app = typer.Typer()
    app.command()(code)
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)


def test_a_page_by_default(story: Path) -> None:
    result = run(story)
    assert result.exit_code == 0
    assert "Norwegian Foreign Minister" in result.stdout


def test_json_is_one_coded_report_a_line(stories: Path) -> None:
    result = run(stories, "--json")
    assert result.exit_code == 0
    records = [CodedReport.from_json(line) for line in result.stdout.splitlines()]
    assert [record.report.source.removeprefix("stories.jsonl#") for record in records] == [f"s{n}" for n in range(8)]
    assert list(json.loads(result.stdout.splitlines()[0])) == [
        "report", "actors", "events", "statements", "formulas", "promises",
    ]  # fmt: skip


def test_brief_is_short(story: Path) -> None:
    result = run(story, "--brief")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) < len(run(story).stdout.splitlines())


def test_standard_input(story: Path) -> None:
    result = run("-", "--json", stdin=STORY)
    assert result.exit_code == 0
    assert CodedReport.from_json(result.stdout.strip()).report.text.strip() == STORY.strip()


def test_a_sample_is_chosen_again_by_its_seed(stories: Path) -> None:
    one = run(stories, "--json", "--sample", 3, "--seed", 3).stdout
    assert len(one.splitlines()) == 3
    assert run(stories, "--json", "--sample", 3, "--seed", 3).stdout == one
    assert run(stories, "--json", "--sample", 3, "--seed", 4).stdout != one


def test_what_cannot_be_taken_is_told_and_the_rest_done(tmp_path: Path, story: Path) -> None:
    result = run(tmp_path / "none.txt", story, "--json")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "none.txt" in result.stderr


def test_two_forms_at_once_are_refused(story: Path) -> None:
    result = run(story, "--json", "--brief")
    assert result.exit_code == 2
    assert "choose one" in result.stderr


@pytest.mark.parametrize("count", [1, 3, 7, 50])
def test_a_sample_keeps_the_order_and_all_rejections(count: int) -> None:
    bad = Rejection(source="bad", reason="broken")
    items: list[RawItem | Rejection] = [RawItem(source=str(n), text="x") for n in range(20)]
    chosen = list(choose([bad, *items, bad], count, seed=1))
    kept = [int(item.source) for item in chosen if isinstance(item, RawItem)]
    assert chosen.count(bad) == 2
    assert len(kept) == min(count, 20)
    assert kept == sorted(set(kept))


def test_every_report_has_the_same_chance() -> None:
    items = [RawItem(source=str(n), text="x") for n in range(10)]
    counts = [0] * 10
    for seed in range(400):
        for item in choose(items, 3, seed=seed):
            counts[int(item.source)] += 1
    assert min(counts) > 80
    assert max(counts) < 160
