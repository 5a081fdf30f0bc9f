"""Reports kept uncoded, and near copies linked to their originals."""

import json
from pathlib import Path

import pytest

import communique
from communique.archive.archive import Archive
from communique.errors import InvalidQuery
from communique.sources.item import RawItem

STORY = (
    "OSLO, May 14 (Reuters) - Norwegian Foreign Minister Espen Barth Eide met his Danish counterpart Lars Løkke "
    "Rasmussen in Oslo on Tuesday and signed an agreement on the protection of cables in the Baltic Sea. “We are safer "
    "together,” Eide told reporters after the meeting at the ministry. The two countries will hold a first exercise "
    "next year, and Sweden has been invited to take part as an observer.{end}"
)
CAKE = "Beat the butter and the sugar until pale, then fold in the flour and two eggs and bake it for an hour."
REPORTS = [
    {"id": "first", "text": STORY.format(end=""), "published": "2024-05-14", "outlet": "One"},
    {"id": "cake", "text": CAKE},
    {"id": "copy", "text": STORY.format(end=" Reporting by our staff."), "published": "2024-05-15", "outlet": "Two"},
    {"id": "german", "text": "Der Außenminister ist am Montag in Ankara mit seinem Amtskollegen zusammengetroffen."},
    {"id": "same", "text": STORY.format(end=""), "published": "2024-05-14", "outlet": "Three"},
]  # fmt: skip


@pytest.fixture
def flood(tmp_path: Path) -> Path:
    path = tmp_path / "flood.jsonl"
    path.write_text("\n".join(map(json.dumps, REPORTS)), encoding="utf-8")
    return path


def test_what_is_not_to_be_coded_is_kept_with_the_reason(flood: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.sqlite", create=True) as archive:
        reading = communique.read(flood, archive=archive)
        assert (reading.new, reading.aside, reading.known) == (1, 3, 1)
        asides = {one.source: one for one in archive.set_aside()}
        first = next(archive.records()).report
        assert {source: one.why for source, one in asides.items()} == {
            "cake": "triage", "copy": "copy", "german": "language",
        }  # fmt: skip
        assert asides["german"].language == "de"
        assert asides["copy"].original == f"report:{first.id[:12]}"
        assert 0.8 < (asides["copy"].likeness or 0) < 1
        assert archive.set_aside(why="copy") == (asides["copy"],)
        with pytest.raises(InvalidQuery, match="kept but not coded"):
            archive.show(asides["cake"].name)
        assert communique.read(flood, archive=archive) == communique.read(flood, archive=archive)
        assert archive.counts().reports == 4


def test_what_triage_let_go_is_coded_when_it_is_asked_for(flood: Path, tmp_path: Path) -> None:
    with Archive(tmp_path / "a.sqlite", create=True) as archive:
        communique.read(flood, archive=archive)
        reading = communique.read(flood, archive=archive, triage=False)
        assert (reading.new, reading.aside, reading.known) == (1, 0, 4)
        assert [one.source for one in archive.set_aside()] == ["german", "copy"]
        assert archive.counts().reports == 4


def test_the_same_flood_is_kept_the_same_by_two_processes(flood: Path, tmp_path: Path) -> None:
    read = {}
    for workers in (1, 2):
        with Archive(tmp_path / f"{workers}.sqlite", create=True) as archive:
            communique.read(flood, archive=archive, workers=workers)
            read[workers] = archive.set_aside(), [coded.to_json() for coded in archive.records()]
    assert read[1] == read[2]


def test_a_copy_of_what_was_not_kept_is_coded_in_its_place(
    flood: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from communique import pipeline

    code_item = pipeline.code_item

    def fail_once(item: RawItem) -> communique.CodedReport:
        if item.source in ("first", "same"):
            raise ZeroDivisionError
        return code_item(item)

    monkeypatch.setattr(pipeline, "code_item", fail_once)
    with Archive(tmp_path / "a.sqlite", create=True) as archive:
        reading = communique.read(flood, archive=archive)
        assert [coded.report.source for coded in archive.records()] == ["copy"]
        assert (reading.new, reading.aside, len(reading.rejected)) == (1, 2, 2)
