"""What was talked about joins the meeting or call at which it was."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

OPENING = "Danish Prime Minister Mette Frederiksen met with Dutch Prime Minister Mark Rutte on Tuesday."
CASES = [
    ("They discussed trade relations.", ("trade relations",)),
    ("They exchanged views on climate policy.", ("climate policy",)),
    ("They reviewed the energy crisis and joint projects.", ("the energy crisis", "joint projects")),
    ("They shook hands.", ()),
]


@pytest.mark.parametrize(("sentence", "topics"), CASES)
def test_topics(sentence: str, topics: tuple[str, ...], coded: Callable[[str], CodedReport]) -> None:
    meeting = next(event for event in coded(f"{OPENING} {sentence}").events if event.kind == "meeting")
    assert meeting.topics == topics
