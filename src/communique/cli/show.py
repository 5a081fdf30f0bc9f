"""The command `show`: the name of something kept goes in, the thing with its words comes out."""

import sys
from dataclasses import replace
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.found import Run, ShownEvent, ShownPerson, ShownReport, ShownStatement
from communique.archive.links.bodies import ShownBody
from communique.archive.links.dyads import ShownDyad
from communique.archive.links.showing import ShownOccasion
from communique.archive.names import report_name
from communique.archive.showing import Shown
from communique.cli.bodies import render_body
from communique.cli.dyad import render_dyad
from communique.cli.harmless import joined
from communique.cli.link import render_occasion
from communique.cli.options import ArchiveOption
from communique.cli.page import render_record
from communique.cli.person import render_person
from communique.cli.terminal import for_answers
from communique.coding.record import CodedReport

_FAINT = Style(dim=True)


def show(
    name: Annotated[
        str,
        typer.Argument(metavar="ID", help="e:… an event, s:… a statement, report:…, person:NAME; find prints them."),
    ],
    archive: ArchiveOption = None,
    run: Annotated[int | None, typer.Option(metavar="N", help="As run number N coded it; else the newest.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print it as JSON.")] = False,
) -> None:
    """Show an event, statement, report, person, occasion, body or pair of countries, with the words that say so."""
    with Archive(archive) as kept:
        shown = kept.show(name, run=run)
    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(lay_out(shown)) + b"\n")
    else:
        render_shown(shown, for_answers())


def lay_out(shown: Shown) -> Any:
    """What is shown as JSON gives it: a report as the codebook lays it out, the others with their report's name."""
    match shown:
        case ShownReport():
            return shown.coded
        case ShownEvent():
            report = report_name(shown.coded.report.id)
            return {
                "id": shown.name,
                "event": shown.event,
                "statements": shown.statements,
                "report": report,
                "run": shown.run,
            }
        case ShownStatement():
            report = report_name(shown.coded.report.id)
            return {"id": shown.name, "statement": shown.statement, "report": report, "run": shown.run}
        case ShownPerson() | ShownOccasion() | ShownBody() | ShownDyad():
            return shown


def render_shown(shown: Shown, console: Console) -> None:
    """Print what is shown as a page for people."""
    match shown:
        case ShownPerson():
            render_person(shown, console)
        case ShownOccasion():
            render_occasion(shown, console)
        case ShownBody():
            render_body(shown, console)
        case ShownDyad():
            render_dyad(shown, console)
        case ShownReport():
            render_record(shown.coded, console)
            others = [number for number in shown.runs if number != shown.run.number]
            _render_origin(shown.name, shown.run, console, others=others)
        case ShownEvent():
            wanted = {party.actor for party in shown.event.participants}
            wanted |= {speaker for statement in shown.statements for speaker in statement.speakers}
            part = _only(shown.coded, wanted)
            render_record(replace(part, events=(shown.event,), statements=shown.statements), console, text=False)
            _render_origin(report_name(shown.coded.report.id), shown.run, console)
        case ShownStatement():
            part = _only(shown.coded, set(shown.statement.speakers))
            render_record(replace(part, statements=(shown.statement,)), console, text=False)
            _render_origin(report_name(shown.coded.report.id), shown.run, console)


def _only(coded: CodedReport, actors: set[str]) -> CodedReport:
    """The coded report with nothing but some of its actors."""
    bare = replace(coded.report, captions=(), credits=())
    return CodedReport(report=bare, actors=tuple(actor for actor in coded.actors if actor.id in actors))


def _render_origin(report: str, run: Run, console: Console, *, others: list[int] | None = None) -> None:
    told = joined(
        report,
        f"run {run.number}",
        f"Communiqué {run.version}",
        f"{run.model} {run.model_version}",
        run.started[:10],
        between=" · ",
    )
    if others:
        told += f" · coded also by run {', '.join(map(str, others))} (--run N)"
    console.print(Text(f"  {told}", _FAINT), soft_wrap=True)
