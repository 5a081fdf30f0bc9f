"""Linking in an archive: what comes out is the same however the reports came in, and judgements outlast it."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.archive.archive import Archive
from communique.coding.record import CodedReport
from communique.errors import InvalidQuery, JudgementConflict

type Maker = Callable[..., CodedReport]


def _stories(make_record: Maker) -> list[CodedReport]:
    """Three reports of one meeting, two of another, one of neither."""
    return [
        make_record(source="a", more="The talks lasted an hour."),
        make_record(source="b", outlet="Other Wire", host="Barth Eide", more="It rained."),
        make_record(source="c", outlet="Third Wire", guest="Lars Rasmussen", more="They ate fish."),
        make_record(source="d", day="2024-06-02", place="Bergen"),
        make_record(source="e", day="2024-06-02", place="Bergen", more="A second one this year."),
        make_record(source="f", guest="Emmanuel Macron", countries=("NOR", "FRA")),
    ]


def _groups(archive: Archive) -> set[frozenset[str]]:
    """The occasions told by several reports, as the sources of these."""
    return {
        frozenset(told.report.source for told in archive.links.show(one.name).tellings)
        for one in archive.links.occasions(least=2)
    }


EXPECTED = {frozenset("abc"), frozenset("de")}


def test_reports_of_one_event_are_one_occasion(archive: Archive, make_record: Maker) -> None:
    for coded in _stories(make_record):
        archive.add(coded)
    assert archive.links.unlinked() == 6
    assert archive.links.link() == 6
    assert archive.links.link() == 0
    assert _groups(archive) == EXPECTED
    assert len(archive.links.occasions()) == 3
    shown = archive.links.show(archive.links.occasions(least=3)[0].name)
    assert [row.state for row in shown.fields if row.name in ("kind", "date", "place")] == ["agreed"] * 3
    assert len(shown.links) == 3
    assert all(any(reason.startswith("same_day") for reason in link.reasons) for link in shown.links)


@pytest.mark.parametrize("seed", range(4))
def test_bit_by_bit_in_any_order_gives_what_linking_all_at_once_does(
    seed: int, archive: Archive, make_record: Maker
) -> None:
    stories = _stories(make_record)
    random.Random(seed).shuffle(stories)
    for coded in stories:
        archive.add(coded)
        archive.links.link()
    assert _groups(archive) == EXPECTED
    archive.links.link(anew=True)
    assert _groups(archive) == EXPECTED


def _names(archive: Archive) -> dict[str, str]:
    return {found.report.source: found.name for found in archive.find(limit=None)}


def test_what_is_undone_by_hand_stays_undone(archive: Archive, make_record: Maker, tmp_path: Path) -> None:
    for coded in _stories(make_record):
        archive.add(coded)
    archive.links.link()
    names = _names(archive)
    archive.links.judge(names["a"], names["c"], "different", reason="another meeting that day")
    apart = _groups(archive)
    assert not any({"a", "c"} <= together for together in apart)
    archive.links.link(anew=True)
    assert _groups(archive) == apart
    archive.add(replace(_stories(make_record)[0]), again=True)
    archive.links.link()
    assert _groups(archive) == apart
    with Archive(archive.path) as reopened:
        assert reopened.links.judgements()[0].reason == "another meeting that day"
        assert reopened.links.forget(names["a"], names["c"])
        assert not reopened.links.forget(names["a"], names["c"])
        assert _groups(reopened) == EXPECTED


def test_what_is_joined_by_hand_stays_joined(archive: Archive, make_record: Maker) -> None:
    for coded in _stories(make_record):
        archive.add(coded)
    archive.links.link()
    names = _names(archive)
    archive.links.judge(names["d"], names["f"], "same")
    assert frozenset("def") in _groups(archive)
    archive.links.link(anew=True)
    assert frozenset("def") in _groups(archive)


def test_judgements_that_contradict_each_other_are_refused(archive: Archive, make_record: Maker) -> None:
    for coded in _stories(make_record):
        archive.add(coded)
    archive.links.link()
    names = _names(archive)
    archive.links.judge(names["a"], names["b"], "same")
    archive.links.judge(names["b"], names["d"], "same")
    with pytest.raises(JudgementConflict, match="not to be one"):
        archive.links.judge(names["a"], names["d"], "different")
    assert len(archive.links.judgements()) == 2
    archive.links.judge(names["a"], names["b"], "different")
    assert [one.verdict for one in archive.links.judgements()] == ["same", "different"]


def test_a_newer_coding_takes_the_place_of_the_old_one(archive: Archive, make_record: Maker) -> None:
    first, second = make_record(source="a", more="It rained."), make_record(source="b")
    archive.add(first)
    archive.add(second)
    archive.links.link()
    assert _groups(archive) == {frozenset("ab")}
    with Archive(archive.path) as other:
        events = tuple(replace(event, kind="aid") for event in first.events)
        moved = replace(first, events=events, report=replace(first.report, headline="Fish for Denmark"))
        other.add(moved, again=True)
        assert other.links.link() == 1
        assert _groups(other) == set()
        assert len(other.links.occasions()) == 2


@pytest.mark.parametrize("words", ["report:3f2a9c8b12cd", "e:3f2a9c8b12cd.1", "nonsense"])
def test_names_that_mean_no_event(words: str, archive: Archive, make_record: Maker) -> None:
    archive.add(make_record())
    archive.links.link()
    with pytest.raises(InvalidQuery):
        archive.links.judge(words, _names(archive)["a.txt"], "same")
