"""Show one coded report to people: the record goes in, its text with marks and its tables go to the terminal."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.cli.harmless import joined, one_line, shorten
from communique.cli.marking import MARKS, legend, mark_sentence, mark_text, needs_brackets
from communique.cli.ragged import Ragged, knows_ascii_only
from communique.coding.record import CodedReport, Due, Event, EventDate, Participant, Promise, Statement
from communique.language.actors import Actor, Capacity

_MEASURE = 100  # wider lines are hard to read
_CONTENT = 600  # characters of what somebody said; the text above has all
_FAINT = Style(dim=True)
_STRONG = Style(bold=True)
_GAP = " · "


def render_record(coded: CodedReport, console: Console, *, text: bool = True) -> None:
    """Print the page of one report: its heading, its text with evidence marked unless `text` is false, its record.

    Everything a report says is shown as plain characters: no markup of it is read, no control character of it reaches
    the terminal.
    """
    brackets = needs_brackets(console)
    parts = [_heading(coded)]
    if text:
        parts.extend(_words(coded, brackets=brackets, ascii_only=knows_ascii_only(console)))
    parts.extend(_sections(coded, brackets=brackets))
    for part in parts:
        console.print(Ragged(part), width=min(console.width, _MEASURE))


def _heading(coded: CodedReport) -> RenderableType:
    report = coded.report
    lines: list[RenderableType] = [Rule(style=_FAINT)]
    title = one_line(report.headline) or one_line(report.text[:90])
    lines.append(Padding(Text(title, _STRONG), (0, 0, 0, 2)))
    line = report.dateline
    filed = joined(line.place, line.country, line.date, line.agency) if line else ""
    about = [report.outlet, report.published and f"published {report.published}", filed and f"filed {filed}"]
    lines.extend(_faint_line(joined(*about, between=_GAP)))
    lines.extend(_faint_line(joined(report.source, report.url, report.id[:12], between=_GAP)))
    return Padding(Group(*lines), (0, 0, 1, 0))


def _faint_line(words: str) -> Iterable[RenderableType]:
    if words:
        yield Padding(Text(words, _FAINT, overflow="fold"), (0, 0, 0, 2))


def _words(coded: CodedReport, *, brackets: bool, ascii_only: bool) -> Iterable[RenderableType]:
    """Yield the report's text and the key to its marks."""
    marked = mark_text(coded, brackets=brackets, ascii_only=ascii_only)
    marked.rstrip()
    yield Padding(marked, (0, 0, 1, 2))
    key = legend(coded, brackets=brackets, ascii_only=ascii_only)
    if key:
        yield Padding(Text.assemble(("marks  ", _FAINT), key), (0, 0, 1, 2))


def _sections(coded: CodedReport, *, brackets: bool) -> Iterable[RenderableType]:
    """Yield the tables of the record, each under its name; a line instead where nothing was found."""
    body = coded.report.text
    people = [actor for actor in coded.actors if actor.kind == "person" or actor.capacities]
    if not (coded.events or coded.statements or coded.formulas or coded.promises):
        yield Padding(Text("Nothing diplomatic found in this report.", _FAINT), (0, 0, 1, 2))
    if coded.events:
        yield _section("Events", _events(coded.events, body, brackets=brackets))
    if coded.statements:
        yield _section("Statements", _statements(coded.statements, body))
    if people:
        yield _section("People and posts", _people(people, body))
    if others := [actor for actor in coded.actors if actor not in people]:
        yield _section("Others named", _others(others))
    if coded.formulas:
        yield _section("Formulas", _formulas(coded))
    if coded.promises:
        yield _section("Promises", _promises(coded.promises, body))
    if made_by := _credits(coded):
        yield _section("Credits", made_by)


def _section(name: str, content: RenderableType) -> RenderableType:
    return Padding(Group(Text(name, _STRONG), content), (0, 0, 1, 2))


