"""Days and moments as sources write them: words go in, ISO 8601 comes out."""

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    r"(?P<month{n}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|Jun\.|Jul\.)"
)
WEEKDAY = re.compile(r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?(?![\w-])", re.I)
TIME = re.compile(r"\b([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?(?:\s*([ap])\.?m\b\.?)?", re.I)
DATE = re.compile(
    rf"\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?,?\s+)?(?:"
    rf"{_MONTH.format(n=1)}\s*(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?\b(?:(?:,?\s+|\s?/\s?)(?P<year1>(?:19|20)\d\d))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH.format(n=2)}(?![a-z])(?:,?[\s-]+(?P<year2>(?:19|20)\d\d))?"
    rf"|(?P<year3>(?:19|20)\d\d)[-/.](?P<month3>\d{{1,2}})[-/.](?P<day3>\d{{1,2}})"
    rf"|(?P<first4>\d{{1,2}})[-/.](?P<second4>\d{{1,2}})[-/.](?P<year4>(?:19|20)\d\d))",
    re.I,
)


def moment_of(words: str, near: str | None = None) -> str | None:
    """Return the moment `words` name, at the precision they have; None where they name no day."""
    match = DATE.search(words)
    day = day_meant(match, near) if match else None
    if match is None or day is None:
        return None
    time = TIME.search(words[: match.start()]) or TIME.search(words[match.end() :])
    if time is None:
        return day
    hour = int(time.group(1))
    if time.group(3):
        hour = hour % 12 + (12 if time.group(3).lower() == "p" else 0)
    return f"{day}T{hour:02}:{time.group(2)}"


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
