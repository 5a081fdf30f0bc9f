"""Measure how fast near copies are found, and how many of those made for the purpose.

    python benchmarks/copies.py FILE.jsonl[.gz] [--limit N] [--json]

Every report gets a signature and is looked up among those before it, and what comes up is compared. Then each is made
into a copy (a headline and credits around it, curly quotes, up to a third cut off its end), which is looked up
and compared too. Seconds are those the processor spent on this process.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from communique.pipeline import read_sources
from communique.report.copies import CopyIndex, compare, signature_of
from communique.sources.item import RawItem

_KEPT = 2 / 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("file", type=Path, help="reports in a format that Communiqué reads")
    parser.add_argument("--limit", type=int, default=5000, metavar="N", help="the first N reports (5000)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args(arguments)
    items = [item for item in islice(read_sources(options.file), options.limit) if isinstance(item, RawItem)]
    if not items:
        parser.error(f"{options.file} holds no reports")
    figures = measure([item.text for item in items])
    if options.json:
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    else:
        for name, value in figures.items():
            sys.stdout.write(f"{name:34} {value:>12,}\n")
    return 0


def measure(texts: Sequence[str]) -> dict[str, float]:
    """Return the figures of one run over the texts of reports."""
    words = sum(len(text.split()) for text in texts)
    signature_of(texts[0])  # loads what it needs
    begun = time.process_time()
    signatures = [signature_of(text) for text in texts]
    signing = time.process_time() - begun

    index, pairs = CopyIndex(), []
    begun = time.process_time()
    for number, signature in enumerate(signatures):
        pairs += [(int(before), number) for before in index.candidates(signature)]
        index.add(str(number), signature)
    looking_up = time.process_time() - begun

    begun = time.process_time()
    copies = sum(compare(texts[before], texts[number]).is_copy for before, number in pairs)
    comparing = time.process_time() - begun

    found = called = 0
    for number, text in enumerate(texts):
        made = copy_of(text)
        if str(number) in index.candidates(signature_of(made)):
            found += 1
            called += compare(text, made, days_apart=1).is_copy
    return {
        "reports": len(texts),
        "signatures a second": round(len(texts) / signing),
        "words signed a second": round(words / signing),
        "lookups a second": round(len(texts) / looking_up),
        "candidates a report": round(len(pairs) / len(texts), 2),
        "comparisons a second": round(len(pairs) / comparing) if pairs else 0,
        "pairs called copies": copies,
        "made copies found": round(found / len(texts), 4),
        "made copies called copies": round(called / len(texts), 4),
    }


def copy_of(text: str) -> str:
    """The report as another outlet might print it."""
    paragraphs = [paragraph for paragraph in text.split("\n") if paragraph.strip()]
    whole = sum(map(len, paragraphs))
    while sum(map(len, paragraphs[:-1])) >= whole * _KEPT:
        paragraphs.pop()
    kept = "\n".join(paragraphs)
    kept = kept.replace(' "', " “").replace("'", "’")
    return f"Ties on the agenda\n\nBy Staff Writer\n\n{kept}\n\n(Editing by the desk)"


if __name__ == "__main__":
    raise SystemExit(main())
