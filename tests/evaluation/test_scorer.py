from collections.abc import Callable
from dataclasses import replace

import pytest

from communique.coding.record import CodedReport, EventDate, Place, Published
from communique.evaluation.gold import GoldReport
from communique.evaluation.scorer import score_reports
from communique.evaluation.tally import TASKS, Row
from communique.report.span import Span

Change = Callable[[CodedReport], CodedReport]


def test_a_record_that_agrees_in_everything(gold: GoldReport, coded: CodedReport) -> None:
    evaluation = score_reports([gold], [coded])
    assert {row.f1 for row in evaluation.rows.values()} == {1.0}
    assert tuple(evaluation.rows) == TASKS
    assert evaluation.disagreements == ()
    assert evaluation.absent == ()


def _event(**changes: object) -> Change:
    return lambda coded: replace(coded, events=(replace(coded.events[0], **changes),))


def _party(place: int, **changes: object) -> Change:
    def change(coded: CodedReport) -> CodedReport:
        parties = list(coded.events[0].participants)
        parties[place] = replace(parties[place], **changes)
        return _event(participants=tuple(parties))(coded)

    return change


def _statement(**changes: object) -> Change:
    return lambda coded: replace(coded, statements=(replace(coded.statements[0], **changes),))


CASES: list[tuple[Change, set[str], str]] = [
    (_event(kind="visit"), {"event", "event, told as news", "whole event right"}, "missed: meeting (coded visit)"),
    (_event(status="planned"), {"event's status", "whole event right"}, "held → planned"),
    (_event(mode=None), {"event's mode"}, "meeting: in person → None"),
    (_event(background=True), set(), ""),
    (_event(date=None), {"event's date", "whole event right"}, "meeting: none"),
    (_event(date=EventDate(value="2030-06-04")), {"event's date", "whole event right"}, "meeting: another"),
    (_event(place=Place(name="Cusco", country="PER")), {"event's place", "whole event right"}, "meeting: another"),
    (_event(body=None), {"event's body and ordinal"}, "none"),
    (_party(0, role="guest"), {"participant's role"}, "meeting: host → guest"),
    (_party(0, country=None), {"participant's country"}, "none"),
    (_party(1, capacity="consul"), {"participant's capacity"}, "another"),
    (_party(1, name="Jane Doe"), {"participant", "whole event right"}, "missed in meeting"),
    (_statement(act="praise"), {"statement's act"}, "pledge → praise"),
    (_statement(form="direct"), {"statement's form"}, "indirect → direct"),
    (_statement(speaker_names=()), {"statement (words and speaker)"}, "speaker: nobody (indirect)"),
    (
        _statement(content=(Span(0, 4),)),
        {"statement's words", "statement (words and speaker)"},
        "not in gold: indirect",
    ),
    (_statement(content=(Span(0, 9999),)), {"item with evidence in the text"}, "outside the text"),
    (
        lambda coded: replace(coded, actors=()),
        {"capacity (person and post)"},
        "missed: person has no post",
    ),
    (lambda coded: replace(coded, formulas=()), {"formula"}, "missed: partnership"),
    (lambda coded: replace(coded, promises=(replace(coded.promises[0], due=None),)), {"promise's due date"}, "none"),
    (lambda coded: replace(coded, promises=()), {"promise"}, "missed: meeting"),
    (lambda coded: replace(coded, report=replace(coded.report, dateline=None)), {"dateline"}, "none"),
]


@pytest.mark.parametrize(("change", "tasks", "pattern"), CASES)
def test_one_fault_shows_where_it_belongs(
    gold: GoldReport, coded: CodedReport, change: Change, tasks: set[str], pattern: str
) -> None:
    evaluation = score_reports([gold], [change(coded)])
    assert tasks <= {task for task, row in evaluation.rows.items() if row.f1 < 1}
    if pattern:
        assert pattern in [difference.pattern for difference in evaluation.disagreements]
    else:
        assert evaluation.disagreements == ()


def test_a_difference_shows_its_words(gold: GoldReport, coded: CodedReport) -> None:
    (difference,) = score_reports([gold], [_party(0, role="guest")(coded)]).disagreements
    assert (difference.report, difference.task) == ("story-1", "participant's role")
    assert difference.words == "Rosa Quispe"
    assert difference.before.endswith("Peruvian Trade Minister ")
    assert difference.after.startswith(" received Kenyan envoy")


def test_a_report_that_was_not_coded_counts_as_missed(gold: GoldReport) -> None:
    evaluation = score_reports([gold], [])
    assert evaluation.absent == ("story-1",)
    assert evaluation.rows["event"] == Row(0, 1, 0)
    assert evaluation.rows["dateline"] == Row(0, 1, 1)
    assert evaluation.rows["statement's words"] == Row(0, 1, 0)


def test_what_is_coded_where_nothing_is_to_be_found_counts(coded: CodedReport) -> None:
    rows = score_reports([GoldReport(id="story-1")], [coded]).rows
    assert rows["event"] == Row(0, 0, 1)
    assert rows["statement (words and speaker)"] == Row(0, 0, 1)


def test_what_gold_recalls_is_no_wrong_news(gold: GoldReport, coded: CodedReport) -> None:
    recalled = replace(gold, events=(replace(gold.events[0], background=True),))
    rows = score_reports([recalled], [coded]).rows
    assert rows["event"] == Row(1, 1, 1)
    assert rows["event, told as news"] == Row(0, 0, 0)


@pytest.mark.parametrize(
    ("source", "is_found"),
    [
        ("story-1", True),
        ("folder/story-1.txt", True),
        ("all.jsonl#story-1", True),
        ("corpus:story-1", True),
        ("story-11", False),
        ("mystory-1", False),
        ("story-1.tar.gz", False),
    ],
)
def test_reports_are_found_by_their_source(gold: GoldReport, coded: CodedReport, source: str, is_found: bool) -> None:
    named = replace(coded, report=replace(coded.report, source=source))
    assert (score_reports([gold], [named]).absent == ()) is is_found


def test_reports_are_found_by_their_text(gold: GoldReport, coded: CodedReport) -> None:
    elsewhere = replace(coded, report=replace(coded.report, source="x"))
    with_text = replace(gold, text=coded.report.text.replace(" ", "\n"))
    assert score_reports([with_text], [elsewhere]).absent == ()
    other = CodedReport(report=Published(id="1", source="y", text="another"))
    assert score_reports([with_text], [other]).absent == ("story-1",)
