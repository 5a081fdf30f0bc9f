from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.pairing import pair_best, unpaired


def test_the_most_alike_come_first() -> None:
    assert pair_best([10, 20], [19, 11], lambda one, other: 100 - abs(one - other)) == [(0, 1), (1, 0)]


def test_equals_keep_the_order_of_the_lists() -> None:
    assert pair_best("aa", "aaa", lambda one, other: float(one == other)) == [(0, 0), (1, 1)]


def test_what_cannot_be_the_same_stays_alone() -> None:
    pairs = pair_best("ab", "bc", lambda one, other: float(one == other))
    assert pairs == [(1, 0)]
    assert unpaired(pairs, 2, 2) == ([0], [1])


@given(st.lists(st.integers(0, 4), max_size=7), st.lists(st.integers(0, 4), max_size=7))
def test_everything_stands_once(gold: list[int], coded: list[int]) -> None:
    pairs = pair_best(gold, coded, lambda one, other: float(one == other))
    missed, added = unpaired(pairs, len(gold), len(coded))
    assert sorted([i for i, _ in pairs] + missed) == list(range(len(gold)))
    assert sorted([j for _, j in pairs] + added) == list(range(len(coded)))
    assert len(pairs) == sum(min(gold.count(value), coded.count(value)) for value in set(gold))
