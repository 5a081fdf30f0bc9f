"""Crawls give their pages, whatever is wrong with some of them."""

import gzip
import io
import random
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.sources.intake import find_reports, read_raw
from communique.sources.item import RawItem, RawPage, Rejection
from communique.sources.raw import Raw

PAGE = (
    b"<html><body><article><p>"
    + b"The envoys of Norway and Chad met in Oslo on Tuesday. " * 3
    + b"</p></article></html>"
)


def record(content: bytes, *headers: str, uri: str = "https://example.org/a", status: str = "200 OK") -> bytes:
    """One response record."""
    http = "\r\n".join([f"HTTP/1.1 {status}", *headers]).encode() + b"\r\n\r\n" + content
    made = WarcRecord()
    made.init_headers(WarcRecordType.response, b"uuid:00000000-0000-0000-0000-000000000001")
    made.headers["WARC-Target-URI"] = uri
    made.headers["WARC-Date"] = "2024-05-14T08:00:00Z"
    made.headers["Content-Type"] = "application/http; msgtype=response"
    made.set_bytes_content(http)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


HTML = "Content-Type: text/html; charset=utf-8"
GOOD = record(PAGE, HTML)


def found_in(content: bytes, *, largest: int = 2**20) -> list[RawItem | RawPage | Rejection]:
    return list(read_raw(Raw("crawl.warc", io.BytesIO(content), largest=largest)))  # type: ignore[arg-type]


def test_a_page_comes_as_it_was_answered() -> None:
    (page,) = found_in(GOOD)
    assert page == RawPage(
        source="https://example.org/a", content=PAGE, where="crawl.warc: https://example.org/a", charset="utf-8",
        url="https://example.org/a", extra={"crawled": "2024-05-14T08:00:00Z"},
    )  # fmt: skip


def test_what_holds_no_report_is_passed_over() -> None:
    others = [
        record(b"GIF89a", "Content-Type: image/gif"),
        record(b"let a = 1", "Content-Type: text/javascript"),
        record(PAGE, HTML, status="404 Not Found"),
        record(PAGE, HTML, status="301 Moved"),
        record(b" ", HTML),
        record(PAGE),
    ]
    assert found_in(b"".join(others) + GOOD) == found_in(GOOD)


def test_content_encodings_and_charsets() -> None:
    packed = record(gzip.compress(PAGE), HTML, "Content-Encoding: gzip")
    assert [page.content for page in found_in(packed) if isinstance(page, RawPage)] == [PAGE]
    text = record("Министр прибыл в Осло.".encode("cp1251"), "Content-Type: text/plain; charset=windows-1251")
    (item,) = found_in(text)
    assert isinstance(item, RawItem)


def test_a_bomb_is_rejected_and_the_rest_taken() -> None:
    bomb = record(gzip.compress(b"x" * 50_000_000), HTML, "Content-Encoding: gzip", uri="https://example.org/bomb")
    bad, good = found_in(bomb + GOOD)
    assert isinstance(bad, Rejection)
    assert "https://example.org/bomb" in bad.source
    assert "more than 1 MB" in bad.reason
    assert isinstance(good, RawPage)


def test_a_large_record_is_rejected_unread() -> None:
    bad, good = found_in(record(b"x" * 2_000_000, HTML) + GOOD)
    assert isinstance(bad, Rejection)
    assert isinstance(good, RawPage)


@pytest.mark.parametrize("pack", [gzip.compress, bytes])
def test_a_crawl_cut_short_gives_what_stands_before(pack: type[bytes], tmp_path: Path) -> None:
    path = tmp_path / "cut.warc.gz"
    long = pack(record(PAGE + random.Random(0).randbytes(60_000).hex().encode(), HTML))
    path.write_bytes((long * 3)[: -len(long) // 2])
    found = list(find_reports(path))
    assert [type(one) for one in found if isinstance(one, RawPage)] == [RawPage, RawPage]
    assert all(isinstance(one, RawPage | Rejection) for one in found)


@settings(max_examples=150, deadline=2000)
@given(st.data())
def test_damage_gives_pages_rejections_or_one_error(data: st.DataObject) -> None:
    content = bytearray(data.draw(st.sampled_from([GOOD * 3, gzip.compress(GOOD) * 3])))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)))
    try:
        found = found_in(bytes(content[:cut]))
    except SourceError:
        return
    assert all(isinstance(one, RawItem | RawPage | Rejection) for one in found)
