"""Compressed files unfold alike, and give what stands before a cut."""

import bz2
import csv
import gzip
import io
import lzma
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import UnreadableReport
from communique.sources import unpacking
from communique.sources.intake import read_raw
from communique.sources.item import Found, Link, RawItem
from communique.sources.raw import Raw

PACKS: list[tuple[str, Callable[[bytes], bytes]]] = [
    (".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress),
]  # fmt: skip
LINES = b"".join(b'{"id": "%d", "text": "Envoys met in Oslo on day %d."}\n' % (n, n) for n in range(50))


def raw_of(content: bytes, name: str) -> Raw:
    return Raw(name, io.BytesIO(content))  # type: ignore[arg-type]


@given(st.sampled_from(PACKS), st.lists(st.binary(min_size=1, max_size=3000), min_size=1, max_size=3))
def test_one_or_several_unfold_to_what_was_packed(
    packing: tuple[str, Callable[[bytes], bytes]], parts: list[bytes]
) -> None:
    _, pack = packing
    packed = b"".join(map(pack, parts))
    unpacked = unpacking.Unpacked(io.BytesIO(packed), packed[:10])
    assert unpacked.read() == b"".join(parts)
    assert unpacked.fault is None


@pytest.mark.parametrize(("suffix", "pack"), PACKS)
def test_a_small_file_cut_short_gives_its_whole_lines(suffix: str, pack: Callable[[bytes], bytes]) -> None:
    content = pack(LINES)
    found: list[Found] = []
    with pytest.raises(UnreadableReport, match="compressed file is broken"):
        found.extend(read_raw(raw_of(content[: -len(content) // 12], f"lines.jsonl{suffix}")))
    assert all(isinstance(one, RawItem) for one in found)
    assert [one.source for one in found] == [str(number) for number in range(len(found))]
    if suffix == ".gz":
        assert len(found) > 20


def test_a_report_cut_short_is_not_taken_for_a_whole_one() -> None:
    with pytest.raises(UnreadableReport, match="compressed file is broken"):
        list(read_raw(raw_of(gzip.compress(LINES)[:-60], "story.txt.gz")))


def test_a_feed_cut_short_gives_the_entries_before_the_cut() -> None:
    entry = "<item><title>Talks {0}</title><link>https://example.org/{0}</link></item>"
    feed = "<rss version='2.0'><channel><title>News</title>" + "".join(map(entry.format, range(200)))
    found: list[Found] = []
    with pytest.raises(UnreadableReport, match="cut short"):
        found.extend(read_raw(raw_of(gzip.compress(feed.encode())[:-200], "feed.xml.gz")))
    assert len([one for one in found if isinstance(one, Link)]) > 10


def test_what_unfolds_without_end_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "UNPACKED_UNASKED", 2**20)
    packed = lzma.compress(bytes(50_000_000))
    unpacked = unpacking.Unpacked(io.BytesIO(packed), packed[:10])
    assert len(unpacked.read()) < 3 * 2**20
    assert "times its size" in str(unpacked.fault)


def test_the_bound_on_cells_is_put_back() -> None:
    before = csv.field_size_limit()
    rows = read_raw(raw_of(b'id,text\na,"' + b"word " * 100_000 + b'"\n', "table.csv"))
    assert isinstance(next(rows), RawItem)
    assert csv.field_size_limit() == before
