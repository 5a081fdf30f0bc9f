"""Show one thing kept in the archive by its name, with its whole record and the run that coded it."""

from datetime import UTC, datetime

from sqlalchemy import Connection

from communique.archive.found import ShownEvent, ShownPerson, ShownReport, ShownStatement
from communique.archive.links.bodies import ShownBody, show_body
from communique.archive.links.dyads import ShownDyad, show_dyad
from communique.archive.links.showing import ShownOccasion, show_occasion
from communique.archive.names import Name, event_name, read_name, statement_name
from communique.archive.people import show_person
from communique.archive.question import Question
from communique.archive.reports import show_report
from communique.coding.record import Event, Statement
from communique.errors import InvalidQuery

Shown = ShownEvent | ShownStatement | ShownReport | ShownPerson | ShownOccasion | ShownBody | ShownDyad


def show(connection: Connection, words: str, *, run: int | None = None) -> Shown:
    """Return what `words` name, as the newest run or run number `run` coded it; InvalidQuery where there is none."""
    name = read_name(words)
    if name.kind == "person":
        person = show_person(connection, name.key)
        if person is None:
            raise InvalidQuery(
                words,
                reason="nobody of that name is kept",
                hint="Look for part of the name: communique find --person NAME",
            )
        return person
    if name.kind == "dyad":
        return show_dyad(connection, *_pair(name.key), on=datetime.now(UTC).date())
    if name.kind == "body":
        return show_body(connection, name.key)
    if name.kind == "occasion":
        return show_occasion(connection, f"o:{name.key}.{name.record}")
    report = show_report(connection, name.key, run=run)
    if name.kind == "event":
        return _shown_event(report, name, words)
    return _shown_statement(report, name, words) if name.kind == "statement" else report


def _pair(words: str) -> tuple[str, str]:
    """The codes of the two countries in "RUS-USA" or "Russia, United States"."""
    parts = [part.strip() for part in (words.split(",") if "," in words else words.split("-"))]
    codes = Question.ask(country=parts).countries
    if len(codes) != 2:
        raise InvalidQuery(words, reason="that is no pair of countries", hint="Write it as dyad:RUS-USA.")
    return codes[0], codes[1]


def _shown_event(report: ShownReport, name: Name, words: str) -> ShownEvent:
    event = _pick(report.coded.events, name, "e", words)
    statements = tuple(statement for statement in report.coded.statements if statement.event == event.id)
    called = event_name(report.coded.report.id, event.id)
    return ShownEvent(name=called, event=event, coded=report.coded, run=report.run, statements=statements)


def _shown_statement(report: ShownReport, name: Name, words: str) -> ShownStatement:
    statement = _pick(report.coded.statements, name, "s", words)
    called = statement_name(report.coded.report.id, statement.id)
    return ShownStatement(name=called, statement=statement, coded=report.coded, run=report.run)


def _pick[Record: (Event, Statement)](records: tuple[Record, ...], name: Name, letter: str, words: str) -> Record:
    for record in records:
        if record.id in (name.record, f"{letter}{name.record}"):
            return record
    known = ", ".join(record.id.removeprefix(letter) for record in records) or "none"
    raise InvalidQuery(words, reason="the report has no such record", hint=f"It has the numbers: {known}.")
