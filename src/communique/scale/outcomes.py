"""What may stand in place of a result or an item while work is shared out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lost[Item]:
    """In place of a result: every worker that was given this item died over it, the last with `exit_code`.

    `overdue` says that the last one was ended because it worked on the item for longer than a report may take.
    """

    item: Item
    exit_code: int | None
    attempts: int
    overdue: bool = False


@dataclass(frozen=True, slots=True)
class Done[Result]:
    """In place of an item: a result at hand already, which only keeps its place in the order."""

    result: Result
