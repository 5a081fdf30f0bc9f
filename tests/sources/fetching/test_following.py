"""Addresses as sources: single reports, feeds whose links are followed, and facts that go with them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique import plugins
from communique.sources import RawItem, Rejection, read_items
from communique.sources.fetching import following
from communique.sources.fetching.memory import Memory
from communique.sources.intake import find_reports
from communique.sources.item import Found, Link
from communique.sources.raw import Raw
from tests.sources.fetching.conftest import PAGE, MakeFetcher, Site, leading_to, page

FEED = "text/x-stub-feed"


class StubFeed:
    """A line of JSON for each link, as a feed might name it."""

    name = "stub-feed"

    def recognises(self, raw: Raw) -> bool:
        """Whether the server or the name says so."""
        return raw.media_type == FEED or raw.suffix == ".stubfeed"

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the links."""
        for line in raw.read().splitlines():
            yield Link(source="", **json.loads(line))


@pytest.fixture(autouse=True)
def feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have links be read by the stub."""
    known = plugins.formats()
    monkeypatch.setattr(plugins, "formats", lambda: (StubFeed(), *known))


def feed(*links: dict[str, Any]) -> Any:
    return page("\n".join(json.dumps(link) for link in links), content_type=FEED)


def story(number: int) -> Any:
    return page(PAGE.replace("Oslo", f"Oslo for the {number}. time"))


def test_a_page_is_a_report_named_by_its_address(site: Site, fetcher_with: MakeFetcher) -> None:
    site.pages.update({"/short": leading_to("/long"), "/long": page()})
    (found,) = read_items(site.url("/short"), fetcher=fetcher_with())
    assert isinstance(found, RawItem)
    assert (found.source, found.url) == (site.url("/short"), site.url("/long"))
    assert "Envoys of Norway met" in found.text


def test_a_fetcher_of_its_own_serves_who_brings_none(site: Site) -> None:
    (found,) = read_items(site.url())
    assert isinstance(found, Rejection)
    assert "private network" in found.reason
    assert not site.asked


@pytest.mark.parametrize(
    ("content", "media_type", "word"),
    [
        ("Łotwa: René met Šefčovič in Köln".encode("cp1250", "replace"), "text/html; charset=utf-8", "met"),
        ("René met the envoys".encode("cp1252"), "text/html; charset=windows-1252", "René"),
        ("René met the envoys".encode(), "text/html; charset=no-such-thing", "René"),
        ("Рене met the envoys".encode("koi8-r"), "text/html; charset=koi8-r", "Рене"),
    ],
    ids=["wrong", "right", "unknown", "cyrillic"],
)
def test_a_charset_is_used_and_a_wrong_one_does_no_harm(
    content: bytes, media_type: str, word: str, site: Site, fetcher_with: MakeFetcher
) -> None:
    before, after = PAGE.encode("ascii").split(b"Envoys of Norway met", 1)
    site.pages["/"] = page(before + content + after, content_type=media_type)
    (found,) = read_items(site.url(), fetcher=fetcher_with())
    assert isinstance(found, RawItem)
    assert word in found.text
    assert "minister of Latvia in Oslo" in found.text


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(b"\x89PNG\r\n\x1a\n" + bytes(99), "image/png"), (b"", "text/html"), (b"<html></html>", "text/html")],
)
def test_what_holds_no_report_is_rejected(
    content: bytes, media_type: str, site: Site, fetcher_with: MakeFetcher
) -> None:
    site.pages["/"] = page(content, content_type=media_type)
    (found,) = read_items(site.url(), fetcher=fetcher_with())
    assert isinstance(found, Rejection)
    assert found.source == site.url()
    assert found.hint
    assert media_type in found.reason or media_type != "image/png"


def test_links_are_followed_in_their_order_and_one_that_fails_stops_no_other(
    site: Site, fetcher_with: MakeFetcher
) -> None:
    site.pages.update({"/feed": feed(
        {"url": "/1", "headline": "First", "published": "2024-05-06", "outlet": "The Wire", "language": "en"},
        {"url": "/gone"}, {"url": "/1#again"}, {"url": "javascript:alert(1)"}, {"url": "http://x:99999/"}, {"url": "2"},
    ), "/1": story(1), "/2": story(2)})  # fmt: skip
    found = list(read_items(site.url("/feed"), fetcher=fetcher_with()))
    sources = [site.url("/1"), site.url("/gone"), "javascript:alert(1)", "http://x:99999/", site.url("/2")]
    assert [item.source for item in found] == sources
    assert [type(item) for item in found] == [RawItem, Rejection, Rejection, Rejection, RawItem]
    first = found[0]
    assert isinstance(first, RawItem)
    assert (first.published, first.outlet, first.url) == ("2024-05-06", "The Wire", site.url("/1"))
    assert site.asked["/1"] == 1


def test_links_are_not_followed_where_manners_say_so(site: Site, fetcher_with: MakeFetcher) -> None:
    site.pages["/feed"] = feed({"url": site.url("/1"), "summary": "Envoys of Norway met in Oslo on Tuesday."})
    (found,) = read_items(site.url("/feed"), fetcher=fetcher_with(follow=False))
    assert isinstance(found, RawItem)
    assert found.text.startswith("Envoys of Norway")
    assert not site.asked["/1"]


@pytest.mark.parametrize("follow", [None, True])
def test_links_of_a_feed_on_disk_are_followed_on_request(
    follow: bool | None, site: Site, fetcher_with: MakeFetcher, tmp_path: Path
) -> None:
    site.pages["/1"] = story(1)
    path = tmp_path / "saved.stubfeed"
    path.write_text(json.dumps({"url": site.url("/1")}), encoding="utf-8")
    (found,) = find_reports(path, fetcher=fetcher_with(follow=follow))
    assert isinstance(found, Link) == (follow is None)
    assert site.asked["/1"] == bool(follow)


def test_lists_within_lists_come_to_an_end(site: Site, fetcher_with: MakeFetcher) -> None:
    for number in range(9):
        site.pages[f"/{number}"] = feed({"url": f"/{number + 1}"}, {"url": f"/{number}"})
    (found,) = read_items(site.url("/0"), fetcher=fetcher_with())
    assert isinstance(found, Rejection)
    assert "3 deep" in found.reason
    assert not site.asked["/4"]


def test_links_without_end_come_to_an_end(
    site: Site, fetcher_with: MakeFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "_MOST_LINKS", 3)
    site.pages.update({f"/{number}": story(number) for number in range(9)})
    site.pages["/feed"] = feed(*({"url": f"/{number}"} for number in range(5)))
    found = list(read_items(site.url("/feed"), fetcher=fetcher_with()))
    assert [type(item) for item in found] == [RawItem, RawItem, Rejection, Rejection, Rejection]


def test_a_feed_gives_its_new_links_only(site: Site, fetcher_with: MakeFetcher, tmp_path: Path) -> None:
    site.pages.update({"/1": story(1), "/2": story(2), "/3": page(status=503), "/4": story(4)})
    one, two, three = {"url": "/1", "published": "2024-05-06T10:00"}, {"url": "/2"}, {"url": "/3"}
    site.pages["/feed"] = feed(one, three)
    memory = Memory(tmp_path / "fetched.sqlite")
    fetcher = fetcher_with(memory=memory, attempts=1)

    def read() -> list[str]:
        return [item.source.removeprefix(site.url("")) for item in read_items(site.url("/feed"), fetcher=fetcher)]

    assert read() == ["/1", "/3"]
    assert read() == ["/1", "/3"], "nothing is known before the reports are kept"
    memory.keep_all()
    assert read() == ["/3"], "what failed for the moment is asked again"
    site.pages["/3"] = story(3)
    site.pages["/feed"] = feed({**one, "published": "2024-05-06T11:00"}, two, three)
    assert read() == ["/1", "/2", "/3"], "a story that is stated anew is fetched anew"
    memory.close()


def test_a_feed_that_has_not_changed_is_silent(site: Site, fetcher_with: MakeFetcher, tmp_path: Path) -> None:
    links = json.dumps({"url": "/1"})
    site.pages["/1"] = story(1)
    site.pages["/feed"] = lambda asked: asked.give(
        links, 304 if asked.headers["If-None-Match"] == '"1"' else 200, content_type=FEED, etag='"1"'
    )
    memory = Memory(tmp_path / "fetched.sqlite")
    fetcher = fetcher_with(memory=memory)
    assert len(list(read_items(site.url("/feed"), fetcher=fetcher))) == 1
    memory.keep_all()
    assert list(read_items(site.url("/feed"), fetcher=fetcher)) == []
    assert (site.asked["/feed"], site.asked["/1"]) == (2, 1)
    memory.close()


def test_a_single_page_is_fetched_whenever_it_is_asked_for(
    site: Site, fetcher_with: MakeFetcher, tmp_path: Path
) -> None:
    site.pages["/"] = page(etag='"1"')
    memory = Memory(tmp_path / "fetched.sqlite")
    fetcher = fetcher_with(memory=memory)
    for _ in range(2):
        assert len(list(read_items(site.url(), fetcher=fetcher))) == 1
        memory.keep_all()
    assert "If-None-Match" not in site.headers_of["/"]
    memory.close()
