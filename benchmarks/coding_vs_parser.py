"""Time the whole coding of reports against the bare parser on the same texts, in one process on one core.

    python benchmarks/coding_vs_parser.py FILE.jsonl[.gz] [--limit N] [--json]

Every report is coded whole (anatomy, parsing, language, coding, JSON), and its paragraphs are parsed alone with the
same model and batches; the two take turns in short blocks, so that a machine that slows down slows both. Seconds are
those the processor spent on this process, so that other work on the machine does not count.
"""

import argparse
import gc
import json
import os
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import batched, islice
from pathlib import Path

from communique.language.parser import load_model
from communique.pipeline import code_item, read_sources
from communique.report.anatomy import dissect
from communique.report.reading import read_paragraphs
from communique.sources.item import RawItem

_BLOCK = 20
_WARM_UP = 5
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, help="reports in a format that Communiqué reads")
    parser.add_argument("--limit", type=int, default=100, metavar="N", help="the first N reports (100)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    _stay_on_one_core()
    items = [item for item in islice(read_sources(options.file), options.limit) if isinstance(item, RawItem)]
    if not items:
        parser.error(f"{options.file} holds no reports")
    figures = measure(items)
    if options.json:
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    else:
        for name, value in figures.items():
            sys.stdout.write(f"{name:34} {value:>12,}\n")
    return 0


def _stay_on_one_core() -> None:
    """Numerical libraries read their numbers of threads when they are loaded, which is later than this."""
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def measure(items: Sequence[RawItem]) -> dict[str, float]:
    """Return the figures of one run over `items`."""
    for item in items[:_WARM_UP]:
        code_item(item)
    memory_before = _peak_memory()
    coding = parsing = 0.0
    words = 0
    for number, block in enumerate(batched(items, _BLOCK)):
        # Who comes second finds the words of the block in the vocabulary: they take turns at that too.
        if number % 2:
            coding += _time_coding(block)
        seconds, parsed = _time_parsing(block)
        parsing += seconds
        words += parsed
        if not number % 2:
            coding += _time_coding(block)
    return {
        "reports": len(items),
        "words": words,
        "coding, seconds": round(coding, 2),
        "bare parser, seconds": round(parsing, 2),
        "coding / bare parser": round(coding / parsing, 3),
        "reports a second": round(len(items) / coding, 1),
        "words a second": round(words / coding),
        "words a second, bare parser": round(words / parsing),
        "peak memory, MiB": round(_peak_memory()),
        "peak memory after loading, MiB": round(memory_before),
    }


def _time_coding(items: Iterable[RawItem]) -> float:
    gc.collect()
    start = time.process_time()
    for item in items:
        code_item(item).to_json()
    return time.process_time() - start


def _time_parsing(items: Iterable[RawItem]) -> tuple[float, int]:
    """Seconds that the model alone needs for the paragraphs that coding reads, and how many words they are."""
    model = load_model()
    reports = [read_paragraphs(dissect(item)) for item in items]
    texts = [[paragraph.text for paragraph in report if paragraph.text.strip()] for report in reports]
    gc.collect()
    start = time.process_time()
    words = sum(len(doc) for report in texts for doc in model.pipe(report, batch_size=len(report) or 1))
    return time.process_time() - start, words


def _peak_memory() -> float:
    """The most memory this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 if sys.platform != "darwin" else peak / 1024 / 1024


if __name__ == "__main__":
    sys.exit(main())
