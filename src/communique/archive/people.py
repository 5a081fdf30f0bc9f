"""Gather what the reports say of people of one name: a slug goes in, posts by day, events and statements come out."""

from collections.abc import Iterator

from sqlalchemy import Connection

from communique.archive import schema
from communique.archive.finding import found_report, load_events, load_statements, newest_only
from communique.archive.found import FoundStatement, HeldPost, PersonEvent, ShownPerson
from communique.archive.links.people import spellings_of, tenures_of
from communique.archive.names import slug_of
from communique.archive.reading import each_record
from communique.coding.record import CodedReport
from communique.language.actors import Actor

_actors, _parties, _speakers = schema.actors, schema.participants, schema.statement_speakers
_coded, _reports, _events, _statements = schema.coded_reports, schema.reports, schema.events, schema.statements


def show_person(connection: Connection, slug: str) -> ShownPerson | None:
    """Return what is known of the person whose name is `slug`, however spelt; `None` where nobody is called so."""
    spellings = spellings_of(connection, slug)
    slugs = {slug, *(one.naming.slug for one in spellings if one.verdict == "same")}
    query = newest_only(_coded.c.key).join(_actors, _actors.c.coded == _coded.c.key)
    query = query.where(_actors.c.slug.in_(slugs), _actors.c.kind == "person").distinct()
    keys = connection.scalars(query.order_by(_coded.c.published, _reports.c.id)).all()
    if not keys:
        return None
    people = [(coded, actor) for coded in each_record(connection, keys) for actor in coded.actors if _is(actor, slugs)]
    posts = [held for coded, actor in people for held in _posts(coded, actor)]
    return ShownPerson(
        name=f"person:{slug}",
        names=tuple(dict.fromkeys(actor.name for _, actor in people)),
        countries=tuple(dict.fromkeys(actor.country for _, actor in people if actor.country)),
        reports=len(keys),
        posts=tuple(sorted(posts, key=lambda held: held.day or "")),
        events=tuple(_parts(connection, slugs)),
        statements=tuple(_said(connection, slugs)),
        spellings=tuple(spellings),
        tenures=tuple(tenures_of(connection, slugs)),
    )


def _is(actor: Actor, slugs: set[str]) -> bool:
    return actor.kind == "person" and slug_of(actor.name) in slugs


def _posts(coded: CodedReport, actor: Actor) -> Iterator[HeldPost]:
    line = coded.report.dateline
    day = (line and line.date) or (coded.report.published or "")[:10] or None
    for post in actor.capacities:
        yield HeldPost(day=day, post=post, words=post.span.of(coded.report.text), report=found_report(coded))


def _parts(connection: Connection, slugs: set[str]) -> Iterator[PersonEvent]:
    query = newest_only(_events.c.coded, _events.c.position).join(_events, _events.c.coded == _coded.c.key)
    query = query.join(_parties, (_parties.c.coded == _events.c.coded) & (_parties.c.event == _events.c.position))
    query = query.where(_parties.c.slug.in_(slugs)).distinct()
    keys = connection.execute(query.order_by(_events.c.first_day, _reports.c.id, _events.c.position)).all()
    for found in load_events(connection, keys):
        part = next(party for party in found.event.participants if slug_of(party.name) in slugs)
        yield PersonEvent(found=found, part=part)


def _said(connection: Connection, slugs: set[str]) -> Iterator[FoundStatement]:
    query = newest_only(_statements.c.coded, _statements.c.position).join(
        _statements, _statements.c.coded == _coded.c.key
    )
    spoken = (_speakers.c.coded == _statements.c.coded) & (_speakers.c.statement == _statements.c.position)
    query = query.join(_speakers, spoken).where(_speakers.c.slug.in_(slugs)).distinct()
    keys = connection.execute(query.order_by(_coded.c.published, _reports.c.id, _statements.c.position)).all()
    yield from load_statements(connection, keys)
