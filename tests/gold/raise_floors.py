"""Raise the floors to what the coder reaches now, on the stories in gold/ and on gold in the folder COMMUNIQUE_GOLD.

    COMMUNIQUE_GOLD=FOLDER python tests/gold/raise_floors.py [--lower]

A figure below its floor leaves the floor where it is, and the script exits with 1. With `--lower` every floor takes the
figure of now, also where it is lower or the gold is another; the commit then says why.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from communique.cli.evaluate import measure
from communique.evaluation.floors import Floors, fingerprint, read_floors, write_floors

STORIES = Path(__file__).parents[2] / "gold"


def sets_of_gold() -> dict[Path, list[Path]]:
    """The files of gold by the file of their floors: the package's own stories, and a folder that the user names."""
    sets = {STORIES / f"{part}_floors.json": [STORIES / f"{part}_gold.jsonl"] for part in ("open", "kept_apart")}
    folder = os.environ.get("COMMUNIQUE_GOLD")
    files = sorted(Path(folder).glob("*_gold.jsonl")) if folder else []
    return {**sets, Path(__file__).with_name("floors.json"): files} if files else sets


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lower", action="store_true", help="let floors fall to the figures; the commit says why")
    options = parser.parse_args(arguments)
    faults = [_raise(floors, files, lower=options.lower) for floors, files in sets_of_gold().items()]
    return 1 if any(faults) else 0


def _raise(path: Path, files: Sequence[Path], *, lower: bool) -> bool:
    """Pin the figures on `files` in `path`; return whether one is below its floor."""
    evaluation, rejections = measure(files)
    if rejections:
        raise SystemExit(f"{len(rejections)} reports could not be read, the first is {rejections[0].source}")
    before = read_floors(path) if path.exists() else Floors()
    gold = fingerprint(files)
    if before.floors and gold != before.gold and not lower:
        raise SystemExit(f"the gold is not the one that {path.name} was measured on; --lower pins all figures anew")
    after = before.raised(evaluation, gold=gold, lower=lower)
    for task, floor in after.floors.items():
        if floor != before.floors.get(task):
            sys.stdout.write(f"{path.name}: {task}: {before.floors.get(task, 'none')} → {floor}\n")
    write_floors(path, after)
    fallen = after.fallen(evaluation)
    for task, (floor, figure) in fallen.items():
        sys.stderr.write(f"{path.name}: {task}: {figure} is below its floor {floor}, which stays\n")
    return bool(fallen)


if __name__ == "__main__":
    sys.exit(main())
