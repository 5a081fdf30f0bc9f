"""Count agreement a task: agreements and disagreements go in, rows of precision, recall and F1 come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TASKS = (
    "dateline",
    "event",
    "event, told as news",
    "participant",
    "participant's role",
    "participant's country",
    "participant's capacity",
    "event's date",
    "event's place",
    "event's status",
    "event's mode",
    "event's body and ordinal",
    "whole event right",
    "statement's words",
    "statement (words and speaker)",
    "statement's act",
    "statement's form",
    "capacity (person and post)",
    "formula",
    "promise",
    "promise's due date",
    "item with evidence in the text",
)


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one task: how many items agree, how many gold holds, how many were coded."""

    agreed: int = 0
    gold: int = 0
    coded: int = 0

    @property
    def precision(self) -> float:
        """The share of what was coded that gold holds too."""
        return self.agreed / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """The share of gold that was coded."""
        return self.agreed / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision, self.recall
        return 2 * precision * recall / (precision + recall) if self.agreed else 0.0

    def plus(self, agreed: int, gold: int, coded: int) -> "Row":
        """This row with more counted in."""
        return Row(self.agreed + agreed, self.gold + gold, self.coded + coded)

    def figures(self) -> dict[str, float | int]:
        """The row as it is written to JSON, three decimals."""
        return {
            "precision": round(self.precision, 3),
            "recall": round(self.recall, 3),
            "f1": round(self.f1, 3),
            "agreed": self.agreed,
            "gold": self.gold,
            "coded": self.coded,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One place where gold and program differ.

    `pattern` names the kind of difference in few words ("praise → state"), the same for all of a kind, so that they can
    be counted. `gold` and `coded` are the two values, "" where one side has none. `words` is the sentence, with the
    words in question between `before` and `after`; all are "" where nothing in the text stands for it.
    """

    task: str
    report: str
    pattern: str
    gold: str = ""
    coded: str = ""
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(slots=True)
class Tally:
    """Rows and disagreements as they are counted, report by report."""

    rows: dict[str, Row] = field(default_factory=dict)
    disagreements: list[Disagreement] = field(default_factory=list)

    def add(self, task: str, agreed: int, gold: int, coded: int) -> None:
        """Count `agreed` agreements among so many items of gold and so many coded ones."""
        self.rows[task] = self.rows.get(task, Row()).plus(agreed, gold, coded)

    def check(self, task: str, *, agrees: bool) -> bool:
        """Count one item that both sides have, and return whether it agrees."""
        self.add(task, int(agrees), 1, 1)
        return agrees

    def in_order(self) -> Mapping[str, Row]:
        """The rows that were counted, in the order of TASKS."""
        return {task: self.rows[task] for task in TASKS if task in self.rows}
