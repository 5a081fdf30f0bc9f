"""Dates of every precision bound days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.coding.days import bound_days


@pytest.mark.parametrize(
    ("value", "end", "bounds"),
    [
        ("2024", None, ("2024-01-01", "2024-12-31")),
        ("2024-02", None, ("2024-02-01", "2024-02-29")),
        ("2023-02", None, ("2023-02-01", "2023-02-28")),
        ("2024-05-14", None, ("2024-05-14", "2024-05-14")),
        ("2024-05-14T09:30", None, ("2024-05-14", "2024-05-14")),
        ("2023-W48", None, ("2023-11-27", "2023-12-03")),
        ("2020-W53", None, ("2020-12-28", "2021-01-03")),
        ("2024-05-14", "2024-05-17", ("2024-05-14", "2024-05-17")),
        ("2024-05", "2024-07", ("2024-05-01", "2024-07-31")),
        ("2024-05-14", "2024-05-10", ("2024-05-14", "2024-05-14")),
        ("2024-05-14", "soon", ("2024-05-14", "2024-05-14")),
    ],
)
def test_days_that_a_date_bounds(value: str, end: str | None, bounds: tuple[str, str]) -> None:
    assert bound_days(value, end) == bounds


@pytest.mark.parametrize("value", [None, "", "soon", "2024-13", "2024-02-30", "2023-W60", "0000", "24-05-14", "2024-5"])
def test_no_dates(value: str | None) -> None:
    assert bound_days(value) == (None, None)


@given(st.dates(), st.dates())
def test_any_period_begins_before_it_ends(one: date, other: date) -> None:
    first, last = bound_days(one.isoformat(), other.isoformat())
    assert first is not None
    assert last is not None
    assert first <= last
    assert first == one.isoformat()
