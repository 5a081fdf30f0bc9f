"""A pair of countries in an archive: two codes go in, their contacts, promises and formulas come out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from communique.archive import schema
from communique.archive.links.docket import DocketEntry, read_docket
from communique.archive.links.phrases import formula_histories
from communique.archive.links.showing import iso_day
from communique.linking.dyads.contacts import Contact, ContactMonth, count_contacts, last_and_next
from communique.linking.phrases.history import History

_claims, _occasions, _events, _parties = schema.claims, schema.occasions, schema.events, schema.participants
_HELD, _OFF = frozenset({"held", "under way"}), frozenset({"cancelled", "postponed", "suspended", "denied"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDyad:
    """Two countries (codes): contacts by month, the last and the next, promises not settled, formulas through time."""

    name: str
    countries: tuple[str, str]
    contacts: tuple[Contact, ...]
    months: tuple[ContactMonth, ...]
    last: Contact | None
    next: Contact | None
    promises: tuple[DocketEntry, ...]
    formulas: tuple[History, ...]


def show_dyad(connection: Connection, one: str, other: str, *, on: date) -> ShownDyad:
    """Return what the archive holds on a pair of countries, as it stands on a day."""
    contacts = _contacts(connection, one, other)
    last, coming = last_and_next(contacts, on=on.isoformat())
    docket = read_docket(connection, on=on, country=one)
    promises = (entry for entry in docket if entry.outcome.state in ("open", "due", "overdue"))
    return ShownDyad(
        name=f"dyad:{one}-{other}", countries=(one, other), contacts=tuple(contacts), months=count_contacts(contacts),
        last=last, next=coming, promises=tuple(entry for entry in promises if other in entry.countries),
        formulas=tuple(formula_histories(connection, (one, other))),
    )  # fmt: skip


def _contacts(connection: Connection, one: str, other: str) -> list[Contact]:
    ours, theirs = _parties.alias(), _parties.alias()
    claims = _claims.join(_events, (_events.c.coded == _claims.c.coded) & (_events.c.position == _claims.c.position))
    for side, country in ((ours, one), (theirs, other)):
        claims = claims.join(
            side, (side.c.coded == _claims.c.coded) & (side.c.event == _claims.c.position) & (side.c.country == country)
        )
    query = select(
        _claims.c.occasion, _events.c.status, ours.c.capacity.label("ours"), theirs.c.capacity.label("theirs")
    ).select_from(claims)
    told: dict[int, list[tuple[str, str | None, str | None]]] = defaultdict(list)
    for row in connection.execute(query):
        told[row.occasion].append((row.status, row.ours, row.theirs))
    rows = connection.execute(select(_occasions).order_by(_occasions.c.first.nulls_last(), _occasions.c.id))
    return [
        Contact(
            name=row.id, kind=row.kind, first_day=iso_day(row.first),
            held=any(status in _HELD for status, _, _ in told[row.key]),
            called_off=any(status in _OFF for status, _, _ in told[row.key]),
            one=tuple(sorted({title for _, title, _ in told[row.key] if title})),
            other=tuple(sorted({title for _, _, title in told[row.key] if title})),
        )
        for row in rows if row.key in told
    ]  # fmt: skip
