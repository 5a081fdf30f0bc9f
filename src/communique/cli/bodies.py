"""The command `bodies`: an archive goes in, the recurring bodies of which its reports tell come out."""

import sys
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.links.bodies import ShownBody
from communique.cli.harmless import joined, one_line
from communique.cli.options import ArchiveOption
from communique.cli.terminal import for_answers
from communique.settings import FOUND_LIMIT

_FAINT = Style(dim=True)


def bodies(
    archive: ArchiveOption = None,
    least: Annotated[int, typer.Option(metavar="N", min=1, help="In at least so many reports.")] = 1,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="At most so many; 0 for all.")] = FOUND_LIMIT,
    as_json: Annotated[bool, typer.Option("--json", help="Print one body a line, as JSON.")] = False,
) -> None:
    """List recurring bodies: summits, commissions, dialogues, committees, under whatever name reports give them."""
    with Archive(archive) as kept:
        found = kept.links.bodies(least=least, limit=limit or None)
    if as_json:
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
        return
    console = for_answers()
    if not found:
        console.print("No report in the archive tells of a recurring body.")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    for name in ("body", "sessions", "reports", "name"):
        table.add_column(name, overflow="fold")
    for one in found:
        table.add_row(one_line(one.title), str(one.sessions), str(one.reports), one.name)
    console.print(table)
    console.print("communique show NAME shows the sessions of one.", style="dim")


def render_body(shown: ShownBody, console: Console) -> None:
    """Print the ledger of a body: its names, its sessions, and what is odd about them."""
    ledger = shown.ledger
    count = f"{shown.reports} report{'s' * (shown.reports != 1)}"
    console.print(Text(one_line(ledger.names[0]), Style(bold=True)))
    console.print(Text(joined(shown.name, count, " ".join(ledger.sides), between=" · "), _FAINT))
    if len(ledger.names) > 1:
        console.print(Text(f"also: {one_line('; '.join(ledger.names[1:]))}", _FAINT), soft_wrap=True)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    for name in ("no.", "when", "where", "chair", "held", "reports"):
        table.add_column(name, overflow="fold")
    for session in ledger.sessions:
        last = session.last_day if session.last_day != session.first_day else None
        table.add_row(
            str(session.ordinal or ""), joined(session.first_day, last, between=" to ") or "no day",
            one_line("; ".join(session.places)), one_line("; ".join(session.chairs)), "yes" if session.held else "no",
            f"{len(session.reports)}: {' '.join(session.reports[:2])}",
        )  # fmt: skip
    console.print(table)
    for year, times in ledger.founded:
        console.print(Text(f"Founded in {year}, by {times} anniversar{'y' if times == 1 else 'ies'}:"))
        for one in shown.anniversaries:
            if one.founded == year:
                told = f"   {one.years} years in {one.year}: {one.words} ({one.report})"
                console.print(Text(one_line(told), _FAINT), soft_wrap=True)
    for remark in ledger.remarks:
        console.print(Text(f"! {one_line(remark)}", Style(color="yellow")), soft_wrap=True)
    if ledger.expected:
        console.print(Text(f"Next session expected about {ledger.expected}, by the usual time between two.", _FAINT))
