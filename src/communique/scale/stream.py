"""One run of work through a crew: items are taken in as there is room for them, results leave it in their order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from communique.scale.outcomes import Done
from communique.settings import HELD_AT_ONCE, RESULTS_AT_ONCE


@dataclass(eq=False, slots=True)
class Task:
    """One item at its place in a stream; `attempts` counts the workers that died over it."""

    stream: "Stream"
    place: int
    item: Any
    attempts: int = 0


class Stream:
    """The items of one `map`, those that wait for a worker, and the results that wait for their turn."""

    def __init__(self, work: Callable[[Any], Any], items: Iterable[Any], *, ahead: int) -> None:
        self.work = work
        self.waiting: deque[Task] = deque()
        self._items = iter(items)
        self._ahead = ahead
        self._results: dict[int, Any] = {}
        self._sizes: dict[int, int] = {}
        self._held = 0
        self._taken = 0
        self._due = 0
        self._open = 0
        self._ended = False

    def fill(self) -> None:
        """Take items until enough are at work, or as much is held as may be."""
        while not self._ended and self._open < self._ahead and self._has_room():
            try:
                item = next(self._items)
            except StopIteration:
                self._ended = True
                return
            place, self._taken = self._taken, self._taken + 1
            size = _size_of(item.result if isinstance(item, Done) else item)
            self._sizes[place] = size
            self._held += size
            if isinstance(item, Done):
                self._results[place] = item.result
            else:
                self._open += 1
                self.waiting.append(Task(self, place, item))

    def settle(self, task: Task, result: Any) -> None:
        """Take in the result of a task."""
        self._results[task.place] = result
        self._open -= 1

    @property
    def is_over(self) -> bool:
        """Whether every result has left; to be asked after `fill`."""
        return self._ended and self._due == self._taken

    def ready(self) -> Iterator[Any]:
        """Yield the results whose turn it is."""
        while self._due in self._results:
            result = self._results.pop(self._due)
            self._held -= self._sizes.pop(self._due)
            self._due += 1
            yield result

    def _has_room(self) -> bool:
        ahead = self._taken - self._due
        return ahead == 0 or (ahead < RESULTS_AT_ONCE and self._held < HELD_AT_ONCE)


def _size_of(thing: Any) -> int:
    """Roughly how many characters or bytes a thing holds that goes through a crew."""
    return len(thing) if isinstance(thing, str | bytes) else int(getattr(thing, "size", 0))


def run(stream: Stream, *, give_out: Callable[[], None], take_in: Callable[[], None]) -> Iterator[Any]:
    """Yield the results of a stream in their order; `take_in` waits until some of what was given out is back."""
    stream.fill()
    while not stream.is_over:
        for result in stream.ready():
            yield result
            stream.fill()
            give_out()
        if not stream.is_over:
            give_out()
            take_in()
