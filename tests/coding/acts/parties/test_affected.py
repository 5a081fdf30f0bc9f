"""Measures and gifts told of one side alone find the other, and protests told twice are one."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

CASES = [
    ("Chile and Peru met. Chile lifted its embargo in May.", "sanction", ("CHL", "sender"), ("PER", "target")),
    ("The Danish envoy was called in, Libya's foreign ministry said.", "protest", ("LBY", "sender"), ("DNK", "target")),
    ("Canada slapped tariffs on Norwegian salmon.", "sanction", ("CAN", "sender"), ("NOR", "target")),
    ("A Turkish plane with 30 tonnes of food landed in Mogadishu.", "aid", ("TUR", "sender"), ("SOM", "recipient")),
    ("Two aircraft were dispatched by Italy to help Greek crews.", "aid", ("ITA", "sender"), ("GRC", "recipient")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "giver", "affected"), CASES)
def test_both_sides(text: str, kind: str, giver: tuple[str, str], affected: tuple[str, str], coded: Coded) -> None:
    event = next(event for event in coded(text).events if event.kind == kind)
    assert {giver, affected} <= {(person.country, person.role) for person in event.participants}


def test_a_protest_told_twice_is_one(coded: Coded) -> None:
    text = "Kenya lodged a protest with Uganda. Kenya handed a note of protest to the Ugandan ambassador."
    assert [event.kind for event in coded(text).events].count("protest") == 1


def test_tariffs_on_all_strike_no_one_country(coded: Coded) -> None:
    text = "France and Chad held talks. France imposed tariffs on steel."
    for event in coded(text).events:
        assert event.kind != "sanction" or all(person.role != "target" for person in event.participants)
