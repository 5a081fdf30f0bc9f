"""The command `evaluate`: files of gold go in, figures a task and the differences with their words come out."""

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from communique.cli.differences import render_differences, render_rows
from communique.cli.intake import code_sources, tell_rejection
from communique.cli.options import WorkersOption, read_workers
from communique.cli.terminal import for_answers
from communique.coding.record import CodedReport
from communique.errors import SourceNotFound, UnreadableReport
from communique.evaluation.gold import read_gold, reports_beside
from communique.evaluation.scorer import Evaluation, score_reports
from communique.evaluation.tally import TASKS
from communique.sources.item import Rejection


def evaluate(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD.jsonl…", help="Reports coded by hand; several are scored together.")
    ],
    reports: Annotated[
        list[Path] | None,
        typer.Option(help="The reports to code; else those beside each gold file, x_reports.jsonl for x_gold.jsonl."),
    ] = None,
    coded: Annotated[
        list[Path] | None, typer.Option(help="Reports coded before, one a line as `communique code --json` gives them.")
    ] = None,
    errors: Annotated[
        int, typer.Option(metavar="N", min=0, help="Show up to N differences of each kind, with their words.")
    ] = 0,
    task: Annotated[
        list[str] | None, typer.Option(metavar="T", help="Only tasks whose name holds T; may be given several times.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the figures as JSON, with --errors the differences.")
    ] = False,
    workers: WorkersOption = "1",
) -> None:
    """Measure the coding against reports coded by hand: precision, recall and F1 a task."""
    if reports and coded:
        raise typer.BadParameter(
            "name the reports to code, or coded reports, not both", param_hint="--reports, --coded"
        )
    tasks = find_tasks(task or [])
    evaluation, rejections = measure(gold, reports=reports, coded=coded, workers=read_workers(workers))
    evaluation = keep_tasks(evaluation, tasks)
    for rejection in rejections:
        tell_rejection(rejection)
    if as_json:
        _write_json(evaluation, with_differences=bool(errors))
    else:
        _render(evaluation, errors=errors)
    if rejections:
        raise typer.Exit(1)


def measure(
    gold: Sequence[Path],
    *,
    reports: Sequence[Path] | None = None,
    coded: Sequence[Path] | None = None,
    workers: int | str = 1,
) -> tuple[Evaluation, Sequence[Rejection]]:
    """Return the evaluation against all files of `gold` together, and the reports that could not be taken.

    Takes the coded reports in `coded`, else codes those in `reports`, else those beside each file of gold.
    """
    by_hand = read_gold(gold)
    rejections: list[Rejection] = []
    records = read_coded(coded) if coded else _code(_reports_of(gold, reports), rejections, workers=workers)
    return score_reports(by_hand, records), rejections


def find_tasks(wanted: Sequence[str]) -> Sequence[str]:
    """Return the tasks whose names hold one of `wanted`, all of them where nothing is wanted.

    Raises typer.BadParameter, naming the nearest task, where one of them fits none.
    """
    for part in wanted:
        if not any(part.casefold() in task for task in TASKS):
            near = difflib.get_close_matches(part, TASKS, n=1, cutoff=0.3) or TASKS[:1]
            message = f"no task holds {part!r}; did you mean {near[0]!r}? There are: {', '.join(TASKS)}"
            raise typer.BadParameter(message, param_hint="--task")
    return [task for task in TASKS if not wanted or any(part.casefold() in task for part in wanted)]


def keep_tasks(evaluation: Evaluation, tasks: Sequence[str]) -> Evaluation:
    """Return the evaluation with the rows and differences of `tasks` alone."""
    return replace(
        evaluation,
        rows={task: row for task, row in evaluation.rows.items() if task in tasks},
        disagreements=[difference for difference in evaluation.disagreements if difference.task in tasks],
    )


def read_coded(paths: Iterable[Path]) -> Iterator[CodedReport]:
    """Yield the coded reports of JSON Lines files.

    Raises SourceNotFound for a missing file and UnreadableReport for a line that is no coded report.
    """
    for path in paths:
        try:
            lines = path.read_bytes().splitlines()
        except OSError as cause:
            raise SourceNotFound(path, reason=cause.strerror or "") from cause
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    yield CodedReport.from_json(line)
                except (msgspec.MsgspecError, UnicodeDecodeError) as cause:
                    hint = "Make coded reports with: communique code FILE --json"
                    raise UnreadableReport(f"{path}, line {number}", reason=str(cause), hint=hint) from cause


def _reports_of(gold: Sequence[Path], reports: Sequence[Path] | None) -> Sequence[Path]:
    """The files to code: those named, else the one beside each file of gold."""
    if reports:
        return reports
    found = []
    for path in gold:
        beside = reports_beside(path)
        if beside is None:
            hint = "Name the file with --reports, or coded reports with --coded."
            raise SourceNotFound(f"reports beside {path}", hint=hint)
        found.append(beside)
    return found


def _code(paths: Sequence[Path], rejections: list[Rejection], *, workers: int | str) -> Iterator[CodedReport]:
    for outcome in code_sources([str(path) for path in paths], workers=workers):
        if isinstance(outcome, Rejection):
            rejections.append(outcome)
        else:
            yield outcome


def _write_json(evaluation: Evaluation, *, with_differences: bool) -> None:
    figures = evaluation.figures()
    if with_differences:
        figures["differences"] = evaluation.disagreements
    sys.stdout.write(msgspec.json.format(msgspec.json.encode(figures), indent=1).decode() + "\n")


def _render(evaluation: Evaluation, *, errors: int) -> None:
    console = for_answers()
    render_rows(evaluation, console)
    if errors:
        render_differences(evaluation, console, limit=errors)
