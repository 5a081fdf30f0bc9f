"""Compare two readouts: two coded reports go in, rows of cells come out that agree, differ, or stand in one alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from communique.coding.record import CodedReport, Event, Formula, Promise
from communique.linking.comparing.alignment import (
    Pairing,
    Said,
    align_formulas,
    align_promises,
    align_statements,
    said_in,
    same_speakers,
)
from communique.linking.comparing.words import numbers_in, topics_in
from communique.linking.occasions import Claim, claims_of, compare_claims, main_claims
from communique.linking.occasions.fields import FieldRow, compare_fields
from communique.report.span import Span

Section = Literal["occasion", "topics", "statements", "formulas", "numbers", "promises"]
Verdict = Literal["agree", "differ", "only in the first", "only in the second"]
# From here on two statements say the same where act and speaker agree; below, they are on one matter.
_SAME = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one report says for a row: a value with who said it, and the words that support it."""

    value: str
    by: str | None = None
    words: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One row: what it is about, the verdict with why, both cells, and for aligned words how like they are (0 to 1)."""

    section: Section
    about: str
    verdict: Verdict
    one: Cell | None
    other: Cell | None
    why: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two readouts row by row; `events` are the ids of the two events that were taken for one occasion."""

    one: str
    other: str
    events: tuple[str, str] | None
    rows: tuple[ComparedRow, ...]

    def count(self, verdict: Verdict) -> int:
        """How many rows have a verdict."""
        return sum(1 for row in self.rows if row.verdict == verdict)


def compare_readouts(one: CodedReport, other: CodedReport, *, events: tuple[str, str] | None = None) -> Comparison:
    """Compare two reports: the fields of a shared occasion, topics, statements, formulas, numbers, promises.

    `events` are the ids of the events to set side by side; without them, the two most alike that the reports tell.
    """
    pair = _events(one, other, events)
    rows = [
        *(_occasion_rows(*pair, one, other) if pair else ()), *_topic_rows(one, other), *_statement_rows(one, other),
        *_formula_rows(one, other), *_number_rows(one, other), *_promise_rows(one, other),
    ]  # fmt: skip
    return Comparison(
        one=one.report.id, other=other.report.id, events=(pair[0].id, pair[1].id) if pair else None, rows=tuple(rows)
    )


def _events(one: CodedReport, other: CodedReport, named: tuple[str, str] | None) -> tuple[Event, Event] | None:
    if named:
        return (
            next(event for event in one.events if event.id == named[0]),
            next(event for event in other.events if event.id == named[1]),
        )
    ours, theirs = claims_of(one, 1), claims_of(other, 2)
    main = {claim.key for claim in (*_subjects(ours, one), *_subjects(theirs, other))}
    scored = [
        (compare_claims(mine, yours).score + (mine.key in main) + (yours.key in main), -mine.key[1], -yours.key[1])
        for mine in ours
        for yours in theirs
        if mine.family == yours.family
    ]
    best = max(scored, default=None)
    return (one.events[-best[1]], other.events[-best[2]]) if best and best[0] > 0 else None


def _subjects(claims: list[Claim], coded: CodedReport) -> list[Claim]:
    return main_claims(coded.report.headline, claims)


def _occasion_rows(ours: Event, theirs: Event, one: CodedReport, other: CodedReport) -> Iterator[ComparedRow]:
    for row in compare_fields([ours, theirs]):
        cells = [
            Cell(value=value, words=words) if value else None
            for value, words in zip(row.values, (_words(ours, row, one), _words(theirs, row, other)), strict=True)
        ]
        verdict: Verdict = "differ" if row.state == "in conflict" else "agree"
        if row.state == "in some":
            verdict = "only in the first" if cells[0] else "only in the second"
        yield ComparedRow(section="occasion", about=row.name, verdict=verdict, one=cells[0], other=cells[1])


def _words(event: Event, row: FieldRow, coded: CodedReport) -> str:
    """The words that support a field of an event."""
    text = coded.report.text
    spans: dict[str, Span | None] = {
        "date": event.date.span if event.date else None, "place": event.place.span if event.place else None,
        "body": event.body.span if event.body else None,
    }  # fmt: skip
    if row.name in spans:
        found = spans[row.name]
    else:
        told = [value.partition(" (")[0] for value in row.values if value]
        names = (party.span for party in event.participants if party.name in told)
        found = next(names, event.trigger)
    return found.of(text) if found else ""


