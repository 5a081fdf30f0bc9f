"""Days with their years worked out, and weekdays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sources.calendar import DATE, day_meant, weekday_meant

DAYS = [
    ("Nov. 29", "2023-11-30", "2023-11-29"),
    ("Dec 31", "2024-01-01", "2023-12-31"),
    ("Jan. 1", "2023-12-31", "2024-01-01"),
    ("29 February", "2023-03-01", "2024-02-29"),
    ("24th August, 2024", "2024-08-24", "2024-08-24"),
    ("Sept. 3, 2019", None, "2019-09-03"),
    ("Sept. 3", None, None),
    ("08/07/2024", "2024-07-08", "2024-07-08"),
    ("08/07/2024", "2024-08-07", "2024-08-07"),
    ("08/07/2024", None, None),
    ("2024-07-08", None, "2024-07-08"),
    ("February 30, 2024", "2024-02-28", None),
]


@pytest.mark.parametrize(("words", "near", "day"), DAYS)
def test_day_meant(words: str, near: str | None, day: str | None) -> None:
    match = DATE.search(words)
    assert match is not None
    assert day_meant(match, near) == day


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(-150, 150))
def test_a_missing_year_is_the_nearest(published: date, shift: int) -> None:
    day = published + timedelta(days=shift)
    match = DATE.search(f"{day:%B} {day.day}")
    assert match is not None
    if (day.month, day.day) != (2, 29):
        assert day_meant(match, published.isoformat()) == day.isoformat()


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 6))
def test_a_weekday_is_the_last_one(published: date, back: int) -> None:
    day = published - timedelta(days=back)
    assert weekday_meant(f"{day:%A}", published.isoformat()) == day.isoformat()


def test_a_weekday_needs_a_day_to_count_from() -> None:
    assert weekday_meant("Tuesday", None) is None
    assert weekday_meant("Tuesday", "sometime") is None
