"""Members of a tar are read as files would be, from beginning to end; traps are named and cost nothing."""

import bz2
import gzip
import io
import lzma
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import SourceError, UnreadableReport
from communique.sources import archives
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.raw import Raw

STORY = b"Envoys of Norway met in Oslo on Tuesday.\n"


def header(name: str, size: int, kind: bytes = tarfile.REGTYPE) -> bytes:
    """What stands before a member."""
    info = tarfile.TarInfo(name)
    info.size, info.type = size, kind
    info.linkname = "a.txt" if kind in (tarfile.SYMTYPE, tarfile.LNKTYPE) else ""
    return info.tobuf(tarfile.GNU_FORMAT)


def member(name: str, content: bytes = STORY, kind: bytes = tarfile.REGTYPE) -> bytes:
    return header(name, len(content), kind) + content.ljust(-(-len(content) // 512) * 512, b"\0")


def packed(*members: bytes) -> bytes:
    return b"".join(members) + bytes(1024)


def found_in(content: bytes, name: str = "a/stories.tar") -> list[Found]:
    return list(read_raw(Raw(name, io.BytesIO(content))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pack", "name", "called"),
    [
        (bytes, "stories.tar", "stories.tar"),
        (gzip.compress, "stories.tar.gz", "stories.tar"),
        (gzip.compress, "stories.tgz", "stories.tgz"),
        (bz2.compress, "stories.tar.bz2", "stories.tar"),
        (lzma.compress, "stories.tar.xz", "stories.tar"),
        (bytes, "nameless", "nameless"),
    ],
)
def test_members_come_in_their_order_however_it_is_compressed(
    pack: Callable[[bytes], bytes], name: str, called: str
) -> None:
    content = pack(packed(member("b.txt"), header("c", 0, tarfile.DIRTYPE), member("c/a.jsonl", b'{"text": "x"}\n')))
    found = found_in(content, f"folder/{name}")
    assert [one.source for one in found] == [f"{called}!b.txt", f"folder/{name}!c/a.jsonl:1"]
    assert all(isinstance(one, RawItem) for one in found)


def test_a_document_that_is_read_in_any_order_may_be_a_member() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("in.txt", STORY)
    found = found_in(packed(member("a.zip", out.getvalue()), member("b.txt")))
    assert [one.source for one in found] == ["stories.tar!a.zip!in.txt", "stories.tar!b.txt"]


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (header("bad.txt", 0, tarfile.SYMTYPE), "link"),
        (header("bad.txt", 0, tarfile.LNKTYPE), "link"),
        (header("bad.txt", 0, tarfile.CHRTYPE), "device"),
        (header("bad.txt", 0, tarfile.FIFOTYPE), "device"),
        (member("../bad.txt"), "leads out"),
        (member("/bad.txt"), "leads out"),
        (member("bad.png", b"\x89PNG\r\n\x1a\n\x00"), "format"),
        (member("bad.txt", b""), "empty"),
    ],
)
def test_a_bad_member_is_rejected_by_itself(bad: bytes, reason: str) -> None:
    rejected, good = found_in(packed(bad, member("good.txt")))
    assert isinstance(rejected, Rejection)
    assert reason in rejected.reason
    assert rejected.hint
    assert isinstance(good, RawItem)


def _with_size(content: bytes, size: bytes) -> bytes:
    """A header that claims another size."""
    changed = bytearray(content)
    changed[124:136] = size
    changed[148:156] = b"        "
    changed[148:156] = b"%06o\0 " % sum(changed[:512])
    return bytes(changed)


# what follows on a good member, a word of the reason
TRAPS = [
    (header("x", 400_000_000, b"x") + bytes(100_000), "have no end"),
    (header("x", 60_000, b"x") + b"1" * 60_416, "number without end"),
    (header("x", 400_000_000, b"L") + bytes(100_000), "have no end"),
    (_with_size(header("x", 0), b"\xff" + bytes(11)), "points back"),
    (member("cut.txt", STORY * 1000)[:-9000], "breaks off"),
]


@pytest.mark.parametrize(("trap", "reason"), TRAPS)
def test_a_trap_ends_the_archive_and_what_stands_before_is_taken(trap: bytes, reason: str) -> None:
    founds = read_raw(Raw("a.tar", io.BytesIO(member("good.txt") + trap)))  # type: ignore[arg-type]
    found: list[Found] = []
    tracemalloc.start()
    with pytest.raises(UnreadableReport, match=reason):
        found.extend(founds)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(found[0], RawItem)
    assert most < 2_000_000


def test_a_compressed_archive_cut_short_gives_what_stands_before_the_cut() -> None:
    content = gzip.compress(packed(*(member(f"{number}.txt") for number in range(100))))
    found: list[Found] = []
    with pytest.raises(UnreadableReport, match="compressed file is broken"):
        found.extend(read_raw(Raw("a.tar.gz", io.BytesIO(content[:-300]))))  # type: ignore[arg-type]
    assert len([one for one in found if isinstance(one, RawItem)]) > 20


def test_what_is_passed_over_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "ARCHIVE_BYTES", 1_000_000)
    with pytest.raises(UnreadableReport, match="more than"):
        found_in(packed(member("a.txt"), member(".hidden", bytes(2_000_000)), member("b.txt")))


def test_an_empty_archive_is_refused() -> None:
    with pytest.raises(UnreadableReport, match="empty"):
        found_in(bytes(10_240), "a.tar")


GOOD = packed(member("a.txt"), member("b.jsonl", b'{"text": "Envoys met."}\n'), member("c.txt", STORY * 30))


@settings(max_examples=200, deadline=2000)
@given(st.data())
def test_damage_gives_reports_rejections_or_one_error(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    try:
        found = found_in(bytes(content[:cut]))
    except SourceError:
        return
    assert all(one.source for one in found)
