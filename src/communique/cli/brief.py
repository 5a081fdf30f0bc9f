"""Show one coded report in few lines, for reading many: the record goes in, a line an event or statement comes out."""

from collections.abc import Iterator

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.cli.harmless import joined, one_line, shorten
from communique.cli.marking import MARKS, mark_sentence, needs_brackets
from communique.cli.ragged import Ragged
from communique.coding.record import CodedReport, Event, Promise, Statement

_FAINT = Style(dim=True)
_CONTENT = 280  # characters of what somebody said
_ROOM = 90  # characters of the sentence on either side of the words


def render_brief(coded: CodedReport, console: Console) -> None:
    """Print a heading line and one line an event, statement, formula and promise, each with its words."""
    report = coded.report
    heading = Text(one_line(report.source), Style(bold=True))
    for part in (report.published and report.published[:10], report.outlet, report.headline):
        heading.append(f"  {one_line(part)}" if part else "", _FAINT)
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    brackets = needs_brackets(console)
    for label, line in _lines(coded, brackets=brackets):
        grid.add_row(Text(f"  {one_line(label)}", _FAINT), line)
    console.print(Ragged(heading))
    console.print(Ragged(grid) if grid.row_count else Text("  nothing diplomatic found", _FAINT))
    console.print()


def _lines(coded: CodedReport, *, brackets: bool) -> Iterator[tuple[str, Text]]:
    body = coded.report.text
    names = {actor.id: actor.name for actor in coded.actors}
    for event in coded.events:
        yield event.id, _event(event, body, brackets=brackets)
    for statement in coded.statements:
        yield statement.id, _statement(statement, body)
    for number, formula in enumerate(coded.formulas, 1):
        line = Text.assemble((one_line(formula.text), MARKS["formula"].style), (f"  {formula.family}", _FAINT))
        if formula.speaker:
            line.append(f"  {one_line(names.get(formula.speaker, formula.speaker))}", _FAINT)
        yield f"f{number}", line
    for number, promise in enumerate(coded.promises, 1):
        yield f"p{number}", _promise(promise, body)


def _event(event: Event, body: str, *, brackets: bool) -> Text:
    line = Text(one_line(event.kind), MARKS["event"].style)
    facts = [event.status, event.mode, "recalled" if event.background else None, event.visit_type]
    line.append(f" {joined(*facts)}", _FAINT)
    date, place, told = event.date, event.place, event.body
    if date:
        line.append(f"  {joined(date.value, date.end, between='/') or '?'}", MARKS["circumstance"].style)
        line.append(f" “{one_line(date.text)}”" if date.text else " (dateline)", _FAINT)
    if place:
        line.append(f"  at {joined(place.name, place.country)}", MARKS["circumstance"].style)
    if told:
        number = None if told.ordinal is None else f"no. {told.ordinal}"
        line.append(f"  of {joined(told.name, told.session, number)}", MARKS["circumstance"].style)
    for party in event.participants:
        line.append("; " if party is not event.participants[0] else "  ")
        line.append(one_line(party.name), MARKS["party"].style)
        line.append(f" ({joined(party.role, party.capacity, party.country)})", _FAINT)
    return line.append("  — ", _FAINT).append(
        mark_sentence(body, event.trigger, "event", room=_ROOM, brackets=brackets)
    )


def _statement(statement: Statement, body: str) -> Text:
    line = Text(joined(*statement.speaker_names) or "nobody", MARKS["party"].style)
    line.append(f" {statement.act}", MARKS["cue"].style).append(f" {statement.form}", _FAINT)
    for word, name in (("to", statement.addressee), ("told by", statement.reported_by)):
        line.append(f" {word} {one_line(name)}" if name else "", _FAINT)
    line.append("  — ", _FAINT)
    if statement.cue:
        line.append(f"{one_line(statement.cue.of(body))}: ", MARKS["cue"].style)
    words = " … ".join(one_line(span.of(body)) for span in statement.content)
    return line.append(shorten(words, _CONTENT))


def _promise(promise: Promise, body: str) -> Text:
    line = Text(one_line(promise.kind), MARKS["promise"].style)
    line.append(f" {joined(promise.strength, promise.by)}", _FAINT)
    if promise.due:
        line.append(f"  due {promise.due.value or '?'}", MARKS["circumstance"].style)
        line.append(f" “{one_line(promise.due.text)}”", _FAINT)
    return line.append("  — ", _FAINT).append(shorten(one_line(promise.span.of(body)), _CONTENT))
