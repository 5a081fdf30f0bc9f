"""Do one piece of work for many items, in one process or several: items go in, results come out in the same order."""

from collections.abc import Callable, Iterable, Iterator

from communique.scale.outcomes import Done, Lost
from communique.scale.pool import Pool


def map_in_order[Item, Result](
    work: Callable[[Item], Result], items: Iterable[Item | Done[Result]], *, workers: int = 1,
    prepare: Callable[[], object] | None = None,
) -> Iterator[Result | Lost[Item]]:  # fmt: skip
    """Yield `work(item)` for each item, in the order of the items, whatever the number of workers.

    With one worker all is done here, item by item. With more, `work` and `prepare` are sent to processes of their own
    and must be plain functions of a module; each process calls `prepare` once before its first item. Processes are
    started when there is the first item to work on. A worker that is killed is replaced and its items are given out
    again, one by one; an item over which several workers died comes out as `Lost`. An exception that `work` or
    `prepare` raises is raised here.
    """
    if workers > 1:
        with Pool(work, workers=workers, prepare=prepare) as pool:
            yield from pool.map(items)
        return
    ready = prepare is None
    for item in items:
        if isinstance(item, Done):
            yield item.result
            continue
        if prepare is not None and not ready:
            prepare()
            ready = True
        yield work(item)
