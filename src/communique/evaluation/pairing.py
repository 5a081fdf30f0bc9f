"""Pair what gold holds with what was coded: two lists and a likeness go in, the best one-to-one pairs come out."""

from collections.abc import Callable, Sequence


def pair_best[Gold, Coded](
    gold: Sequence[Gold], coded: Sequence[Coded], alike: Callable[[Gold, Coded], float]
) -> list[tuple[int, int]]:
    """Return pairs of positions, the most alike first, each position once; where equal, in the order of the lists.

    `alike` is 0 where two cannot be the same.
    """
    candidates = [
        (-score, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(coded)
        if (score := alike(one, other)) > 0
    ]
    free_gold, free_coded = set(range(len(gold))), set(range(len(coded)))
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(candidates):
        if i in free_gold and j in free_coded:
            pairs.append((i, j))
            free_gold.remove(i)
            free_coded.remove(j)
    return pairs


def unpaired(pairs: Sequence[tuple[int, int]], gold: int, coded: int) -> tuple[list[int], list[int]]:
    """Return the positions of `gold` and of `coded` items that stand in no pair."""
    paired_gold, paired_coded = {i for i, _ in pairs}, {j for _, j in pairs}
    return [i for i in range(gold) if i not in paired_gold], [j for j in range(coded) if j not in paired_coded]