def _table(*columns: tuple[str, int]) -> Table:
    """A calm table: no frame, its first column the id; the number is a column's share of the width."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=bool(columns[0][0]), header_style=_FAINT, expand=True)
    table.add_column("", no_wrap=True)
    for name, share in columns:
        table.add_column(name, ratio=share or None, no_wrap=not share, overflow="fold")
    return table


def _events(events: Iterable[Event], body: str, *, brackets: bool) -> Table:
    table = _table(("", 0), ("", 1))
    table.show_header = False
    for number, event in enumerate(events):
        if number:
            table.add_row()
        kind = Text(one_line(event.kind), MARKS["event"].style)
        state = [event.status, event.mode, "recalled" if event.background else None]
        if event.visit_type and event.kind == "visit":
            state.insert(0, f"{event.visit_type} visit")
        for word in filter(None, state):
            kind.append(f"\n{one_line(word)}", Style(bold=False))
        table.add_row(Text(one_line(event.id), _FAINT), kind, _event_details(event, body, brackets=brackets))
    return table


def _event_details(event: Event, body: str, *, brackets: bool) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(style=_FAINT, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    if event.date:
        grid.add_row("when", _when(event.date))
    if event.place:
        grid.add_row("where", Text(joined(event.place.name, event.place.country)))
    if event.participants:
        grid.add_row("who", _parties(event.participants))
    if event.body:
        ordinal = f"no. {event.body.ordinal}" if event.body.ordinal is not None else None
        grid.add_row("body", Text(joined(event.body.name, event.body.session, ordinal, between=_GAP)))
    if event.invitation_by:
        grid.add_row("invited by", Text(one_line(event.invitation_by)))
    grid.add_row("words", mark_sentence(body, event.trigger, "event", room=70, brackets=brackets))
    codes = joined(event.codes.cameo and f"CAMEO {event.codes.cameo}", event.codes.plover, between=_GAP)
    if codes:
        grid.add_row("codes", Text(codes, _FAINT))
    return grid


def _when(date: EventDate) -> Text:
    when = Text(joined(date.value, date.end, between=" to ") or "no time")
    if date.text:
        when.append(f"  “{one_line(date.text)}”", MARKS["circumstance"].style)
    how = {"stated": "as stated", "relative": "worked out", "dateline": "from the dateline"}
    when.append(f"  {how.get(date.basis, one_line(date.basis))}", _FAINT)
    return when


def _parties(parties: Iterable[Participant]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(style=_FAINT, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    for party in parties:
        who = Text(one_line(party.name))
        rest = joined(party.capacity, party.country)
        if rest:
            who.append(f"  {rest}", _FAINT)
        grid.add_row(one_line(party.role), who)
    return grid


def _statements(statements: Iterable[Statement], body: str) -> Table:
    table = _table(("who", 3), ("act, form", 0), ("words", 8))
    for statement in statements:
        who = Text(joined(*statement.speaker_names) or "nobody named")
        for word, name in (("to", statement.addressee), ("told by", statement.reported_by)):
            if name:
                who.append(f"\n{word} {one_line(name)}", _FAINT)
        act = Text(one_line(statement.act), MARKS["cue"].style)
        act.append(f"\n{one_line(statement.form)}", Style(bold=False, color="default", dim=True))
        words = Text(overflow="fold")
        if statement.cue:
            words.append(f"{one_line(statement.cue.of(body))}: ", MARKS["cue"].style)
        words.append(shorten(" … ".join(one_line(span.of(body)) for span in statement.content), _CONTENT))
        table.add_row(Text(one_line(statement.id), _FAINT), who, act, words)
    return table


def _people(people: Iterable[Actor], body: str) -> Table:
    table = _table(("name", 3), ("state", 0), ("posts, with their words", 6))
    for actor in people:
        posts = Text("\n").join(_post(post, body) for post in actor.capacities)
        table.add_row(Text(one_line(actor.id), _FAINT), Text(one_line(actor.name)), Text(actor.country or ""), posts)
    return table


def _post(post: Capacity, body: str) -> Text:
    words = Text()
    words.append("former " if post.former else "", _FAINT)
    words.append(one_line(post.title))
    words.append(f" · {one_line(post.of)}" if post.of else "", _FAINT)
    return words.append(f"  “{one_line(post.span.of(body))}”", _FAINT)


def _others(actors: Iterable[Actor]) -> Text:
    names = Text()
    for actor in actors:
        names.append(", " if names else "")
        names.append(one_line(actor.name))
        names.append(f" ({joined(actor.kind, actor.country if actor.kind != 'state' else None, between=', ')})", _FAINT)
    return names


def _formulas(coded: CodedReport) -> Table:
    names = {actor.id: actor.name for actor in coded.actors}
    table = _table(("words", 6), ("family", 0), ("said by", 3))
    for number, formula in enumerate(coded.formulas, 1):
        speaker = names.get(formula.speaker, formula.speaker) if formula.speaker else ""
        words = Text(one_line(formula.text), MARKS["formula"].style)
        table.add_row(Text(f"f{number}", _FAINT), words, Text(one_line(formula.family)), Text(one_line(speaker)))
    return table


def _promises(promises: Iterable[Promise], body: str) -> Table:
    table = _table(("what", 6), ("kind", 0), ("due", 3))
    for number, promise in enumerate(promises, 1):
        what = Text(one_line(promise.what))
        what.append(f"\n{joined(promise.strength, promise.by, between=' by ')}", _FAINT)
        what.append(f"  “{one_line(promise.span.of(body))}”", _FAINT)
        table.add_row(Text(f"p{number}", _FAINT), what, Text(one_line(promise.kind)), _due(promise.due))
    return table


def _due(due: Due | None) -> Text:
    if due is None:
        return Text("no time", _FAINT)
    words = Text(joined(due.value, due.end, between=" to ") or "no fixed time")
    words.append(f"\n“{one_line(due.text)}”", MARKS["circumstance"].style)
    return words


def _credits(coded: CodedReport) -> Table | None:
    rows = [(credit.role, credit.name) for credit in coded.report.credits]
    rows += [("photo", caption.credit) for caption in coded.report.captions if caption.credit]
    if not rows:
        return None
    grid = Table.grid(padding=(0, 2, 0, 0))
    for role, name in rows:
        grid.add_row(Text(one_line(role), _FAINT), Text(one_line(name)))
    return grid
