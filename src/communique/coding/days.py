"""The days that a date of any precision bounds: ISO 8601 goes in, its first and last day come out."""

import calendar
import re
from datetime import date

_YEAR = re.compile(r"(\d{4})$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d{2})$")


def bound_days(value: str | None, end: str | None = None) -> tuple[str, str] | tuple[None, None]:
    """Return the first and last day of `value`, or of the period from it to `end`; two `None` where it is no date."""
    first = _days_of(value)
    last = _days_of(end) if end else first
    if first is None:
        return (None, None)
    if last is None or last[1] < first[0]:
        last = first
    return (first[0].isoformat(), last[1].isoformat())


def _days_of(value: str | None) -> tuple[date, date] | None:
    if not value:
        return None
    try:
        if found := _DAY.match(value):
            day = date(*map(int, found.groups()))
            return (day, day)
        if found := _MONTH.match(value):
            year, month = map(int, found.groups())
            return (date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
        if found := _YEAR.match(value):
            year = int(found.group(1))
            return (date(year, 1, 1), date(year, 12, 31))
        if found := _WEEK.match(value):
            year, week = map(int, found.groups())
            return (date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
    except ValueError:
        return None
    return None
