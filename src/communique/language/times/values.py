"""Work out what words of time mean, seen from the report's day and from the day last spoken of.

Takes the values that a pattern kept and the moment they are read at; gives ISO 8601 at the precision of the words.
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from communique.language.analysis import Basis
from communique.language.times.moment import (
    Meaning,
    Moment,
    NoDay,
    anchor_of,
    anchor_year_of,
    day_of,
    distance,
    period_around,
    shift,
    weekday_before,
    weekday_from,
    year_of,
    year_of_month,
)
from communique.language.times.words import PieceValue

type Values = Mapping[str, PieceValue]

_STEPS = {"last": -1, "past": -1, "this": 0, "that": 0, "same": 0, "next": 1, "coming": 1, "following": 1}
_ANCHORED = frozenset({"that", "same", "following"})
_PARTS = frozenset("morning mornings afternoon evening night noon midday midnight dawn nightfall".split())


def meaning_of(rule: str, values: Values, moment: Moment) -> Meaning | None:
    """What the words mean by `rule`; `None` where they turn out to be no time at all (a 31st of June)."""
    try:
        meaning = _RULES[rule](values, moment)
    except NoDay:
        return Meaning()
    except (ValueError, OverflowError):
        return None
    if meaning is None or meaning.end is None or str(meaning.value) < meaning.end:
        return meaning
    return replace(meaning, end=None) if meaning.value == meaning.end else None


def _iso(values: Values, _: Moment) -> Meaning:
    return Meaning(date(int(values["year"]), int(values["day"]), int(values["day2"])).isoformat(), None, "stated")


def _numeric(values: Values, _: Moment) -> Meaning | None:
    """29.11.2023, 2023/11/29, 11/29/2023; with a slash and both figures below 13 the order cannot be known."""
    text = str(values["numeric"])
    a, b, c = (int(part) for part in text.replace("/", ".").split("."))
    if a > 31:
        return Meaning(date(a, b, c).isoformat(), None, "stated")
    if "." in text or a > 12:
        return Meaning(date(c, b, a).isoformat(), None, "stated")
    value = date(c, a, b).isoformat() if b > 12 or a == b else f"{c:04d}"
    return Meaning(value, None, "stated")


def _date(values: Values, moment: Moment) -> Meaning | None:
    month, day = int(values["month"]), int(values["day"])
    year = _stated_year(values, moment)
    if year is None:
        weekday = values.get("weekday")
        year = year_of(month, day, moment, None if weekday is None else int(weekday))
    if year is None:
        return Meaning(None, None, "stated") if 1 <= day <= 31 else None
    return Meaning(date(year, month, day).isoformat(), None, "stated")


def _days(values: Values, moment: Moment) -> Meaning | None:
    month, day, day2 = int(values["month"]), int(values["day"]), int(values["day2"])
    month2 = int(values.get("month2", month))
    crosses = (month2, day2) < (month, day)
    if "year2" in values:
        year2 = int(values["year2"])
        year: int | None = int(values.get("year", year2 - crosses))
    else:
        year = int(values["year"]) if "year" in values else year_of(month, day, moment, None)
        year2 = (year or 0) + crosses
    if year is None:
        return Meaning(None, None, "stated")
    start, end = date(year, month, day), date(year2, month2, day2)
    return Meaning(start.isoformat(), end.isoformat(), "stated") if start < end else None


def _dom(values: Values, moment: Moment) -> Meaning | None:
    """ "The 29th": of this month, of the one before or of the next, as the tense asks."""
    anchor, day = anchor_of(moment), int(values["day"])
    near = [shift(anchor.replace(day=1), "month", step) for step in (-1, 0, 1)]
    found = [d.replace(day=day) for d in near if day <= calendar.monthrange(d.year, d.month)[1]]
    if "weekday" in values:
        found = [d for d in found if d.weekday() == values["weekday"]] or found
    return Meaning(min(found, key=lambda d: distance(d, moment)).isoformat(), None, "stated")


def _month(values: Values, moment: Moment) -> Meaning:
    month = int(values["month"])
    year = _stated_year(values, moment)
    if year is None:
        year = year_of_month(month, str(values.get("dir", "")), moment)
    return Meaning(f"{year:04d}-{month:02d}", None, "stated" if "dir" not in values else "relative")


def _months(values: Values, moment: Moment) -> Meaning:
    month, month2 = int(values["month"]), int(values["month2"])
    crosses = month2 < month
    year2 = int(values["year2"]) if "year2" in values else None
    year = int(values["year"]) if "year" in values else None
    if year is None:
        year = year2 - crosses if year2 is not None else year_of_month(month, "", moment)
    return Meaning(f"{year:04d}-{month:02d}", f"{year2 or year + crosses:04d}-{month2:02d}", "stated")


def _fraction(values: Values, moment: Moment) -> Meaning | None:
    """Halves, quarters and "the first ten months" of a year, as months from and to."""
    year = int(values["year"]) if "year" in values else shift(_base(values, moment), "year", _step(values)).year
    if "qtr" in values:
        size, nth = 3, int(values["qtr"])
    elif "months" in values:
        months = int(values["months"])
        return Meaning(f"{year:04d}-01", f"{year:04d}-{months:02d}") if values["size"] == "month" else None
    else:
        size, nth = {"half": 6, "quarter": 3}[str(values["size"])], int(values["nth"])
    if not 1 <= nth <= 12 // size:
        return None
    basis: Basis = "stated" if "year" in values else "relative"
    return Meaning(f"{year:04d}-{(nth - 1) * size + 1:02d}", f"{year:04d}-{nth * size:02d}", basis)


def _year(values: Values, _: Moment) -> Meaning:
    return Meaning(f"{values['year']:04d}", None, "stated")


def _years(values: Values, _: Moment) -> Meaning | None:
    year = int(values["year"])
    year2 = int(values["year2"]) if "year2" in values else year // 100 * 100 + int(values["short"])
    return Meaning(f"{year:04d}", f"{year2:04d}", "stated") if year < year2 else None


def _decade(values: Values, _: Moment) -> Meaning | None:
    year = int(values["decade"])
    return Meaning(f"{year:04d}", f"{year + 9:04d}", "stated") if year % 10 == 0 else None


def _season(values: Values, moment: Moment) -> Meaning:
    """A season is told by its year, the finest that holds on both halves of the globe."""
    year = _stated_year(values, moment)
    if year is not None:
        return Meaning(f"{year:04d}", None, "stated")
    day, over = day_of(moment), int(values["season"])
    match values["dir"]:
        case "last" | "past":
            return Meaning(f"{day.year - (day.month <= over):04d}")
        case "next" | "coming":
            return Meaning(f"{day.year + (day.month > over - 3 and over > 3):04d}")
    return Meaning(f"{_base(values, moment).year:04d}")


def _weekday(values: Values, moment: Moment) -> Meaning:
    weekday, direction = int(values["weekday"]), values.get("dir")
    monday = day_of(moment) - timedelta(day_of(moment).weekday())
    if "of" in values:
        return Meaning((monday + timedelta(weekday + 7 * _STEPS[str(values["of"])])).isoformat())
    match direction:
        case "next":
            return Meaning((monday + timedelta(weekday + 7)).isoformat())
        case "last" | "past":
            return Meaning(weekday_before(weekday, day_of(moment) - timedelta(1)).isoformat())
        case "coming":
            return Meaning(weekday_from(weekday, day_of(moment) + timedelta(1)).isoformat())
        case "following":
            return Meaning(weekday_from(weekday, anchor_of(moment) + timedelta(1)).isoformat())
        case "this":
            return Meaning((monday + timedelta(weekday)).isoformat())
    ahead = moment.tense > 0
    return Meaning((weekday_from if ahead else weekday_before)(weekday, day_of(moment)).isoformat())


def _weekdays(values: Values, moment: Moment) -> Meaning:
    start = date.fromisoformat(str(_weekday(values, moment).value))
    return Meaning(start.isoformat(), weekday_from(int(values["weekday2"]), start + timedelta(1)).isoformat())


def _deictic(values: Values, moment: Moment) -> Meaning:
    return Meaning((day_of(moment) + timedelta(int(values["deictic"]))).isoformat())


def _beyond(values: Values, moment: Moment) -> Meaning:
    """ "The day after tomorrow", "the day before yesterday"."""
    days = int(values["deictic"]) + (1 if values["side"] in ("after", "later") else -1)
    return Meaning((day_of(moment) + timedelta(days)).isoformat())


def _sameday(_: Values, moment: Moment) -> Meaning:
    """ "Later in the day": the day that the story has reached."""
    day = moment.last if moment.tense > 0 else (moment.near and moment.last_past) or moment.reached
    return Meaning((day or day_of(moment)).isoformat())


def _unit(values: Values, moment: Moment) -> Meaning | None:
    unit, direction = str(values["unit"]), values.get("dir")
    if unit in _PARTS:
        if direction == "past" or (direction == "last" and unit not in ("night", "evening")):
            return Meaning((anchor_of(moment) - timedelta(1)).isoformat())
        return Meaning((_base(values, moment) + timedelta(_step(values))).isoformat())
    if unit in ("day", "minute", "hour"):
        if direction is None:
            return _sameday(values, moment)
        if direction in ("this", "coming", "last") or (direction == "that" and moment.last is None):
            return None
        return Meaning((anchor_of(moment) + timedelta(_step(values))).isoformat())
    if direction == "past":
        return Meaning(is_duration=True)
    if unit == "weekend" and direction is None:
        return Meaning(*_weekend(moment))
    if unit == "year" and direction in _ANCHORED:
        return Meaning(f"{anchor_year_of(moment) + _step(values):04d}")
    return Meaning(*period_around(shift(_base(values, moment), unit, _step(values)), unit))


def _weekend(moment: Moment) -> tuple[str, str | None]:
    day = day_of(moment)
    return period_around(day if moment.tense > 0 or day.weekday() > 4 else day - timedelta(7), "weekend")


def _anchored(values: Values, moment: Moment) -> Meaning:
    """ "The day before", "the week after": one unit from the day last spoken of."""
    unit, side = str(values["unit"]), values["side"]
    base = day_of(moment) if side == "ago" else anchor_of(moment)
    return Meaning(*period_around(shift(base, unit, 1 if side in ("after", "later") else -1), unit))


def _offset(values: Values, moment: Moment) -> Meaning:
    """ "Two days ago", "a year later": counted units from the report's day, or from the day last spoken of."""
    unit, side, count = str(values["unit"]), values["side"], _count(values)
    if "approx" in values and values["approx"] in ("more", "less", "over", "than"):
        return Meaning()
    base = day_of(moment) if side == "ago" else anchor_of(moment)
    if unit in ("year", "decade") and side != "ago" and moment.near and len(moment.near) == 4:
        base = date(int(moment.near), 1, 1)
    moved = shift(base, unit, count if side in ("after", "later") else -count)
    return Meaning(*period_around(moved, "year" if unit in ("decade", "century") else unit))


