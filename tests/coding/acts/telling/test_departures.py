"""The end of a visit belongs to the visit; an end told alone is the visit."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

ONE_VISIT = [
    "Kenyan President William Ruto arrived in Tokyo on Sunday to meet Fumio Kishida. He flew home on Tuesday.",
    "Dutch Prime Minister Mark Rutte arrived in Jakarta on Sunday. Rutte wrapped up his visit on Tuesday.",
    "Kenyan President William Ruto returned home from Tokyo on Tuesday.",
]


@pytest.mark.parametrize("text", ONE_VISIT)
def test_a_visit_and_its_end_are_one(text: str, coded: Coded) -> None:
    assert len([event for event in coded(text).events if event.kind == "visit"]) == 1


def test_a_way_on_is_a_visit_of_its_own(coded: Coded) -> None:
    text = "Dutch Prime Minister Mark Rutte arrived in Jakarta on Sunday. Rutte left for Singapore on Tuesday."
    places = [event.place.name for event in coded(text).events if event.kind == "visit" and event.place]
    assert places == ["Jakarta", "Singapore"]
