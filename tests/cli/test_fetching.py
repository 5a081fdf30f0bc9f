"""Addresses on the command line, from a server on this machine."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from communique import pipeline
from communique.archive.archive import Archive
from communique.cli.fetching import fetcher_for
from communique.cli.main import main
from communique.cli.read import estimate_reports
from communique.coding.record import CodedReport, Published
from communique.report.anatomy import dissect
from communique.settings import ARCHIVE_VARIABLE
from communique.sources.item import RawItem

STORY = "OSLO, May 6 (NTB) - Envoys of Norway met the minister of Latvia in Oslo on Monday, their office said.\n"
FEED = "https://example.org/feed.xml"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture(autouse=True)
def no_coding(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Records with nothing in them, made without a model, and an archive that the environment names."""

    def bare(item: RawItem) -> CodedReport:
        return CodedReport(report=Published.of(dissect(item)))

    monkeypatch.setattr(pipeline, "code_item", bare)
    monkeypatch.setenv(ARCHIVE_VARIABLE, str(tmp_path / "archive.sqlite"))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where a server gives one story."""
    folder = tmp_path / "served"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/story.txt"
        server.shutdown()
        thread.join()


def test_a_report_behind_an_address_is_read_once(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    for told in ("1 new, 0 known, 0 rejected", "0 new, 1 known, 0 rejected"):
        assert main(["read", address, "--allow-private"]) == 0
        assert capsys.readouterr().out.startswith(told)
    with Archive() as archive:
        (coded,) = archive.records()
    assert (coded.report.source, coded.report.url) == (address, address)


def test_a_report_behind_an_address_is_coded(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", "--json", address, "--allow-private"]) == 0
    assert "Envoys of Norway met" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "code"])
def test_the_own_network_is_refused_with_what_to_try(
    command: str, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, address]) == 1
    told = capsys.readouterr().err
    assert "private network" in told
    assert "--allow-private" in told


@pytest.mark.parametrize(
    ("paths", "follow", "remembers"),
    [([FEED], None, True), ([FEED], False, True), (["feed.xml"], True, True), (["feed.xml"], None, False)],
)
def test_what_is_fetched_into_an_archive_is_remembered(paths: list[str], follow: bool | None, remembers: bool) -> None:
    with (
        Archive(create=True) as archive,
        fetcher_for(paths, follow=follow, allow_private=False, archive=archive) as fetcher,
    ):
        assert (fetcher.memory is not None) == remembers
        assert (fetcher.manners.follow, fetcher.manners.allow_private) == (follow, False)
    with fetcher_for(paths, follow=follow, allow_private=True) as fetcher:
        assert fetcher.memory is None
        assert fetcher.manners.allow_private


def test_an_archive_begun_anew_has_nothing_in_mind(address: str) -> None:
    def fetch() -> bool:
        with (
            Archive(create=True) as archive,
            fetcher_for([FEED], follow=None, allow_private=False, archive=archive) as fetcher,
        ):
            assert fetcher.memory is not None
            is_known = fetcher.memory.is_known(address, None)
            fetcher.memory.note_link(address, None)
            return is_known

    main(["read", address, "--allow-private"])
    assert [fetch(), fetch()] == [False, True]
    with Archive() as archive:
        archive.path.unlink()
    assert fetch() is False


def test_what_is_broken_off_is_not_remembered(address: str) -> None:
    main(["read", address, "--allow-private"])
    with Archive() as archive:
        with pytest.raises(KeyboardInterrupt):
            _break_off(archive, address)
        with fetcher_for([FEED], follow=None, allow_private=False, archive=archive) as fetcher:
            assert fetcher.memory is not None
            assert not fetcher.memory.is_known(address, None)


def _break_off(archive: Archive, address: str) -> None:
    with fetcher_for([FEED], follow=None, allow_private=False, archive=archive) as fetcher:
        assert fetcher.memory is not None
        fetcher.memory.note_link(address, None)
        raise KeyboardInterrupt


def test_an_address_counts_as_one_report() -> None:
    assert estimate_reports([FEED, "-"]) == 2
