"""A crew of worker processes on this machine, which outlives the death of a worker."""

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from communique.errors import CommuniqueError
from communique.scale.outcomes import Done, Lost
from communique.scale.stream import Stream, Task, run
from communique.scale.threads import one_thread_each
from communique.scale.worker import serve
from communique.settings import BATCHES_A_WORKER, REPORTS_A_BATCH, SECONDS_A_REPORT

_log = logging.getLogger(__name__)

_ATTEMPTS = 3  # workers that may die over one item: the first time in company, then alone
_PATIENCE = 3  # workers that may die before they are ready
_IN_HAND = 2  # batches that a worker has: one at work, one to go on with


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    batches: deque[list[Task]] = field(default_factory=deque)
    since: float = 0.0

    @property
    def is_overdue(self) -> bool:
        """Whether the batch at work takes longer than any may."""
        return bool(self.batches) and time.monotonic() - self.since > SECONDS_A_REPORT * len(self.batches[0])


class Pool:
    """A crew of processes. See `Crew.map` for what it does; processes are started when there is work for them."""

    def __init__(self, workers: int) -> None:
        self._wanted = workers
        self._context = get_context("spawn")
        self._workers: list[_Worker] = []
        self._streams: list[Stream] = []
        self._again: deque[Task] = deque()
        self._early_deaths = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def map[Item, Result](
        self, work: Callable[[Item], Result], items: Iterable[Item | Done[Result]]
    ) -> Iterator[Result | Lost[Item]]:
        """Yield the results in the order of the items."""
        stream = Stream(work, items, ahead=self._wanted * BATCHES_A_WORKER * REPORTS_A_BATCH)
        self._streams.append(stream)
        try:
            yield from run(stream, give_out=self._give_out, take_in=self._take_in)
        finally:
            self._streams.remove(stream)

    def _give_out(self) -> None:
        """Give work to workers that have little, and start workers while there is work for them."""
        for in_hand in range(_IN_HAND):
            for worker in list(self._workers):
                if worker.ready and len(worker.batches) == in_hand:
                    self._hand(worker)
        waiting = len(self._again) + sum(len(stream.waiting) for stream in self._streams)
        while len(self._workers) < self._wanted and waiting:
            idle = sum(not worker.batches for worker in self._workers)
            if idle * REPORTS_A_BATCH >= waiting:
                return
            self._workers.append(self._start())

    def _hand(self, worker: _Worker) -> None:
        batch = self._next_batch()
        if batch:
            try:
                worker.pipe.send((batch[0].stream.work, [task.item for task in batch]))
            except OSError:
                self._again.extendleft(reversed(batch))
                self._bury(worker)
                return
            if not worker.batches:
                worker.since = time.monotonic()
            worker.batches.append(batch)

    def _next_batch(self) -> list[Task]:
        """The tasks to be done next: those to be tried again, then those of the stream nearest the end of the way."""
        if self._again:
            return [self._again.popleft()]
        waiting = next((stream.waiting for stream in self._streams if stream.waiting), None)
        return [] if waiting is None else [waiting.popleft() for _ in range(min(REPORTS_A_BATCH, len(waiting)))]

    def _take_in(self) -> None:
        """Wait until a worker answers, dies or is overdue, and take in every answer that is there."""
        by_pipe = {worker.pipe: worker for worker in self._workers}
        for pipe in wait(list(by_pipe), timeout=SECONDS_A_REPORT):
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
                for task, result in zip(worker.batches.popleft(), value, strict=True):
                    task.stream.settle(task, result)
                worker.since = time.monotonic()
        for worker in [worker for worker in self._workers if worker.is_overdue]:
            worker.process.kill()
            self._bury(worker, overdue=True)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(theirs,), daemon=True)
        with one_thread_each():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _bury(self, worker: _Worker, *, overdue: bool = False) -> None:
        """Put the items of a dead worker back: each it was at work on alone, and given up after several deaths."""
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
        at_work = worker.batches.popleft() if worker.batches else []
        for batch in reversed(worker.batches):
            batch[0].stream.waiting.extendleft(reversed(batch))
        _log.warning("a worker died with code %s; its %d items are given out again", code, len(at_work))
        for task in reversed(at_work):
            task.attempts += 1
            if task.attempts < _ATTEMPTS and not (overdue and len(at_work) == 1):
                self._again.appendleft(task)
            else:
                task.stream.settle(task, Lost(task.item, code, task.attempts, overdue))

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
