"""Members of a ZIP are read as files would be; traps are named and cost nothing."""

import io
import stat
import tracemalloc
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import SourceError, UnreadableReport
from communique.settings import ARCHIVE_DEPTH
from communique.sources import archives
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawItem, RawPage, Rejection
from communique.sources.raw import Raw

STORY = b"Envoys of Norway met in Oslo on Tuesday.\n"


def packed(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def found_in(content: bytes, name: str = "a/stories.zip", **options: Any) -> list[Found]:
    return list(read_raw(Raw(name, io.BytesIO(content), **options)))  # type: ignore[arg-type]


def test_members_come_in_the_order_of_the_archive_under_both_names() -> None:
    found = found_in(packed(("b.txt", STORY), ("a/c.html", b"<html>x"), ("a/", b""), ("a/b.txt", STORY)))
    assert [one.source for one in found] == ["stories.zip!b.txt", "stories.zip!a/c.html", "stories.zip!a/b.txt"]
    assert [type(one) for one in found] == [RawItem, RawPage, RawItem]


def test_what_is_hidden_or_a_note_is_passed_over() -> None:
    names = ("__MACOSX/._a.txt", ".hidden.txt", ".git/config.txt", "README.md", "a/license.txt", "a.txt")
    assert [one.source for one in found_in(packed(*((name, STORY) for name in names)))] == ["stories.zip!a.txt"]


def test_archives_within_archives() -> None:
    inner = packed(("story.txt", STORY), ("table.csv", b"Body\nEnvoys met.\n"))
    found = found_in(packed(("inner.zip", inner), ("last.txt", STORY)), columns={"text": "Body"})
    assert [one.source for one in found] == [
        "stories.zip!inner.zip!story.txt", "a/stories.zip!inner.zip!table.csv:2", "stories.zip!last.txt",
    ]  # fmt: skip


def test_archives_lie_only_so_deep_within_each_other() -> None:
    content = packed(("story.txt", STORY))
    for _ in range(ARCHIVE_DEPTH):
        content = packed(("in.zip", content), ("beside.txt", STORY))
    found = found_in(content)
    assert isinstance(found[0], Rejection)
    assert "archives deep" in found[0].reason
    assert [type(one) for one in found[1:]] == [RawItem] * ARCHIVE_DEPTH


def _link() -> zipfile.ZipInfo:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


def _locked() -> bytes:
    content = bytearray(packed(("bad.txt", STORY), ("good.txt", STORY)))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def _damaged() -> bytes:
    content = bytearray(packed(("bad.txt", STORY), ("good.txt", STORY), method=zipfile.ZIP_STORED))
    content[content.index(STORY)] ^= 1
    return bytes(content)


def _overlapping() -> bytes:
    """Three members of which the first two are one and the same."""
    content = bytearray(packed(("bad.txt", STORY), ("dab.txt", STORY), ("good.txt", STORY)))
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    content[second + 42 : second + 46] = bytes(4)
    return bytes(content)


# what is broken, how many members, a word of the reason
BROKEN = [
    (packed(("../bad.txt", STORY), ("good.txt", STORY)), "leads out"),
    (packed(("/etc/bad.txt", STORY), ("good.txt", STORY)), "leads out"),
    (packed(("C:\\bad.txt", STORY), ("good.txt", STORY)), "leads out"),
    (packed(("n" * 2000, STORY), ("good.txt", STORY)), "characters"),
    (packed((_link(), b"good.txt"), ("good.txt", STORY)), "link"),
    (_locked(), "password"),
    (_damaged(), "Bad CRC"),
    (packed(("bad.png", b"\x89PNG\r\n\x1a\n\x00"), ("good.txt", STORY)), "format"),
    (packed(("bad.txt", bytes(300_000_000)), ("good.txt", STORY)), "as only a trap"),
]


@pytest.mark.parametrize(("content", "reason"), BROKEN, ids=[reason for _, reason in BROKEN])
def test_a_bad_member_is_rejected_by_itself(content: bytes, reason: str) -> None:
    bad, good = found_in(content)
    assert isinstance(bad, Rejection)
    assert bad.source.startswith("a/stories.zip!")
    assert reason in bad.reason
    assert bad.hint
    assert isinstance(good, RawItem)


def test_of_two_members_of_one_name_the_first_is_taken() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        content = packed(("a.txt", STORY), ("a.txt", b"Other words altogether."))
    first, second = found_in(content)
    assert isinstance(first, RawItem)
    assert isinstance(second, Rejection)
    assert "same name" in second.reason


def test_members_that_lie_within_each_other_are_rejected() -> None:
    first, second, third = found_in(_overlapping())
    assert isinstance(first, Rejection)
    assert isinstance(second, Rejection)
    assert "within another" in first.reason
    assert isinstance(third, RawItem)


def test_a_way_of_packing_without_bounds_is_not_read() -> None:
    (found,) = found_in(packed(("a.txt", bytes(50_000_000)), method=zipfile.ZIP_BZIP2))
    assert isinstance(found, Rejection)
    assert "number 12" in found.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (packed(("a.txt", STORY))[:-10], "table of contents"),
        (packed(), "empty"),
        (packed(("mimetype", b"application/epub+zip"), ("a.html", b"<html>")), "EPUB"),
        (packed(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<w/>")), "Excel"),
        (packed(("a.txt", STORY), ("[Content_Types].xml", b"<Types/>"), ("ppt/a.xml", b"<w/>")), "presentation"),
    ],
)  # fmt: skip
def test_an_archive_that_is_none_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason) as refused:
        found_in(content)
    assert refused.value.hint


def test_all_archives_together_give_only_so_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "ARCHIVE_BYTES", 3_000_000)
    inner = packed(("a.txt", b"word " * 200_000), ("b.txt", b"word " * 200_000))
    with pytest.raises(UnreadableReport, match="holds more than") as refused:
        found_in(packed(("1.zip", inner), ("2.zip", inner)), "o.zip")
    assert refused.value.value == "o.zip"


def test_so_many_members_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "ARCHIVE_MEMBERS", 5)
    with pytest.raises(UnreadableReport, match="more than 5 members"):
        found_in(packed(*((f"{number}.txt", STORY) for number in range(6))))


def test_a_member_is_not_held_in_memory_whole() -> None:
    lines = b'{"text": "Envoys met in Oslo on Tuesday, the ministry said in a statement."}\n' * 40_000
    raw = Raw("a.zip", io.BytesIO(packed(("lines.jsonl", lines))))  # type: ignore[arg-type]
    tracemalloc.start()
    count = sum(1 for _ in read_raw(raw))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40_000
    assert most < 2_000_000


GOOD = packed(("a.txt", STORY), ("b.jsonl", b'{"text": "Envoys met."}\n'), ("c.zip", packed(("d.txt", STORY))))


@settings(max_examples=150, deadline=2000)
@given(st.data())
def test_damage_gives_reports_rejections_or_one_error(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        found = found_in(bytes(content))
    except SourceError:
        return
    assert all(one.source for one in found)
