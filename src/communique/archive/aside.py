"""Reports that are kept uncoded: how a report stands, what may be its near copy, and lists of those set aside."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from communique.archive import schema
from communique.archive.names import report_name

_reports, _aside = schema.reports, schema.set_aside
# A story that more reports than this may be copies of is a form; one of the likeliest decides.
_MOST_NEAR = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a known report stands: where it was found, whether it is coded, else why not, in the words of `Aside`."""

    sources: frozenset[str]
    is_coded: bool
    why: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A coded report that may be the original of a near copy: how many bands they share, its text and date."""

    id: str
    shared: int
    text: str
    published: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A report that is kept and not coded: `name` is what `show` takes, `original` is the name of what it copies."""

    name: str
    source: str
    headline: str | None
    why: str
    reason: str
    language: str | None
    original: str | None
    likeness: float | None


def standing_of(connection: Connection, report_id: str) -> Standing | None:
    """How the report stands whose text has this id; None where it is not known."""
    query = select(_reports.c.key, _reports.c.newest, _aside.c.why).join(
        _aside, _aside.c.report == _reports.c.key, isouter=True
    )
    row = connection.execute(query.where(_reports.c.id == report_id)).first()
    if row is None:
        return None
    where = schema.appearances.c
    sources = connection.scalars(select(where.source).where(where.report == row.key))
    return Standing(sources=frozenset(sources), is_coded=row.newest is not None, why=row.why)


def report_of_page(connection: Connection, digest: bytes) -> str | None:
    """The id of the report that the page with this digest gave."""
    query = select(_reports.c.id).join(schema.pages, schema.pages.c.report == _reports.c.key)
    return connection.scalar(query.where(schema.pages.c.digest == digest))


def near_reports(connection: Connection, bands: Iterable[int]) -> list[Near]:
    """Coded reports that share a band, those with most bands first, then those kept first."""
    there = schema.bands.c
    shared = func.count().label("shared")
    each = select(there.report, shared).where(there.band.in_(list(bands))).group_by(there.report)
    each = each.order_by(shared.desc(), there.report).limit(_MOST_NEAR)
    found = each.subquery()
    coded = schema.coded_reports.c
    query = (
        select(_reports.c.id, _reports.c.text, found.c.shared, coded.published)
        .join(found, found.c.report == _reports.c.key)
        .join(schema.coded_reports, coded.key == _reports.c.newest)
        .order_by(found.c.shared.desc(), _reports.c.key)
    )
    return [
        Near(id=row.id, shared=row.shared, text=row.text, published=row.published) for row in connection.execute(query)
    ]


def list_set_aside(connection: Connection, *, why: str | None, limit: int | None) -> tuple[SetAside, ...]:
    """The reports that are kept and not coded, the latest first."""
    original = _reports.alias()
    query = (
        select(
            _reports.c.id, _reports.c.source, _reports.c.headline, _aside.c.why, _aside.c.reason, _aside.c.language,
            original.c.id.label("original"), _aside.c.likeness,
        )
        .join(_reports, _reports.c.key == _aside.c.report)
        .join(original, original.c.key == _aside.c.original, isouter=True)
        .where(_reports.c.newest.is_(None))
        .order_by(_aside.c.report.desc())
        .limit(limit)
    )  # fmt: skip
    if why is not None:
        query = query.where(_aside.c.why == why)
    return tuple(
        SetAside(
            name=report_name(row.id), source=row.source, headline=row.headline, why=row.why, reason=row.reason,
            language=row.language, original=row.original and report_name(row.original), likeness=row.likeness,
        )
        for row in connection.execute(query)
    )  # fmt: skip
