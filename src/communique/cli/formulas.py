"""The command `formulas`: an archive goes in, the fixed phrases of its reports come out, known or yet to be known."""

import csv
import io
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.found import FoundPhrase
from communique.archive.question import Question
from communique.cli.dyad import render_history
from communique.cli.find import cell_of
from communique.cli.harmless import joined, one_line
from communique.cli.marking import MARKS
from communique.cli.options import ArchiveOption
from communique.cli.ragged import Ragged
from communique.cli.terminal import for_answers
from communique.errors import InvalidQuery
from communique.settings import FOUND_LIMIT, LEAST_REPORTS

_FAINT = Style(dim=True)
_NAMES = ("words", "family", "score", "reports", "voices", "days", "first", "last", "report")


def formulas(
    words: Annotated[
        str | None, typer.Argument(metavar="WORDS", help="Show the formulas with these words through time.")
    ] = None,
    archive: ArchiveOption = None,
    country: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="With WORDS: said of this country; twice, of both.")
    ] = None,
    discover: Annotated[
        bool, typer.Option("--discover", help="Look for phrases that recur and that the lexicon does not know.")
    ] = False,
    least: Annotated[
        int, typer.Option("--least", metavar="N", min=2, help="With --discover: in at least so many reports.")
    ] = LEAST_REPORTS,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="At most so many; 0 for all.")] = FOUND_LIMIT,
    as_json: Annotated[bool, typer.Option("--json", help="Print one phrase a line, as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for spreadsheets.")] = False,
) -> None:
    """List the fixed phrases of the archive with their spread over reports, voices and days."""
    if as_json and as_csv:
        raise typer.BadParameter("choose one of the two forms", param_hint="--json, --csv")
    if words:
        _show_history(words, country or (), archive, as_json=as_json)
        return
    with Archive(archive) as kept:
        found = kept.discover(least=least, limit=limit or None) if discover else kept.formulas(limit=limit or None)
    if as_json:
        for phrase in found:
            sys.stdout.buffer.write(msgspec.json.encode(asdict(phrase)) + b"\n")
    elif as_csv:
        sys.stdout.write(write_csv(found))
    else:
        render_phrases(found, for_answers())


def _show_history(words: str, countries: Iterable[str], archive: Path | None, *, as_json: bool) -> None:
    codes = Question.ask(country=countries).countries
    with Archive(archive) as kept:
        history = kept.links.formula(words, countries=codes)
    if history is None:
        raise InvalidQuery(
            words, reason="no formula in the archive has these words",
            hint="communique formulas lists those that are kept.",
        )  # fmt: skip
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(history) + b"\n")
    else:
        render_history(history, for_answers())


def write_csv(phrases: Iterable[FoundPhrase]) -> str:
    """Return the phrases as CSV, a line a phrase, under a line of names."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_NAMES)
    table.writerows([cell_of(getattr(phrase, name)) for name in _NAMES] for phrase in phrases)
    return written.getvalue()


def render_phrases(phrases: tuple[FoundPhrase, ...], console: Console) -> None:
    """Print the phrases as a table for people."""
    if not phrases:
        console.print(
            "No such phrase in the archive. Read more reports, or with --discover ask for fewer with --least."
        )
        return
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    for name, side in (("phrase", "left"), ("reports", "right"), ("voices", "right"), ("days", "right")):
        table.add_column(name, justify="right" if side == "right" else "left", overflow="fold")
    table.add_column("when", overflow="fold")
    table.add_column("one of them", overflow="fold")
    for phrase in phrases:
        words = Text(one_line(phrase.words), MARKS["formula"].style)
        words.append(f"  {phrase.family if phrase.score is None else phrase.score}", _FAINT)
        counts = (str(phrase.reports), str(phrase.voices), str(phrase.days))
        table.add_row(words, *counts, Text(joined(phrase.first, phrase.last, between=" to ")), Text(phrase.report))
    console.print(Ragged(table))
    console.print(f"{len(phrases)} phrase{'s' * (len(phrases) != 1)}.", style="dim")
