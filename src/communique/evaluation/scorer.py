"""Score coded reports against gold: both go in, rows of figures and every difference come out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.coding.record import CodedReport
from communique.evaluation.case import Case
from communique.evaluation.claims import (
    score_capacities,
    score_dateline,
    score_evidence,
    score_formulas,
    score_promises,
)
from communique.evaluation.events import score_events
from communique.evaluation.gold import GoldReport
from communique.evaluation.statements import score_statements
from communique.evaluation.tally import Disagreement, Row, Tally

_EXTENSION = re.compile(r"\.\w+$")
_PARTS = re.compile(r"[/#:]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The figures of one evaluation: how many reports, which of them were not coded, a row a task, the differences."""

    reports: int
    absent: tuple[str, ...]
    rows: Mapping[str, Row]
    disagreements: Sequence[Disagreement]

    def figures(self) -> dict[str, object]:
        """The evaluation as it is written to JSON, without the differences."""
        tasks = {task: row.figures() for task, row in self.rows.items()}
        return {"reports": self.reports, "absent": list(self.absent), "tasks": tasks}


def score_reports(gold: Sequence[GoldReport], coded: Iterable[CodedReport]) -> Evaluation:
    """Score `coded` against `gold`; a coded report is matched by its source or id, else by equal text.

    A report of gold that was not coded counts with all it holds as missed.
    """
    register = _Register(coded)
    tally, absent = Tally(), []
    for wanted in gold:
        found = register.find(wanted)
        if found is None:
            absent.append(wanted.id)
        score_report(Case(wanted, found, tally))
    return Evaluation(
        reports=len(gold), absent=tuple(absent), rows=tally.in_order(), disagreements=tuple(tally.disagreements)
    )


def score_report(case: Case) -> None:
    """Add one report to the tally, all tasks."""
    score_dateline(case)
    score_events(case)
    score_statements(case)
    score_capacities(case)
    score_formulas(case)
    score_promises(case)
    score_evidence(case)


class _Register:
    """Coded reports by the names under which gold may know them."""

    def __init__(self, coded: Iterable[CodedReport]) -> None:
        self._by_name: dict[str, CodedReport] = {}
        self._by_text: dict[str, CodedReport] = {}
        for one in coded:
            for name in (one.report.source, one.report.id):
                for ending in _endings(name):
                    self._by_name.setdefault(ending, one)
            self._by_text.setdefault(_unspaced(one.report.text), one)

    def find(self, gold: GoldReport) -> CodedReport | None:
        found = self._by_name.get(gold.id)
        if found is None and gold.text:
            found = self._by_text.get(_unspaced(gold.text))
        return found


def _endings(name: str) -> Iterable[str]:
    """The name and all that follows a "/", "#" or ":" in it, each also without its file extension."""
    starts = [0, *(found.end() for found in _PARTS.finditer(name))]
    for start in starts:
        yield name[start:]
        yield _EXTENSION.sub("", name[start:])


def _unspaced(text: str) -> str:
    return "".join(text.split())
