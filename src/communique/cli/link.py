"""The command `link`: an archive goes in, its reports are linked; occasions that several of them tell of come out."""

import sys
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.links.showing import FoundOccasion, KeptLink, ShownOccasion, Telling
from communique.cli.harmless import joined, one_line
from communique.cli.options import ArchiveOption
from communique.cli.terminal import for_answers, for_messages
from communique.linking.occasions.fields import FieldRow

_FAINT = Style(dim=True)
_STATES = {
    "agreed": Style(color="green"), "in conflict": Style(color="red", bold=True), "in some": Style(color="yellow"),
    "in one": _FAINT,
}  # fmt: skip


def link(
    archive: ArchiveOption = None,
    anew: Annotated[
        bool, typer.Option("--anew", help="Link every report again, as after an update; judgements stand.")
    ] = False,
    least: Annotated[
        int, typer.Option(metavar="N", min=1, help="List occasions that at least so many reports tell of.")
    ] = 2,
    limit: Annotated[
        int, typer.Option(metavar="N", min=0, help="List at most so many, the latest first; 0 for all.")
    ] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print one occasion a line, as JSON.")] = False,
) -> None:
    """Find which reports tell of one occasion, for the reports that are new; reading does so by itself."""
    with Archive(archive) as kept:
        done = kept.links.link(anew=anew)
        found = kept.links.occasions(least=least, limit=limit or None)
    if done:
        for_messages().print(f"{done} report{'s' * (done != 1)} linked.", style="dim")
    if as_json:
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(one) + b"\n" for one in found))
    else:
        _render_list(found, for_answers(), least=least)


def _render_list(found: tuple[FoundOccasion, ...], console: Console, *, least: int) -> None:
    if not found:
        console.print(f"No occasion has {least} tellings or more.", style="dim")
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    for name in ("when", "what", "tellings", "outlets", "name"):
        table.add_column(name)
    for one in found:
        last = one.last_day if one.last_day != one.first_day else None
        table.add_row(
            joined(one.first_day, last, between=" to ") or "no date", one_line(one.kind), str(one.tellings),
            str(one.outlets), one.name,
        )  # fmt: skip
    console.print(table)
    console.print("communique show NAME shows an occasion with what each report says.", style="dim")


def render_occasion(shown: ShownOccasion, console: Console) -> None:
    """Print an occasion as a page: what each report tells, the fields side by side, and why they were linked."""
    last = shown.last_day if shown.last_day != shown.first_day else None
    when = joined(shown.first_day, last, between=" to ") or "no date"
    console.print(Text.assemble((shown.kind, Style(bold=True)), f"  {when}  ", (shown.name, _FAINT)))
    for number, telling in enumerate(shown.tellings, 1):
        _render_telling(number, telling, console)
    numbers = [number for number, told in enumerate(shown.tellings, 1) if told.event]
    if shown.fields:
        console.print(_fields(shown.fields, numbers))
    for heading, others in (("Held within", shown.within), ("Holds", shown.held)):
        for one in others:
            console.print(Text(f"{heading}: {one.kind} {one.first_day or ''} {one.name}", _FAINT))
    _render_links(shown.links, console)
    for judgement in shown.judgements:
        told = f"Judged {judgement.verdict} on {judgement.made[:10]}: {judgement.reason or 'no reason given'}"
        console.print(Text(one_line(told), _FAINT), soft_wrap=True)


def _render_telling(number: int, told: Telling, console: Console) -> None:
    about = joined(told.report.outlet, (told.report.published or "")[:10], between=" · ")
    recalled = ", recalled" if told.event and told.event.background else ""
    head = Text.assemble((f"{number}  ", Style(bold=True)), one_line(told.report.headline or about))
    console.print(head, soft_wrap=True)
    source = "headline only" if told.event is None else told.event.status + recalled
    console.print(Text(f"   {one_line(told.words)}"), soft_wrap=True)
    console.print(Text(f"   {joined(about, source, told.name, between=' · ')}", _FAINT), soft_wrap=True)


def _fields(rows: tuple[FieldRow, ...], numbers: list[int]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    table.add_column("field")
    table.add_column("reports")
    for number in numbers:
        table.add_column(str(number), overflow="fold")
    for row in rows:
        cells = (one_line(value) if value else "–" for value in row.values)
        table.add_row(one_line(row.name), Text(row.state, _STATES[row.state]), *cells)
    return table


def _render_links(links: tuple[KeptLink, ...], console: Console) -> None:
    for one in links:
        console.print(Text(f"{one.one} and {one.other}: {one.score:+g}", _FAINT))
        console.print(Text(f"   {one_line('; '.join(one.reasons))}", _FAINT), soft_wrap=True)
