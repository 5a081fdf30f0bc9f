"""Why a report is kept and not coded."""

from dataclasses import dataclass
from typing import Literal

from communique.report.copies import Difference

Why = Literal["language", "triage", "copy"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """That a report is a near copy of the one with the id `original`; `likeness`, 0 to 1, is what they share."""

    original: str
    likeness: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Why a report is not coded: its language, no diplomacy in it (`score`, 0 to 1), or it is a near copy."""

    why: Why
    reason: str
    language: str | None = None
    score: float | None = None
    copy: CopyOf | None = None
