"""Read and code what a command names: paths go in, coded reports and rejections come out in the order of the input."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.style import Style
from rich.text import Text

from communique.cli.harmless import one_line
from communique.cli.terminal import for_messages
from communique.coding.record import CodedReport
from communique.pipeline import code_items
from communique.sources.item import RawItem, Rejection


def code_sources(names: Iterable[str], *, workers: int = 1) -> Iterator[CodedReport | Rejection]:
    """Yield what each report of the named files is coded as, or why it could not be taken; "-" is standard input."""
    yield from code_items(read_sources(names), workers=workers)


def read_sources(names: Iterable[str]) -> Iterator[RawItem | Rejection]:
    """Yield the raw items of the named files, "-" being standard input."""
    for name in names:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        if name.endswith(".jsonl"):
            for line in text.splitlines():
                fields = json.loads(line)
                known = {key: fields.get(key) for key in ("url", "outlet", "headline", "published")}
                yield RawItem(source=fields["id"], text=fields["text"], **known)
        else:
            yield RawItem(source=name, text=text)


def tell_rejection(rejection: Rejection) -> None:
    """Say on standard error what could not be taken, why, and what to try."""
    line = Text.assemble(("rejected  ", Style(bold=True, color="red")), one_line(rejection.source))
    line.append(f"  {one_line(rejection.reason)}")
    line.append(f"  {one_line(rejection.hint)}", Style(dim=True))
    for_messages().print(line, soft_wrap=True)
