"""Questions and the events that answer them."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy.dialects import sqlite

from communique.archive import schema
from communique.archive.archive import Archive
from communique.archive.connection import reading
from communique.archive.finding import _matching
from communique.archive.question import Question

MEETINGS: dict[str, dict[str, Any]] = {
    "oslo": {"day": "2024-05-14"},
    "riga": {
        "host": "Baiba Braže", "guest": "Margus Tsahkna", "countries": ("LVA", "EST"), "place": "Riga",
        "day": "2024-02", "kind": "visit", "status": "planned", "outlet": "Baltic Times 100%",
    },
    "tallinn": {
        "host": "Margus Tsahkna", "guest": "Espen Barth Eide", "countries": ("EST", "NOR"), "place": "Tallinn",
        "day": "2023", "kind": "call", "outlet": None, "more": "They spoke of grain ships and the U.S. win-win plan.",
    },
    "helsinki": {
        "host": "Elina Valtonen", "guest": "Zheng Wen", "countries": ("FIN", "CHN"), "place": "Helsinki", "day": None,
        "status": "cancelled",
    },
}  # fmt: skip


@pytest.fixture
def meetings(archive: Archive, make_record: Any) -> Archive:
    """The archive with four events."""
    with archive.batch() as batch:
        for source, told in MEETINGS.items():
            batch.add(make_record(source=source, **told))
    return archive


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ({}, ["oslo", "riga", "tallinn", "helsinki"]),
        ({"country": "NOR"}, ["oslo", "tallinn"]),
        ({"country": ["Norway", "Estonia"]}, ["tallinn"]),
        ({"country": ["NOR", "FIN"]}, []),
        ({"person": "eide"}, ["oslo", "tallinn"]),
        ({"person": "Barth Eide"}, ["oslo", "tallinn"]),
        ({"person": "Espen Eide"}, []),
        ({"person": "zhen"}, []),
        ({"person": "Braze"}, ["riga"]),
        ({"person": "person:elina-valtonen"}, ["helsinki"]),
        ({"kind": "visit"}, ["riga"]),
        ({"kind": ["visit", "call"]}, ["riga", "tallinn"]),
        ({"status": "held"}, ["oslo", "tallinn"]),
        ({"status": ["cancelled", "planned"]}, ["riga", "helsinki"]),
        ({"since": "2024"}, ["oslo", "riga"]),
        ({"since": "2024-02-29"}, ["oslo", "riga"]),
        ({"since": "2024-03"}, ["oslo"]),
        ({"until": "2024-02-01"}, ["riga", "tallinn"]),
        ({"until": "2023-01-01"}, ["tallinn"]),
        ({"since": "2023-06-01", "until": "2023-06-30"}, ["tallinn"]),
        ({"text": "grain"}, ["tallinn"]),
        ({"text": '"grain ships"'}, ["tallinn"]),
        ({"text": '"ships grain"'}, []),
        ({"text": "U.S. win-win"}, ["tallinn"]),
        ({"text": "gra*"}, ["tallinn"]),
        ({"text": "Braze"}, ["riga"]),
        ({"text": "Oslo OR Riga"}, ["oslo", "riga"]),
        ({"text": "minister NOT Oslo"}, ["riga", "tallinn", "helsinki"]),
        ({"outlet": "baltic"}, ["riga"]),
        ({"outlet": "100%"}, ["riga"]),
        ({"outlet": "_"}, []),
        ({"country": "NOR", "kind": "call", "until": "2023"}, ["tallinn"]),
    ],
)
def test_events_that_answer(meetings: Archive, words: dict[str, Any], sources: list[str]) -> None:
    assert [found.report.source for found in meetings.find(**words)] == sources
    assert meetings.count(Question.ask(**words)) == len(sources)


def test_a_found_event_brings_its_words(meetings: Archive) -> None:
    found = meetings.find(country="LVA")[0]
    assert found.words == "Foreign Minister Baiba Braže met Margus Tsahkna in Riga on 2024-02."
    assert found.trigger == "met"
    assert (found.kind, found.status, found.date) == ("visit", "planned", "2024-02")
    assert found.report.outlet == "Baltic Times 100%"
    assert meetings.show(found.name).name == found.name


def test_a_limit_gives_the_latest(meetings: Archive) -> None:
    assert [found.report.source for found in meetings.find(limit=2)] == ["oslo", "riga"]
    assert len(meetings.find(limit=None)) == 4


def test_both_countries_must_be_parties_of_one_event(archive: Archive, make_record: Any) -> None:
    coded = make_record(more="Riga")
    first, second = coded.events[0], replace(coded.events[0], id="e2")
    halves = (
        replace(first, participants=first.participants[:1]),
        replace(second, participants=second.participants[1:]),
    )
    archive.add(replace(coded, events=halves))
    assert len(archive.find(country="NOR")) == 1
    assert archive.find(country=["NOR", "DNK"]) == ()


def test_names_do_not_depend_on_what_was_read_before(meetings: Archive, tmp_path: Any, make_record: Any) -> None:
    with Archive(tmp_path / "other.sqlite", create=True) as other:
        for source, told in reversed(MEETINGS.items()):
            other.add(make_record(source=source, **told))
        assert [found.name for found in other.find()] == [found.name for found in meetings.find()]


@pytest.mark.parametrize(
    "words", [{"country": ["NOR", "EST"]}, {"kind": "call", "since": "2023"}, {"person": "eide"}, {}]
)
def test_reports_are_looked_up_and_not_searched_through(meetings: Archive, words: dict[str, Any]) -> None:
    query = _matching(Question.ask(**words), schema.events.c.coded)
    sql = str(query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
    with reading(meetings._engine) as connection:
        steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
    assert any("reports" in step for step in steps)
    assert sum(step.startswith("SCAN") and "participants" not in step for step in steps) <= (0 if words else 1), steps
