"""Formulas of an archive through time: words or countries go in, histories of the phrases come out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, and_, func, select

from communique.archive import schema
from communique.archive.finding import newest_only
from communique.archive.names import report_name
from communique.linking.comparing.words import Passage
from communique.linking.phrases.history import History, Uttered, make_history

_coded, _reports, _formulas, _actors, _countries = (
    schema.coded_reports, schema.reports, schema.formulas, schema.actors, schema.formula_countries
)  # fmt: skip
_DAY = func.substr(func.coalesce(_coded.c.dateline_date, _coded.c.published, ""), 1, 10)


def formula_history(connection: Connection, words: str, countries: Sequence[str] = ()) -> History | None:
    """The history of every formula that has all of `words`, those between `countries` alone where some are given."""
    wanted = Passage.of(words.replace("-", " ")).words
    uttered = [
        one for one in _uttered(connection, countries) if wanted <= Passage.of(one.text.replace("-", " ")).words
    ]  # fmt: skip
    return make_history(uttered, _reports_by_month(connection)) if wanted else None


def formula_histories(connection: Connection, countries: Sequence[str]) -> Iterator[History]:
    """The histories of the formulas between countries: partnerships as one ladder, others phrase by phrase."""
    months = _reports_by_month(connection)
    groups: dict[tuple[str, frozenset[str]], list[Uttered]] = defaultdict(list)
    for one in _uttered(connection, countries):
        words = frozenset[str]() if one.family == "partnership" else Passage.of(one.text.replace("-", " ")).words
        groups[one.family, words].append(one)
    histories = (make_history(group, months) for group in groups.values())
    found = [history for history in histories if history]
    yield from sorted(found, key=lambda history: (-sum(count for _, count in history.variants), history.first.text))


def _uttered(connection: Connection, countries: Iterable[str]) -> Iterator[Uttered]:
    spoken = and_(_actors.c.coded == _coded.c.key, _actors.c.id == _formulas.c.speaker)
    query = (
        newest_only(
            _formulas.c.text, _formulas.c.family, _DAY.label("day"), _reports.c.id,
            func.coalesce(_actors.c.name, _coded.c.outlet, "").label("voice"),
        )
        .join(_formulas, _formulas.c.coded == _coded.c.key)
        .outerjoin(_actors, spoken)
    )  # fmt: skip
    for country in countries:
        about = select(_countries.c.coded).where(
            _countries.c.coded == _formulas.c.coded, _countries.c.formula == _formulas.c.position,
            _countries.c.country == country,
        )  # fmt: skip
        query = query.where(about.exists())
    for row in connection.execute(query.order_by(_reports.c.id, _formulas.c.position)):
        yield Uttered(
            text=row.text, family=row.family, voice=row.voice or "nobody named", day=row.day or "",
            report=report_name(row.id),
        )  # fmt: skip


def _reports_by_month(connection: Connection) -> Counter[str]:
    months = func.substr(_DAY, 1, 7)
    rows = connection.execute(newest_only(months.label("month"), func.count().label("reports")).group_by(months))
    return Counter({row.month: row.reports for row in rows if row.month})
