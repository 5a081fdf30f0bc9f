"""Fit the weights of triage: reports and what the coder found in them go in, weights and their figures come out.

    python tools/fit_triage.py truth.jsonl other.jsonl --write

Each line of the first file has headline, text and `coded`, how many events and statements the coder finds in it; the
second holds texts of other matters. Half of the reports, by their order, are fitted, half are measured.
"""

import argparse
import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from communique.report.triage.traits import traits_of

RECALL = 0.998  # of the fitted half, so that .995 holds on others


def main() -> None:
    """Fit, measure, and write where asked."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("truth", type=Path)
    asked.add_argument("others", type=Path, nargs="*")
    asked.add_argument("--write", action="store_true")
    options = asked.parse_args()
    reports = [json.loads(line) for path in (options.truth, *options.others) for line in path.open(encoding="utf-8")]
    numbers = np.array([traits_of(one.get("headline"), one["text"]).numbers for one in reports])
    is_wanted = np.array([one.get("coded", 0) > 0 for one in reports])
    fitted_half = np.arange(len(reports)) % 2 == 0
    weights, bias = fit(numbers[fitted_half], is_wanted[fitted_half])
    scores = 1 / (1 + np.exp(-(numbers @ weights + bias)))
    threshold = float(np.quantile(scores[fitted_half & is_wanted], 1 - RECALL, method="lower"))
    told = []
    for name, half in (("fitted", fitted_half), ("measured", ~fitted_half)):
        kept = scores >= threshold
        recall, let_go = kept[half & is_wanted].mean(), (~kept)[half & ~is_wanted].mean()
        of = f"of {(half & is_wanted).sum()}, let go {let_go:.3f} of {(half & ~is_wanted).sum()}"
        told.append(f"{name}: recall {recall:.4f} {of}")
    print("\n".join(told))
    if options.write:
        write(weights, bias, threshold, told)


def fit(numbers: Any, is_wanted: Any) -> tuple[Any, float]:
    """Weights and bias of a logistic regression, by Newton's method with a little ridge."""
    given = np.hstack([numbers, np.ones((len(numbers), 1))])
    found = np.zeros(given.shape[1])
    ridge = np.eye(given.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(given @ found)))
        slope = given.T @ (is_wanted - chance) - ridge @ found
        found += np.linalg.solve(given.T @ (given * (chance * (1 - chance))[:, None]) + ridge, slope)
    return found[:-1], float(found[-1])


def write(weights: Any, bias: float, threshold: float, told: list[str]) -> None:
    """Write the weights beside the words they weigh."""
    path = Path(str(files("communique.report").joinpath("lexicon", "triage_weights.toml")))
    lines = [*(f"# {line}" for line in ("Written by tools/fit_triage.py; the order is that of Traits.numbers.", *told))]
    lines += [f"bias = {bias:.6f}", f"threshold = {threshold:.6f}"]
    lines += [f"weights = [{', '.join(f'{weight:.6f}' for weight in weights)}]"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
