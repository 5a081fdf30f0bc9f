"""Find what a readout is to be compared with: a report goes in, another outlet's or the one before it comes out."""

from typing import Any

from sqlalchemy import Connection, select

from communique.archive import schema
from communique.archive.links.claims import read_claims
from communique.linking.occasions import HEADLINE, Claim

_claims, _coded, _reports = schema.claims, schema.coded_reports, schema.reports


def shared_events(connection: Connection, one: str, other: str) -> tuple[str, str] | None:
    """The ids of the events of two reports that are of one occasion; those their reports are about come first."""
    ours, theirs = _claims_of(connection, one), _claims_of(connection, other)
    common = [
        (mine.main + yours.main, mine.id, yours.id)
        for mine in ours
        for yours in theirs
        if mine.occasion == yours.occasion
    ]
    best = max(common, key=lambda pair: pair[0], default=None)
    return (best[1], best[2]) if best else None


def previous_readout(connection: Connection, report_id: str) -> str | None:
    """The id of the report before this one: by the same outlet, on an act of the same family and the same countries.

    None where the report is about nothing between two countries, or is the first.
    """
    key = connection.scalar(select(_reports.c.newest).where(_reports.c.id == report_id))
    this = connection.execute(select(_coded.c.outlet, _coded.c.published).where(_coded.c.key == key)).first()
    subject = _subject(connection, key) if key else None
    if this is None or subject is None or len(subject.countries) < 2 or not this.published:
        return None
    parties = schema.participants
    query = (
        select(_coded.c.key, _reports.c.id)
        .join(_reports, _reports.c.newest == _coded.c.key)
        .join(parties, parties.c.coded == _coded.c.key)
        .where(_coded.c.outlet == this.outlet, _coded.c.published < this.published, parties.c.country.is_not(None))
        .where(parties.c.country.in_(subject.countries))
        .distinct()
        .order_by(_coded.c.published.desc(), _reports.c.id)
    )
    for row in connection.execute(query):
        before = _subject(connection, row.key)
        if before and before.family == subject.family and before.countries == subject.countries:
            return str(row.id)
    return None


def _subject(connection: Connection, key: int) -> Claim | None:
    """What a report is about: of its claims the first that linking marked so."""
    main = set(connection.scalars(select(_claims.c.position).where(_claims.c.coded == key, _claims.c.main == 1)))
    return next((claim for claim in read_claims(connection, [key]) if claim.key[1] in main), None)


def _claims_of(connection: Connection, report_id: str) -> list[Any]:
    events = schema.events
    query = select(events.c.id, _claims.c.occasion, _claims.c.main).join(
        _claims, (_claims.c.coded == events.c.coded) & (_claims.c.position == events.c.position)
    )
    query = query.join(_reports, _reports.c.newest == events.c.coded).where(_reports.c.id == report_id)
    return list(connection.execute(query.where(_claims.c.position != HEADLINE).order_by(events.c.position)))
