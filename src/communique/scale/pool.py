"""A pool of worker processes that keeps the order of its items and outlives the death of a worker."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self

from communique.errors import CommuniqueError
from communique.scale.outcomes import Done, Lost
from communique.scale.threads import one_thread_each
from communique.scale.worker import serve
from communique.settings import BATCHES_A_WORKER, REPORTS_A_BATCH

_log = logging.getLogger(__name__)

_ATTEMPTS = 3  # workers that may die over one item: the first time in company, then alone
_PATIENCE = 3  # workers that may die before they are ready


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    batch: "list[_Task]" = field(default_factory=list)


@dataclass(eq=False, slots=True)
class _Task:
    """One item at its place in the order; `attempts` counts the workers that died over it."""

    place: int
    item: Any
    attempts: int = 0


class Pool[Item, Result]:
    """Workers that do `work` for items. See `map_in_order`, which is the way to use it."""

    def __init__(self, work: Callable[[Item], Result], *, workers: int, prepare: Callable[[], object] | None) -> None:
        self._work = work
        self._prepare = prepare
        self._wanted = workers
        self._context = get_context("spawn")
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._again: deque[_Task] = deque()
        self._results: dict[int, Result | Lost[Item]] = {}
        self._early_deaths = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def map(self, items: Iterable[Item | Done[Result]]) -> Iterator[Result | Lost[Item]]:
        """Yield the results in the order of the items. Items are taken as they are needed, a bounded number ahead."""
        numbered = enumerate(items)
        due, taken = 0, self._take(numbered, self._wanted * BATCHES_A_WORKER * REPORTS_A_BATCH)
        while due < taken:
            while due not in self._results:
                self._give_out()
                self._take_in()
            yield self._results.pop(due)
            due += 1
            taken += self._take(numbered, 1)

    def _take(self, numbered: Iterator[tuple[int, Item | Done[Result]]], most: int) -> int:
        """Take up to `most` items; return how many there were."""
        count = 0
        for place, item in islice(numbered, most):
            count += 1
            if isinstance(item, Done):
                self._results[place] = item.result
            else:
                self._waiting.append(_Task(place, item))
        return count

    def _give_out(self) -> None:
        """Give work to workers that have none, and start workers while there is work for them."""
        for worker in list(self._workers):
            if worker.ready and not worker.batch:
                self._hand(worker)
        while len(self._workers) < self._wanted and (self._again or self._waiting):
            idle = sum(not worker.batch for worker in self._workers)
            if idle * REPORTS_A_BATCH >= len(self._again) + len(self._waiting):
                return
            self._workers.append(self._start())

    def _hand(self, worker: _Worker) -> None:
        if self._again:
            worker.batch = [self._again.popleft()]
        else:
            worker.batch = [self._waiting.popleft() for _ in range(min(REPORTS_A_BATCH, len(self._waiting)))]
        if worker.batch:
            try:
                worker.pipe.send([task.item for task in worker.batch])
            except OSError:
                self._bury(worker)

    def _take_in(self) -> None:
        """Wait until a worker answers or dies, and take in every answer that is there."""
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(by_pipe)):
            worker = by_pipe[pipe]  # type: ignore[index]
            try:
                said, value = worker.pipe.recv()
            except (EOFError, OSError):
                self._bury(worker)
                continue
            if said == "failed":
                raise value
            worker.ready = True
            if said == "done":
                for task, result in zip(worker.batch, value, strict=True):
                    self._results[task.place] = result
                worker.batch = []

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs, self._work, self._prepare), daemon=True)
        with one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _bury(self, worker: _Worker) -> None:
        """Put the items of a dead worker back, each to be tried alone; give an item up after several deaths."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join(timeout=5)
        code = worker.process.exitcode
        if not worker.ready:
            self._early_deaths += 1
            if self._early_deaths >= _PATIENCE:
                raise CommuniqueError(
                    "worker processes cannot be started", reason=f"they end with code {code}",
                    hint='Try with one worker. In a script of your own, call it under: if __name__ == "__main__":',
                )  # fmt: skip
        _log.warning("a worker died with code %s; its %d items are given out again", code, len(worker.batch))
        for task in reversed(worker.batch):
            task.attempts += 1
            if task.attempts < _ATTEMPTS:
                self._again.appendleft(task)
            else:
                self._results[task.place] = Lost(task.item, code, task.attempts)

    def _end(self) -> None:
        """Close the pipes, which ends idle workers, and end those that are at work."""
        for worker in self._workers:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join(timeout=5)
            if worker.process.exitcode is None:
                worker.process.kill()
                worker.process.join()
            worker.process.close()
        self._workers.clear()
