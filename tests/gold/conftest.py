"""The gold, where COMMUNIQUE_GOLD names its folder: all its reports are coded once a session."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from communique.cli.intake import code_sources
from communique.coding.record import CodedReport
from communique.evaluation.gold import GoldReport, read_gold, reports_beside
from communique.evaluation.scorer import Evaluation, score_reports


@pytest.fixture(scope="session")
def gold_files() -> Sequence[Path]:
    """The files of gold; the test is skipped where there are none."""
    folder = os.environ.get("COMMUNIQUE_GOLD")
    if not folder:
        pytest.skip("COMMUNIQUE_GOLD names no folder of hand-coded reports")
    found = sorted(Path(folder).glob("*_gold.jsonl"))
    if not found:
        pytest.skip(f"no *_gold.jsonl in COMMUNIQUE_GOLD ({folder})")
    return found


@pytest.fixture(scope="session")
def gold(gold_files: Sequence[Path]) -> Sequence[GoldReport]:
    return read_gold(gold_files)


@pytest.fixture(scope="session")
def coded(gold_files: Sequence[Path]) -> Sequence[CodedReport]:
    """Every report beside the gold, coded."""
    outcomes = list(code_sources([str(path) for path in map(reports_beside, gold_files) if path]))
    records = [outcome for outcome in outcomes if isinstance(outcome, CodedReport)]
    assert len(records) == len(outcomes), "a report was rejected"
    return records


@pytest.fixture(scope="session")
def evaluation(gold: Sequence[GoldReport], coded: Sequence[CodedReport]) -> Evaluation:
    return score_reports(gold, coded)
