"""Lines of JSON that are reports, and lines that are not."""

import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from communique.sources import RawItem, Rejection, read_items


def _read(tmp_path: Path, content: bytes) -> list[RawItem | Rejection]:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(content)
    return list(read_items(path))


# a line, a word of the reason
BAD_LINES = [
    (b"{broken", "not JSON"),
    (b"[1, 2]", "JSON"),
    (b'"words"', "a text"),
    (b"17", "a number"),
    (b"null", "null"),
    (b"true", "a truth value"),
    (b"{}", "missing"),
    (b'{"id": "x", "headline": "y"}', "missing"),
    (b'{"text": ""}', "empty"),
    (b'{"text": "  \\n "}', "empty"),
    (b'{"text": null}', "null"),
    (b'{"text": ["a"]}', "a list"),
    (b'{"text": 5}', "a number"),
    (b"{" * 100_000, "not JSON"),
    (b'{"a":' * 100_000, "not JSON"),
    (b'{"text": "a"} {"text": "b"}', "not JSON"),
    (b'{"text": ' + b"1" * 5000 + b"}", "not JSON"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES, ids=[str(line[:20]) for line, _ in BAD_LINES])
def test_a_bad_line_is_rejected_by_its_number(line: bytes, reason: str, tmp_path: Path) -> None:
    first, bad, last = _read(tmp_path, b'{"text": "one"}\n' + line + b'\n{"text": "three"}\n')
    assert isinstance(first, RawItem)
    assert isinstance(last, RawItem)
    assert isinstance(bad, Rejection)
    assert bad.source == f"{tmp_path / 'lines.jsonl'}:2"
    assert reason in bad.reason
    assert bad.hint


# a line, the fields expected
GOOD_LINES: list[tuple[bytes, dict[str, Any]]] = [
    (b'{"text": "lone \\ud800 half"}', {"text": "lone \ufffd half"}),
    (b'{"text": "pair \\ud83c\\uddf3", "id": "\\ud800"}', {"text": "pair \U0001f1f3", "source": "\ufffd"}),
    (b'{"text": "zero\\u0000 sign"}', {"text": "zero sign"}),
    (b'{"text": "caf\xe9 in the town of the envoys"}', {"text": "café in the town of the envoys"}),
    (b'\xef\xbb\xbf{"text": "marked"}', {"text": "marked"}),
    (b'{"text": "a", "id": 12}', {"source": "12"}),
    (b'{"text": "a", "id": ""}', {}),
    (b'{"text": "a", "id": {"x": 1}}', {}),
    (b'{"text": "a", "published": "2019-03-05"}', {"published": "2019-03-05", "extra": {}}),
    (b'{"text": "a", "published": "5/3/2019"}', {"published": None, "extra": {"published": "5/3/2019"}}),
    (b'{"text": "a", "published": "25/3/2019"}', {"published": "2019-03-25"}),
    (b'{"text": "a", "published": null}', {"published": None, "extra": {}}),
    (b'{"text": "a", "published": [1]}', {"published": None, "extra": {"published": [1]}}),
    (b'{"text": "a", "outlet": 5, "headline": false, "url": []}', {"outlet": "5", "headline": None, "url": None}),
    (b'{"text": "a", "desk": {"name": "\\udfff"}, "n": NaN}', {}),
    (b'{"text": "a\\nb\\r\\nc"}', {"text": "a\nb\r\nc"}),
]


@pytest.mark.parametrize(("line", "fields"), GOOD_LINES)
def test_a_good_line_is_taken(line: bytes, fields: dict[str, Any], tmp_path: Path) -> None:
    (item,) = _read(tmp_path, line)
    assert isinstance(item, RawItem)
    assert {name: getattr(item, name) for name in fields} == fields
    if "source" not in fields:
        assert item.source == f"{tmp_path / 'lines.jsonl'}:1"


def test_blank_lines_count_but_are_nothing(tmp_path: Path) -> None:
    found = _read(tmp_path, b'\n  \n{"text": "three"}\n\n[]\n')
    assert [one.source.rpartition(":")[2] for one in found] == ["3", "5"]


def test_a_file_cut_within_the_lines_looked_at_keeps_those_before_the_cut(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%d", "body": "%s"}\n' % (n, os.urandom(400).hex().encode()) for n in range(100))
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(lines)[:-5000])
    *taken, last = read_items(path, columns={"text": "body"})
    assert len(taken) > 50
    assert all(isinstance(one, RawItem) for one in taken)
    assert isinstance(last, Rejection)
    assert "compressed" in last.reason
