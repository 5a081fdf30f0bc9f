"""Words, numbers and topics of passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.linking.comparing.words import Passage, numbers_in, topics_in


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Trade rose by 12.5 percent to $13.7 billion.", ["12.5 percent", "$13.7 billion"]),
        ("Seven of 12 ministers met on May 6.", ["12 ministers", "May 6"]),
        ("Talks are on January 9–10.", ["January 9", "January 10"]),
        ("Nothing is counted.", []),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert numbers_in(text) == numbers


def test_topics_come_in_the_order_of_the_text() -> None:
    text = "They spoke of grain and of the pipelines, then of Ukraine and human rights. UN reform followed."
    assert topics_in(text) == ["food security", "energy", "Ukraine", "human rights and democracy", "United Nations"]
    assert topics_in("A commentator wrote about unions.") == []


def test_overlap_is_of_the_matter_not_of_small_words() -> None:
    one = Passage.of("Russia must lower tensions with Ukraine and the region.")
    assert one.overlap(Passage.of("Lowering the tension with Ukraine is what Russia must do.")) > 0.4
    assert one.overlap(Passage.of("The and of with must.")) == 0.0


@given(st.text(max_size=200), st.text(max_size=200))
def test_overlap_is_a_share_and_the_same_from_both_sides(one: str, other: str) -> None:
    ours, theirs = Passage.of(one), Passage.of(other)
    assert 0.0 <= ours.overlap(theirs) <= 1.0
    assert ours.overlap(theirs) == theirs.overlap(ours)
    assert not ours.words or ours.overlap(ours) == 1.0
