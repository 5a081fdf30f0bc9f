"""Pages that browsers saved as one file."""

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import SourceError, UnreadableReport
from communique.sources.intake import read_raw
from communique.sources.item import Found, RawPage
from communique.sources.raw import Raw

SAMPLE = (Path(__file__).parents[1] / "samples" / "mhtml.mht").read_bytes()


def found_in(content: bytes, name: str = "folder/page.mhtml") -> list[Found]:
    return list(read_raw(Raw(name, io.BytesIO(content))))  # type: ignore[arg-type]


def related(*parts: tuple[str, str], start: str = "") -> bytes:
    """A saved page of parts, each with its headers and its content."""
    opening = f"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b{start}\n\n"
    return (opening + "".join(f"--b\n{headers}\n\n{content}\n" for headers, content in parts) + "--b--\n").encode()


HTML = "Content-Type: text/html; charset=windows-1252"


def test_the_page_comes_with_its_charset_and_address() -> None:
    (page,) = found_in(related((f"{HTML}\nContent-Location: https://example.org/a", "<html>x")))
    assert page == RawPage(
        source="page", content=b"<html>x", where="folder/page.mhtml", charset="windows-1252",
        url="https://example.org/a",
    )  # fmt: skip


def test_the_part_named_as_the_start_is_the_page() -> None:
    parts = ((HTML, "<html>frame"), (f"{HTML}\nContent-ID: <main>", "<html>main"))
    first, named = found_in(related(*parts)), found_in(related(*parts, start='; start="<main>"'))
    assert [page.content for page in (*first, *named) if isinstance(page, RawPage)] == [b"<html>frame", b"<html>main"]


def test_an_address_on_disk_is_none() -> None:
    (page,) = found_in(related((f"{HTML}\nContent-Location: file:///C:/page.html", "<html>x")))
    assert isinstance(page, RawPage)
    assert page.url is None


NESTED = b"".join(b"Content-Type: multipart/related; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))

# a file, a word of the reason
BAD = [
    (b" \n", "empty"),
    (related(("Content-Type: image/gif", "x")), "no page"),
    (related((HTML, "")), "no page"),
    (b"MIME-Version: 1.0\n" + NESTED, "parts|no page"),
    (SAMPLE[: SAMPLE.index(b"<!DOCTYPE")], "no page"),
]


@pytest.mark.parametrize(("content", "reason"), BAD)
def test_a_file_without_a_page_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason) as refused:
        found_in(content)
    assert refused.value.hint


@settings(max_examples=150, deadline=5000)
@given(st.data())
def test_damage_gives_a_page_or_one_error(data: st.DataObject) -> None:
    content = bytearray(SAMPLE)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        found = found_in(bytes(content))
    except SourceError:
        return
    assert all(one.source for one in found)


def test_the_sample_is_known_by_its_headers_alone() -> None:
    (page,) = found_in(re.sub(rb"^From:.*\r\n", b"", SAMPLE), "nameless")
    assert isinstance(page, RawPage)
