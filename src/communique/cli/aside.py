"""The command `aside`: nothing goes in, the reports that are kept and not coded come out, with the reason."""

import sys
from typing import Annotated, Literal

import msgspec
import typer
from rich.style import Style
from rich.text import Text

from communique.archive.archive import Archive
from communique.cli.harmless import one_line
from communique.cli.options import ArchiveOption
from communique.cli.terminal import for_answers
from communique.settings import FOUND_LIMIT


def aside(
    why: Annotated[
        Literal["triage", "language", "copy"] | None, typer.Option(help="Only those without diplomacy, …")
    ] = None,
    archive: ArchiveOption = None,
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="List at most N, the latest first.")] = FOUND_LIMIT,
    as_json: Annotated[bool, typer.Option("--json", help="Print one report a line, as JSON.")] = False,
) -> None:
    """List reports that are kept but not coded: no diplomacy in them, another language, near copies of others."""
    with Archive(archive) as kept:
        found = kept.set_aside(why=why, limit=limit)
    if as_json:
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
        return
    console = for_answers()
    for one in found:
        line = Text.assemble((one.name, Style(bold=True)), "  ", one_line(one.headline or one.source))
        console.print(line, soft_wrap=True)
        told = f"{one.reason}; the original is {one.original}" if one.original else one.reason
        console.print(Text(f"  {one_line(told)}", Style(dim=True)), soft_wrap=True)
    if not found:
        console.print("No report is kept uncoded.", style="dim")
