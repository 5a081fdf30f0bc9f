"""Linking at size: an archive of real reports goes in, seconds and memory for many times its events come out.

    python benchmarks/linking.py ARCHIVE [--events 200000] [--more 1000]

The records are replicated into a new archive with their days shifted by whole multiples of 2,200 days, which is longer
than the reports span, and the numbers of sessions by thousands, so that copies never meet; texts are shortened to their
first sentence, since linking does not read them. What is measured: linking so many
events, half of them, and `--more` reports added to an archive that is linked; each in a process of its own.
"""

import argparse
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from communique.archive.archive import Archive

_DAYS = 2_200
_TABLES = ("actors", "events", "participants")


def grow(source: Path, target: Path, events: int) -> int:
    """Fill `target` with so many events, made of those of `source`; return how many reports they are in."""
    with Archive(target, create=True):
        pass
    base = sqlite3.connect(target)
    base.execute("ATTACH ? AS source", (str(source),))
    base.execute("INSERT INTO runs SELECT * FROM source.runs WHERE key = 1")
    span = base.execute("SELECT max(key) FROM source.coded_reports").fetchone()[0] + 1
    one = base.execute("SELECT count(*) FROM source.events").fetchone()[0]
    columns = {
        name: [row[1] for row in base.execute(f"PRAGMA table_info({name})")] for name in (*_TABLES, "coded_reports")
    }
    for copy in range(-(-events // one)):
        shift, keys = copy * _DAYS, copy * span
        base.execute(
            "INSERT INTO reports (key, id, source, headline, text, extra, added, newest) "
            "SELECT r.newest + ?, ? || substr(r.id, 5), r.source || ?, r.headline, substr(r.text, 1, 80), '{}', r.added, "
            "r.newest + ? FROM source.reports r WHERE r.newest IS NOT NULL",
            (keys, f"{copy:04x}", f"#{copy}", keys),
        )
        for name in ("coded_reports", *_TABLES):
            own = "key" if name == "coded_reports" else "coded"
            values = [_shifted(column, own, name) for column in columns[name]]
            base.execute(
                f"INSERT INTO {name} ({', '.join(columns[name])}) SELECT {', '.join(values)} FROM source.{name} t "  # noqa: S608
                f"WHERE t.{own} IN (SELECT newest FROM source.reports)",
                {"keys": keys, "days": f"+{shift} days"},
            )
    base.commit()
    return int(base.execute("SELECT count(*) FROM reports").fetchone()[0])


def _shifted(column: str, own: str, table: str) -> str:
    if column == own:
        return f"t.{column} + :keys"
    if table == "coded_reports" and column == "report":
        return "t.key + :keys"
    if table == "coded_reports" and column == "run":
        return "1"
    if column == "body_ordinal":
        return "t.body_ordinal + 1000 * (:keys / 1000)"
    if column in ("first_day", "last_day", "published"):
        return f"date(substr(t.{column}, 1, 10), :days)"
    return f"t.{column}"


def hold_back(archive: Path, count: int) -> list[tuple[int, int]]:
    """Let so many reports, spread over the archive, look as if they were not coded yet; return what to give back."""
    with sqlite3.connect(archive) as base:
        found = base.execute(
            "SELECT newest, key FROM reports WHERE newest IS NOT NULL ORDER BY substr(id, 9, 12) LIMIT ?", (count,)
        ).fetchall()
        base.executemany("UPDATE reports SET newest = NULL WHERE key = ?", [(key,) for _, key in found])
    base.close()
    return found


def give_back(archive: Path, held_back: list[tuple[int, int]]) -> None:
    """Let the reports be coded that were held back."""
    with sqlite3.connect(archive) as base:
        base.executemany("UPDATE reports SET newest = ? WHERE key = ?", held_back)
    base.close()


def measure(archive: Path) -> dict[str, float]:
    """Link what is new in the archive in a process of its own; return seconds, reports and megabytes."""
    done = subprocess.run(
        [sys.executable, __file__, str(archive), "--link"], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


def link(archive: Path) -> None:
    """Link what is new and print what it took."""
    with Archive(archive) as kept:
        since = time.perf_counter()
        reports = kept.links.link()
        seconds = time.perf_counter() - since
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"reports": reports, "seconds": seconds, "megabytes": peak}))


def main() -> None:
    """Run the benchmark."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("archive", type=Path)
    asked.add_argument("--events", type=int, default=200_000)
    asked.add_argument("--more", type=int, default=1_000)
    asked.add_argument("--link", action="store_true", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.link:
        link(options.archive)
        return
    with tempfile.TemporaryDirectory() as folder:
        for name, events in (("half", options.events // 2), ("whole", options.events)):
            path = Path(folder, f"{name}.sqlite")
            grow(options.archive, path, events)
            held_back = hold_back(path, options.more if name == "whole" else 0)
            took = measure(path)
            told = f"{took['reports']:,.0f} reports: {took['seconds']:.1f} s, {took['megabytes']:,.0f} MiB"
            print(f"{events:,} events in {told}", flush=True)
            if held_back:
                give_back(path, held_back)
                took = measure(path)
                told = f"{took['seconds']:.1f} s, {took['megabytes']:,.0f} MiB"
                print(f"{took['reports']:,.0f} reports more: {told}", flush=True)


if __name__ == "__main__":
    main()
