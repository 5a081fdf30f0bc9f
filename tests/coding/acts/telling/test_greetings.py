"""Greetings spoken at a talk are no messages; letters and cables are."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
CALL = "President Alexander Stubb of Finland spoke by phone with President Andrzej Duda of Poland. "


@pytest.mark.parametrize(
    ("told", "is_message"),
    [
        ("The presidents exchanged congratulations on the holiday.", False),
        ("The presidents exchanged letters of congratulation on the holiday.", True),
    ],
)
def test_greetings_of_a_call_are_left(told: str, is_message: bool, coded: Coded) -> None:
    kinds = [event.kind for event in coded(CALL + told).events]
    assert "call" in kinds
    assert ("message" in kinds) is is_message


def test_letters_both_ways_are_two_messages(coded: Coded) -> None:
    report = coded(
        "President Xi Jinping of China sent a message to President Tran Dai Quang of Vietnam. "
        "President Xi Jinping of China and President Tran Dai Quang of Vietnam exchanged messages of greeting."
    )
    assert [event.kind for event in report.events].count("message") == 2
