"""The whole way from files to the archive, with real processes: the same for any number, and through every failure."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import communique
from communique import pipeline
from communique.archive.archive import Archive
from communique.archive.connection import sqlite_build
from communique.coding.record import CodedReport, Event, Published
from communique.errors import CodingError, ModelMissing, UnsupportedLanguage
from communique.report.anatomy import dissect
from communique.report.model import id_of_text
from communique.report.span import Span
from communique.sources.item import RawItem, Rejection

PEOPLE = ("Espen Barth Eide", "Lars Løkke Rasmussen", "Elina Valtonen", "Baiba Braže", "Margus Tsahkna")
CITIES = ("Oslo", "Copenhagen", "Helsinki", "Riga", "Tallinn")
STORY = (
    "{city}, May {day} (Reuters) - Foreign Minister {one} met {two} in {city} on Tuesday. {one} said that the two "
    "countries would sign an agreement next year.\n\n“We are ready to host the next round,” {two} told reporters. "
    "Story {number}."
)


def stories(count: int) -> Iterator[dict[str, Any]]:
    """Made-up stories, each of its own text."""
    for number in range(count):
        one, two = PEOPLE[number % 5], PEOPLE[(number * 2 + 1) % 5]
        text = STORY.format(city=CITIES[number % 5], one=one, two=two, day=number % 28 + 1, number=number)
        yield {"id": f"story-{number}", "text": text, "published": "2024-05-29T08:00", "outlet": "Nordic Wire"}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A file of twenty stories, one of them twice."""
    lines = [json.dumps(story) for story in stories(20)]
    path = tmp_path / "stories.jsonl"
    path.write_text("\n".join([*lines, lines[3]]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def instead_of_coding(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[RawItem], CodedReport]], None]:
    """Put something else in the place of the coding, which needs no model then."""

    def put(code: Callable[[RawItem], CodedReport]) -> None:
        monkeypatch.setattr(pipeline, "code_item", code)

    return put


