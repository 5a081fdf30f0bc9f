"""What is kept once, what is kept again, and what a failure leaves."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.archive.archive import Archive
from communique.archive.connection import sqlite_build
from communique.errors import CodingError
from communique.sources.item import RawItem, Rejection


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the archive."""
    connection = sqlite_build().connect(str(path))
    try:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}  # noqa: S608
    finally:
        connection.close()


def sources_of(archive: Archive, report_id: str) -> frozenset[str]:
    standing = archive.standing_of(report_id)
    assert standing is not None
    return standing.sources


def test_the_same_report_twice_changes_nothing(archive: Archive, make_record: Any) -> None:
    assert archive.add(make_record())
    before = rows(archive.path)
    assert not archive.add(make_record())
    with archive.batch() as batch:
        assert not batch.add(make_record())
        assert not batch.add(make_record())
    assert rows(archive.path) == before


def test_the_same_report_twice_in_one_batch_is_kept_once(archive: Archive, make_record: Any) -> None:
    with archive.batch() as batch:
        assert [batch.add(make_record()), batch.add(make_record())] == [True, False]
    assert archive.counts().reports == 1
    assert archive.counts().events == 1


def test_the_same_text_from_elsewhere_is_one_report_with_two_sources(archive: Archive, make_record: Any) -> None:
    archive.add(make_record(source="a.txt"))
    assert not archive.add(make_record(source="b.txt"))
    report_id = make_record().report.id
    assert sources_of(archive, report_id) == {"a.txt", "b.txt"}
    with archive.batch() as batch:
        batch.meet_again(report_id, RawItem(source="c.txt", text=make_record().report.text))
        batch.meet_again("unknown", RawItem(source="d.txt", text=""))
    assert sources_of(archive, report_id) == {"a.txt", "b.txt", "c.txt"}
    assert archive.counts().reports == 1


def test_coding_again_makes_a_new_run_and_shows_the_newest(archive: Archive, make_record: Any) -> None:
    first = make_record()
    second = replace(first, events=(replace(first.events[0], kind="visit"),))
    archive.add(first)
    assert not archive.add(second, again=True), "a run codes a report once"
    archive.close()
    with Archive(archive.path) as later:
        assert later.add(second, again=True)
        assert [run.number for run in later.runs()] == [1, 2]
        assert later.coded(first.report.id) == second
        assert later.coded(first.report.id, run=1) == first
        assert [found.kind for found in later.find()] == ["visit"]
        assert later.counts().events == 1


def test_a_run_is_kept_with_its_first_record_only(archive: Archive, make_record: Any) -> None:
    with archive.batch() as batch:
        batch.reject(Rejection(source="bad.txt", reason="not text"))
    assert archive.runs() == ()
    archive.add(make_record())
    (run,) = archive.runs()
    assert (run.number, run.reports) == (1, 1)
    assert run.version
    assert run.model
    assert run.started.endswith("+00:00")
    assert '"spacy"' in run.settings


def fail_after(_result: object) -> None:
    raise RuntimeError


def test_an_error_in_the_block_leaves_nothing(archive: Archive, make_record: Any) -> None:
    before = rows(archive.path)
    with pytest.raises(RuntimeError), archive.batch() as batch:
        fail_after(batch.add(make_record()))
    assert rows(archive.path) == before


@pytest.mark.parametrize("broken", [{"confidence": None}, {"invitation_by": "\ud800"}, {"trigger": (0, 2**70)}])
def test_a_record_that_does_not_fit_is_named_and_leaves_nothing(
    archive: Archive, make_record: Any, broken: dict[str, Any]
) -> None:
    coded = make_record()
    coded = replace(coded, events=(replace(coded.events[0], **broken),))
    before = rows(archive.path)
    with pytest.raises(CodingError, match="does not fit"):
        archive.add(coded)
    assert rows(archive.path) == before


def test_rejections_are_kept_once_and_leave_the_list_when_the_source_is_taken(
    archive: Archive, make_record: Any
) -> None:
    for _ in range(2):
        with archive.batch() as batch:
            batch.reject(Rejection(source="a.txt", reason="empty", hint="fill it"))
            batch.reject(Rejection(source="b.txt", reason="empty", detail="Traceback"))
    assert [(kept.source, kept.reason, kept.hint, kept.detail) for kept in archive.rejections()] == [
        ("a.txt", "empty", "fill it", ""), ("b.txt", "empty", "", "Traceback"),
    ]  # fmt: skip
    archive.add(make_record(source="a.txt"))
    assert [kept.source for kept in archive.rejections()] == ["b.txt"]
    assert archive.counts().rejections == 2


def test_texts_and_runs_cannot_be_changed(archive: Archive, make_record: Any) -> None:
    build = sqlite_build()
    archive.add(make_record())
    connection = build.connect(str(archive.path))
    try:
        for change in ("UPDATE reports SET text = ''", "DELETE FROM reports", "UPDATE runs SET version = ''"):
            with pytest.raises(build.IntegrityError):
                connection.execute(change)
    finally:
        connection.close()


def test_other_fields_of_the_source_are_kept(archive: Archive, make_record: Any) -> None:
    archive.add(make_record(), extra={"section": "world", "page": 3})
    (row,) = rows(archive.path)["reports"]
    assert '{"page": 3, "section": "world"}' in row
