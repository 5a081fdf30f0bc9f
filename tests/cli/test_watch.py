"""The command watch, against a server on this machine whose feed grows, fails and comes back."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from communique import pipeline
from communique.archive.archive import Archive
from communique.cli.main import main
from communique.coding.record import CodedReport, Published
from communique.report.anatomy import dissect
from communique.settings import ARCHIVE_VARIABLE, fetched_beside
from communique.sources.fetching.fetcher import Fetcher
from communique.sources.fetching.manners import Manners
from communique.sources.fetching.memory import Memory
from communique.sources.fetching.pace import Clock
from communique.sources.fetching.watchlist import Feed
from communique.sources.item import RawItem
from communique.watching import watch_feeds

QUICK = Manners(follow=True, allow_private=True, delay=0.0, attempts=1)


class _Ministry(ThreadingHTTPServer):
    """A feed at /feed.xml that names `stories`; with `down` it is in trouble."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.stories = ["a"]
        self.down = False
        self.asked: Counter[str] = Counter()
        self.slow = 0.0
        self.title = "Ministers meet {}"
        self.story = "OSLO, May 6 (NTB) - Envoys of Norway met the minister of Latvia, story {}."

    @property
    def address(self) -> str:
        """Where its feed is."""
        return f"http://127.0.0.1:{self.server_address[1]}/feed.xml"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Leave alone whoever hangs up."""

    def feed(self) -> str:
        """The feed as it stands."""
        base = self.address.removesuffix("feed.xml")
        items = "".join(
            f"<item><title>{self.title.format(name)}</title><link>{base}{name}.txt</link></item>"
            for name in self.stories
        )
        return f'<rss version="2.0"><channel><title>Ministry</title>{items}</channel></rss>'


class _Asked(BaseHTTPRequestHandler):
    server: _Ministry

    def do_GET(self) -> None:
        """Give the feed, nothing new, trouble, or a story."""
        self.server.asked[self.path] += 1
        tag = f'"{len(self.server.stories)}"'
        if self.server.down:
            self._answer(404, "")
        elif self.path == "/feed.xml" and self.headers.get("If-None-Match") == tag:
            self._answer(304, "")
        elif self.path == "/feed.xml":
            self._answer(200, self.server.feed(), tag=tag, kind="application/rss+xml")
        elif self.path == "/robots.txt":
            self._answer(404, "")
        else:
            time.sleep(self.server.slow)
            named = self.path.strip("/").removesuffix(".txt")
            self._answer(200, self.server.story.format(named * 9) + "\n")

    def _answer(self, status: int, body: str, *, tag: str = "", kind: str = "text/plain") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body.encode())))
        if tag:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@pytest.fixture
def ministry() -> Iterator[_Ministry]:
    """A ministry with a feed."""
    with _Ministry() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def no_coding(monkeypatch: pytest.MonkeyPatch) -> None:
    """Records with nothing in them, made without a model."""

    def bare(item: RawItem) -> CodedReport:
        return CodedReport(report=Published.of(dissect(item)))

    monkeypatch.setattr(pipeline, "code_item", bare)


@pytest.fixture
def feeds(ministry: _Ministry, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list with the ministry's feed; the environment names an archive."""
    monkeypatch.setenv(ARCHIVE_VARIABLE, str(tmp_path / "archive.sqlite"))
    path = tmp_path / "feeds.toml"
    path.write_text(f'[[feed]]\nname = "Ministry"\naddress = "{ministry.address}"\nevery = "1m"\n', encoding="utf-8")
    return path


@pytest.mark.usefixtures("no_coding")
def test_only_what_is_new_is_fetched(ministry: _Ministry, feeds: Path, capsys: pytest.CaptureFixture[str]) -> None:
    looks = (("a", "Ministry: 1 new"), ("a", ""), ("ab", "Ministry: 1 new"))
    for stories, told in looks:
        ministry.stories = list(stories)
        assert main(["watch", str(feeds), "--once", "--allow-private"]) == 0
        assert capsys.readouterr().out.strip().endswith(told)
    assert (ministry.asked["/a.txt"], ministry.asked["/b.txt"]) == (1, 1)
    with Archive() as archive:
        assert archive.counts().reports == 2


@pytest.mark.usefixtures("no_coding")
def test_a_feed_that_fails_is_told_and_ends_one_look_with_1(
    ministry: _Ministry, feeds: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ministry.down = True
    assert main(["watch", str(feeds), "--once", "--allow-private"]) == 1
    told = capsys.readouterr()
    assert "asked again in 2 min" in told.out
    assert "404" in told.err


@pytest.mark.usefixtures("no_coding")
def test_a_failing_feed_is_asked_later_and_later_and_the_others_as_before(ministry: _Ministry, tmp_path: Path) -> None:
    moments = [0.0]
    clock = Clock(now=lambda: moments[0], sleep=lambda seconds: moments.__setitem__(0, moments[0] + seconds))
    broken = Feed(name="broken", address=ministry.address.replace("feed.xml", "feed.bin"), every=60.0)
    sound = Feed(name="sound", address=ministry.address, every=60.0)
    ministry.down = True
    waits: dict[str, list[float]] = {"broken": [], "sound": []}
    with (
        Archive(tmp_path / "archive.sqlite", create=True) as archive,
        Memory(fetched_beside(archive.path)) as memory,
        Fetcher(QUICK, memory=memory) as fetcher,
    ):
        for look in watch_feeds([broken, sound], archive, fetcher, clock=clock):
            waits[look.feed.name].append(look.again)
            if len(waits["sound"]) == 2:
                ministry.down = False
            if look.feed is broken:
                assert look.failed == ministry.down
            if moments[0] > 1_000:
                break
    assert waits["sound"][:3] == [120.0, 240.0, 60.0]
    assert waits["broken"][:2] == [120.0, 240.0]


def test_the_longest_wait_is_a_day() -> None:
    from communique.watching import _Turn

    turn = _Turn(0.0, 0, Feed(name="a", address="https://example.org", every=60.0), failures=1_000)
    assert turn.wait == 86_400.0


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_lost_or_doubled_when_it_is_stopped_in_between(
    ending: signal.Signals, ministry: _Ministry, feeds: Path, tmp_path: Path
) -> None:
    ministry.stories = list("abcdef")
    ministry.slow = 0.1
    # Kept uncoded, so no process waits for a model.
    ministry.title = "Bread {}"
    ministry.story = "The bakery in the old town has new ovens and sells bread from six in the morning, page {}."
    command = [sys.executable, "-m", "communique", "watch", str(feeds), "--allow-private"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ))
    until = time.monotonic() + 60
    while not ministry.asked["/b.txt"] and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(ending)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == (-signal.SIGKILL if ending == signal.SIGKILL else 0), err
    assert ("Stopped." in err) == (ending != signal.SIGKILL)
    ministry.slow = 0.0
    subprocess.run([*command, "--once"], check=True, capture_output=True, timeout=120)
    with Archive() as archive:
        assert archive.counts().reports == 6
        assert len(archive.set_aside(limit=None)) == 6
