"""Quality has a floor: the figures on the shared gold may rise and not fall."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from communique.evaluation.floors import fingerprint, read_floors
from communique.evaluation.scorer import Evaluation
from communique.evaluation.tally import TASKS

FLOORS = read_floors(Path(__file__).with_name("floors.json"))
ADVICE = "To pin other figures: python tests/gold/raise_floors.py (see there how to lower one)."


def test_the_gold_is_that_of_the_floors(gold_files: Sequence[Path]) -> None:
    assert fingerprint(gold_files) == FLOORS.gold, f"the gold has changed. {ADVICE}"


def test_every_report_is_coded(evaluation: Evaluation) -> None:
    assert evaluation.reports > 0
    assert evaluation.absent == ()


@pytest.mark.parametrize("task", TASKS)
def test_no_task_falls_below_its_floor(evaluation: Evaluation, task: str) -> None:
    fallen = FLOORS.fallen(evaluation)
    assert task not in fallen, f"{task}: floor {fallen[task][0]}, now {fallen[task][1]}. {ADVICE}"


def test_every_item_has_its_evidence_in_the_text(evaluation: Evaluation) -> None:
    row = evaluation.rows["item with evidence in the text"]
    assert row.agreed == row.coded > 0


def test_every_task_has_a_floor() -> None:
    assert set(FLOORS.floors) == set(TASKS)
