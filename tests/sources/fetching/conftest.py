"""A server on this machine that misbehaves as it is told, and a clock that nobody has to wait for."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from communique.sources.fetching.fetcher import Fetcher
from communique.sources.fetching.manners import Manners
from communique.sources.fetching.memory import Memory
from communique.sources.fetching.pace import Clock

PAGE = (
    "<!doctype html><html><head><title>Envoys meet in Oslo</title></head><body><article><h1>Envoys meet in Oslo</h1>"
    + "<p>Envoys of Norway met the minister of Latvia in Oslo on Tuesday, the ministry said in a statement.</p>" * 5
    + "</article></body></html>"
)
TODAY = datetime(2024, 5, 6, 12, tzinfo=UTC)

type Answering = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request; an answer is given by `give`, or by hand over `wfile`."""

    protocol_version = "HTTP/1.1"
    server: "Site"

    def do_GET(self) -> None:
        """Answer as the site is told to."""
        self.server.asked[self.path] += 1
        self.server.headers_of[self.path] = dict(self.headers.items())
        answering = self.server.pages.get(self.path, missing)
        try:
            answering(self)
        except OSError:
            self.server.hung_up.append(self.path)
            self.close_connection = True

    def give(self, content: bytes | str = b"", status: int = 200, **headers: str) -> None:
        """Answer with a whole body; `content_type` becomes Content-Type."""
        body = content if isinstance(content, bytes) else content.encode()
        self.begin(status, content_length=str(len(body)), **headers)
        self.wfile.write(body)

    def begin(self, status: int = 200, **headers: str) -> None:
        """Answer with a status and headers; the body is still to come."""
        self.send_response(status)
        for name, value in {"content_type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named so by its base
        """Say nothing."""


class Site(ThreadingHTTPServer):
    """A host of pages; `asked` counts the requests for each path."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.pages: dict[str, Answering] = {}
        self.asked: Counter[str] = Counter()
        self.headers_of: dict[str, Mapping[str, str]] = {}
        self.hung_up: list[str] = []

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server_address[1]}{path}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Leave alone whoever hangs up."""


def missing(asked: Asked) -> None:
    """Answer that there is nothing."""
    asked.give("nothing here", 404)


def page(content: bytes | str = PAGE, status: int = 200, **headers: str) -> Answering:
    """Answer with the same thing each time."""
    return lambda asked: asked.give(content, status, **headers)


def leading_to(location: str) -> Answering:
    """Answer with a redirect."""
    return lambda asked: asked.give(status=302, location=location)


class Moments:
    """A clock that moves only when somebody sleeps; `slept` tells how long each time."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []
        self.clock = Clock(now=lambda: self.time, today=lambda: TODAY, sleep=self._sleep)

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without pages."""
    with Site() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def moments() -> Moments:
    """A clock for one test."""
    return Moments()


type MakeFetcher = Callable[..., Fetcher]


@pytest.fixture
def fetcher_with(moments: Moments) -> Iterator[MakeFetcher]:
    """Make fetchers that may ask this machine, unless told otherwise, and are closed in the end."""
    made: list[Fetcher] = []

    def make(*, memory: Memory | None = None, resolver: Any = None, **manners: Any) -> Fetcher:
        told = Manners(**{"allow_private": True, "patience": 5.0, "seconds": 10.0, **manners})
        made.append(Fetcher(told, memory=memory, clock=moments.clock, resolver=resolver))
        return made[-1]

    yield make
    for fetcher in made:
        fetcher.close()
