"""Show an evaluation: rows of figures, and the differences grouped so that kinds of errors can be read quickly."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from rich.columns import Columns
from rich.console import Console
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.cli.harmless import one_line
from communique.cli.marking import mark_excerpt, needs_brackets
from communique.cli.ragged import Ragged
from communique.evaluation.scorer import Evaluation
from communique.evaluation.tally import TASKS, Disagreement
from communique.report.excerpt import Excerpt

_FAINT = Style(dim=True)
_STRONG = Style(bold=True)


def render_rows(evaluation: Evaluation, console: Console) -> None:
    """Print how many reports were scored and a row a task."""
    line = f"{evaluation.reports} reports"
    if evaluation.absent:
        some = ", ".join(one_line(name) for name in evaluation.absent[:5])
        more = ", …" if len(evaluation.absent) > 5 else ""
        line += f", {len(evaluation.absent)} of them not coded: {some}{more}"
    console.print(Text(line, _FAINT), soft_wrap=True)
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_FAINT)
    table.add_column("task", no_wrap=True)
    for name in ("precision", "recall", "F1", "agreed", "gold", "coded"):
        table.add_column(name, justify="right", no_wrap=True)
    for task, row in evaluation.rows.items():
        shares = (f"{share:.3f}" for share in (row.precision, row.recall, row.f1))
        table.add_row(Text(task), *shares, str(row.agreed), str(row.gold), str(row.coded))
    console.print(Ragged(table))


def render_differences(evaluation: Evaluation, console: Console, *, limit: int) -> None:
    """Print, task by task, how often each kind of difference occurs, and up to `limit` of each with their words."""
    by_task: defaultdict[str, list[Disagreement]] = defaultdict(list)
    for difference in evaluation.disagreements:
        by_task[difference.task].append(difference)
    for task in sorted(by_task, key=TASKS.index):
        _render_task(task, by_task[task], console, limit=limit)


def _render_task(task: str, differences: Sequence[Disagreement], console: Console, *, limit: int) -> None:
    counts = Counter(difference.pattern for difference in differences)
    console.print()
    console.print(Text.assemble((task, _STRONG), (f"  {len(differences)} differences", _FAINT)))
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    overview = Columns([Text(f"{count:3} × {one_line(pattern)}") for pattern, count in ranking], padding=(0, 3, 0, 0))
    console.print(Ragged(Padding(overview, (0, 0, 0, 2))))
    for pattern, count in ranking:
        shown = [difference for difference in differences if difference.pattern == pattern][:limit]
        console.print()
        more = f", {len(shown)} shown" if count > len(shown) else ""
        console.print(Text.assemble("  ", (one_line(pattern), _STRONG), (f"  {count}{more}", _FAINT)))
        for difference in shown:
            console.print(Ragged(_indented(_difference(difference, console), one_line(difference.report))))


def _difference(difference: Disagreement, console: Console) -> Text:
    """The two values, each on its line, then the words in their sentence."""
    lines = [
        Text.assemble((f"{side}  ", _FAINT), one_line(value))
        for side, value in (("gold ", difference.gold), ("coded", difference.coded))
        if value
    ]
    if difference.words:
        excerpt = Excerpt(difference.before, difference.words, difference.after)
        lines.append(mark_excerpt(excerpt, "event", brackets=needs_brackets(console)))
    return Text("\n").join(lines)


def _indented(content: Text, label: str) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(no_wrap=True, min_width=12)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(f"    {label}", _FAINT), content)
    return grid