def _within(values: Values, moment: Moment) -> Meaning:
    """The last day, month or year of a term that begins on the report's day."""
    unit = str(values["unit"])
    finest = {"week": "day", "weekend": "day", "quarter": "month", "decade": "year", "century": "year"}.get(unit, unit)
    finest = "month" if unit == "year" and _count(values) == 1 else finest
    return Meaning(*period_around(shift(day_of(moment), unit, _count(values)), finest))


def _point(values: Values, moment: Moment) -> Meaning:
    """ "In two weeks" is a day to come after a verb of the future, else a length."""
    if moment.tense <= 0:
        return Meaning(is_duration=True)
    unit = str(values["unit"])
    return Meaning(*period_around(shift(day_of(moment), unit, _count(values)), unit))


def _base(values: Values, moment: Moment) -> date:
    """The day from which a pointer counts: the one last spoken of for "that" and "the following", else the report's."""
    return anchor_of(moment) if values.get("dir", values.get("of")) in _ANCHORED else day_of(moment)


def _step(values: Values) -> int:
    return _STEPS.get(str(values.get("dir", "this")), 0)


def _count(values: Values) -> int:
    return 1 if values["n"] in ("a", "an") else int(values["n"])


def _stated_year(values: Values, moment: Moment) -> int | None:
    """The year in the words themselves: "2016", or "of that year", "last year"."""
    if "year" in values:
        return int(values["year"])
    if "of" in values:
        pointer = str(values["of"])
        return (anchor_year_of(moment) if pointer in _ANCHORED else day_of(moment).year) + _STEPS[pointer]
    return None


_RULES: Mapping[str, Callable[[Values, Moment], Meaning | None]] = {
    "iso": _iso, "numeric": _numeric, "date": _date, "days": _days, "dom": _dom, "month": _month, "months": _months,
    "fraction": _fraction, "year": _year, "years": _years, "decade": _decade, "season": _season, "weekday": _weekday,
    "weekdays": _weekdays, "deictic": _deictic, "beyond": _beyond, "sameday": _sameday, "unit": _unit,
    "anchored": _anchored, "offset": _offset, "within": _within, "point": _point,
    "hours": lambda _, moment: Meaning(day_of(moment).isoformat()),
    "later": lambda values, moment: _sameday(values, moment) if values["unit"] in ("minute", "hour") else Meaning(),
    "vague": lambda _values, _moment: Meaning(),
    "duration": lambda _values, _moment: Meaning(is_duration=True),
    "recurring": lambda _values, _moment: Meaning(is_recurring=True),
}  # fmt: skip
