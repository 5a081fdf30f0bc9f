"""Diplomacy has parties of two states, or of a state and a foreign body; what happens at home is left."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

BETWEEN_STATES = [
    "Finnish President Alexander Stubb met with Estonian President Alar Karis in Tallinn.",
    "Egyptian Foreign Minister Sameh Shoukry held talks with UN Secretary-General António Guterres.",
    "Moroccan Foreign Minister Nasser Bourita visited Dakar on Tuesday.",
]
AT_HOME = [
    "President Biden met with governors of both parties at the White House.",
    "Prime Minister Scholz visited Bavaria, and the mayor of Munich received the chancellor.",
    "Tourists from Norway visited the cathedral in Rome.",
    "Brazil will meet Argentina in the final of the tournament on Sunday, and fans have travelled to Miami.",
]


@pytest.mark.parametrize("sentence", BETWEEN_STATES)
def test_an_act_between_states_is_coded(sentence: str, coded: Coded) -> None:
    assert coded(sentence).events


@pytest.mark.parametrize("sentence", AT_HOME)
def test_an_act_at_home_is_left(sentence: str, coded: Coded) -> None:
    assert not coded(sentence).events
