"""Files, folders, standard input, and everything that can be wrong with them."""

import gzip
import io
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import SourceNotFound
from communique.sources import RawItem, Rejection, read_items

STORY = "Envoys meet\n\nOSLO, March 5 (NTB) -- Envoys met.\n"
LINE = {"id": "a", "text": "Envoys met."}


def _write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _only(path: Path, **options: int) -> RawItem | Rejection:
    (found,) = read_items(path, **options)
    return found


def test_a_folder_is_read_with_everything_below_it_in_order(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", STORY)
    _write(tmp_path, "a/z.jsonl", json.dumps(LINE) + "\n" + json.dumps({**LINE, "id": "b"}))
    _write(tmp_path, "a/.hidden.txt", STORY)
    _write(tmp_path, ".git/config.txt", STORY)
    _write(tmp_path, "README.md", "What this is.")
    _write(tmp_path, "c.txt.gz", gzip.compress(STORY.encode()))
    _write(tmp_path, "d.png", b"\x89PNG\r\n\x1a\n")
    found = list(read_items(tmp_path))
    assert [one.source for one in found] == ["a", "b", "b", "c", str(tmp_path / "d.png")]
    assert [type(one) for one in found] == [RawItem, RawItem, RawItem, RawItem, Rejection]


def test_a_note_is_read_when_it_is_named(tmp_path: Path) -> None:
    assert isinstance(_only(_write(tmp_path, "README.txt", STORY)), RawItem)


def test_nothing_there_is_an_error() -> None:
    with pytest.raises(SourceNotFound, match="no/such/file"):
        list(read_items("no/such/file"))


class _Piped:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


@pytest.mark.parametrize(
    ("content", "sources"),
    [
        (STORY.encode(), ["-"]),
        (json.dumps(LINE).encode(), ["a"]),
        (gzip.compress(json.dumps(LINE).encode()), ["a"]),
        (
            b"<html><body><article><p>"
            + b"Envoys of Norway met the minister in Oslo on Tuesday. " * 9
            + b"</p></article></body></html>",
            ["-"],
        ),
    ],
)
def test_standard_input(content: bytes, sources: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Piped(content))
    found = list(read_items("-"))
    assert all(isinstance(one, RawItem) for one in found)
    assert [one.source for one in found] == sources


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 99])
def test_useless_standard_input(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", _Piped(content))
    (found,) = read_items("-")
    assert isinstance(found, Rejection)
    assert found.source == "-"
    assert found.hint


# name, content, a word of the reason
BROKEN: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\xc2\xa0\n", "empty"),
    ("empty.jsonl", b"", "empty"),
    ("empty.html", b"", "empty"),
    ("empty.txt.gz", gzip.compress(b""), "empty"),
    ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00", "format"),
    ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "broken"),
    ("paper.docx", b"PK\x03\x04\x14\x00", "table of contents"),
    ("paper.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
    ("paper.rtf", b"{\\rtf1 Envoys met.}", "format"),
    ("zeros.txt", b"\x00" * 500, "format"),
    ("table.csv", b"a,b\n1,2\n", "no column text"),
    ("cut.txt.gz", gzip.compress(STORY.encode() * 50)[:-9], "compressed"),
    ("damaged.jsonl.gz", gzip.compress(b'{"text": "x"}')[:12] + b"garbage garbage", "compressed"),
    ("twice.txt.gz", gzip.compress(gzip.compress(STORY.encode())), "format"),
    ("list.json", b'[{"id": "a", "text": "x"}]', "JSON value"),
    ("spread.json", b'{\n  "id": "a",\n  "text": "x"\n}', "JSON value"),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "article"),
    ("no.html", b"<!-- -->", "page"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_what_is_broken_is_named_with_reason_and_hint(name: str, content: bytes, reason: str, tmp_path: Path) -> None:
    path = _write(tmp_path, name, content)
    found = _only(path)
    assert isinstance(found, Rejection)
    assert found.source == str(path)
    assert reason in found.reason
    assert found.hint


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = _write(tmp_path, "secret.txt", STORY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    assert isinstance(_only(path), Rejection)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert isinstance(_only(tmp_path / "pipe.txt"), Rejection)


def test_a_trap_that_unfolds_is_refused(tmp_path: Path) -> None:
    found = _only(_write(tmp_path, "trap.txt.gz", gzip.compress(b"a" * 10_000_000)), largest=1_000_000)
    assert isinstance(found, Rejection)
    assert "MB" in found.reason


def test_a_line_that_is_too_large_is_refused_and_the_others_are_taken(tmp_path: Path) -> None:
    huge = json.dumps({"id": "huge", "text": "x" * 3_000_000})
    path = _write(tmp_path, "lines.jsonl", "\n".join([json.dumps(LINE), huge, json.dumps({**LINE, "id": "b"})]))
    found = list(read_items(path, largest=1_000_000))
    assert [one.source for one in found] == ["a", f"{path}:2", "b"]
    assert isinstance(found[1], Rejection)


def test_a_compressed_file_cut_short_gives_the_lines_before_the_cut(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"id": str(n), "text": os.urandom(400).hex()}).encode() + b"\n" for n in range(2000))
    path = _write(tmp_path, "cut.jsonl.gz", gzip.compress(lines)[:-5000])
    found = list(read_items(path))
    assert isinstance(found[-1], Rejection)
    assert len(found) > 1000
    assert all(isinstance(one, RawItem) for one in found[:-1])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400), st.sampled_from([".txt", ".jsonl", ".html", ".gz", ".json", ""]))
def test_any_bytes_give_items_or_rejections(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = _write(tmp_path, f"any{suffix}", content)
    for found in read_items(path):
        if isinstance(found, RawItem):
            found.text.encode()
            assert found.text.strip()
        else:
            assert found.reason
            assert found.hint
