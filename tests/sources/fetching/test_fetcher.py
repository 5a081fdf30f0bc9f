"""What is behind an address, from servers that behave and from servers that do not."""

import gzip
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from communique.errors import SourceError, Unfetchable, Unreachable
from communique.sources.fetching import guard
from communique.sources.fetching.fetcher import Fetched, Fetcher
from communique.sources.fetching.memory import Memory
from tests.sources.fetching.conftest import PAGE, Asked, MakeFetcher, Moments, Site, leading_to, page

MB = 2**20


def _content(fetcher: Fetcher, address: str, *, largest: int = MB) -> bytes:
    fetched = fetcher.fetch(address, largest=largest)
    assert isinstance(fetched, Fetched)
    with fetched.body as body:
        return body.read()


def test_a_page_is_fetched_with_what_its_server_says_of_it(site: Site, fetcher_with: MakeFetcher) -> None:
    site.pages["/a"] = leading_to("/b")
    site.pages["/b"] = page(content_type="Text/HTML; Charset=ISO-8859-1", etag='"7"', last_modified="yesterday")
    fetched = fetcher_with().fetch(site.url("/a#top"), largest=MB)
    assert fetched is not None
    with fetched.body as body:
        assert body.read() == PAGE.encode()
    assert (fetched.url, fetched.media_type, fetched.charset) == (site.url("/b"), "text/html", "iso-8859-1")
    assert (fetched.etag, fetched.modified) == ('"7"', "yesterday")
    assert site.headers_of["/b"]["User-Agent"].startswith("Communique/")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate", "identity"])
def test_a_body_is_unpacked(encoding: str, site: Site, fetcher_with: MakeFetcher) -> None:
    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(PAGE.encode()), "deflate": zlib.compress(PAGE.encode()),
        "bare deflate": bare.compress(PAGE.encode()) + bare.flush(), "identity": PAGE.encode(),
    }  # fmt: skip
    site.pages["/"] = page(packed[encoding], content_encoding=encoding.rsplit(maxsplit=1)[-1])
    assert _content(fetcher_with(), site.url()) == PAGE.encode()


def _dripping(asked: Asked) -> None:
    asked.begin()
    while True:
        asked.wfile.write(b"x")
        time.sleep(0.02)


def _dripping_headers(asked: Asked) -> None:
    asked.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(10_000):
        asked.wfile.write(b"X-%d: y\r\n" % number)
        time.sleep(0.02)


def _silent(asked: Asked) -> None:
    time.sleep(1)
    asked.close_connection = True


def _endless(asked: Asked) -> None:
    asked.begin()
    while True:
        asked.wfile.write(b"x" * MB)


def _bomb(asked: Asked) -> None:
    asked.begin(content_encoding="gzip")
    packing = zlib.compressobj(9, wbits=31)
    while True:
        asked.wfile.write(packing.compress(bytes(16 * MB)))


def _boasting(asked: Asked) -> None:
    asked.begin(content_length=str(10**12))


def _broken_off(asked: Asked) -> None:
    asked.begin(content_length="5000")
    asked.wfile.write(b"<html>")
    asked.close_connection = True


def _babble(asked: Asked) -> None:
    asked.wfile.write(b"HELLO, this is no HTTP\r\n\r\n" * 10)
    asked.close_connection = True


# How the server answers, the manners, the error, words of the reason.
TROUBLE: list[Any] = [
    pytest.param(_dripping, {"seconds": 0.4}, Unreachable, "not complete after 0.4 seconds", id="dripping-body"),
    pytest.param(_dripping_headers, {"seconds": 0.4}, Unreachable, "not complete after 0.4", id="dripping-headers"),
    pytest.param(_silent, {"patience": 0.2}, Unreachable, "does not go on", id="silent"),
    pytest.param(_endless, {}, Unfetchable, "more than 1 MB", id="endless"),
    pytest.param(_bomb, {}, Unfetchable, "more than 1 MB", id="gzip-bomb"),
    pytest.param(_boasting, {}, Unfetchable, "holds 953674 MB", id="declared-too-large"),
    pytest.param(_broken_off, {}, Unreachable, "broken off", id="broken-off"),
    pytest.param(_babble, {}, Unreachable, "no HTTP", id="no-http"),
    pytest.param(page(b"x", content_encoding="br"), {}, Unfetchable, "encoded as br", id="unknown-encoding"),
    pytest.param(page(b"xyz", content_encoding="gzip"), {}, Unfetchable, "broken", id="broken-gzip"),
    pytest.param(
        page(gzip.compress(b"x" * 99)[:-9], content_encoding="gzip"), {}, Unfetchable, "ends before", id="cut-gzip"
    ),
    pytest.param(leading_to("/"), {}, Unfetchable, "back to itself", id="redirect-to-itself"),
    pytest.param(leading_to("file:///etc/passwd"), {}, Unfetchable, "its kind is file", id="redirect-to-file"),
    pytest.param(leading_to("http://a:b@c.example/"), {}, Unfetchable, "password", id="redirect-with-password"),
    pytest.param(page(status=404), {}, Unfetchable, "404 Not Found", id="missing"),
    pytest.param(page(status=403), {}, Unfetchable, "403 Forbidden", id="forbidden"),
    pytest.param(page(status=304), {}, Unfetchable, "304", id="unasked-304"),
    pytest.param(page(status=599), {}, Unfetchable, "599", id="unknown-status"),
    pytest.param(page(status=503), {}, Unreachable, "503", id="out-of-service"),
]


