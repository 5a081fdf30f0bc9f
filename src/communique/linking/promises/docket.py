"""The docket: promises with the occasions that may answer them go in, what became of each by a day comes out.

- **kept**: an occasion of the kind that was promised was held, within the due time and some days beside it;
- **overtaken**: that occasion was cancelled or put off, or a later report gives it another day;
- **overdue**: the due time has passed, and no occasion is known;
- **due**: the day falls into the due time;
- **open**: the due time is to come, or none is given.
"""

from dataclasses import dataclass
from typing import Literal

from communique.linking.people.names import folded_words

PromiseState = Literal["open", "due", "kept", "overdue", "overtaken"]
# A visit that was due on a day may be told of a day later; one due in a month, in the days around it.
_SLACK = 2
_LONG = 31
_KINDS: dict[str, frozenset[str]] = {
    "visit": frozenset({"visit", "meeting", "session", "ceremony"}),
    "meeting": frozenset({"meeting", "call", "session", "negotiation", "visit"}),
    "session": frozenset({"session", "meeting"}),
    "agreement": frozenset({"signing", "agreement"}),
    "aid": frozenset({"aid"}),
}  # fmt: skip

_BY_THEMSELVES = frozenset({"anniversary", "themed year"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """A promise as linking needs it: days as numbers (`date.toordinal`), the day it was published among them.

    `occasion` is that of the event in which the same words tell of it, where there is one.
    """

    name: str
    kind: str
    what: str
    by: str | None
    published: int | None
    first: int | None
    last: int | None
    countries: frozenset[str]
    occasion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An occasion as a promise sees it: whether any report says that it was held, or called off, and since when."""

    name: str
    kind: str
    first: int | None
    last: int | None
    held: bool
    called_off: bool
    published: int | None
    people: frozenset[str]
    countries: frozenset[str]
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a promise: its state, why, and the occasion that says so where there is one."""

    state: PromiseState
    reason: str
    occasion: str | None = None


def settle(promise: Promised, happenings: list[Happening], *, on: int) -> Outcome:
    """What became of a promise by the day number `on`.

    `happenings` are its own occasion, where it has one, and others that may answer it, those that took place around the
    time it was due.
    """
    if promise.kind in _BY_THEMSELVES and promise.last is not None and promise.last < on:
        return Outcome(state="kept", reason="such a day comes by itself")
    happenings = [one for one in happenings if one.first is None or one.first <= on]
    own = next((one for one in happenings if one.name == promise.occasion), None)
    if own and own.held and _is_later(own, promise):
        return Outcome(state="kept", reason="reports of the same occasion say that it was held", occasion=own.name)
    if own and own.called_off:
        return Outcome(state="overtaken", reason="it was called off or put off", occasion=own.name)
    for one in sorted(happenings, key=lambda other: (other.first or 0, other.name)):
        if one.held and _is_later(one, promise) and _answers(one, promise):
            return Outcome(state="kept", reason="an occasion of that kind was held in time", occasion=one.name)
    if promise.first is None or promise.last is None:
        return Outcome(state="open", reason="no day is given")
    if on < promise.first:
        return Outcome(state="open", reason="the day is to come")
    if on <= promise.last:
        return Outcome(state="due", reason="it is due now")
    return Outcome(state="overdue", reason="the day has passed, and no report says that it was kept")


def _is_later(happening: Happening, promise: Promised) -> bool:
    """Whether it can have happened after it was promised."""
    if happening.last is None or promise.published is None:
        return True
    return happening.last >= promise.published - _SLACK


def _answers(happening: Happening, promise: Promised) -> bool:
    """Whether an occasion is of the kind, the time and the people of a promise."""
    if promise.first is None or promise.last is None or happening.first is None or happening.last is None:
        return False
    if happening.kind not in _KINDS.get(promise.kind, frozenset()):
        return False
    if happening.first > promise.last + _SLACK or happening.last < promise.first - _SLACK:
        return False
    named = set(folded_words(f"{promise.by or ''} {promise.what}"))
    people = sum(1 for person in happening.people if named.intersection(person.split()))
    if not promise.countries <= happening.countries and promise.countries:
        return False
    placed = bool(happening.place and named.intersection(folded_words(happening.place)))
    # One person and a place or the other side; or two people; a long due time asks for more than a short one.
    return people + placed + (len(promise.countries) > 1) >= (2 if promise.last - promise.first <= _LONG else 3)
