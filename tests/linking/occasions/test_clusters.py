"""Groups of claims, whatever their order."""

import random

from hypothesis import given
from hypothesis import strategies as st

from communique.linking.occasions import components, group, pair_of

ONE, TWO, THREE, FOUR = (1, 0), (2, 0), (3, 0), (1, 1)


def test_claims_of_one_report_stay_apart_though_a_third_is_like_both() -> None:
    groups = group([ONE, TWO, FOUR], {(ONE, TWO): 5.0, (FOUR, TWO): 4.0})
    assert groups == [[ONE, TWO], [FOUR]]


def test_two_that_speak_against_each_other_are_not_joined_by_a_third() -> None:
    scores = {(ONE, TWO): 6.0, (TWO, THREE): 5.0}
    assert group([ONE, TWO, THREE], scores, score=lambda *_: -4.0) == [[ONE, TWO], [THREE]]
    assert group([ONE, TWO, THREE], scores, score=lambda *_: -1.0) == [[ONE, TWO, THREE]]


def test_what_was_judged_stands() -> None:
    scores = {(ONE, TWO): 6.0}
    apart, together = frozenset({(ONE, TWO)}), frozenset({(TWO, THREE)})
    assert group([ONE, TWO, THREE], scores, different=apart) == [[ONE], [TWO], [THREE]]
    assert group([ONE, TWO, THREE], scores, same=together, score=lambda *_: 0.5) == [[ONE, TWO, THREE]]


def _within(part: list, scores: dict, order: list) -> dict:  # type: ignore[type-arg]
    return {pair: scores[pair] for pair in order if pair[0] in part}


keys = st.tuples(st.integers(1, 6), st.integers(0, 2))


@given(st.dictionaries(st.tuples(keys, keys).filter(lambda pair: pair[0][0] != pair[1][0]), st.floats(0.5, 9)))
def test_the_order_of_links_is_no_matter_and_no_report_stands_twice(found: dict) -> None:  # type: ignore[type-arg]
    scores = {pair_of(*pair): value for pair, value in found.items()}
    claims = {claim for pair in scores for claim in pair}
    shuffled = list(scores)
    random.Random(1).shuffle(shuffled)
    whole = [group(part, _within(part, scores, list(scores))) for part in components(scores, claims)]
    again = [group(part, _within(part, scores, shuffled)) for part in components(shuffled, claims)]
    assert whole == again
    for groups in whole:
        for together in groups:
            reports = [claim[0] for claim in together]
            assert len(reports) == len(set(reports))
    assert sorted(claim for groups in whole for together in groups for claim in together) == sorted(claims)
