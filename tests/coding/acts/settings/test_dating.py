"""Tense, date and the report's day together say how an act stands and whether it is news."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.coding.acts.settings.dating import is_day_of_change, is_past
from communique.coding.record import CodedReport, EventDate

DAY = "2024-03-06"
PAST = [("2023", True), ("2024", False), ("2024-02", True), ("2024-03-05", False), ("2024-02-01", True),
        ("2024-W05", False), ("2024-03-20", False)]  # fmt: skip
STANDINGS = [
    ("Chinese Premier Li Qiang arrived in Berlin on Tuesday.", "visit", "under way", False),
    ("Chinese Premier Li Qiang is on a visit to Germany.", "visit", "under way", False),
    ("Chinese Premier Li Qiang visited Germany on Tuesday.", "visit", "held", False),
    ("Chinese Premier Li Qiang visited Germany in 2019.", "visit", "held", True),
    ("Chinese Premier Li Qiang travels to Berlin on Sunday.", "visit", "planned", False),
    ("Chinese Premier Li Qiang recently met German Chancellor Olaf Scholz.", "meeting", "held", True),
    ("The United States and India welcomed progress ahead of the upcoming Quad Leaders' Summit.", "session", "planned",
     False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "past"), PAST)
def test_is_past(value: str, past: bool) -> None:
    assert is_past(value, DAY) is past


@given(st.dates())
def test_a_day_is_never_past_on_itself(day: object) -> None:
    assert not is_past(str(day), str(day))


@pytest.mark.parametrize(("value", "told"), [("2024-03-05", True), ("2024-04-05", False), ("2024-03", False)])
def test_day_of_change(value: str, told: bool) -> None:
    assert is_day_of_change(EventDate(value=value), DAY) is told


@pytest.mark.parametrize(("text", "kind", "status", "background"), STANDINGS)
def test_standing(text: str, kind: str, status: str, background: bool, coded: Callable[[str], CodedReport]) -> None:
    found = [(event.status, event.background) for event in coded(text).events if event.kind == kind]
    assert found == [(status, background)]
