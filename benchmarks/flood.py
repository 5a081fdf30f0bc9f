"""A newsroom's flood: a crawl, little of it diplomacy, is read into an archive and timed against parsing it all.

    python benchmarks/flood.py diplomacy.jsonl.gz home.jsonl.gz --pages 20000 --workers 2

The first file holds reports of diplomacy, the second reports of a government's matters at home, one JSON object a line
with headline and text. See README.md beside this file for what is printed.
"""

import argparse
import gzip
import html
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
from other_matter import other_stories

SAMPLE = 400
MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in "home news sport weather culture travel shop".split()
)


def stories(diplomacy: Path, home: Path, pages: int, share: float) -> Iterator[tuple[str, str]]:
    """Yield headline and text of each page: `share` diplomacy, as much from the second file, the rest made up."""
    chance = random.Random(1)
    real = int(pages * share)
    rows = [
        (one.get("headline") or "", one["text"]) for path in (diplomacy, home) for one in sample(path, real, chance)
    ]
    rows += other_stories(pages - len(rows), series=1)
    chance.shuffle(rows)
    return iter(rows)


def sample(path: Path, count: int, chance: random.Random) -> list[dict[str, Any]]:
    """So many reports of a file, or all it has."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return chance.sample(found, min(count, len(found)))


def write_crawl(path: Path, rows: Iterator[tuple[str, str]]) -> list[str]:
    """Write the pages as a compressed WARC; return their texts."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    texts = []
    with gzip.open(path, "wb", compresslevel=1) as out:
        for number, (headline, text) in enumerate(rows):
            texts.append(text)
            body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line.strip())
            page = (
                f"<!doctype html><html lang=en><head><title>{html.escape(headline)}</title><meta charset=utf-8></head><body>"
                f"<nav><ul>{MENU * 3}</ul></nav><main><article><h1>{html.escape(headline)}</h1>{body}</article></main>"
                f"<aside><ul>{MENU * 3}</ul></aside><footer>All rights reserved. {number}</footer></body></html>"
            )
            http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
            record = WarcRecord()
            record.init_headers(WarcRecordType.response, f"uuid:00000000-0000-0000-0000-{number:012d}".encode())
            record.headers["WARC-Target-URI"] = f"https://news.example/{number}"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(http)
            record.write(out)
    return texts


def read_crawl(crawl: Path, archive: Path, workers: int, *, kill_after: float | None = None) -> tuple[float, float]:
    """Read the crawl by the command; return seconds and the most memory all processes held together, in MiB."""
    command = [
        sys.executable,
        "-m",
        "communique",
        "read",
        str(crawl),
        "--archive",
        str(archive),
        "--workers",
        str(workers),
    ]
    since, most = time.monotonic(), 0.0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        try:
            family = [watched, *watched.children(recursive=True)]
            most = max(most, sum(one.memory_info().rss for one in family) / 2**20)
        except psutil.Error:
            pass
        if kill_after is not None and time.monotonic() - since > kill_after:
            for one in [*watched.children(recursive=True), watched]:
                os.kill(one.pid, signal.SIGKILL)
            process.wait()
            break
        time.sleep(0.5)
    return time.monotonic() - since, most


def parse_rate(texts: list[str]) -> float:
    """Characters a second of the bare parser in one process on a sample."""
    from communique.language.parser import load_model

    model = load_model()
    some = random.Random(2).sample(texts, min(SAMPLE, len(texts)))
    list(model.pipe(some[:5]))
    since = time.monotonic()
    for text in some:
        list(model.pipe(line for line in text.split("\n") if line))
    return sum(map(len, some)) / (time.monotonic() - since)


def records_of(archive: Path) -> list[bytes]:
    """Every record of an archive, and every report that is kept uncoded."""
    from communique.archive.archive import Archive

    with Archive(archive) as kept:
        return [coded.to_json() for coded in kept.records()] + [
            repr(one).encode() for one in kept.set_aside(limit=None)
        ]


def main() -> None:
    """Make the crawl, read it, parse a sample of it, kill and resume if asked."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("diplomacy", type=Path)
    asked.add_argument("home", type=Path)
    asked.add_argument("--pages", type=int, default=20_000)
    asked.add_argument("--share", type=float, default=0.05)
    asked.add_argument("--workers", type=int, default=2)
    asked.add_argument("--kills", type=int, default=0)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        crawl = folder / "crawl.warc.gz"
        texts = write_crawl(crawl, stories(options.diplomacy, options.home, options.pages, options.share))
        seconds, most = read_crawl(crawl, folder / "whole.sqlite", options.workers)
        parsing = sum(map(len, texts)) / parse_rate(texts)
        print(f"read       {len(texts)} pages in {seconds:.0f} s, {len(texts) / seconds:.0f} pages a second")
        print(f"parse all  {parsing:.0f} s in one process, by the rate on {SAMPLE} pages")
        print(
            f"ratio      {parsing / seconds:.1f}; {parsing / options.workers / seconds:.1f} to as many processes that parse"
        )
        print(f"memory     {most:.0f} MiB at most, all processes together")
        if options.kills:
            chance = random.Random(3)
            for _ in range(options.kills):
                read_crawl(crawl, folder / "killed.sqlite", options.workers, kill_after=chance.uniform(1, seconds / 3))
            read_crawl(crawl, folder / "killed.sqlite", options.workers)
            same = records_of(folder / "whole.sqlite") == records_of(folder / "killed.sqlite")
            print(f"killed     {options.kills} times and resumed: {'the same record' if same else 'ANOTHER RECORD'}")


if __name__ == "__main__":
    main()