@pytest.mark.parametrize(("answering", "manners", "error", "reason"), TROUBLE)
def test_trouble_ends_in_time_and_is_named(
    answering: Any, manners: dict[str, Any], error: type[SourceError], reason: str, site: Site,
    fetcher_with: MakeFetcher,
) -> None:  # fmt: skip
    site.pages["/"] = answering
    began = time.monotonic()
    with pytest.raises(error) as raised:
        fetcher_with(attempts=1, **manners).fetch(site.url(), largest=MB)
    assert reason in raised.value.reason
    assert raised.value.hint
    assert time.monotonic() - began < 5


def test_a_circle_and_a_long_way_round_are_given_up(site: Site, fetcher_with: MakeFetcher) -> None:
    site.pages.update({"/a": leading_to("/b"), "/b": leading_to("/a")})
    with pytest.raises(Unfetchable, match="back to itself"):
        fetcher_with().fetch(site.url("/a"), largest=MB)
    site.pages.update({f"/{number}": leading_to(f"/{number + 1}") for number in range(20)})
    with pytest.raises(Unfetchable, match="leads on 10 times"):
        fetcher_with().fetch(site.url("/0"), largest=MB)


def test_what_fails_once_is_asked_again(site: Site, fetcher_with: MakeFetcher, moments: Moments) -> None:
    site.pages["/"] = lambda asked: asked.give(PAGE, 500 if asked.server.asked["/"] == 1 else 200)
    assert _content(fetcher_with(), site.url()) == PAGE.encode()
    assert site.asked["/"] == 2
    assert len(moments.slept) == 1
    assert 1 <= moments.slept[0] <= 1.5


@pytest.mark.parametrize(("said", "wait"), [("7", 7.0), ("Mon, 06 May 2024 12:00:30 GMT", 30.0)])
def test_as_long_is_waited_as_the_server_asks(
    said: str, wait: float, site: Site, fetcher_with: MakeFetcher, moments: Moments
) -> None:
    site.pages["/"] = lambda asked: asked.give(PAGE, 429 if asked.server.asked["/"] == 1 else 200, retry_after=said)
    assert _content(fetcher_with(), site.url()) == PAGE.encode()
    assert moments.slept == [wait]


def test_a_server_that_asks_for_too_long_a_wait_is_left_alone(
    site: Site, fetcher_with: MakeFetcher, moments: Moments
) -> None:
    site.pages["/"] = page(status=429, retry_after="86400")
    with pytest.raises(Unreachable, match="429 Too Many Requests") as raised:
        fetcher_with().fetch(site.url(), largest=MB)
    assert "86400 seconds" in raised.value.hint
    assert (moments.slept, site.asked["/"]) == ([], 1)


def test_attempts_come_to_an_end(site: Site, fetcher_with: MakeFetcher, moments: Moments) -> None:
    site.pages["/"] = page(status=502)
    with pytest.raises(Unreachable, match="502"):
        fetcher_with(attempts=3).fetch(site.url(), largest=MB)
    assert site.asked["/"] == 3
    assert moments.slept[1] > moments.slept[0]


def test_a_host_is_not_asked_in_haste(site: Site, fetcher_with: MakeFetcher, moments: Moments) -> None:
    site.pages.update({"/a": page(), "/b": page()})
    fetcher = fetcher_with(delay=3.0)
    for path in ("/a", "/b", "/a"):
        _content(fetcher, site.url(path))
    assert moments.slept == [3.0, 3.0]


