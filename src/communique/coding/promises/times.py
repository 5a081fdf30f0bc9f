"""Tell whether times are still to come: a time or a value and the report's day go in, yes or no comes out."""

from datetime import date, timedelta
from functools import cache

from communique.language.analysis import TimeExpression
from communique.language.words import Word
from communique.lexicon import read_lexicon


def is_ahead(time: TimeExpression, day: str | None) -> bool:
    """Whether the words name a time that may still come on the report's day."""
    if time.is_recurring or time.value is None or day is None:
        return False
    if any(word.lower in {"earlier", "last", "ago", "past"} for word in _words_of(time)):
        return False
    return is_day_ahead(time.end or time.value, day)


def is_day_ahead(value: str, day: str) -> bool:
    """Whether a day, month, week or year is not over on the day given."""
    if "W" in value:
        year, week, _ = date.fromisoformat(day).isocalendar()
        return value >= f"{year}-W{week:02d}"
    return value[:10] >= day[: len(value[:10])]


def is_later(time: TimeExpression, day: str | None) -> bool:
    """Whether the words name a time after the report's day."""
    return is_ahead(time, day) and (time.value or "")[:10] > (day or "")[: len((time.value or "")[:10])]


def day_after(day: str, amount: int, unit: str) -> str | None:
    """The day, or the month, that lies `amount` units after a day: seven days, 40 days, a month."""
    if unit.startswith("month"):
        months = int(day[:4]) * 12 + int(day[5:7]) - 1 + amount
        return f"{months // 12}-{months % 12 + 1:02d}"
    days = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14}.get(unit.removesuffix("s"))
    return (date.fromisoformat(day) + timedelta(days=round(amount * days))).isoformat() if days else None


def count_of(word: str) -> int | None:
    """The number that a figure or a word says: "40", "seven", "a"."""
    if word.isdecimal():
        return int(word)
    return _counts().get(word)


@cache
def _counts() -> dict[str, int]:
    numbers = read_lexicon("communique.language", "times")["numbers"]
    return {"a": 1, "an": 1} | {name: int(value) for value, names in numbers.items() for name in names}


def _words_of(time: TimeExpression) -> list[Word]:
    """The words of a time and the two before it ("earlier in the week")."""
    return [word for word in time.head.sentence.words if time.first - 2 <= word.i < time.stop]
