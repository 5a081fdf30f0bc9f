"""How well occasions are found: an archive and pairs of reports judged by hand go in, precision and recall come out.

    python tools/score_occasions.py ARCHIVE gold/occasion_pairs.jsonl [--misses]

Two reports are found to be of one where the events that they are about are of one occasion. A line of the pairs names
two reports by their addresses, says whether they are the `same`, and whether the pair was seen or kept apart (`part`).
Pairs with a report that the archive has not coded count as not found.
"""

import argparse
import json
import sqlite3
from collections import defaultdict
from pathlib import Path


def main() -> None:
    """Print a line for each part."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("archive", type=Path)
    asked.add_argument("pairs", type=Path)
    asked.add_argument("--misses", action="store_true", help="name the pairs that were seen and are judged otherwise")
    options = asked.parse_args()
    subjects = _subjects(options.archive)
    counts: dict[str, dict[tuple[bool, bool], int]] = defaultdict(lambda: defaultdict(int))
    for line in options.pairs.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        found = bool(subjects[pair["one"]] & subjects[pair["other"]])
        counts[pair["part"]][found, pair["same"]] += 1
        if options.misses and pair["part"] == "seen" and found != pair["same"]:
            print("found" if found else "missed", pair["one"], pair["other"])
    for part, count in sorted(counts.items()):
        right, wrong, missed = count[True, True], count[True, False], count[False, True]
        precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
        score = 2 * right / max(2 * right + wrong + missed, 1)
        print(f"{part}: {sum(count.values())} pairs, precision {precision:.3f}, recall {recall:.3f}, F1 {score:.3f}")


def _subjects(archive: Path) -> dict[str, set[int]]:
    """The occasions that the report at each address is about."""
    found: dict[str, set[int]] = defaultdict(set)
    rows = sqlite3.connect(archive).execute(
        "SELECT coded_reports.url, claims.occasion FROM claims JOIN coded_reports ON coded_reports.key = claims.coded "
        "WHERE claims.main"
    )
    for address, occasion in rows:
        found[address].add(occasion)
    return found


if __name__ == "__main__":
    main()
