"""Quality has a floor on our own stories too, on those in view and on those kept apart."""

from pathlib import Path

import pytest

from communique.cli.evaluate import measure
from communique.evaluation.floors import fingerprint, read_floors
from communique.evaluation.scorer import Evaluation
from communique.evaluation.tally import TASKS

STORIES = Path(__file__).parents[2] / "gold"
ADVICE = "To pin other figures: python tests/gold/raise_floors.py (see there how to lower one)."


@pytest.fixture(scope="module", params=["open", "kept_apart"])
def measured(request: pytest.FixtureRequest) -> tuple[str, Evaluation]:
    evaluation, rejections = measure([STORIES / f"{request.param}_gold.jsonl"])
    assert rejections == []
    return request.param, evaluation


def test_the_gold_is_that_of_the_floors(measured: tuple[str, Evaluation]) -> None:
    part, _ = measured
    assert fingerprint([STORIES / f"{part}_gold.jsonl"]) == read_floors(STORIES / f"{part}_floors.json").gold, ADVICE


def test_no_task_falls_below_its_floor(measured: tuple[str, Evaluation]) -> None:
    part, evaluation = measured
    floors = read_floors(STORIES / f"{part}_floors.json")
    assert set(floors.floors) == set(TASKS)
    assert floors.fallen(evaluation) == {}, ADVICE


def test_every_item_has_its_evidence_in_the_text(measured: tuple[str, Evaluation]) -> None:
    row = measured[1].rows["item with evidence in the text"]
    assert row.agreed == row.coded > 0
