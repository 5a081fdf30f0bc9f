"""When a report was published, as its source states it: a value of any kind goes in, ISO 8601 or nothing comes out."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from communique.sources.calendar import DATE, TIME, moment_of

_ISO = re.compile(
    r"(?P<date>\d{4}-\d\d(?:-\d\d)?|\d{4})"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?$"
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(?:\d\d)?(Z|[+-]\d\d:?\d\d)?)?$")
# Seconds since 1970, between 1990 and 2100: other bare numbers are no dates.
_EARLIEST, _LATEST = 631152000, 4102444800


def published_of(value: object) -> str | None:
    """Return `value` as ISO 8601 at the precision it has; None where it is no date or may be read in two ways."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        seconds = value / 1000 if value > _LATEST else value
        return datetime.fromtimestamp(seconds, UTC).isoformat() if _EARLIEST <= seconds <= _LATEST else None
    if not isinstance(value, str):
        return None
    words = " ".join(value.split())
    return _iso(words) or _compact(words) or _mail_date(words) or _in_words(words)


def _iso(words: str) -> str | None:
    match = _ISO.match(words)
    if match is None or not _is_day(match["date"]):
        return None
    if match["time"] is None:
        return match["date"]
    return f"{match['date']}T{match['time']}{match['zone'] or ''}" if len(match["date"]) == len("2000-01-01") else None


def _compact(words: str) -> str | None:
    match = _COMPACT.match(words)
    if match is None:
        return None
    day = "-".join((match[1], match[2], match[3]))
    if not _is_day(day):
        return None
    return f"{day}T{match[4]}:{match[5]}{match[6] or ''}" if match[4] else day


def _mail_date(words: str) -> str | None:
    """Read "Thu, 30 Nov 2023 08:12:00 +0000", the form of feeds and mails."""
    if "," not in words[:5]:
        return None
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def _in_words(words: str) -> str | None:
    """Read "30 November 2023, 08:12" where nothing else is said and one reading only is possible."""
    if len(words) > 80 or re.search(r"[^\W\d_]{3,}", TIME.sub("", DATE.sub("", words))):
        return None
    return moment_of(words)


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(f"{words}-01-01"[:10] if len(words) < len("2000-01-01") else words)
    except ValueError:
        return False
    return True
