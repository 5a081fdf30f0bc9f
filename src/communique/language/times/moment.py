"""From where words of time are read, and the sums of the calendar that they ask for.

Takes the report's day and what the report has told so far; gives days, periods in ISO 8601 and the likeliest year.
"""

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from communique.language.analysis import Basis

_AGAINST_TENSE = 200  # days by which a date on the wrong side of the report's day counts as further off
_SLACK = 3  # days by which a tense is no reason to doubt the nearest date
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What words of time mean; `value` is `None` where they fix nothing."""

    value: str | None = None
    end: str | None = None
    basis: Basis = "relative"
    is_duration: bool = False
    is_recurring: bool = False


@dataclass
class Moment:
    """From where words of time are read: the report's day, and what the report has told of time up to here.

    `last` is the day last spoken of, `last_past` the last that is not to come, and `reached` the last such day that a
    sentence tells of and no clause that looks back ("who had come on Sunday"); `near` what the same sentence has told,
    at the words' own precision; `year` the year last spoken of;
    `story` the date with a year that the same sentence has told of ("on May 3, 2016, and again on June 1").
    """

    day: date | None
    last: date | None = None
    last_past: date | None = None
    year: int | None = None
    story: date | None = None
    reached: date | None = None
    near: str | None = None
    find_tense: Callable[[], int] = field(default=lambda: 0)

    @cached_property
    def tense(self) -> int:
        """-1 for the past, 1 for the future, 0 where the verb does not tell."""
        return self.find_tense()


def period_around(day: date, unit: str) -> tuple[str, str | None]:
    """The day, week, month, year or decade that `day` lies in: ISO, and the end where ISO has no sign."""
    match unit:
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02d}", None
        case "weekend":
            saturday = day - timedelta(day.weekday() - 5)
            return saturday.isoformat(), (saturday + timedelta(1)).isoformat()
        case "month":
            return f"{day:%Y-%m}", None
        case "quarter":
            first = (day.month - 1) // 3 * 3 + 1
            return f"{day.year:04d}-{first:02d}", f"{day.year:04d}-{first + 2:02d}"
        case "year":
            return f"{day.year:04d}", None
        case "decade":
            return f"{day.year // 10 * 10:04d}", f"{day.year // 10 * 10 + 9:04d}"
        case "century":
            return f"{day.year // 100 * 100 + 1:04d}", f"{day.year // 100 * 100 + 100:04d}"
    return day.isoformat(), None


def shift(day: date, unit: str, count: int) -> date:
    """`day` moved by `count` units; the last day of a month stays inside its month."""
    match unit:
        case "day":
            return day + timedelta(count)
        case "hour":
            return day + timedelta(count // 24 if count >= 0 else -(-count // 24))
        case "week" | "weekend":
            return day + timedelta(7 * count)
        case "minute":
            return day
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


class NoDay(Exception):
    """Words that lean on a day were met where none is known."""


def day_of(moment: Moment) -> date:
    """The report's day; NoDay where there is none."""
    if moment.day is None:
        raise NoDay
    return moment.day


def anchor_of(moment: Moment) -> date:
    """The day that the story has reached, of what is to come the day last spoken of; else the report's."""
    if moment.tense > 0:
        return moment.last or day_of(moment)
    return (moment.near and moment.last_past) or moment.reached or day_of(moment)


def anchor_year_of(moment: Moment) -> int:
    """The year last spoken of, else the report's."""
    return moment.year or day_of(moment).year


def year_of(month: int, day: int, moment: Moment, weekday: int | None) -> int | None:
    """The year of a date without one: the nearest to the report's day that the tense and a named weekday allow."""
    if moment.day is None:
        return None
    story = moment.story
    if story and moment.tense <= 0 and story.year < moment.day.year and (month, day) > (story.month, story.day):
        return story.year
    found = []
    for year in range(moment.day.year - 6, moment.day.year + 7):
        if day > calendar.monthrange(year, month)[1]:
            continue
        candidate = date(year, month, day)
        off = 3_000 if weekday is not None and candidate.weekday() != weekday else 0
        found.append((distance(candidate, moment) + off, year))
    return min(found)[1] if found else None


def distance(candidate: date, moment: Moment) -> int:
    """How far a date lies from the report's day, one against the tense further."""
    ahead = (candidate - day_of(moment)).days
    if abs(ahead) <= _SLACK:
        return abs(ahead)
    return abs(ahead) + (_AGAINST_TENSE if ahead * moment.tense < 0 else 0)


def year_of_month(month: int, direction: str, moment: Moment) -> int:
    """The year of a month without one: as its pointer says ("last May"), else the nearest that the tense allows."""
    day = day_of(moment)
    match direction:
        case "last" | "past":
            return day.year - (month >= day.month)
        case "next" | "coming":
            return day.year + (month <= day.month)
        case "this":
            return day.year
        case "following":
            return anchor_year_of(moment) + (moment.last is not None and month <= moment.last.month)
        case "that" | "same":
            return anchor_year_of(moment)
    found = []
    for year in (day.year - 1, day.year, day.year + 1):
        ahead = (year - day.year) * 12 + month - day.month
        found.append((abs(ahead) + (12 if ahead * moment.tense < 0 else 0), year))
    return min(found)[1]


def weekday_before(weekday: int, day: date) -> date:
    """The last such weekday on or before `day`."""
    return day - timedelta((day.weekday() - weekday) % 7)


def weekday_from(weekday: int, day: date) -> date:
    """The first such weekday on or after `day`."""
    return day + timedelta((weekday - day.weekday()) % 7)
