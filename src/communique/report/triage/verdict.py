"""The verdict of triage: a score of what a report has of diplomacy, and the reason in words."""

from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any

from communique.lexicon import read_lexicon
from communique.report.triage.traits import FAMILIES, Traits, traits_of

_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a report can hold diplomacy; `score` from 0 to 1, `reason` the words of diplomacy that it has."""

    passes: bool
    score: float
    reason: str


def triage(headline: str | None, text: str) -> Verdict:
    """Tell from headline and text whether a report can hold diplomacy at all: let go only what cannot.

    The score is a logistic regression on counts of words by family, fitted by tools/fit_triage.py; the threshold keeps
    995 of 1,000 reports in which the coder finds an event or a statement.
    """
    traits = traits_of(headline, text)
    score = score_of(traits)
    passes = score >= _fitted()["threshold"] and any(traits.found.values())
    return Verdict(passes=passes, score=round(score, 4), reason=_reason(traits))


def score_of(traits: Traits) -> float:
    """The score of a report with these traits."""
    fitted = _fitted()
    total = fitted["bias"] + sum(w * x for w, x in zip(fitted["weights"], traits.numbers, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _fitted() -> dict[str, Any]:
    return read_lexicon("communique.report", "triage_weights")


def _reason(traits: Traits) -> str:
    told = [
        f"{len(words)} {family} ({', '.join(words[:_SHOWN])}{', …' if len(words) > _SHOWN else ''})"
        for family in FAMILIES
        if (words := traits.found[family])
    ]
    return "; ".join(told) or "no state, no word of diplomacy"
