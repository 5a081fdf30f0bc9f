"""Uses of the public names as other programs write them; checked for types and never run."""

from pathlib import Path

import communique
from communique import Archive, CodedReport, CommuniqueError, Event, Report, Span, Statement


def words_of(coded: CodedReport, span: Span) -> str:
    start, end = span
    return coded.report.text[start:end]


def meetings(text: str) -> list[Event]:
    coded: CodedReport = communique.code(text, published="2024-05-06", outlet="The Gazette")
    return [event for event in coded.events if event.kind == "meeting" and not event.background]


def parties(event: Event) -> dict[str, tuple[str, str | None]]:
    return {party.name: (party.role, party.capacity) for party in event.participants}


def day_of(event: Event) -> str | None:
    return event.date.value if event.date else None


def speakers(statement: Statement) -> tuple[str, ...]:
    return statement.speaker_names


def keep(folder: Path) -> int:
    reading = communique.read(folder, archive=folder / "archive.sqlite", workers=2)
    for outcome in reading.rejected:
        hint: str = outcome.hint
        print(outcome.source, outcome.reason, hint)
    return reading.new + reading.known


def look(path: Path) -> list[str]:
    with Archive(path) as archive:
        return [found.kind for found in archive.find(country=["NOR", "DNK"], since="2024", kind="meeting")]


def carry_over(coded: CodedReport) -> CodedReport:
    line: bytes = coded.to_json()
    return CodedReport.from_json(line)


def tell(error: CommuniqueError) -> str:
    return error.hint


def day_of_report(report: Report) -> str | None:
    return report.day
