"""Raise the floors in floors.json to what the coder reaches now on the gold in the folder COMMUNIQUE_GOLD.

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

FLOORS = Path(__file__).with_name("floors.json")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--lower", action="store_true", help="let floors fall to the figures; the commit says why")
    options = parser.parse_args(arguments)
    folder = os.environ.get("COMMUNIQUE_GOLD")
    files = sorted(Path(folder).glob("*_gold.jsonl")) if folder else []
    if not files:
        parser.error("COMMUNIQUE_GOLD names no folder with files of gold")
    evaluation, rejections = measure(files)
    if rejections:
        parser.error(f"{len(rejections)} reports could not be read, the first is {rejections[0].source}")
    before = read_floors(FLOORS) if FLOORS.exists() else Floors()
    gold = fingerprint(files)
    if before.floors and gold != before.gold and not options.lower:
        parser.error("the gold is not the one the floors were measured on; --lower pins all figures anew")
    after = before.raised(evaluation, gold=gold, lower=options.lower)
    for task, floor in after.floors.items():
        if floor != before.floors.get(task):
            sys.stdout.write(f"{task}: {before.floors.get(task, 'none')} → {floor}\n")
    write_floors(FLOORS, after)
    fallen = after.fallen(evaluation)
    for task, (floor, figure) in fallen.items():
        sys.stderr.write(f"{task}: {figure} is below its floor {floor}, which stays\n")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
