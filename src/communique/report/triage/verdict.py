"""The verdict of triage: a score of what a report has of diplomacy, and the reason in words."""

from dataclasses import dataclass
from functools import cache
from math import exp

from communique.lexicon import read_lexicon
from communique.report.triage.traits import Traits, traits_of
from communique.report.triage.wording import wording

_DIPLOMACY = ("states", "peoples", "places", "offices", "acts", "bodies")
_OTHER_MATTER = ("home", "other")
_SHOWN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a report can hold diplomacy; `score` from 0 to 1, `reason` the telling words that it has."""

    passes: bool
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weights:
    bias: float
    threshold: float
    counts: tuple[float, ...]
    words: tuple[float, ...]


def triage(headline: str | None, text: str) -> Verdict:
    """Tell from headline and text whether a report can hold diplomacy at all: let go only what cannot.

    The score is a logistic regression on the telling words and on how many there are by family and zone, fitted by
    tools/fit_triage.py; the threshold keeps 995 of 1,000 reports of diplomacy in which the coder finds something.
    """
    traits = traits_of(headline, text)
    score = score_of(traits)
    families = traits.families
    passes = score >= _weights().threshold and any(families[family] for family in _DIPLOMACY)
    return Verdict(passes=passes, score=round(score, 4), reason=_reason(families))


def score_of(traits: Traits) -> float:
    """The score of a report with these traits, from 0 to 1."""
    weights = _weights()
    total = weights.bias + sum(weight * count for weight, count in zip(weights.counts, traits.counts, strict=True))
    total += sum(weights.words[number] for number in traits.words)
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@cache
def _weights() -> _Weights:
    fitted = read_lexicon("communique.report", "triage_weights")
    return _Weights(
        bias=fitted["bias"], threshold=fitted["threshold"], counts=tuple(fitted["counts"]),
        words=tuple(fitted["words"].get(word, 0.0) for word in wording().words),
    )  # fmt: skip


def _reason(families: dict[str, list[str]]) -> str:
    told = _listed(families, _DIPLOMACY) or "no state, no word of diplomacy"
    other = _listed(families, _OTHER_MATTER)
    return f"{told}; beside them {other}" if other else told


def _listed(families: dict[str, list[str]], asked: tuple[str, ...]) -> str:
    return "; ".join(
        f"{len(words)} {family} ({', '.join(words[:_SHOWN])}{', …' if len(words) > _SHOWN else ''})"
        for family in asked
        if (words := families[family])
    )