def test_what_has_not_changed_is_not_sent_again(site: Site, fetcher_with: MakeFetcher, tmp_path: Path) -> None:
    def feed(asked: Asked) -> None:
        known = asked.headers["If-None-Match"] == '"1"' and asked.headers["If-Modified-Since"] == "then"
        asked.give(b"" if known else PAGE, 304 if known else 200, etag='"1"', last_modified="then")

    site.pages["/feed"] = feed
    memory = Memory(tmp_path / "fetched.sqlite")
    fetcher = fetcher_with(memory=memory)
    assert _content(fetcher, site.url("/feed"))
    memory.note_source(site.url("/feed"), etag='"1"', modified="then")
    assert _content(fetcher, site.url("/feed")), "nothing is said of what is not yet kept"
    memory.keep_all()
    assert fetcher.fetch(site.url("/feed"), largest=MB) is None
    memory.close()


# robots.txt, whether the page may be fetched
ROBOTS: list[Any] = [
    pytest.param(page("User-agent: *\nDisallow: /private/", content_type="text/plain"), "/a", None, id="elsewhere"),
    pytest.param(page("User-agent: *\nDisallow: /"), "/a", Unfetchable, id="everything"),
    pytest.param(page("User-agent: communique\nDisallow: /a\n\nUser-agent: *\nAllow: /"), "/a", Unfetchable, id="us"),
    pytest.param(page("User-agent: *\nDisallow: /\n\nUser-agent: Communique\nAllow: /"), "/a", None, id="but-us"),
    pytest.param(page(status=404), "/a", None, id="not-there"),
    pytest.param(page(status=403), "/a", None, id="not-given"),
    pytest.param(page(status=500), "/a", Unreachable, id="trouble"),
    pytest.param(leading_to("/rules"), "/a", Unfetchable, id="moved"),
    pytest.param(leading_to("/robots.txt"), "/a", None, id="circle"),
    pytest.param(page(b"\xff\xfe\x00" * 999), "/a", None, id="no-text"),
    pytest.param(page("User-agent: *\nDisallow: /a\n" + "#" * 600 * 2**10), "/a", Unfetchable, id="large"),
]


@pytest.mark.parametrize(("robots", "path", "error"), ROBOTS)
def test_robots_txt_is_heeded(
    robots: Any, path: str, error: type[SourceError] | None, site: Site, fetcher_with: MakeFetcher
) -> None:
    site.pages.update({"/robots.txt": robots, path: page(), "/rules": page("User-agent: *\nDisallow: /")})
    fetcher = fetcher_with()
    if error is None:
        assert _content(fetcher, site.url(path)) == PAGE.encode()
        return
    for _ in range(2):
        with pytest.raises(error, match="robots"):
            fetcher.fetch(site.url(path), largest=MB)
    assert not site.asked[path]
    assert site.asked["/robots.txt"] in (1, 3), "one look, with its attempts, serves for all pages"


def test_the_wait_that_robots_txt_asks_for_is_kept(site: Site, fetcher_with: MakeFetcher, moments: Moments) -> None:
    site.pages.update({"/robots.txt": page("User-agent: *\nCrawl-delay: 20"), "/a": page()})
    fetcher = fetcher_with()
    _content(fetcher, site.url("/a"))
    _content(fetcher, site.url("/a"))
    assert moments.slept == [20.0]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0"])
def test_the_own_network_is_not_asked(host: str, site: Site, fetcher_with: MakeFetcher) -> None:
    site.pages["/"] = page()
    address = site.url().replace("127.0.0.1", host)
    with pytest.raises(SourceError) as raised:
        fetcher_with(allow_private=False).fetch(address, largest=MB)
    assert isinstance(raised.value, Unfetchable | Unreachable)
    assert "private" in raised.value.reason
    assert "--allow-private" in raised.value.hint
    assert not site.asked


@pytest.mark.parametrize("target", ["http://169.254.169.254/latest/", "http://10.0.0.1/", "http://inside.example/"])
def test_a_redirect_into_the_own_network_is_not_followed(
    target: str, site: Site, fetcher_with: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "is_public", lambda words: words == "127.0.0.1")
    names = {"inside.example": ["192.168.0.7"]}
    site.pages["/"] = leading_to(target)
    fetcher = fetcher_with(allow_private=False, resolver=lambda host, _port: names.get(host, [host]))
    with pytest.raises(SourceError, match="private"):
        fetcher.fetch(site.url(), largest=MB)
    assert site.asked["/"] == 1


@pytest.mark.parametrize(
    "address",
    ["https://", "https:///x", "http://a:b@site.example/", "http://[::1/", "http://x:99999/", "http://x/" + "a" * 9000],
)
def test_what_is_no_address_is_refused(address: str, fetcher_with: MakeFetcher) -> None:
    with pytest.raises(Unfetchable) as raised:
        fetcher_with().fetch(address, largest=MB)
    assert raised.value.hint


def test_a_host_that_is_not_there_is_named(fetcher_with: MakeFetcher) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(SourceError, match=r"no host gone\.example"):
        fetcher_with(resolver=unknown).fetch("http://gone.example/", largest=MB)
