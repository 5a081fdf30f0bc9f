"""The command `promises`: an archive goes in, what its reports say is to come comes out, with what became of it."""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.links.docket import DocketEntry
from communique.archive.question import Question
from communique.cli.find import cell_of
from communique.cli.harmless import joined, one_line
from communique.cli.options import ArchiveOption
from communique.cli.ragged import Ragged
from communique.cli.terminal import for_answers, for_messages
from communique.coding.days import bound_days
from communique.errors import ExportRefused, InvalidQuery

_FAINT = Style(dim=True)
_STATES = {
    "due": Style(color="yellow", bold=True), "overdue": Style(color="red"), "open": Style(), "overtaken": _FAINT,
    "kept": Style(color="green"),
}  # fmt: skip


def promises(
    archive: ArchiveOption = None,
    state: Annotated[
        list[str] | None, typer.Option(metavar="STATE", help="open, due, kept, overdue, overtaken; may be repeated.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="visit, meeting, session, agreement, aid …")] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who owes it, or part of the name.")] = None,
    country: Annotated[str | None, typer.Option(metavar="NAME", help="A country that takes part or owes it.")] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="Due not before: 2023, 2023-11 …")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Due not after; written the same ways.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="As of this day; else as of today.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=0, help="At most so many; 0 for all.")] = 50,
    calendar: Annotated[
        Path | None, typer.Option("--ics", metavar="FILE", help="Write those with a due day to a calendar file.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one promise a line, as JSON.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for spreadsheets.")] = False,
) -> None:
    """List what was promised: what is open, due, kept, overdue or overtaken."""
    if as_json and as_csv:
        raise typer.BadParameter("choose one of the two forms", param_hint="--json, --csv")
    if unknown := set(state or ()) - set(_STATES):
        raise typer.BadParameter(f"unknown state {', '.join(sorted(unknown))}: use {', '.join(_STATES)}")
    asked = Question.ask(country=country or (), since=since, until=until)
    with Archive(archive) as kept:
        found = kept.links.promises(
            on=_day(on), since=asked.since, until=asked.until, kind=kind, by=by,
            country=asked.countries[0] if asked.countries else None,
        )  # fmt: skip
    entries = [entry for entry in found if not state or entry.outcome.state in state]
    if calendar:
        _write_calendar(entries, calendar)
        return
    shown = entries[: limit or None]
    if as_json:
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(entry) + b"\n" for entry in shown))
    elif as_csv:
        sys.stdout.write(write_csv(shown))
    else:
        _render(shown, entries, for_answers())


def write_csv(entries: Iterable[DocketEntry]) -> str:
    """Return promises as CSV, a line a promise, under a line of names."""
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow((
        "id", "state", "reason", "occasion", "kind", "what", "by", "strength", "due", "due_end", "words", "outlet",
        "published", "report",
    ))  # fmt: skip
    for entry in entries:
        promise, due, report = entry.promise, entry.promise.due, entry.report
        row = (
            entry.name, entry.outcome.state, entry.outcome.reason, entry.outcome.occasion, promise.kind, promise.what,
            promise.by, promise.strength, due and due.value, due and due.end, entry.words, report.outlet,
            report.published, report.name,
        )  # fmt: skip
        table.writerow([cell_of(value) for value in row])
    return written.getvalue()


def to_calendar(entries: Iterable[DocketEntry]) -> bytes:
    """The promises with a due day as an iCalendar file (RFC 5545), an all-day event each."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Communiqué//docket of promises//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        due = entry.promise.due
        first, last = bound_days(due.value, due.end) if due else (None, None)
        if not first or not last:
            continue
        event = Event()
        event.add("uid", f"{entry.name}@communique")
        event.add("dtstamp", datetime(*date.fromisoformat(first).timetuple()[:3], tzinfo=UTC))
        event.add("dtstart", date.fromisoformat(first))
        event.add("dtend", date.fromisoformat(last) + timedelta(days=1))
        event.add("summary", one_line(joined(entry.promise.by, entry.promise.what, between=": ")))
        event.add("description", one_line(f"{entry.outcome.state}: {entry.outcome.reason}. “{entry.words}”"))
        event.add("categories", [entry.promise.kind, entry.outcome.state])
        if entry.report.url and entry.report.url.startswith(("http://", "https://")):
            event.add("url", entry.report.url)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _write_calendar(entries: list[DocketEntry], path: Path) -> None:
    try:
        path.write_bytes(to_calendar(entries))
    except OSError as cause:
        raise ExportRefused(
            path, reason=cause.strerror or "it cannot be written", hint="Name another place."
        ) from cause
    dated = sum(1 for entry in entries if entry.promise.due and entry.promise.due.value)
    for_messages().print(f"{dated} promise{'s' * (dated != 1)} with a day in {path}.", style="dim")


def _day(words: str | None) -> date:
    if not words:
        return datetime.now(UTC).date()
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise InvalidQuery(words, reason="that is no day", hint="Write it as 2023-11-29.") from None


def _render(entries: list[DocketEntry], every: list[DocketEntry], console: Console) -> None:
    if not entries:
        console.print("No promise in the archive answers that.")
        return
    table = Table(box=None, padding=(0, 2, 1, 0), header_style=_FAINT, expand=True)
    for name, ratio in (("due", 2), ("state", 3), ("promised", 5), ("words", 6)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for entry in entries:
        promise, outcome = entry.promise, entry.outcome
        due = (
            joined(promise.due.value or promise.due.text, promise.due.end, between=" to ") if promise.due else "no day"
        )
        became = Text(outcome.state, _STATES[outcome.state])
        became.append(f"\n{outcome.reason}{f' {outcome.occasion}' if outcome.occasion else ''}", _FAINT)
        what = Text(one_line(promise.what)).append(f"\n{joined(promise.by, promise.kind, promise.strength)}", _FAINT)
        words = Text(one_line(entry.words))
        about = joined(entry.report.outlet, (entry.report.published or "")[:10], entry.report.name, between=" · ")
        table.add_row(due, became, what, words.append(f"\n{about}", _FAINT))
    console.print(Ragged(table))
    counts: Counter[str] = Counter(entry.outcome.state for entry in every)
    told = ", ".join(f"{counts[name]} {name}" for name in _STATES if counts[name])
    more = f"; {len(entries)} shown, --limit 0 shows all" if len(entries) < len(every) else ""
    console.print(f"{len(every)} promises: {told}{more}", style="dim")
