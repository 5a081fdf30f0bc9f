from io import StringIO

import pytest
from rich.console import Console

from communique.cli.differences import render_differences, render_rows
from communique.evaluation.scorer import Evaluation
from communique.evaluation.tally import Disagreement, Row


def difference(report: str, pattern: str = "praise → state", **fields: str) -> Disagreement:
    return Disagreement(task="statement's act", report=report, pattern=pattern, **fields)


def evaluation(*differences: Disagreement, absent: tuple[str, ...] = ()) -> Evaluation:
    rows = {"event": Row(1, 2, 4), "statement's act": Row(3, 4, 4)}
    return Evaluation(reports=7, absent=absent, rows=rows, disagreements=differences)


def shown(render: object, *arguments: object, **options: object) -> str:
    out = StringIO()
    console = Console(file=out, width=90, color_system=None)
    render(*arguments, console, **options)  # type: ignore[operator]
    return out.getvalue()


def test_rows_are_aligned_figures() -> None:
    lines = shown(render_rows, evaluation(absent=tuple("abcdefg"))).splitlines()
    assert lines[0] == "7 reports, 7 of them not coded: a, b, c, d, e, …"
    assert lines[2].split() == ["event", "0.250", "0.500", "0.333", "1", "2", "4"]
    assert len({line.rindex(".") for line in lines[2:]}) == 1


def test_the_most_frequent_kind_comes_first_and_every_kind_is_counted() -> None:
    found = shown(
        render_differences,
        evaluation(difference("r1"), difference("r2", "urge → ask"), difference("r3", "urge → ask")),
        limit=5,
    )
    assert "statement's act  3 differences" in found
    assert found.index("2 × urge → ask") < found.index("1 × praise → state")
    assert found.index("r2") < found.index("r3") < found.index("r1")


@pytest.mark.parametrize(("limit", "count"), [(1, 1), (3, 3), (9, 5)])
def test_no_more_than_the_limit_of_a_kind(limit: int, count: int) -> None:
    found = shown(render_differences, evaluation(*(difference(f"r{n}") for n in range(5))), limit=limit)
    assert sum(f"r{n}" in found for n in range(5)) == count


def test_both_values_and_the_words_are_shown_and_harmless() -> None:
    one = difference("r1", gold="[b]fine[/b]", coded="\x1b[31m", before="She ", words="said", after=" no.")
    found = shown(render_differences, evaluation(one), limit=1)
    assert "gold   [b]fine[/b]" in found
    assert "coded  ␛[31m" in found
    assert "She [said] no." in found
