"""Tables of reports, and what can be wrong with them."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.sources import RawItem, Rejection, read_items

SAMPLE = (Path(__file__).parents[1] / "samples" / "table.csv").read_bytes()


def _read(tmp_path: Path, content: bytes, **options: Any) -> list[RawItem | Rejection]:
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    return list(read_items(path, **options))


# a table, the text and the id that its one row has
GOOD = [
    (b"id,text\na,Envoys met.\n", "Envoys met.", "a"),
    (b"id;text\r\na;Envoys, all, met.\r\n", "Envoys, all, met.", "a"),
    (b"id\ttext\na\tEnvoys met.", "Envoys met.", "a"),
    (b"id|text\na|Envoys met.", "Envoys met.", "a"),
    (b"\xef\xbb\xbfText,ID\nEnvoys met.,a\n", "Envoys met.", "a"),
    ("id,text\na,Café talks in Lomé\n".encode("utf-16"), "Café talks in Lomé", "a"),
    ("id,text\na,The café in Lomé was where the envoys met.\n".encode("cp1252"),
     "The café in Lomé was where the envoys met.", "a"),
    (b'\n\nid,text\na,"Envoys\r\nmet."\n\n', "Envoys\nmet.", "a"),
    (b",id,,text\n0,a,x,Envoys met.\n", "Envoys met.", "a"),
    (b'id,text\na,6" of rain\n', '6" of rain', "a"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text", "source"), GOOD)
def test_a_row_is_taken(content: bytes, text: str, source: str, tmp_path: Path) -> None:
    (item,) = _read(tmp_path, content)
    assert isinstance(item, RawItem)
    assert (item.text, item.source) == (text, source)


# a table, a word of the reason
BAD = [
    (b"", "empty"),
    (b" \n\n", "empty"),
    (b"a,b\n1,2\n", "no column text"),
    (b"text,text\n1,2\n", "two columns"),
    (b'id,text\na,"Envoys met.\nb,They left.\n', "line 2 is never closed"),
    (b'id,text\na,"' + b"Envoys met.\n" * 1_500_000, "never closed"),
]


@pytest.mark.parametrize(("content", "reason"), BAD, ids=[reason for _, reason in BAD])
def test_a_table_that_is_none_is_refused(content: bytes, reason: str, tmp_path: Path) -> None:
    (found,) = _read(tmp_path, content)
    assert isinstance(found, Rejection)
    assert reason in found.reason
    assert found.hint


# a row, a word of the reason
BAD_ROWS = [(b"b", "1 cells"), (b"b,c,d", "3 cells"), (b"b,", "empty"), (b'b,"c" d', "no CSV")]


@pytest.mark.parametrize(("row", "reason"), BAD_ROWS)
def test_a_bad_row_is_rejected_by_its_line(row: bytes, reason: str, tmp_path: Path) -> None:
    first, bad, last = _read(tmp_path, b"id,text\na,one\n" + row + b"\nc,three\n")
    assert (first.source, last.source) == ("a", "c")
    assert isinstance(bad, Rejection)
    assert bad.source == f"{tmp_path / 'table.csv'}:3"
    assert reason in bad.reason


def test_a_line_that_is_too_large_is_rejected_and_the_others_are_taken(tmp_path: Path) -> None:
    found = _read(tmp_path, b"id,text\na,one\nb," + b"x" * 3000 + b"\nc,three\n", largest=1000)
    assert [one.source for one in found] == ["a", f"{tmp_path / 'table.csv'}:3", "c"]
    assert isinstance(found[1], Rejection)


def test_the_map_names_columns(tmp_path: Path) -> None:
    (item,) = _read(tmp_path, b"Body,Date\nEnvoys met.,2019-03-05\n", columns={"text": "body", "published": "Date"})
    assert isinstance(item, RawItem)
    assert (item.text, item.published, item.extra) == ("Envoys met.", "2019-03-05", {})
    assert item.source == f"{tmp_path / 'table.csv'}:2"
    (found,) = _read(tmp_path, b"Body,Date\nEnvoys met.,2019-03-05\n", columns={"text": "words"})
    assert isinstance(found, Rejection)
    assert "words" in found.reason


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.integers(0, len(SAMPLE) - 1), st.binary(max_size=4))
def test_a_damaged_table_gives_items_or_rejections(tmp_path: Path, at: int, put: bytes) -> None:
    found = _read(tmp_path, SAMPLE[:at] + put + SAMPLE[at + 1 :])
    assert found
    assert all(one.text.strip() if isinstance(one, RawItem) else one.reason and one.hint for one in found)
