"""Measures that are wanted, threatened or asked for are no acts; those told as done or decided are."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Iran and Iraq must reach an agreement on water, Turkey said.", "agreement"),
        ("The ministers of Iran and Iraq stressed the importance of signing a treaty with Turkey.", "signing"),
        ("Cuba demanded that the United States lift its embargo against Cuba.", "sanction"),
        ("Russia threatened to break diplomatic relations with Japan.", "relations"),
        ("Iran and Iraq agreed that they would continue to work with Turkey.", "agreement"),
        ("I extend my good wishes to all Algerians.", "message"),
    ],
)
def test_what_is_wanted_is_no_act(sentence: str, kind: str, coded: Coded) -> None:
    assert kind not in [event.kind for event in coded(sentence).events]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Iran and Iraq reached an agreement on water, Turkey said.", "agreement"),
        ("The United States decided to lift its embargo against Cuba.", "sanction"),
        ("Russia will break diplomatic relations with Japan.", "relations"),
        ("Iran and Iraq agreed that they would open a bridge.", "agreement"),
    ],
)
def test_what_is_done_or_decided_is_an_act(sentence: str, kind: str, coded: Coded) -> None:
    assert kind in [event.kind for event in coded(sentence).events]
