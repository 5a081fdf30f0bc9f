"""The command `watch`: feeds are asked again and again, and what is new in them goes into the archive."""

import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer
from rich.style import Style
from rich.text import Text

from communique.cli.fetching import AllowPrivateOption, fetcher_for
from communique.cli.harmless import one_line
from communique.cli.intake import tell_rejection
from communique.cli.options import ArchiveOption, WorkersOption, read_workers
from communique.cli.terminal import for_answers, for_messages
from communique.sources.item import Rejection

if TYPE_CHECKING:
    from communique.watching import Look

_CALLED = {"aside": "kept uncoded"}


def watch(
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS.toml", help="The list of feeds, and how often each is asked.")
    ],
    archive: ArchiveOption = None,
    workers: WorkersOption = "1",
    once: Annotated[bool, typer.Option("--once", help="Ask every feed one time, then end.")] = False,
    triage: Annotated[
        bool, typer.Option("--triage/--no-triage", help="Keep what holds no diplomacy uncoded; or code all in English.")
    ] = True,
    allow_private: AllowPrivateOption = False,
) -> None:
    """Ask feeds again and again and read what is new in them, until stopped with Ctrl-C or SIGTERM."""
    from communique.archive.archive import Archive
    from communique.sources.fetching.watchlist import read_watchlist
    from communique.watching import watch_feeds

    listed, crew = read_watchlist(feeds), read_workers(workers)
    addresses = [feed.address for feed in listed]
    failed: set[str] = set()
    try:
        with (
            _stopped_like_by_hand(),
            Archive(archive, create=True) as kept,
            fetcher_for(addresses, follow=True, allow_private=allow_private, archive=kept) as fetcher,
        ):
            for look in watch_feeds(listed, kept, fetcher, once=once, workers=crew, triage=triage):
                _tell(look)
                if look.failed:
                    failed.add(look.feed.address)
    except KeyboardInterrupt:
        for_messages().print("Stopped. What was read is kept; the same command goes on from here.")
        return
    if failed:
        raise typer.Exit(1)


@contextmanager
def _stopped_like_by_hand() -> Iterator[None]:
    """Let SIGTERM, by which systems stop what they run, end the block as Ctrl-C does."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell(look: "Look") -> None:
    """One line for a look that gave something, one for each report that could not be taken."""
    counts = Counter(outcome.what for outcome in look.outcomes)
    for outcome in look.outcomes:
        if outcome.what == "rejected":
            tell_rejection(Rejection(source=outcome.source, reason=outcome.reason, hint=outcome.hint))
    told = ", ".join(
        f"{counts[what]} {_CALLED.get(what, what)}" for what in ("new", "aside", "rejected") if counts[what]
    )
    if not told:
        return
    line = Text(f"{datetime.now().astimezone():%H:%M} ", Style(dim=True))
    line.append(one_line(look.feed.name), Style(bold=True)).append(f": {told}")
    if look.failed:
        line.append(f"; asked again in {_spelled(look.again)}", Style(dim=True))
    for_answers().print(line, soft_wrap=True)


def _spelled(seconds: float) -> str:
    size, unit = next((one for one in ((86400, "d"), (3600, "h"), (60, "min")) if seconds >= one[0]), (1, "s"))
    return f"{seconds / size:.3g} {unit}"
