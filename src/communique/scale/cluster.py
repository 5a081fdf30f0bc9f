"""A crew of Dask workers on many machines: batches go out through a scheduler, results come back in their order."""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from queue import SimpleQueue
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from communique.errors import NoCluster, OtherVersion
from communique.scale.outcomes import Done, Lost
from communique.scale.stream import Stream, Task, run
from communique.settings import BATCHES_A_WORKER, REPORTS_A_CLUSTER_BATCH, SECONDS_A_REPORT, SECONDS_TO_CONNECT

if TYPE_CHECKING:
    from distributed import Client, Future

_log = logging.getLogger(__name__)

_one_at_a_time = threading.Lock()


class DaskCrew:
    """The workers of a Dask scheduler. See `Crew.map` for what it does.

    A worker that dies costs nothing: its batches are given to others; one over which several died is tried item by
    item, and an item over which several died comes out as `Lost`. Workers may come and go while there is work.

    Raises NoCluster where no scheduler answers at `address` (host:port), or the libraries for it are not installed.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._streams: list[Stream] = []
        self._again: deque[Task] = deque()
        self._out: dict[Future[list[Any]], list[Task]] = {}
        self._back: SimpleQueue[Future[list[Any]]] = SimpleQueue()

    def __enter__(self) -> Self:
        self._client = _connect(self._address)
        self._versions = versions()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.cancel(list(self._out))
        self._client.close()

    def map[Item, Result](
        self, work: Callable[[Item], Result], items: Iterable[Item | Done[Result]]
    ) -> Iterator[Result | Lost[Item]]:
        """Yield the results in the order of the items."""
        stream = Stream(work, items, ahead=self._ahead())
        self._streams.append(stream)
        try:
            yield from run(stream, give_out=self._give_out, take_in=self._take_in)
        finally:
            self._streams.remove(stream)

    def _ahead(self) -> int:
        """How many items may be on their way: enough for every worker there is."""
        workers = max(1, len(self._client.scheduler_info(n_workers=-1)["workers"]))
        return workers * BATCHES_A_WORKER * REPORTS_A_CLUSTER_BATCH

    def _give_out(self) -> None:
        """Send off all that waits; what is nearest the end of its way comes first."""
        while self._again:
            self._send([self._again.popleft()], priority=1)
        for rank, stream in enumerate(self._streams):
            while stream.waiting:
                size = min(REPORTS_A_CLUSTER_BATCH, len(stream.waiting))
                self._send([stream.waiting.popleft() for _ in range(size)], priority=-rank)

    def _send(self, batch: list[Task], *, priority: int) -> None:
        future = self._client.submit(
            work_through, batch[0].stream.work, [task.item for task in batch], self._versions,
            pure=False, priority=priority,
        )  # fmt: skip
        self._out[future] = batch
        future.add_done_callback(self._back.put)

    def _take_in(self) -> None:
        """Wait until a batch is back, and take in every one that is."""
        while True:
            self._settle(self._back.get())
            if self._back.empty():
                return

    def _settle(self, future: "Future[list[Any]]") -> None:
        batch = self._out.pop(future)
        error = future.exception()
        if error is None:
            for task, result in zip(batch, future.result(), strict=True):
                task.stream.settle(task, result)
        elif type(error).__name__ != "KilledWorker":
            raise error if isinstance(error, Exception) else NoCluster(self._address, reason=str(error))
        elif len(batch) > 1:
            _log.warning("several workers died over %d items; each is tried alone", len(batch))
            self._again.extend(batch)
        else:
            batch[0].stream.settle(batch[0], Lost(batch[0].item, None, attempts=len(error.args) or 1))
        future.release()


def work_through(work: Callable[[Any], Any], items: list[Any], asked: dict[str, str]) -> list[Any]:
    """What a worker does with a batch. One that takes longer than any may ends its process, as one that is killed does.

    Raises OtherVersion where this worker's Communiqué or model is not that of the process that asks.
    """
    if (here := versions()) != asked:
        raise OtherVersion(_told(here), reason=f"the process that reads has {_told(asked)}")
    with _one_at_a_time:
        overdue = threading.Timer(SECONDS_A_REPORT * len(items), os._exit, args=(75,))
        overdue.daemon = True
        overdue.start()
        try:
            return [work(item) for item in items]
        finally:
            overdue.cancel()


def versions() -> dict[str, str]:
    """What must be the same in every process for the record to be the same."""
    from communique.language.parser import model_name

    model, model_version = model_name()
    return {"communique": version("communique"), "spacy": version("spacy"), model: model_version}


def _told(versions: dict[str, str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in versions.items())


def _connect(address: str) -> "Client":
    try:
        from distributed import Client
    except ImportError as cause:
        raise NoCluster(
            address, reason="Dask is not installed here", hint="Install it: pip install 'communique[cluster]'."
        ) from cause
    try:
        return Client(f"tcp://{address}", timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as cause:
        raise NoCluster(f"dask://{address}", reason=str(cause) or type(cause).__name__) from cause
