"""A call told first and gone on about is one act; a meeting with a place or day of its own is another."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
NAMED = (
    "Serbian President Aleksandar Vucic had a telephone conversation with President Kassym-Jomart Tokayev "
    "of Kazakhstan.\n\n"
)


@pytest.mark.parametrize(
    "goes_on",
    [
        "The two leaders had a detailed discussion of trade.",
        "Mr Vucic and Mr Tokayev continued their exchange of views on energy.",
        "The leaders held an exchange of views on transport.",
    ],
)
def test_words_that_resume_a_call_tell_no_meeting(goes_on: str, coded: Coded) -> None:
    assert [event.kind for event in coded(NAMED + goes_on).events] == ["call"]


def test_meeting_with_its_own_day_is_another_act(coded: Coded) -> None:
    text = NAMED + "Aleksandar Vucic held talks with Kassym-Jomart Tokayev in Astana on 3 May 2024."
    assert {event.kind for event in coded(text).events} >= {"call", "meeting"}