def contents(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in an archive but the moments at which it was written."""
    moments = {"added", "started", "seen"}
    connection = sqlite_build().connect(str(path))
    try:
        found = {}
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] not in moments]
            listed = ", ".join(f'"{column}"' for column in columns)
            found[name] = connection.execute(f"SELECT {listed} FROM {name} ORDER BY {listed}").fetchall()  # noqa: S608
        return found
    finally:
        connection.close()


def lines_of(path: Path) -> list[bytes]:
    """The records of an archive as JSON, in the order of their ids."""
    with Archive(path) as archive:
        return [coded.to_json() for coded in archive.records()]


def bare(item: RawItem) -> CodedReport:
    """A record with nothing in it."""
    return CodedReport(report=Published.of(dissect(item)))


def test_two_processes_keep_the_same_as_one(corpus: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    first = communique.read(corpus, archive=one)
    second = communique.read(corpus, archive=two, workers=2)
    assert first == second
    assert (first.new, first.known, first.rejected) == (20, 1, ())
    assert lines_of(one) == lines_of(two)
    assert len(lines_of(one)) == 20
    assert contents(one) == contents(two)


def test_items_are_coded_in_their_order_and_rejections_pass_through(corpus: Path) -> None:
    items = [*pipeline.read_sources(corpus)][:4]
    items.insert(2, Rejection(source="gone.txt", reason="gone"))
    first, second, gone, *rest = pipeline.code_items(items)
    assert gone == items[2]
    sources = [coded.report.source for coded in (first, second, *rest) if isinstance(coded, CodedReport)]
    assert sources == ["story-0", "story-1", "story-2", "story-3"]


def test_a_load_that_is_killed_is_taken_up_with_nothing_lost_and_nothing_double(corpus: Path, tmp_path: Path) -> None:
    lines = [json.dumps(story) for story in stories(80)]
    corpus.write_text("\n".join(lines), encoding="utf-8")
    path, whole = tmp_path / "killed.sqlite", tmp_path / "whole.sqlite"
    command = [sys.executable, "-m", "communique", "read", str(corpus), "--archive", str(path)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + 60
    while not count_reports(path) and process.poll() is None and time.monotonic() < until:
        time.sleep(0.02)
    process.kill()
    process.wait(timeout=10)
    kept = count_reports(path)
    assert 0 < kept < 80, "it was to be killed in the middle"
    last = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert last.stdout.decode().startswith(f"{80 - kept} new, {kept} known, 0 rejected")
    assert communique.read(corpus, archive=whole).new == 80
    assert lines_of(path) == lines_of(whole)
    with Archive(path) as archive:
        assert archive.check() is None
        assert archive.counts().events == sum(len(CodedReport.from_json(line).events) for line in lines_of(whole))


def count_reports(path: Path) -> int:
    try:
        with Archive(path) as archive:
            return archive.counts().reports
    except communique.CommuniqueError:
        return 0


def test_a_second_reading_changes_nothing(corpus: Path, tmp_path: Path, instead_of_coding: Any) -> None:
    instead_of_coding(bare)
    path = tmp_path / "a.sqlite"
    communique.read(corpus, archive=path)
    before, size = contents(path), path.stat().st_size
    assert communique.read(corpus, archive=path) == pipeline.Reading(new=0, known=21)
    assert contents(path) == before
    assert path.stat().st_size == size


def test_reading_again_makes_a_new_run_and_leaves_the_old(corpus: Path, tmp_path: Path, instead_of_coding: Any) -> None:
    instead_of_coding(bare)
    path = tmp_path / "a.sqlite"
    communique.read(corpus, archive=path)
    assert communique.read(corpus, archive=path, again=True) == pipeline.Reading(new=20, known=1)
    with Archive(path) as archive:
        assert [run.reports for run in archive.runs()] == [20, 20]
        assert archive.counts().reports == 20


def test_a_crash_of_the_coding_becomes_a_rejection_with_its_details(
    corpus: Path, tmp_path: Path, instead_of_coding: Any, caplog: pytest.LogCaptureFixture
) -> None:
    def crash(item: RawItem) -> CodedReport:
        if item.source == "story-7":
            raise ZeroDivisionError("by nothing")
        if item.source == "story-8":
            raise UnsupportedLanguage("xx")
        return bare(item)

    instead_of_coding(crash)
    path = tmp_path / "a.sqlite"
    reading = communique.read(corpus, archive=path)
    assert (reading.new, reading.known) == (18, 1)
    assert [outcome.source for outcome in reading.rejected] == ["story-7", "story-8"]
    assert "ZeroDivisionError: by nothing" in reading.rejected[0].reason
    assert "fault of Communiqué" in reading.rejected[0].hint
    assert "by nothing" in caplog.text
    with Archive(path) as archive:
        kept = archive.rejections()
        assert [rejection.source for rejection in kept] == ["story-7", "story-8"]
        assert "Traceback" in kept[0].detail
        assert kept[1].detail == ""


def test_a_missing_model_stops_everything(corpus: Path, tmp_path: Path, instead_of_coding: Any) -> None:
    def missing(item: RawItem) -> CodedReport:
        raise ModelMissing("en_core_web_md")

    instead_of_coding(missing)
    with pytest.raises(ModelMissing):
        communique.read(corpus, archive=tmp_path / "a.sqlite")


def test_a_record_that_does_not_fit_stops_no_other(corpus: Path, tmp_path: Path, instead_of_coding: Any) -> None:
    def spoil(item: RawItem) -> CodedReport:
        coded = bare(item)
        if item.source == "story-18":
            event: Any = Event(id="e1", kind="meeting", trigger=Span(0, 3))
            coded = replace(coded, events=(replace(event, status=None),))
        return coded

    instead_of_coding(spoil)
    reading = communique.read(corpus, archive=tmp_path / "a.sqlite")
    assert (reading.new, reading.known) == (19, 1)
    assert [outcome.source for outcome in reading.rejected] == ["story-18"]
    assert CodingError.what in reading.rejected[0].reason


@pytest.mark.parametrize("field", ["text", "headline", "outlet", "url"])
def test_half_a_character_is_rejected(field: str, tmp_path: Path, instead_of_coding: Any) -> None:
    instead_of_coding(bare)
    item = RawItem(**({"source": "odd", "text": "words"} | {field: "half \ud800"}))
    (rejection,) = pipeline.code_items([item])
    assert isinstance(rejection, Rejection)
    assert "half of a pair" in rejection.reason


def test_what_cannot_be_read_is_rejected_and_the_rest_done(
    corpus: Path, tmp_path: Path, instead_of_coding: Any
) -> None:
    instead_of_coding(bare)
    reading = communique.read([tmp_path / "none.txt", corpus], archive=tmp_path / "a.sqlite")
    assert (reading.new, reading.known) == (20, 1)
    (rejected,) = reading.rejected
    assert rejected.source.endswith("none.txt")
    assert rejected.reason
    assert rejected.hint


def test_an_open_archive_stays_open(corpus: Path, tmp_path: Path, instead_of_coding: Any) -> None:
    instead_of_coding(bare)
    with Archive(tmp_path / "a.sqlite", create=True) as archive:
        communique.read(str(corpus), archive=archive)
        assert archive.counts().reports == 20


def test_other_fields_of_a_source_reach_the_archive(tmp_path: Path, instead_of_coding: Any) -> None:
    instead_of_coding(bare)
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"id": "x", "text": "Words of a story.", "section": "world"}), encoding="utf-8")
    communique.read(path, archive=tmp_path / "a.sqlite")
    assert any('"section": "world"' in str(row) for row in contents(tmp_path / "a.sqlite")["reports"])


def test_one_text_is_coded_without_an_archive() -> None:
    coded = communique.code("OSLO, May 14 (Reuters) - Ministers met.", published="2024-05-15", outlet="Nordic Wire")
    assert (coded.report.outlet, coded.report.source) == ("Nordic Wire", "text")
    item = RawItem(source="here", text="Ministers met.")
    assert communique.code(item) == pipeline.code_item(item)


def test_reports_are_known_by_the_id_that_they_are_given() -> None:
    for text in ("", "Ministers met.", "Šalčininkai — 会谈"):
        assert dissect(RawItem(source="x", text=text)).id == id_of_text(text)
