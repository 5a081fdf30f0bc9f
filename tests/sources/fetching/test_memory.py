"""What was fetched before is kept in a file, or the file is refused by name."""

from pathlib import Path

import pytest

from communique.errors import ArchiveError
from communique.sources.fetching.memory import Memory


def test_what_is_kept_outlives_the_process(tmp_path: Path) -> None:
    path = tmp_path / "new" / "fetched.sqlite"
    first = Memory(path)
    first.note_source("https://a.example/feed", etag="7", modified=None)
    first.note_link("https://a.example/1", "2024")
    first.keep_all()
    first.note_link("https://a.example/2", None)
    first.close()
    second = Memory(path)
    assert second.conditions("https://a.example/feed") == {"If-None-Match": "7"}
    assert second.conditions("https://b.example/feed") == {}
    assert second.is_known("https://a.example/1", "2024")
    assert not second.is_known("https://a.example/1", "2025")
    assert not second.is_known("https://a.example/2", None)
    second.close()


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "fetched.sqlite"
    path.write_bytes(b"no database " * 999)
    with pytest.raises(ArchiveError, match=r"fetched\.sqlite"):
        Memory(path)
