"""Who does the work: this process, several, or other machines; the results and their order are those of one."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import urlsplit

from communique.errors import NoCluster
from communique.scale.outcomes import Done, Lost


class Crew(Protocol):
    """Workers that do one piece of work for many items."""

    def map[Item, Result](
        self, work: Callable[[Item], Result], items: Iterable[Item | Done[Result]]
    ) -> Iterator[Result | Lost[Item]]:
        """Yield `work(item)` for each item, in the order of the items.

        `work` is a plain function of a module. Items are taken as they are needed, a bounded number and size ahead. The
        items may come out of another `map` of the same crew: the two share the workers. An item over which several
        workers died comes out as `Lost`; an exception that `work` raises is raised here.
        """
        ...


class Alone:
    """This process does all of it, item by item."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass

    def map[Item, Result](
        self, work: Callable[[Item], Result], items: Iterable[Item | Done[Result]]
    ) -> Iterator[Result | Lost[Item]]:
        """Yield `work(item)` for each item."""
        for item in items:
            yield item.result if isinstance(item, Done) else work(item)


def open_crew(workers: int | str) -> AbstractContextManager[Crew]:
    """A crew of `workers` processes, of this one alone where that is 1, or of the workers of dask://HOST:PORT.

    Raises NoCluster where `workers` is neither, or no scheduler answers there.
    """
    if isinstance(workers, str):
        from communique.scale.cluster import DaskCrew

        return DaskCrew(scheduler_of(workers))
    if workers == 1:
        return Alone()
    from communique.scale.pool import Pool

    return Pool(workers)


def scheduler_of(workers: str) -> str:
    """Host and port of a scheduler; NoCluster where the words name none."""
    address = urlsplit(workers)
    try:
        port = address.port
    except ValueError:
        port = None
    if address.scheme != "dask" or not address.hostname or not port or address.path.strip("/"):
        raise NoCluster(workers, reason="it is no number of processes and no address of a scheduler")
    host = f"[{address.hostname}]" if ":" in address.hostname else address.hostname
    return f"{host}:{port}"
