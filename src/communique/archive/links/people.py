"""People of an archive across spellings: a slug goes in, all namings of that person and posts in time come out."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, or_, select

from communique.archive import schema
from communique.archive.finding import newest_only
from communique.archive.links.judging import list_judgements
from communique.archive.names import report_name
from communique.linking.people.identity import Naming, Spelling, find_spellings
from communique.linking.people.tenures import Attested, Tenure, find_tenures

_actors, _coded, _posts, _reports = schema.actors, schema.coded_reports, schema.capacities, schema.reports
_DAY = func.substr(func.coalesce(_coded.c.dateline_date, _coded.c.published, ""), 1, 10)
_SHORTEST_WORD = 3


def spellings_of(connection: Connection, slug: str) -> list[Spelling]:
    """Every naming that may be the person called `slug`, with the verdict and its reason; none where nobody is."""
    words = [word for word in slug.split("-") if len(word) >= _SHORTEST_WORD] or [slug]
    likely = or_(*(_actors.c.slug.contains(word[:4], autoescape=True) for word in words))
    query = (
        newest_only(
            _actors.c.slug, func.min(_actors.c.name).label("name"), _actors.c.country,
            func.count(_coded.c.key.distinct()).label("reports"),
        )
        .join(_actors, _actors.c.coded == _coded.c.key)
        .where(_actors.c.kind == "person", likely)
        .group_by(_actors.c.slug, _actors.c.country)
        .order_by(_actors.c.slug, _actors.c.country)
    )  # fmt: skip
    namings = [
        Naming(slug=row.slug, name=row.name, country=row.country, reports=row.reports)
        for row in connection.execute(query)
    ]  # fmt: skip
    asked = [naming for naming in namings if naming.slug == slug]
    if not asked:
        return []
    same, different = _judged(connection, slug)
    return find_spellings(asked, namings, same=same, different=different)


def tenures_of(connection: Connection, slugs: Iterable[str]) -> list[Tenure]:
    """The posts of the person who has these slugs, with who held them before and after as far as the archive tells."""
    own = set(slugs)
    titles = select(_posts.c.title, _posts.c.country).join(
        _actors, (_actors.c.coded == _posts.c.coded) & (_actors.c.position == _posts.c.actor)
    )
    held = {(row.title, row.country) for row in connection.execute(titles.where(_actors.c.slug.in_(own)).distinct())}
    if not held:
        return []
    query = (
        newest_only(
            _actors.c.slug,
            _actors.c.name,
            _posts.c.title,
            _posts.c.country,
            _posts.c.former,
            _DAY.label("day"),
            _reports.c.id,
        )
        .join(_actors, _actors.c.coded == _coded.c.key)
        .join(_posts, (_posts.c.coded == _actors.c.coded) & (_posts.c.actor == _actors.c.position))
        .where(_actors.c.kind == "person", _posts.c.title.in_({title for title, _ in held}))
    )
    person = min(own)
    attested = [
        Attested(
            person=person if row.slug in own else row.name, title=row.title, country=row.country, day=row.day,
            former=bool(row.former), report=report_name(row.id),
        )
        for row in connection.execute(query)
        if row.day and (row.slug in own or (row.title, row.country) in held)
    ]  # fmt: skip
    return [tenure for tenure in find_tenures(attested) if tenure.person == person]


def _judged(connection: Connection, slug: str) -> tuple[set[str], set[str]]:
    same: set[str] = set()
    different: set[str] = set()
    for judgement in list_judgements(connection, about="person"):
        if slug in (judgement.one, judgement.other):
            other = judgement.other if judgement.one == slug else judgement.one
            (same if judgement.verdict == "same" else different).add(other)
    return same, different
