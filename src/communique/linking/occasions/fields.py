"""What the reports of one occasion give for each field: events go in, rows of values by report come out.

A row is "agreed" where all reports that give a value give the same and at least two do, "in conflict" where two values
exclude each other, "in some" where only some reports give any, and "in one" where there is but one report.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.coding.days import bound_days
from communique.coding.record import Event, Participant
from communique.linking.occasions.claims import body_words
from communique.linking.people.names import compare_names

FieldState = Literal["agreed", "in conflict", "in some", "in one"]
_ON = frozenset({"proposed", "planned", "under way", "held"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldRow:
    """One field of an occasion: its value in each report, in their order, absent where a report gives none."""

    name: str
    state: FieldState
    values: tuple[str | None, ...]


def compare_fields(events: Sequence[Event]) -> tuple[FieldRow, ...]:
    """Return a row for each field that any of the events gives, then one for each party and each party's capacity."""
    rows: list[FieldRow] = []
    for name, value, agrees in _FIELDS:
        row = make_row(name, [value(event) for event in events], agrees)
        if row:
            rows.append(row)
    for parties in align_parties([event.participants for event in events]):
        rows.extend(_rows_of_party(parties))
    return tuple(rows)


def align_parties(parties: Sequence[Sequence[Participant]]) -> list[list[Participant | None]]:
    """Set the parties of several events side by side: one list a party, with its part in each event or None."""
    lines: list[list[Participant | None]] = []
    for column, here in enumerate(parties):
        for party in here:
            line = next((line for line in lines if line[column] is None and _stands_in(line, party)), None)
            if line is None:
                line = [None] * len(parties)
                lines.append(line)
            line[column] = party
    return lines


def make_row(
    name: str, values: Sequence[str | None], agrees: Callable[[str, str], bool] | None = None
) -> FieldRow | None:
    """The row of one field; None where no report gives it. `agrees` says whether two values can both be true."""
    given = [value for value in values if value]
    if not given:
        return None
    check = agrees or _same_words
    if len(values) == 1:
        state: FieldState = "in one"
    elif not all(check(given[0], value) or check(value, given[0]) for value in given):
        state = "in conflict"
    else:
        state = "agreed" if len(given) == len(values) else "in some"
    return FieldRow(name=name, state=state, values=tuple(values))


def days_agree(one: str, other: str) -> bool:
    """Whether two dates of any precision can be one: the one lies within the other."""
    ours, theirs = _bounds(one), _bounds(other)
    return ours[0] <= theirs[0] <= theirs[1] <= ours[1] or theirs[0] <= ours[0] <= ours[1] <= theirs[1]


def _rows_of_party(parties: list[Participant | None]) -> Iterable[FieldRow]:
    name = max((party.name for party in parties if party), key=len)
    told = [f"{party.name} ({party.role})" if party else None for party in parties]
    row = make_row(name, told, lambda _one, _other: True)
    if row:
        yield row
    titles = [party.capacity if party else None for party in parties]
    title = make_row(f"{name}: capacity", titles, _titles_agree)
    if title:
        yield title


def _stands_in(line: list[Participant | None], party: Participant) -> bool:
    return any(other is not None and _is_one_party(other, party) for other in line)


def _is_one_party(one: Participant, other: Participant) -> bool:
    if one.name.casefold() == other.name.casefold():
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return compare_names(one.name, other.name) != "different"


def _same_words(one: str, other: str) -> bool:
    return one.casefold() == other.casefold()


def _statuses_agree(one: str, other: str) -> bool:
    """Whether the one can become the other in time: what was planned is held; what is called off is not."""
    return (one in _ON) == (other in _ON)


def _titles_agree(one: str, other: str) -> bool:
    """Whether one title says no more than a part of the other: "President", "President of the Republic of Finland"."""
    ours, theirs = body_words(one), body_words(other)
    return ours <= theirs or theirs <= ours


def _bodies_agree(one: str, other: str) -> bool:
    return _titles_agree(one, other)


def _bounds(value: str) -> tuple[str, str]:
    first, _, last = value.partition(" to ")
    start, end = bound_days(first, last or None)
    return (start or "", end or "")


def _date(event: Event) -> str | None:
    if not event.date or not event.date.value:
        return None
    return f"{event.date.value} to {event.date.end}" if event.date.end else event.date.value


def _body(event: Event) -> str | None:
    return event.body.name if event.body else None


def _ordinal(event: Event) -> str | None:
    return str(event.body.ordinal) if event.body and event.body.ordinal else None


_FIELDS: tuple[tuple[str, Callable[[Event], str | None], Callable[[str, str], bool] | None], ...] = (
    ("kind", lambda event: event.kind, None),
    ("status", lambda event: event.status, _statuses_agree),
    ("mode", lambda event: event.mode, None),
    ("date", _date, days_agree),
    ("place", lambda event: event.place.name if event.place else None, None),
    ("country of the place", lambda event: event.place.country if event.place else None, None),
    ("body", _body, _bodies_agree),
    ("session number", _ordinal, None),
    ("type of visit", lambda event: event.visit_type, None),
    ("topics", lambda event: ", ".join(event.topics) or None, lambda _one, _other: True),
)
