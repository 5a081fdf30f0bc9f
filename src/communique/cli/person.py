"""Show a person to people: what is kept under a name goes in, a page of posts, events and statements comes out."""

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.found import FoundStatement, HeldPost, PersonEvent, ShownPerson
from communique.cli.harmless import joined, one_line
from communique.cli.marking import MARKS
from communique.cli.ragged import Ragged
from communique.linking.people.identity import Spelling
from communique.linking.people.tenures import Tenure

_FAINT = Style(dim=True)
_STRONG = Style(bold=True)
_MEASURE = 120


def render_person(person: ShownPerson, console: Console) -> None:
    """Print the page of everybody who has the name."""
    title = Text(joined(*person.names), _STRONG)
    title.append(f"  {joined(*person.countries)}", Style(bold=False))
    count = f"{person.reports} report{'s' * (person.reports != 1)}"
    note = Text(f"{person.name} · {count} · every spelling taken for this person stands here together", _FAINT)
    parts: list[RenderableType] = [title, note, Text()]
    if len(person.spellings) > 1:
        parts += [Text("Names", _STRONG), _spellings(person.spellings)]
    if person.tenures:
        parts += [Text("Posts in time", _STRONG), _tenures(person.tenures)]
    if person.posts:
        parts += [Text("Posts, as of the day", _STRONG), _posts(person.posts)]
    if person.events:
        parts += [Text("Events", _STRONG), _events(person.events)]
    if person.statements:
        parts += [Text("Statements", _STRONG), _statements(person.statements)]
    for part in parts:
        console.print(Ragged(Padding(part, (0, 0, 0, 2))), width=min(console.width, _MEASURE))


def _table() -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True, style=_FAINT)
    table.add_column(ratio=2, overflow="fold")
    table.add_column(ratio=4, overflow="fold")
    return table


def _spellings(spellings: tuple[Spelling, ...]) -> Table:
    table = _table()
    for one in spellings:
        told = Text(one_line(joined(one.naming.name, one.naming.country)))
        count = f"{one.naming.reports} report{'s' * (one.naming.reports != 1)}"
        table.add_row(one.verdict, told, Text(one_line(f"{one.reason}; {count}; person:{one.naming.slug}"), _FAINT))
    table.add_row()
    return table


def _tenures(tenures: tuple[Tenure, ...]) -> Table:
    table = _table()
    for one in tenures:
        when = one.first_day if one.first_day == one.last_day else f"{one.first_day} to {one.last_day}"
        notes = (
            f"{one.reports} report{'s' * (one.reports != 1)}", one.before and f"after {one.before}",
            one.after and f"then {one.after}", one.former_from and f"called former from {one.former_from}",
        )  # fmt: skip
        table.add_row(
            when, one_line(joined(one.title, one.country)), Text(one_line(joined(*notes, between="; ")), _FAINT)
        )
    table.add_row()
    return table


def _posts(posts: tuple[HeldPost, ...]) -> Table:
    table = _table()
    for held in posts:
        post = Text("former " if held.post.former else "", _FAINT)
        post.append(one_line(held.post.title)).append(f" · {one_line(held.post.of)}" if held.post.of else "", _FAINT)
        words = Text(f"“{one_line(held.words)}”").append(f"  {held.report.name}", _FAINT)
        table.add_row(held.day or "no day", post, words)
    table.add_row()
    return table


def _events(events: tuple[PersonEvent, ...]) -> Table:
    table = _table()
    for person_event in events:
        found, part = person_event.found, person_event.part
        date = found.event.date
        what = Text(one_line(found.event.kind), MARKS["event"].style)
        told = joined(found.event.status, part.role, part.capacity)
        what.append(f"\n{told}", Style(bold=False, color="default"))
        words = Text(one_line(found.words)).append(f"  {found.name}", _FAINT)
        table.add_row((date and date.value) or "no date", what, words)
    table.add_row()
    return table


def _statements(statements: tuple[FoundStatement, ...]) -> Table:
    table = _table()
    for found in statements:
        act = Text(one_line(found.statement.act), MARKS["cue"].style)
        act.append(f"  {found.statement.form}", Style(bold=False, color="default", dim=True))
        words = Text(one_line(found.words)).append(f"  {found.name}", _FAINT)
        table.add_row((found.report.published or "")[:10] or "no day", act, words)
    return table