def _topic_rows(one: CodedReport, other: CodedReport) -> Iterator[ComparedRow]:
    ours, theirs = topics_in(one.report.text), topics_in(other.report.text)
    common = [topic for topic in ours if topic in theirs]
    order = [topic for topic in theirs if topic in ours]
    for topic in [*ours, *(topic for topic in theirs if topic not in ours)]:
        cells = [
            Cell(value=f"no. {told.index(topic) + 1} of {len(told)}") if topic in told else None
            for told in (ours, theirs)
        ]
        moved = topic in common and common.index(topic) != order.index(topic)
        verdict = _verdict(cells[0], cells[1], agree=not moved)
        yield ComparedRow(
            section="topics", about=topic, verdict=verdict, one=cells[0], other=cells[1],
            why="in another place among the topics of both" if moved else "",
        )  # fmt: skip


def _rank(topic: str, topics: list[str]) -> Cell | None:
    return Cell(value=f"no. {topics.index(topic) + 1} of {len(topics)}") if topic in topics else None


def _statement_rows(one: CodedReport, other: CodedReport) -> Iterator[ComparedRow]:
    for pair in align_statements(said_in(one), said_in(other)):
        why = ""
        if pair.one and pair.other:
            notes = []
            if pair.one.statement.act != pair.other.statement.act:
                notes.append(f"{pair.one.statement.act} against {pair.other.statement.act}")
            if not same_speakers(pair.one, pair.other):
                notes.append("attributed to others")
            if not notes and pair.score < _SAME:
                notes.append("on one matter, in other words")
            why = "; ".join(notes)
        yield ComparedRow(
            section="statements", about=_matter(pair), verdict=_verdict(pair.one, pair.other, agree=not why),
            one=_said(pair.one), other=_said(pair.other), why=why,
            score=pair.score if pair.one and pair.other else None,
        )  # fmt: skip


def _formula_rows(one: CodedReport, other: CodedReport) -> Iterator[ComparedRow]:
    for pair in align_formulas(one, other):
        formula = pair.one or pair.other
        yield ComparedRow(
            section="formulas", about=formula.family if formula else "", verdict=_verdict(pair.one, pair.other),
            one=_phrase(pair.one), other=_phrase(pair.other),
        )  # fmt: skip


def _number_rows(one: CodedReport, other: CodedReport) -> Iterator[ComparedRow]:
    ours, theirs = numbers_in(one.report.text), numbers_in(other.report.text)
    for number in [*ours, *(number for number in theirs if number not in ours)]:
        cells = [Cell(value=number) if number in told else None for told in (ours, theirs)]
        yield ComparedRow(
            section="numbers", about=number, verdict=_verdict(cells[0], cells[1]), one=cells[0], other=cells[1]
        )


def _promise_rows(one: CodedReport, other: CodedReport) -> Iterator[ComparedRow]:
    for pair in align_promises(one, other):
        dues = [promise.due.value if promise and promise.due else None for promise in (pair.one, pair.other)]
        differs = bool(pair.one and pair.other and dues[0] and dues[1] and dues[0] != dues[1])
        promise = pair.one or pair.other
        yield ComparedRow(
            section="promises", about=promise.kind if promise else "",
            verdict=_verdict(pair.one, pair.other, agree=not differs), one=_promise(pair.one, one),
            other=_promise(pair.other, other), why="other due dates" if differs else "",
            score=pair.score if pair.one and pair.other else None,
        )  # fmt: skip


def _verdict(one: object, other: object, *, agree: bool = True) -> Verdict:
    if one is None:
        return "only in the second"
    if other is None:
        return "only in the first"
    return "agree" if agree else "differ"


def _matter(pair: Pairing[Said]) -> str:
    """The topic that both statements share, else the first of either."""
    ours, theirs = (said.passage.topics if said else () for said in (pair.one, pair.other))
    shared = [topic for topic in ours if topic in theirs]
    return next(iter([*shared, *ours, *theirs]), "other matters")


def _said(said: Said | None) -> Cell | None:
    if said is None:
        return None
    speakers = ", ".join(said.speakers) or "nobody named"
    told = f" (as told by {said.statement.reported_by})" if said.statement.reported_by else ""
    return Cell(value=said.statement.act, by=speakers + told, words=said.text, spans=said.statement.content)


def _phrase(formula: Formula | None) -> Cell | None:
    return Cell(value=formula.text, words=formula.text, spans=(formula.span,)) if formula else None


def _promise(promise: Promise | None, coded: CodedReport) -> Cell | None:
    if promise is None:
        return None
    due = promise.due.value or promise.due.text if promise.due else None
    value = f"{promise.what}{f', {due}' if due else ''} ({promise.strength})"
    return Cell(value=value, by=promise.by, words=promise.span.of(coded.report.text), spans=(promise.span,))
