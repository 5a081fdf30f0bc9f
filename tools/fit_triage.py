"""Fit the weights of triage: reports of diplomacy and of other matters go in, weights and their figures come out.

    python tools/fit_triage.py diplomacy.jsonl other.jsonl … --write

Each line of the first file has headline, text and `coded`, how many events and statements the coder finds in it; those
without any tell nothing and are left out. The other files hold reports of other matters.
"""

import argparse
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from communique.report.triage.traits import traits_of
from communique.report.triage.wording import wording

RECALL = 0.996  # of reports not fitted, so that .995 holds on others
FOLDS = 8
RIDGE = 1.0  # on what is counted by family
RIDGE_OF_WORDS = 10.0  # on single words, which stand in few reports


def main() -> None:
    """Fit, measure, and write where asked."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("diplomacy", type=Path)
    asked.add_argument("others", type=Path, nargs="+")
    asked.add_argument("--write", action="store_true")
    options = asked.parse_args()
    wanted = [one for one in read(options.diplomacy) if one["coded"]]
    others = [one for path in options.others for one in read(path)]
    numbers = np.array([numbers_of(one) for one in [*wanted, *others]])
    is_wanted = np.arange(len(numbers)) < len(wanted)
    halves = np.arange(len(numbers)) % 2 == 0
    told = [measure(numbers, is_wanted, fitted=half) for half in (halves, ~halves)]
    threshold = threshold_of(numbers, is_wanted)
    print("\n".join(told))
    if options.write:
        write(fit(numbers, is_wanted), threshold, told)


def read(path: Path) -> list[dict[str, Any]]:
    """The reports of a file."""
    return [json.loads(line) for line in path.open(encoding="utf-8")]


def numbers_of(report: dict[str, Any]) -> Any:
    """The counts of a report, then for each word whether it has it."""
    traits = traits_of(report.get("headline"), report["text"])
    has = np.zeros(len(wording().words))
    has[list(traits.words)] = 1
    return np.concatenate([traits.counts, has])


def measure(numbers: Any, is_wanted: Any, *, fitted: Any) -> str:
    """What weights and threshold of one half do on the other."""
    weights = fit(numbers[fitted], is_wanted[fitted])
    passes = scores_of(numbers[~fitted], weights) >= threshold_of(numbers[fitted], is_wanted[fitted])
    wanted = is_wanted[~fitted]
    return (
        f"fitted on one half, measured on the other: recall {passes[wanted].mean():.4f} of {wanted.sum()}, "
        f"let go {(~passes)[~wanted].mean():.3f} of {(~wanted).sum()}"
    )


def threshold_of(numbers: Any, is_wanted: Any) -> float:
    """The score that `RECALL` of the wanted reports reach, each scored by weights fitted without it."""
    fold_of = np.arange(len(numbers)) % FOLDS
    scores = np.zeros(len(numbers))
    for fold in range(FOLDS):
        weights = fit(numbers[fold_of != fold], is_wanted[fold_of != fold])
        scores[fold_of == fold] = scores_of(numbers[fold_of == fold], weights)
    return float(np.quantile(scores[is_wanted], 1 - RECALL, method="lower"))


def scores_of(numbers: Any, weights: Any) -> Any:
    """The score of each report."""
    return 1 / (1 + np.exp(-np.clip(numbers @ weights[:-1] + weights[-1], -30, 30)))


def fit(numbers: Any, is_wanted: Any) -> Any:
    """The weights of a logistic regression, the bias last, by Newton's method with ridges."""
    given = np.hstack([numbers, np.ones((len(numbers), 1))])
    counted = given.shape[1] - len(wording().words) - 1
    ridge = np.concatenate([np.full(counted, RIDGE), np.full(len(wording().words), RIDGE_OF_WORDS), [1e-3]])
    found = np.zeros(given.shape[1])
    for _ in range(30):
        chance = scores_of(numbers, found)
        slope = given.T @ (is_wanted - chance) - ridge * found
        curve = (given * (chance * (1 - chance))[:, None]).T @ given + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        found += step
        if abs(step).max() < 1e-4:
            break
    return found


def write(weights: Any, threshold: float, told: list[str]) -> None:
    """Write the weights beside the words they weigh."""
    path = Path(str(files("communique.report").joinpath("lexicon", "triage_weights.toml")))
    words = wording().words
    counts = weights[: -len(words) - 1]
    of_words = weights[len(counts) : -1]
    lines = [
        *(f"# {line}" for line in ("Written by tools/fit_triage.py; the order of counts is that of Traits.", *told))
    ]
    lines += [f"bias = {weights[-1]:.4f}", f"threshold = {threshold:.6f}"]
    lines += ["counts = [", *(f"  {weight:.4f}," for weight in counts), "]", "", "[words]"]
    lines += [f'"{word}" = {weight:.3f}' for word, weight in zip(words, of_words, strict=True) if abs(weight) >= 0.001]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
