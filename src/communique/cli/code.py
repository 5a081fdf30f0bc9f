"""The command `code`: files of reports go in, their records come out as pages, in few lines, or as JSON Lines."""

import random
import sys
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from communique.cli.brief import render_brief
from communique.cli.fetching import AllowPrivateOption, FollowOption, fetcher_for
from communique.cli.intake import tell_rejection
from communique.cli.options import MapOption, WorkersOption, read_map, read_workers
from communique.cli.page import render_record
from communique.cli.terminal import for_answers
from communique.coding.record import CodedReport
from communique.pipeline import code_items, read_sources
from communique.sources.item import RawItem, Rejection


def code(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Files of reports, or addresses; - is standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one coded report a line, as JSON.")] = False,
    brief: Annotated[
        bool, typer.Option("--brief", help="Print one line an event and statement, with its words.")
    ] = False,
    sample: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Code only N reports, chosen at random.")
    ] = None,
    seed: Annotated[int, typer.Option(metavar="S", help="Choose the same reports again with the same number.")] = 0,
    workers: WorkersOption = "1",
    columns: MapOption = None,
    follow: FollowOption = None,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Code reports without an archive, and show each as a page with its evidence marked."""
    if as_json and brief:
        raise typer.BadParameter("choose one of the two forms", param_hint="--json, --brief")
    rejected = False
    console = for_answers()
    with fetcher_for(files, follow=follow, allow_private=allow_private) as fetcher:
        items = read_sources(files, columns=read_map(columns), fetcher=fetcher)
        if sample is not None:
            items = choose(items, sample, seed=seed)
        for outcome in code_items(items, workers=read_workers(workers)):
            if isinstance(outcome, Rejection):
                rejected = True
                tell_rejection(outcome)
            elif as_json:
                _write_line(outcome)
            elif brief:
                render_brief(outcome, console)
            else:
                render_record(outcome, console)
    if rejected:
        raise typer.Exit(1)


def choose(items: Iterable[RawItem | Rejection], count: int, *, seed: int = 0) -> Iterator[RawItem | Rejection]:
    """Yield `count` items chosen at random, the same ones for the same `seed`, in their order; rejections all the same.

    Only the chosen items are held in memory.
    """
    chance = random.Random(seed)  # noqa: S311 - a sample for reading keeps no secret
    chosen: dict[int, tuple[int, RawItem]] = {}
    seen = 0
    for item in items:
        if isinstance(item, Rejection):
            yield item
            continue
        place = seen if seen < count else chance.randrange(seen + 1)
        if place < count:
            chosen[place] = (seen, item)
        seen += 1
    for _, item in sorted(chosen.values(), key=lambda numbered: numbered[0]):
        yield item


def _write_line(coded: CodedReport) -> None:
    sys.stdout.buffer.write(coded.to_json() + b"\n")
    sys.stdout.buffer.flush()
