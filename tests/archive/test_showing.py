"""Things kept, shown by their names."""

from typing import Any

import pytest

from communique.archive.archive import Archive
from communique.archive.found import ShownEvent, ShownReport, ShownStatement
from communique.archive.names import event_name, report_name, statement_name
from communique.errors import InvalidQuery


def test_each_is_shown_by_its_name(archive: Archive, make_record: Any) -> None:
    coded = make_record()
    archive.add(coded)
    report_id = coded.report.id
    event = archive.show(event_name(report_id, "e1"))
    assert isinstance(event, ShownEvent)
    assert (event.event, event.statements, event.coded) == (coded.events[0], coded.statements, coded)
    statement = archive.show(statement_name(report_id, "s1"))
    assert isinstance(statement, ShownStatement)
    assert statement.statement == coded.statements[0]
    report = archive.show(report_name(report_id))
    assert isinstance(report, ShownReport)
    assert (report.coded, report.runs, report.sources) == (coded, (1,), ("a.txt",))
    assert archive.show(report_id) == report
    assert archive.show(f"report:{report_id[:4]}") == report


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("e:{short}.2", "no such record"),
        ("s:{short}.9", "no such record"),
        ("report:ffffffff", "no such report"),
        ("person:nobody-at-all", "nobody of that name"),
        ("nonsense", "no name"),
    ],
)
def test_what_is_not_kept(archive: Archive, make_record: Any, name: str, reason: str) -> None:
    coded = make_record()
    archive.add(coded)
    with pytest.raises(InvalidQuery, match=reason) as refused:
        archive.show(name.format(short=coded.report.id[:12]))
    assert refused.value.hint


def test_a_run_that_did_not_code_the_report(archive: Archive, make_record: Any) -> None:
    archive.add(make_record())
    with pytest.raises(InvalidQuery, match="did not code"):
        archive.coded(make_record().report.id, run=7)


def test_a_beginning_that_several_reports_share_is_refused(archive: Archive, make_record: Any) -> None:
    from dataclasses import replace

    coded = make_record()
    for tail in ("0", "1"):
        report = replace(coded.report, id="abcdef" + tail * 58, text=coded.report.text + tail)
        archive.add(replace(coded, report=report))
    with pytest.raises(InvalidQuery, match="several reports") as refused:
        archive.show("report:abcdef")
    assert "report:abcdef1" in refused.value.hint
    assert archive.show("report:abcdef1").name == "report:abcdef111111"
