"""Days as datelines and stamps write them: matched words go in, ISO 8601 days come out."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month{n}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|Jun\.|Jul\.)"
)
WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?(?![\w-])", re.I)
DATE = re.compile(
    rf"\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,?\s+)?(?:"
    rf"{_MONTH.format(n=1)}\s*(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:(?:,?\s+|\s?/\s?)(?P<year1>(?:19|20)\d\d))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH.format(n=2)}(?![a-z])(?:,?[\s-]+(?P<year2>(?:19|20)\d\d))?"
    rf"|(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>\d{{1,2}})[-/.](?P<day3>\d{{1,2}})"
    rf"|(?P<first4>\d{{1,2}})[-/.](?P<second4>\d{{1,2}})[-/.](?P<year4>(?:19|20)\d\d))",
    re.I,
)


def day_meant(match: re.Match[str], near: str | None) -> str | None:
    """Return the day that a match of DATE names; a missing year is the one that brings it nearest to the day `near`."""
    part = match.groupdict()
    if part["year4"]:
        return _day_or_month_first(int(part["first4"]), int(part["second4"]), int(part["year4"]), near)
    if part["year3"]:
        return _iso(int(part["year3"]), int(part["month3"]), int(part["day3"]))
    month = _MONTHS.index((part["month1"] or part["month2"])[:3].lower()) + 1
    number = int(part["day1"] or part["day2"])
    year = part["year1"] or part["year2"]
    if year:
        return _iso(int(year), month, number)
    published = _day(near)
    if published is None:
        return None
    around = (_iso(published.year + shift, month, number) for shift in (-1, 0, 1))
    return min((day for day in around if day), key=lambda day: abs(date.fromisoformat(day) - published), default=None)


def weekday_meant(word: str, near: str | None) -> str | None:
    """Return the last day of that weekday up to and including the day `near`."""
    published = _day(near)
    if published is None:
        return None
    back = (published.weekday() - _WEEKDAYS.index(word[:3].lower())) % 7
    return (published - timedelta(days=back)).isoformat()


def _day_or_month_first(first: int, second: int, year: int, near: str | None) -> str | None:
    """Read 08/07/2024 as the day nearer to publication; without one only where a single reading is a day."""
    readings = [day for day in (_iso(year, second, first), _iso(year, first, second)) if day]
    published = _day(near)
    if published is not None and readings:
        return min(readings, key=lambda day: abs(date.fromisoformat(day) - published))
    return readings[0] if len(set(readings)) == 1 else None


def _day(near: str | None) -> date | None:
    try:
        return date.fromisoformat(near[:10]) if near else None
    except ValueError:
        return None


def _iso(year: int, month: int, number: int) -> str | None:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None
