"""The command `compare`: two readouts go in, a table comes out whose cells agree, differ, or stand in one alone."""

import csv
import io
import sys
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.names import report_name
from communique.cli.find import cell_of
from communique.cli.harmless import joined, one_line
from communique.cli.options import ArchiveOption
from communique.cli.terminal import for_answers
from communique.coding.record import CodedReport
from communique.linking.comparing.comparison import Cell, ComparedRow, Comparison

_FAINT = Style(dim=True)
_VERDICTS = {
    "agree": Style(color="green"), "differ": Style(color="red", bold=True), "only in the first": Style(color="yellow"),
    "only in the second": Style(color="yellow"),
}  # fmt: skip


def compare(
    one: Annotated[str, typer.Argument(metavar="REPORT", help="A report by its name: report:3f2a9c8b12cd")],
    other: Annotated[
        str | None, typer.Argument(metavar="REPORT", help="Another; without it, the readout before the first.")
    ] = None,
    archive: ArchiveOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for spreadsheets.")] = False,
) -> None:
    """Set two readouts side by side, or one beside the readout of the same two countries before it."""
    if as_json and as_csv:
        raise typer.BadParameter("choose one of the two forms", param_hint="--json, --csv")
    with Archive(archive) as kept:
        found = kept.links.compare(one, other)
        reports = kept.coded(found.one), kept.coded(found.other)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(found) + b"\n")
    elif as_csv:
        sys.stdout.write(write_csv(found))
    else:
        render_comparison(found, reports, for_answers(), is_sequel=other is None)


def write_csv(comparison: Comparison) -> str:
    """Return the comparison as CSV, a line a row of it."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(
        ("section", "about", "verdict", "score", "first", "first_by", "first_words", "second", "second_by",
         "second_words", "why")
    )  # fmt: skip
    for row in comparison.rows:
        cells = [part for cell in (row.one, row.other) for part in _parts(cell)]
        table.writerow(map(cell_of, (row.section, row.about, row.verdict, row.score, *cells, row.why)))
    return written.getvalue()


def render_comparison(
    comparison: Comparison, reports: tuple[CodedReport, CodedReport], console: Console, *, is_sequel: bool
) -> None:
    """Print the comparison as a page; `is_sequel` where the second report is the later one of the same outlet."""
    for number, coded in enumerate(reports, 1):
        report = coded.report
        about = joined(report.outlet, (report.published or "")[:10], report_name(report.id), between=" · ")
        console.print(Text.assemble((f"{number}  ", Style(bold=True)), one_line(report.headline or report.source)))
        console.print(Text(f"   {about}", _FAINT))
    sections = dict.fromkeys(row.section for row in comparison.rows)
    for section in sections:
        console.print(Text(f"\n{section.capitalize()}", Style(bold=True)))
        console.print(_table([row for row in comparison.rows if row.section == section], is_sequel=is_sequel))
    told = [f"{comparison.count(verdict)} {_named(verdict, is_sequel=is_sequel)}" for verdict in _VERDICTS]  # type: ignore[arg-type]
    console.print(f"\n{', '.join(told)}", style="dim")


def _table(rows: list[ComparedRow], *, is_sequel: bool) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), expand=True, show_header=False)
    for ratio in (2, 2, 5, 5):
        table.add_column(ratio=ratio, overflow="fold")
    for row in rows:
        verdict = Text(_named(row.verdict, is_sequel=is_sequel), _VERDICTS[row.verdict])
        if row.score is not None:
            verdict.append(f" {row.score:.2f}", _FAINT)
        if row.why:
            verdict.append(f"\n{one_line(row.why)}", _FAINT)
        table.add_row(one_line(row.about), verdict, _cell(row.one), _cell(row.other))
    return table


def _named(verdict: str, *, is_sequel: bool) -> str:
    """What a verdict is called; between a readout and the one before it, what is new and what was dropped."""
    if is_sequel:
        return {"only in the first": "dropped", "only in the second": "new"}.get(verdict, verdict)
    return verdict


def _cell(cell: Cell | None) -> Text:
    if cell is None:
        return Text("–", _FAINT)
    if cell.by:
        return Text.assemble((f"{one_line(cell.by)} ({one_line(cell.value)}): ", _FAINT), one_line(cell.words))
    return Text(one_line(cell.value))


def _parts(cell: Cell | None) -> tuple[str, str, str]:
    return (cell.value, cell.by or "", cell.words) if cell else ("", "", "")
