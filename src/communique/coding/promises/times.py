"""Tell whether times are still to come: a time or a value and the report's day go in, yes or no comes out."""

from datetime import date

from communique.language.analysis import TimeExpression
from communique.language.words import Word


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


def _words_of(time: TimeExpression) -> list[Word]:
    """The words of a time and the two before it ("earlier in the week")."""
    return [word for word in time.head.sentence.words if time.first - 2 <= word.i < time.stop]
