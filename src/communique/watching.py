"""Watch feeds: a list of feeds goes in; again and again, what is new in them is read into an archive.

Every look is a reading like any other. A feed that fails is asked later and later; the others go on as before.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.pipeline import read_each
from communique.settings import LONGEST_SECONDS_BETWEEN_POLLS
from communique.sources.fetching.pace import Clock

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.archive.keeping import Outcome
    from communique.sources.fetching.fetcher import Fetcher
    from communique.sources.fetching.watchlist import Feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at a feed gave, report by report; `failed` where the feed itself could not be read.

    `again` is after how many seconds it is looked at next.
    """

    feed: "Feed"
    outcomes: tuple["Outcome", ...]
    failed: bool
    again: float


@dataclass(order=True, slots=True)
class _Turn:
    due: float
    place: int
    feed: "Feed" = field(compare=False)
    failures: int = field(compare=False, default=0)

    @property
    def wait(self) -> float:
        """The seconds from one look to the next: twice as long after each failure, a day at most."""
        longest = max(self.feed.every, LONGEST_SECONDS_BETWEEN_POLLS)
        return float(min(self.feed.every * 2.0 ** min(self.failures, 30), longest))


def watch_feeds(
    feeds: Sequence["Feed"], archive: "Archive", fetcher: "Fetcher", *, once: bool = False, workers: int | str = 1,
    triage: bool = True, clock: Clock | None = None,
) -> Iterator[Look]:  # fmt: skip
    """Look at each feed when its time has come and yield what came of it, once the archive has it; never ends.

    With `once` every feed is looked at one time. `fetcher` is to follow links, and keeps its pace over all feeds; its
    memory is written down after each look, so that what is stopped in between is fetched again, and kept once.
    """
    clock = clock or Clock()
    start = clock.now()
    turns = [_Turn(start, place, feed) for place, feed in enumerate(feeds)]
    left = len(turns)
    while turns and (left or not once):
        turn = heapq.heappop(turns)
        wait = turn.due - clock.now()
        if wait > 0:
            clock.sleep(wait)
        outcomes = tuple(read_each(turn.feed.address, archive, workers=workers, triage=triage, fetcher=fetcher))
        if fetcher.memory:
            fetcher.memory.keep_all()
        failed = any(one.what == "rejected" and one.source == turn.feed.address for one in outcomes)
        turn.failures = turn.failures + 1 if failed else 0
        turn.due = clock.now() + turn.wait
        yield Look(feed=turn.feed, outcomes=outcomes, failed=failed, again=turn.wait)
        left -= 1
        heapq.heappush(turns, turn)
