"""The command `find`: words of a question go in, the events of the archive that answer it come out."""

import csv
import io
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.found import FoundEvent
from communique.archive.question import Question
from communique.cli.harmless import joined, one_line
from communique.cli.marking import MARKS
from communique.cli.options import ArchiveOption
from communique.cli.ragged import Ragged
from communique.cli.terminal import for_answers
from communique.coding.record import Participant
from communique.settings import FOUND_LIMIT

_FAINT = Style(dim=True)
# A spreadsheet runs a cell that begins so; an apostrophe before it makes it text.
_RUNS_IN_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")


def find(
    archive: ArchiveOption = None,
    country: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="A party's country, by name or code (Russia, RUS); given twice, both take part."
        ),
    ] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Somebody who takes part, or part of the name.")
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(metavar="KIND", help="meeting, call, visit, signing …; given twice, either will do."),
    ] = None,
    status: Annotated[
        list[str] | None, typer.Option(metavar="STATUS", help="held, planned, proposed …; given twice, either will do.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Not before: 2023, 2023-11 or 2023-11-29.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Not after; written the same ways.")] = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help='Words of the report: grain ships, "grain deal", negotiat*, A OR B.'),
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it, or part of the name.")] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=0, help="At most so many, the latest first; 0 for all.")
    ] = FOUND_LIMIT,
    as_json: Annotated[bool, typer.Option("--json", help="Print one event a line, as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for spreadsheets.")] = False,
) -> None:
    """Find events in the archive. Every option narrows the answer; without any, the latest events come."""
    if as_json and as_csv:
        raise typer.BadParameter("choose one of the two forms", param_hint="--json, --csv")
    question = Question.ask(
        country=country or (), person=person, kind=kind or (), status=status or (), since=since, until=until, text=text,
        outlet=outlet,
    )  # fmt: skip
    with Archive(archive) as kept:
        found = kept.answer(question, limit=limit or None)
        total = len(found) if not limit or len(found) < limit else kept.count(question)
    if as_json:
        for event in found:
            sys.stdout.buffer.write(msgspec.json.encode(lay_out(event)) + b"\n")
    elif as_csv:
        sys.stdout.write(write_csv(found))
    else:
        render_found(found, for_answers(), total=total)


def lay_out(found: FoundEvent) -> dict[str, Any]:
    """The event as JSON gives it: its name, the record as the codebook lays it out, its words and its report."""
    return {
        "id": found.name, "event": found.event, "words": found.words, "trigger": found.trigger, "report": found.report,
    }  # fmt: skip


def write_csv(events: Iterable[FoundEvent]) -> str:
    """Return the events as CSV, a line an event, under a line of names."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow(_NAMES)
    table.writerows([cell_of(value) for value in _values(found)] for found in events)
    return written.getvalue()


def render_found(events: tuple[FoundEvent, ...], console: Console, *, total: int) -> None:
    """Print the events as a table for people, and how many of all there are."""
    if not events:
        console.print("No event in the archive answers that. Leave out an option, or write less of a name.")
        return
    table = Table(box=None, padding=(0, 2, 1, 0), header_style=_FAINT, expand=True)
    for name, share in (("when, where, id", 0), ("what", 0), ("who", 4), ("words", 5)):
        table.add_column(name, ratio=share or None, overflow="fold", max_width=30 if not share else None)
    for found in events:
        table.add_row(_when(found), _what(found), _who(found), _words(found))
    console.print(Ragged(table))
    more = "" if total == len(events) else f" of {total}; --limit 0 shows all"
    console.print(
        f"{len(events)} event{'s' * (len(events) != 1)}{more}. communique show ID shows one with its words.",
        style="dim",
    )


def _when(found: FoundEvent) -> Text:
    date, place = found.event.date, found.event.place
    cell = Text((joined(date.value, date.end, between=" to ") if date else "") or "no date")
    if place:
        cell.append(f"\n{joined(place.name, place.country)}", MARKS["circumstance"].style)
    return cell.append(f"\n{found.name}", _FAINT)


def _what(found: FoundEvent) -> Text:
    event = found.event
    cell = Text(one_line(event.kind), MARKS["event"].style)
    told = Style(bold=False, color="default")
    cell.append(f"\n{one_line(event.status)}", told)
    return cell.append("\nrecalled", _FAINT) if event.background else cell


def _who(found: FoundEvent) -> Text:
    cell = Text("\n").join(_party(party) for party in found.event.participants)
    if body := found.event.body:
        number = None if body.ordinal is None else f"no. {body.ordinal}"
        cell.append("\n" if cell else "").append(joined(body.name, body.session, number), MARKS["circumstance"].style)
    return cell


def _party(party: Participant) -> Text:
    rest = joined(party.capacity, party.country)
    return Text.assemble(one_line(party.name), (f" ({rest})" if rest else "", _FAINT))


def _words(found: FoundEvent) -> Text:
    cell = Text(one_line(found.words))
    start = cell.plain.find(one_line(found.trigger))
    if start >= 0:
        cell.stylize(MARKS["event"].style, start, start + len(one_line(found.trigger)))
    about = joined(found.report.outlet, (found.report.published or "")[:10], between=" · ")
    return cell.append(f"\n{about}" if about else "", _FAINT)


_NAMES = (
    "id", "date", "date_end", "kind", "status", "mode", "recalled", "countries", "who", "place", "place_country",
    "body", "body_ordinal", "visit_type", "cameo", "plover", "confidence", "trigger", "words", "outlet", "published",
    "headline", "url", "source", "report",
)  # fmt: skip


def _values(found: FoundEvent) -> tuple[Any, ...]:
    event, report = found.event, found.report
    date, place, body, parties = event.date, event.place, event.body, event.participants
    countries = dict.fromkeys(party.country for party in parties if party.country)
    return (
        found.name, date and date.value, date and date.end, event.kind, event.status, event.mode,
        "yes" if event.background else "", " ".join(countries), "; ".join(_party(party).plain for party in parties),
        place and place.name, place and place.country, body and joined(body.name, body.session), body and body.ordinal,
        event.visit_type, event.codes.cameo, event.codes.plover, event.confidence, found.trigger, found.words,
        report.outlet, report.published, report.headline, report.url, report.source, report.name,
    )  # fmt: skip


def cell_of(value: Any) -> Any:
    """A value as a spreadsheet may safely take it."""
    if not isinstance(value, str):
        return value
    text = one_line(value)
    return f"'{text}" if text.startswith(_RUNS_IN_SPREADSHEETS) else text
