from pathlib import Path

import pytest

from communique.errors import SourceNotFound, UnreadableReport
from communique.evaluation.gold import read_gold, reports_beside

LINE = (
    '{"id": "r1", "dateline": null, "events": [{"kind": "call", "status": "held", "trigger": "spoke by phone",'
    ' "date": null, "place": null, "participants": [{"name": "Aino Virtanen", "country": "FIN", "role": "participant",'
    ' "capacity": null}], "body": null}], "statements": [], "capacities": [], "formulas": [], "promises": []}'
)


def test_files_are_read_in_order(tmp_path: Path) -> None:
    one, two = tmp_path / "a_gold.jsonl", tmp_path / "b_gold.jsonl"
    one.write_text(LINE + "\n\n")
    two.write_text('{"id": "r2"}\n')
    reports = read_gold([one, two])
    assert [report.id for report in reports] == ["r1", "r2"]
    assert reports[0].events[0].participants[0].name == "Aino Virtanen"
    assert reports[1].events == ()


@pytest.mark.parametrize("line", ["{", '{"name": "no id"}', '{"id": 7}', "[]", '{"id": "r", "events": [{}]}', "\udcff"])
def test_other_files_are_refused_with_the_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "x_gold.jsonl"
    path.write_bytes((LINE + "\n" + line + "\n").encode("utf-8", "surrogateescape"))
    with pytest.raises(UnreadableReport, match="line 2"):
        read_gold([path])


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound, match=r"none_gold\.jsonl"):
        read_gold([tmp_path / "none_gold.jsonl"])


@pytest.mark.parametrize(
    ("gold", "there", "found"),
    [
        ("a_gold.jsonl", "a_reports.jsonl", "a_reports.jsonl"),
        ("a_gold.jsonl", "a_reports.jsonl.gz", "a_reports.jsonl.gz"),
        ("a_gold.jsonl", "b_reports.jsonl", None),
        ("gold.jsonl", "reports.jsonl", None),
    ],
)
def test_the_reports_beside(tmp_path: Path, gold: str, there: str, found: str | None) -> None:
    (tmp_path / there).touch()
    assert reports_beside(tmp_path / gold) == (tmp_path / found if found else None)


def test_the_example_in_the_guide_is_gold(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "guide" / "evaluate.md").read_text(encoding="utf-8")
    example = guide.split("```javascript\n")[1].split("```")[0]
    path = tmp_path / "guide_gold.jsonl"
    path.write_text(" ".join(example.splitlines()))
    (report,) = read_gold([path])
    assert [event.kind for event in report.events] == ["meeting"]
    assert all((report.statements, report.capacities, report.formulas, report.promises))
