"""Answer questions from the tables: a question goes in, found events with their words come out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, column, func, or_, select, table, text, tuple_

from communique.archive import schema
from communique.archive.found import FoundEvent, FoundReport, FoundStatement
from communique.archive.names import event_name, report_name, statement_name
from communique.archive.question import Question
from communique.archive.reading import read_records
from communique.coding.record import CodedReport, Statement
from communique.report.excerpt import sentence_around

_BATCH = 200
_events, _parties, _coded, _reports = (
    schema.events, schema.participants, schema.coded_reports, schema.reports
)  # fmt: skip


def find_events(connection: Connection, question: Question, *, limit: int | None) -> Iterator[FoundEvent]:
    """Yield the events that answer `question`, the latest first, those without a date last."""
    query = (
        _matching(question, _events.c.coded, _events.c.position)
        .order_by(_events.c.first_day.desc().nulls_last(), _reports.c.id, _events.c.position)
        .limit(limit)
    )
    yield from load_events(connection, connection.execute(query).all())


def count_events(connection: Connection, question: Question) -> int:
    """How many events answer `question`."""
    return int(connection.scalar(_matching(question, func.count())) or 0)


def load_events(connection: Connection, keys: Iterable[Sequence[Any]]) -> Iterator[FoundEvent]:
    """Yield the events at `keys`, which are rows of a coded report's key and a position, in their order."""
    return _load(connection, keys, _found_event)


def load_statements(connection: Connection, keys: Iterable[Sequence[Any]]) -> Iterator[FoundStatement]:
    """Yield the statements at `keys`, in their order."""
    return _load(connection, keys, _found_statement)


def found_report(coded: CodedReport) -> FoundReport:
    """The short form of a report."""
    report = coded.report
    return FoundReport(
        name=report_name(report.id), id=report.id, source=report.source, outlet=report.outlet, headline=report.headline,
        published=report.published, url=report.url,
    )  # fmt: skip


def newest_only(*columns: Any) -> Select[Any]:
    """A query over the newest coding of each report."""
    return select(*columns).select_from(_coded.join(_reports, _is_newest()))


def _is_newest() -> ColumnElement[bool]:
    """Joined by its key, which has an index, a report is looked up and not searched for."""
    return and_(_reports.c.key == _coded.c.report, _reports.c.newest == _coded.c.key)


def _matching(question: Question, *columns: Any) -> Select[Any]:
    events = _events.join(_coded, _coded.c.key == _events.c.coded).join(_reports, _is_newest())
    return select(*columns).select_from(events).where(*_conditions(question))


def _conditions(question: Question) -> Iterator[ColumnElement[bool]]:
    for country in question.countries:
        yield _has_party(_parties.c.country == country)
    if question.person:
        yield _has_party(slug_holds(_parties.c.slug, question.person))
    if question.kinds:
        yield _events.c.kind.in_(question.kinds)
    if question.statuses:
        yield _events.c.status.in_(question.statuses)
    if question.since:
        yield _events.c.last_day >= question.since
    if question.until:
        yield _events.c.first_day <= question.until
    if question.outlet:
        yield _coded.c.outlet.icontains(question.outlet, autoescape=True)
    if question.text:
        hits: Select[Any] = select(column("rowid")).select_from(table("report_words"))
        yield _reports.c.key.in_(hits.where(text("report_words MATCH :words").bindparams(words=question.text)))


def slug_holds(slugs: Any, slug: str) -> ColumnElement[bool]:
    """Whether the words of `slug` stand together in a name: "zheng" in "han-zheng", not in "zhengzhou"."""
    anywhere = ("-" + slugs + "-").contains(f"-{slug}-", autoescape=True)
    return and_(slugs.is_not(None), or_(slugs == slug, anywhere))


def _has_party(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    among = select(_parties.c.coded, _parties.c.event).where(condition)
    return tuple_(_events.c.coded, _events.c.position).in_(among)


def _load[Found](
    connection: Connection, keys: Iterable[Sequence[Any]], make: Callable[[CodedReport, int], Found]
) -> Iterator[Found]:
    for batch in batched(keys, _BATCH):
        records = read_records(connection, {row[0] for row in batch})
        yield from (make(records[row[0]], row[1]) for row in batch)


def _found_event(coded: CodedReport, position: int) -> FoundEvent:
    event = coded.events[position]
    report = coded.report
    return FoundEvent(
        name=event_name(report.id, event.id), event=event, report=found_report(coded),
        words=str(sentence_around(report.text, event.trigger)).strip(), trigger=event.trigger.of(report.text),
    )  # fmt: skip


def _found_statement(coded: CodedReport, position: int) -> FoundStatement:
    statement = coded.statements[position]
    return FoundStatement(
        name=statement_name(coded.report.id, statement.id), statement=statement, report=found_report(coded),
        words=words_of(statement, coded.report.text),
    )  # fmt: skip


def words_of(statement: Statement, body: str) -> str:
    """The words stated, where the cue interrupts them with " … " between."""
    return " … ".join(" ".join(span.of(body).split()) for span in statement.content)
