"""Reports on object storage are read like those in a folder; what cannot be read says what to try."""

import gzip
import json
from collections.abc import Iterator
from typing import Any

import fsspec
import pytest

from communique.errors import SourceNotFound
from communique.sources.intake import read_items
from communique.sources.item import RawItem, Rejection
from communique.sources.storage import is_stored

STORY = "GENEVA, May 14 -- The two ministers met on Tuesday."


@pytest.fixture
def memory() -> Iterator[Any]:
    system = fsspec.filesystem("memory")
    yield system
    system.store.clear()
    system.pseudo_dirs[:] = [""]


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket of a server that speaks as S3 does."""
    moto = pytest.importorskip("moto.server", reason="moto is not installed")
    server = moto.ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "key")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    system.mkdir("reports")
    yield "s3://reports"
    fsspec.filesystem("s3").clear_instance_cache()
    server.stop()


def test_addresses_of_storage() -> None:
    assert is_stored("s3://bucket/folder")
    assert is_stored("memory://x")
    assert not is_stored("https://example.org/s3://x")
    assert not is_stored("file:///etc/passwd")
    assert not is_stored("reports/s3")


def test_what_lies_below_is_read_by_name(memory: Any) -> None:
    memory.pipe("/wire/b.txt", STORY.encode())
    memory.pipe("/wire/a.jsonl.gz", gzip.compress(json.dumps({"id": "one", "text": STORY}).encode()))
    memory.pipe("/wire/.hidden/c.txt", b"never")
    found = list(read_items("memory://wire"))
    assert [item.source for item in found] == ["one", "b"]
    assert all(isinstance(item, RawItem) and item.text == STORY for item in found)
    assert [item.source for item in read_items("memory://wire/b.txt")] == ["b"]


def test_what_is_not_there_is_said(memory: Any) -> None:
    with pytest.raises(SourceNotFound, match="memory://nothing"):
        list(read_items("memory://nothing"))


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")
def test_a_bucket_is_read(bucket: str) -> None:
    fsspec.filesystem("s3").pipe(f"{bucket}/may/story.txt", STORY.encode())
    (found,) = read_items(bucket)
    assert isinstance(found, RawItem)
    assert found.text == STORY
    assert found.source == "story"


def test_one_storage_within_another_is_refused() -> None:
    with pytest.raises(Exception, match="within another"):
        list(read_items("s3://x::file:///etc/passwd"))


def test_a_broken_file_stops_no_other(memory: Any) -> None:
    memory.pipe("/mixed/a.warc.gz", b"\x1f\x8b\x08\x00broken")
    memory.pipe("/mixed/b.txt", STORY.encode())
    broken, item = read_items("memory://mixed")
    assert isinstance(broken, Rejection)
    assert isinstance(item, RawItem)
