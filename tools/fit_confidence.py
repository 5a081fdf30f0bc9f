"""Fit the weights of confidence on reports coded by hand, and print how far the numbers keep their promise.

    python tools/fit_confidence.py GOLD.jsonl… [--write]

Logistic regression with a ridge, by Newton's method. The table that is printed comes from five-fold cross-validation
over whole reports, so that no report is judged by weights that saw it. `--write` puts the weights fitted on all reports
into the package.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np

from communique.coding.confidence import event_features, statement_features
from communique.evaluation.case import Case
from communique.evaluation.events import pair_events
from communique.evaluation.gold import read_gold, reports_beside
from communique.evaluation.statements import pair_statements
from communique.evaluation.tally import Tally
from communique.pipeline import code_item
from communique.sources import read_items
from communique.sources.item import RawItem

WEIGHTS = Path(__file__).parent.parent / "src/communique/coding/lexicon/confidence.toml"
FOLDS = 5
RIDGE = 4.0
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)

Example = tuple[str, dict[str, float], bool]


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit, print the tables and, where asked to, write the weights; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="put the weights into the package")
    options = parser.parse_args(arguments)
    events, statements = _examples(options.gold)
    lines = ["# Weights of confidence, fitted by tools/fit_confidence.py. Not to be edited by hand."]
    for name, examples in (("event", events), ("statement", statements)):
        sys.stdout.write(f"\n{name}s\n{_reliability(examples)}")
        names, weights = _fit(examples)
        lines += ["", f"[{name}]"] + [f'"{key}" = {weight:.3f}' for key, weight in zip(names, weights, strict=True)]
    if options.write:
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def _examples(paths: Iterable[Path]) -> tuple[list[Example], list[Example]]:
    """Code the reports and tell of each event and statement whether gold has it."""
    events: list[Example] = []
    statements: list[Example] = []
    for path in paths:
        gold = {report.id: report for report in read_gold([path])}
        beside = reports_beside(path)
        if beside is None:
            raise SystemExit(f"no reports beside {path}")
        for item in read_items(beside):
            if not isinstance(item, RawItem) or item.source not in gold:
                continue
            coded = code_item(item)
            case = Case(gold[item.source], coded, Tally())
            length = len(coded.report.text)
            agreed = {j for _, j in pair_events(case)}
            events += [(item.source, event_features(e, length), j in agreed) for j, e in enumerate(coded.events)]
            agreed = {j for _, j in pair_statements(case)}
            statements += [
                (item.source, statement_features(s, length), j in agreed) for j, s in enumerate(coded.statements)
            ]
    return events, statements


def _fit(examples: Sequence[Example]) -> tuple[list[str], "np.ndarray"]:
    names = sorted({name for _, features, _ in examples for name in features})
    matrix = np.array([[features.get(name, 0.0) for name in names] for _, features, _ in examples])
    right = np.array([float(label) for _, _, label in examples])
    ridge = np.diag([0.01 if name == "bias" else RIDGE for name in names])
    weights = np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - chance) - ridge @ weights
        bend = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + ridge
        step = np.linalg.solve(bend, slope)
        weights += step
        if float(np.abs(step).max()) < 1e-6:
            break
    return names, weights


def _reliability(examples: Sequence[Example]) -> str:
    """A table of what was said and what was right, each example judged by weights that did not see its report."""
    said: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        seen = [example for example in examples if crc32(example[0].encode()) % FOLDS != fold]
        names, weights = _fit(seen)
        for source, features, label in examples:
            if crc32(source.encode()) % FOLDS == fold:
                score = sum(features.get(name, 0.0) * w for name, w in zip(names, weights, strict=True))
                said.append((float(1 / (1 + np.exp(-score))), label))
    rows = ["| said | how many | mean said | right |", "| --- | --- | --- | --- |"]
    for low, high in pairwise(BINS):
        group = [(chance, label) for chance, label in said if low <= chance < high]
        if group:
            mean = sum(chance for chance, _ in group) / len(group)
            share = sum(label for _, label in group) / len(group)
            rows.append(f"| {low:.1f} to {min(high, 1.0):.1f} | {len(group)} | {mean:.2f} | {share:.2f} |")
    brier = sum((chance - label) ** 2 for chance, label in said) / len(said)
    base = sum(label for _, label in said) / len(said)
    return "\n".join(rows) + f"\n\nBrier score {brier:.3f}; {base * (1 - base):.3f} if all were said {base:.2f}.\n"


if __name__ == "__main__":
    sys.exit(main())
