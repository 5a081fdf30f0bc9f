"""Hold quality where it is: figures and the pinned floors go in, what fell comes out, or the floors raised.

A floors file is JSON: `gold`, the fingerprint of the files of gold by name; `floors`, an F1 for each task. A floor only
rises by itself; lowering one, or measuring against other gold, is a decision that takes a reason.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from communique.errors import SourceNotFound, UnreadableReport
from communique.evaluation.scorer import Evaluation


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The figures below which no task may fall, and the gold they were measured on."""

    gold: Mapping[str, str] = field(default_factory=dict)
    floors: Mapping[str, float] = field(default_factory=dict)

    def fallen(self, evaluation: Evaluation) -> dict[str, tuple[float, float]]:
        """Return the tasks below their floor, each with its floor and its figure; a task that is gone counts as 0."""
        figures = _figures(evaluation)
        return {
            task: (floor, figures.get(task, 0.0))
            for task, floor in self.floors.items()
            if figures.get(task, 0.0) < floor
        }

    def raised(self, evaluation: Evaluation, *, gold: Mapping[str, str], lower: bool = False) -> "Floors":
        """Return the floors at the figures of `evaluation`; where one is lower than its floor, the floor stays.

        With `lower` every floor takes its figure, and the gold may be another. Raises ValueError where the gold is
        another and `lower` is not given.
        """
        figures = _figures(evaluation)
        if lower or not self.floors:
            return Floors(gold=dict(gold), floors=figures)
        if dict(gold) != dict(self.gold):
            raise ValueError("the gold is not that of the floors; set all floors anew by allowing lower ones")
        return Floors(gold=dict(gold), floors={**self.floors, **_higher(self.floors, figures)})


def fingerprint(paths: Iterable[Path]) -> dict[str, str]:
    """Return the SHA-256 of each file, by its name."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(paths)}


def read_floors(path: Path) -> Floors:
    """Return the floors in `path`.

    Raises SourceNotFound where there is no such file and UnreadableReport where it holds something else.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Floors)
    except OSError as cause:
        raise SourceNotFound(path, reason=cause.strerror or "") from cause
    except msgspec.MsgspecError as cause:
        raise UnreadableReport(path, reason=str(cause)) from cause


def write_floors(path: Path, floors: Floors) -> None:
    """Write `floors` so that a change shows as a change of few lines."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")


def _figures(evaluation: Evaluation) -> dict[str, float]:
    return {task: round(row.f1, 3) for task, row in evaluation.rows.items()}


def _higher(floors: Mapping[str, float], figures: Mapping[str, float]) -> dict[str, float]:
    return {task: figure for task, figure in figures.items() if figure > floors.get(task, -1.0)}
