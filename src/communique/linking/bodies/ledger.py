"""The ledger of a body: tellings of its sessions go in, a line a session and what is odd come out.

The checks: numbers that are missing between two known ones, sessions whose numbers rise while their days fall; the year
of foundation, by arithmetic from anniversaries, and whether these agree; the next session, from the usual time between
two.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

# Two tellings of one session lie no further apart than this, in days.
_ONE_SESSION = 10
_FEWEST_GAPS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTold:
    """What one report tells of one session; days are ISO 8601, `held` whether it says that it took place."""

    name: str
    ordinal: int | None
    first_day: str | None
    last_day: str | None
    place: str | None
    held: bool
    chairs: tuple[str, ...]
    countries: tuple[str, ...]
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of a body, with every report that tells of it."""

    ordinal: int | None
    first_day: str | None
    last_day: str | None
    places: tuple[str, ...]
    chairs: tuple[str, ...]
    held: bool
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anniversary:
    """An anniversary of a body: so many years, in the year, by the words of a report."""

    years: int
    year: int
    words: str
    report: str

    @property
    def founded(self) -> int:
        """The year of foundation that follows."""
        return self.year - self.years


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A body: its names, the commonest first, its sides, its sessions in order, and what was found odd."""

    names: tuple[str, ...]
    sides: tuple[str, ...]
    sessions: tuple[Session, ...]
    founded: tuple[tuple[int, int], ...]
    remarks: tuple[str, ...]
    expected: str | None


def make_ledger(told: Sequence[SessionTold], anniversaries: Iterable[Anniversary] = ()) -> Ledger:
    """Return the ledger of one body from all that reports tell of it.

    `founded` counts, for each year of foundation that an anniversary gives, how many give it. `expected` is the month
    of the next session ("2025-11"), where two intervals or more between sessions are known and none is planned later.
    """
    sessions = _sessions(told)
    founded = Counter(one.founded for one in anniversaries).most_common()
    remarks = [*_odd_numbers(sessions), *_odd_days(sessions)]
    if len(founded) > 1:
        years = ", ".join(f"{year} ({count})" for year, count in sorted(founded))
        remarks.append(f"anniversaries give different years of foundation: {years}")
    sides = Counter(country for one in told for country in set(one.countries))
    most = len(told) / 2
    return Ledger(
        names=tuple(name for name, _ in Counter(one.name for one in told).most_common()),
        sides=tuple(sorted(country for country, count in sides.items() if count >= most)),
        sessions=tuple(sessions), founded=tuple(founded), remarks=tuple(remarks), expected=_expected(sessions),
    )  # fmt: skip


def _sessions(told: Sequence[SessionTold]) -> list[Session]:
    """One session a number, and one a time for those without a number; these join one of the same days."""
    numbered: dict[int, list[SessionTold]] = defaultdict(list)
    for one in told:
        if one.ordinal is not None:
            numbered[one.ordinal].append(one)
    groups = list(numbered.values())
    for one in sorted(
        (one for one in told if one.ordinal is None and one.first_day), key=lambda one: one.first_day or ""
    ):
        near = next((group for group in groups if any(_is_near(one, other) for other in group)), None)
        if near is None:
            groups.append([one])
        else:
            near.append(one)
    made = [_session(group) for group in groups]
    return sorted(made, key=lambda session: (session.first_day or "9999", session.ordinal or 0))


def _session(told: list[SessionTold]) -> Session:
    days = Counter((one.first_day, one.last_day or one.first_day) for one in told if one.first_day)
    first, last = min(days, key=lambda span: _rank(span, days[span])) if days else (None, None)
    return Session(
        ordinal=next((one.ordinal for one in told if one.ordinal is not None), None), first_day=first, last_day=last,
        places=tuple(dict.fromkeys(one.place for one in told if one.place)), held=any(one.held for one in told),
        chairs=tuple(dict.fromkeys(chair for one in told for chair in one.chairs)),
        reports=tuple(dict.fromkeys(one.report for one in told)),
    )  # fmt: skip


def _rank(span: tuple[str | None, str | None], count: int) -> tuple[bool, int, int, str]:
    """Days before months and years; of these what most reports give, then the shorter, then the earlier."""
    return (_length(span) > _ONE_SESSION, -count, _length(span), span[0] or "")


def _length(span: tuple[str | None, str | None]) -> int:
    first, last = span
    return (date.fromisoformat(last or "") - date.fromisoformat(first or "")).days if first and last else 9999


def _is_near(one: SessionTold, other: SessionTold) -> bool:
    if not one.first_day or not other.first_day:
        return False
    start = max(date.fromisoformat(one.first_day), date.fromisoformat(other.first_day))
    end = min(
        date.fromisoformat(one.last_day or one.first_day), date.fromisoformat(other.last_day or other.first_day)
    )  # fmt: skip
    return (start - end).days <= _ONE_SESSION


def _odd_numbers(sessions: list[Session]) -> Iterable[str]:
    known = sorted({session.ordinal for session in sessions if session.ordinal is not None})
    if known:
        missing = sorted(set(range(known[0], known[-1] + 1)) - set(known))
        if missing:
            yield f"no report tells of session {_listed(missing)}"


def _odd_days(sessions: list[Session]) -> Iterable[str]:
    numbered = [session for session in sessions if session.ordinal is not None and session.first_day]
    for one in numbered:
        for other in numbered:
            if (one.ordinal or 0) < (other.ordinal or 0) and (one.first_day or "") > (other.last_day or ""):
                days = f"{one.first_day}, after session {other.ordinal} of {other.first_day}"
                yield f"session {one.ordinal} is dated {days}"


def _expected(sessions: list[Session]) -> str | None:
    days = sorted(
        date.fromisoformat(session.first_day)
        for session in sessions
        if session.held and session.first_day and _length((session.first_day, session.last_day)) <= _ONE_SESSION
    )
    gaps = [(later - earlier).days for earlier, later in pairwise(days) if (later - earlier).days > _ONE_SESSION]
    if len(gaps) < _FEWEST_GAPS:
        return None
    last = days[-1].isoformat()
    if any(not session.held and (session.first_day or "") > last for session in sessions):
        return None
    return date.fromordinal(days[-1].toordinal() + round(median(gaps))).isoformat()[:7]


def _listed(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs)
