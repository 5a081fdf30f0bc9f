"""Tell which fixed phrases an archive holds: those of the lexicon that were coded, and those that nobody has listed."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Row, and_, func, select

from communique.archive import schema
from communique.archive.finding import newest_only
from communique.archive.found import FoundPhrase
from communique.archive.names import report_name
from communique.coding.phrases import discover_phrases
from communique.coding.recurrence import Told

_coded, _reports, _formulas, _actors = schema.coded_reports, schema.reports, schema.formulas, schema.actors
_DAY = func.substr(func.coalesce(_coded.c.dateline_date, _coded.c.published, ""), 1, 10)


def list_formulas(connection: Connection, *, limit: int | None) -> tuple[FoundPhrase, ...]:
    """Return the formulas of the lexicon that the reports hold, those in the most reports first."""
    words, reports = func.lower(_formulas.c.text), func.count(_coded.c.key.distinct())
    spoken = and_(_actors.c.coded == _coded.c.key, _actors.c.id == _formulas.c.speaker)
    query = (
        newest_only(
            func.min(_formulas.c.text).label("words"), _formulas.c.family, reports.label("reports"),
            func.count(func.coalesce(_actors.c.slug, _coded.c.outlet, "").distinct()).label("voices"),
            func.count(_DAY.distinct()).label("days"), func.min(_DAY).label("first"), func.max(_DAY).label("last"),
            func.min(_reports.c.id).label("report"),
        )
        .join(_formulas, _formulas.c.coded == _coded.c.key)
        .outerjoin(_actors, spoken)
        .group_by(words, _formulas.c.family)
        .order_by(reports.desc(), words, _formulas.c.family)
        .limit(limit)
    )  # fmt: skip
    return tuple(
        FoundPhrase(
            words=row.words, family=row.family, score=None, reports=row.reports, voices=row.voices, days=row.days,
            first=row.first or None, last=row.last or None, report=report_name(row.report),
        )
        for row in connection.execute(query)
    )  # fmt: skip


def discover(connection: Connection, *, least: int, limit: int | None) -> tuple[FoundPhrase, ...]:
    """Return phrases of three words and more that recur in `least` reports or more and that no lexicon names."""
    query = newest_only(_coded.c.key, _coded.c.outlet, _DAY.label("day"), _reports.c.id, _reports.c.text)
    rows = connection.execute(query.order_by(_reports.c.id)).all()
    people = connection.scalars(select(_actors.c.name).where(_actors.c.kind == "person").distinct()).all()
    others = select(_actors.c.name).where(_actors.c.kind.in_(("organisation", "state"))).distinct()
    posts = select(schema.capacities.c.title).distinct()
    names = (*connection.scalars(others), *connection.scalars(posts))
    found = discover_phrases(_each_text(connection, rows), least=least, people=people, names=names)
    return tuple(
        FoundPhrase(
            words=phrase.words, family=None, score=phrase.score, reports=phrase.texts, voices=phrase.voices,
            days=phrase.days, first=phrase.first or None, last=phrase.last or None,
            report=report_name(rows[phrase.text].id),
        )
        for phrase in found[:limit]
    )  # fmt: skip


def _each_text(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[Told]:
    """Yield the texts with the ranges of what is stated in them, each under the first of its speakers."""
    content, speakers = schema.statement_content, schema.statement_speakers
    query = select(content.c.coded, content.c.start, content.c.stop, speakers.c.slug).join(
        speakers, (speakers.c.coded == content.c.coded) & (speakers.c.statement == content.c.statement)
    )
    stated: dict[int, list[tuple[int, int, str]]] = {}
    for coded, start, stop, slug in connection.execute(query.where(speakers.c.position == 0)):
        if slug:
            stated.setdefault(coded, []).append((start, stop, slug))
    for row in rows:
        yield Told(row.text, f"outlet {row.outlet or ''}", row.day or "", tuple(stated.get(row.key, ())))
