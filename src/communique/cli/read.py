"""The command `read`: files, folders and addresses go in, their reports are coded and kept in the archive."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.style import Style
from rich.text import Text

from communique.cli.fetching import AllowPrivateOption, FollowOption, fetcher_for
from communique.cli.harmless import one_line
from communique.cli.intake import tell_rejection
from communique.cli.options import ArchiveOption, MapOption, WorkersOption, read_map, read_workers
from communique.cli.terminal import for_answers, for_messages
from communique.sources.item import Rejection

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.archive.keeping import Outcome

_CALLED = {"aside": "kept uncoded"}
_WHY = {"triage": "without diplomacy", "language": "not in English", "copy": "near copies of others"}


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH…", help="Files, folders with all below them, addresses (https://…); - is input."),
    ],
    archive: ArchiveOption = None,
    workers: WorkersOption = "1",
    again: Annotated[
        bool, typer.Option("--again", help="Code known reports again, in a new run; the old record stays beside it.")
    ] = False,
    triage: Annotated[
        bool, typer.Option("--triage/--no-triage", help="Keep what holds no diplomacy uncoded; or code all in English.")
    ] = True,
    show: Annotated[bool, typer.Option("--print", help="Print the record of every report as a page.")] = False,
    columns: MapOption = None,
    follow: FollowOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Read reports into the archive. Those it knows already change nothing, so a load can be run again."""
    from communique.archive.archive import Archive
    from communique.pipeline import read_each

    named, crew = read_map(columns), read_workers(workers)
    counts = {"new": 0, "aside": 0, "known": 0, "rejected": 0}
    aside: Counter[str] = Counter()
    with (
        Archive(archive, create=True) as kept,
        fetcher_for(paths, follow=follow, allow_private=allow_private, archive=None if again else kept) as fetcher,
    ):
        outcomes = read_each(paths, kept, workers=crew, again=again, triage=triage, columns=named, fetcher=fetcher)
        try:
            for outcome in outcomes if show else _with_progress(outcomes, paths, counts):
                counts[outcome.what] += 1
                aside[outcome.why] += outcome.what == "aside"
                if outcome.what == "rejected":
                    tell_rejection(Rejection(source=outcome.source, reason=outcome.reason, hint=outcome.hint))
                elif show:
                    _print_record(kept, outcome)
        except KeyboardInterrupt:
            for_messages().print("Stopped. What was read is kept; the same command goes on from here.")
            raise typer.Exit(130) from None
        _print_summary(kept, counts, aside)
    if counts["rejected"]:
        raise typer.Exit(1)


def estimate_reports(paths: Iterable[str | Path]) -> int:
    """Guess how many reports there are, for a progress bar: one a line of JSON Lines, one any other file."""
    count = 0
    for path in map(Path, paths):
        files = (file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
        count += sum(_lines(file) if ".jsonl" in file.suffixes else 1 for file in files)
    return count


def _lines(file: Path) -> int:
    import gzip

    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as lines:
            return sum(1 for line in lines if line.strip())
    except (OSError, EOFError):
        return 1


def _with_progress(outcomes: Iterator["Outcome"], paths: list[str], counts: dict[str, int]) -> Iterator["Outcome"]:
    """Pass the outcomes on; on a terminal a bar tells how far they are."""
    console = for_messages()
    if not console.is_terminal:
        yield from outcomes
        return
    with _bar(console) as progress:
        task = progress.add_task("", total=estimate_reports(paths), told=_told(counts))
        for done, outcome in enumerate(outcomes, 1):
            yield outcome
            total = max(done, progress.tasks[task].total or 0)
            progress.update(task, completed=done, total=total, told=_told(counts))


def _bar(console: Console) -> Progress:
    return Progress(
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


def _told(counts: dict[str, int]) -> str:
    return ", ".join(
        f"{number} {_CALLED.get(what, what)}" for what, number in counts.items() if number or what != "aside"
    )


def _print_record(archive: "Archive", outcome: "Outcome") -> None:
    from communique.cli.page import render_record

    if outcome.report_id:
        render_record(archive.coded(outcome.report_id), for_answers())


def _print_summary(archive: "Archive", counts: dict[str, int], aside: Counter[str]) -> None:
    line = Text(_told(counts), Style(bold=True))
    line.append(f"  in {one_line(str(archive.path))}", Style(dim=True))
    console = for_answers()
    console.print(line, soft_wrap=True)
    told = ", ".join(f"{aside[why]} {words}" for why, words in _WHY.items() if aside[why])
    if told:
        console.print(f"Kept uncoded: {told}. List them with: communique aside", style="dim", soft_wrap=True)
    if counts["new"] and console.is_terminal:
        console.print("Ask it with: communique find --kind meeting", style="dim")
