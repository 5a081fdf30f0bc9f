from dataclasses import replace
from pathlib import Path

import pytest

from communique.coding.record import CodedReport
from communique.errors import SourceNotFound, UnreadableReport
from communique.evaluation.floors import Floors, fingerprint, read_floors, write_floors
from communique.evaluation.gold import GoldReport
from communique.evaluation.scorer import Evaluation, score_reports

GOLD = {"a_gold.jsonl": "00"}


@pytest.fixture
def good(gold: GoldReport, coded: CodedReport) -> Evaluation:
    return score_reports([gold], [coded])


@pytest.fixture
def worse(gold: GoldReport, coded: CodedReport) -> Evaluation:
    return score_reports([gold], [replace(coded, formulas=())])


def test_floors_hold_what_is_reached(good: Evaluation, worse: Evaluation) -> None:
    floors = Floors().raised(good, gold=GOLD)
    assert floors.fallen(good) == {}
    assert floors.fallen(worse) == {"formula": (1.0, 0.0)}


def test_floors_rise_and_do_not_fall(good: Evaluation, worse: Evaluation) -> None:
    low = Floors().raised(worse, gold=GOLD)
    assert low.floors["formula"] == 0.0
    high = low.raised(good, gold=GOLD)
    assert high.floors["formula"] == 1.0
    assert high.raised(worse, gold=GOLD) == high
    assert high.raised(worse, gold=GOLD, lower=True).floors["formula"] == 0.0


def test_other_gold_needs_leave(good: Evaluation) -> None:
    floors = Floors().raised(good, gold=GOLD)
    with pytest.raises(ValueError, match="gold is not that of the floors"):
        floors.raised(good, gold={"a_gold.jsonl": "01"})
    assert floors.raised(good, gold={"b": "02"}, lower=True).gold == {"b": "02"}


def test_a_task_that_is_gone_has_fallen(good: Evaluation) -> None:
    floors = Floors(gold=GOLD, floors={"no such task": 0.5})
    assert floors.fallen(good) == {"no such task": (0.5, 0.0)}


def test_written_floors_are_read_back(tmp_path: Path, good: Evaluation) -> None:
    floors = Floors().raised(good, gold=GOLD)
    write_floors(tmp_path / "floors.json", floors)
    assert read_floors(tmp_path / "floors.json") == floors
    assert (tmp_path / "floors.json").read_text().count("\n") > len(floors.floors)


def test_broken_floors_are_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        read_floors(tmp_path / "none.json")
    (tmp_path / "floors.json").write_text("[]")
    with pytest.raises(UnreadableReport):
        read_floors(tmp_path / "floors.json")


def test_the_fingerprint_tells_files_apart(tmp_path: Path) -> None:
    one = tmp_path / "a_gold.jsonl"
    one.write_text("a")
    before = fingerprint([one])
    one.write_text("b")
    assert list(before) == ["a_gold.jsonl"]
    assert fingerprint([one]) != before
