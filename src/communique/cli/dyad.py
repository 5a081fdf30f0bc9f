"""Show a pair of countries, or a formula through time, to people: what was gathered goes in, a page comes out."""

from collections import defaultdict

from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.links.dyads import ShownDyad
from communique.cli.harmless import joined, one_line
from communique.linking.dyads.contacts import Contact
from communique.linking.phrases.history import History

_FAINT, _STRONG = Style(dim=True), Style(bold=True)
_LEVELS = ("heads", "ministers", "others")
_MOST = 15


def render_dyad(shown: ShownDyad, console: Console) -> None:
    """Print the page of a pair of countries."""
    console.print(Text.assemble((" and ".join(shown.countries), _STRONG), (f"  {shown.name}", _FAINT)))
    for heading, contact in (("Last contact", shown.last), ("Next", shown.next)):
        console.print(Text(f"{heading}: {_contact(contact) if contact else 'none known'}"))
    if shown.months:
        console.print(_months(shown))
    if shown.promises:
        console.print(Text("\nPromises", _STRONG))
        for entry in shown.promises[:_MOST]:
            due = entry.promise.due
            told = joined(due.value or due.text if due else None, entry.promise.by, entry.promise.what, between=" · ")
            console.print(Text(f"{entry.outcome.state}: {one_line(told)}  {entry.name}"), soft_wrap=True)
        if len(shown.promises) > _MOST:
            console.print(Text(f"and {len(shown.promises) - _MOST} more: communique promises", _FAINT))
    for history in shown.formulas[:_MOST]:
        console.print()
        render_history(history, console)


def render_history(history: History, console: Console) -> None:
    """Print a formula through time."""
    phrase = history.variants[0][0]
    rank = f"  rung {history.rung.number} of {history.rung.of}: {history.rung.words}" if history.rung else ""
    console.print(Text.assemble((one_line(phrase), _STRONG), (f"  {history.first.family}{rank}", _FAINT)))
    for heading, one in (("first", history.first), ("last", history.last)):
        console.print(
            Text(f"{heading} {one.day} by {one_line(one.voice)}: {one_line(one.text)}  {one.report}"), soft_wrap=True
        )
    for heading, counted in (("also", history.variants[1:]), ("said by", history.voices)):
        told = "; ".join(f"{one_line(name)} ({count})" for name, count in counted[:_MOST])
        if told:
            console.print(Text(f"{heading}: {told}", _FAINT), soft_wrap=True)
    months = ", ".join(f"{one.month} {one.reports} of {one.of}" for one in history.months[-_MOST:])
    console.print(Text(f"reports by month: {months}", _FAINT), soft_wrap=True)
    for move in history.moves:
        what = "rises" if move.rises else "drops"
        told = f"{move.day} {what} from “{move.before.words}” to “{move.after.words}”: {move.words}  {move.report}"
        console.print(Text(one_line(told), Style(color="green" if move.rises else "red")), soft_wrap=True)


def _contact(contact: Contact) -> str:
    return joined(contact.first_day, contact.kind, f"level of {contact.level}", contact.name, between=" · ")


def _months(shown: ShownDyad) -> Table:
    counts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in shown.months:
        counts[row.month][row.level].append(f"{row.contacts} {row.kind}")
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    for name in ("month", *_LEVELS):
        table.add_column(name, overflow="fold")
    for month in sorted(counts):
        table.add_row(month, *("; ".join(counts[month][level]) or "–" for level in _LEVELS))
    return table
