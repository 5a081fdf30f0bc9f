"""Entries of feeds as ministries and agencies write them."""

import io
from typing import Any

import pytest

from communique.errors import UnreadableReport
from communique.sources.formats.feed import Feed
from communique.sources.item import Found, Link, RawItem, Rejection
from communique.sources.raw import Raw

LONG = "<p>" + "The ministers of Norway and Chad met in Oslo to speak about fisheries. " * 12 + "</p>"


def _raw(content: str | bytes, name: str = "feed.xml") -> Raw:
    return Raw(name, io.BytesIO(content if isinstance(content, bytes) else content.encode()))


def _rss(entry: str, channel: str = "", attributes: str = "") -> str:
    return (
        f'<rss version="2.0" {attributes}><channel><title>The Ministry</title><link>https://m.example.org</link>{channel}'
        f"<item>{entry}</item></channel></rss>"
    )


def _atom(entry: str) -> str:
    return f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr-FR"><title>AFP</title><entry>{entry}</entry></feed>'


def _read(content: str | bytes) -> list[Found]:
    raw = _raw(content)
    assert Feed().recognises(raw)
    return list(Feed().parse(raw))


_HERE = "<link>https://m.example.org/a</link>"
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
# a feed, the fields of its one link
LINKS: list[tuple[str, dict[str, Any]]] = [
    (_rss(_HERE), {"url": "https://m.example.org/a", "source": "https://m.example.org/a", "outlet": "The Ministry"}),
    (_rss("<link>/a?x=1&amp;y=2</link>"), {"url": "https://m.example.org/a?x=1&y=2"}),
    (_rss("<guid>https://m.example.org/b</guid>"), {"url": "https://m.example.org/b"}),
    (_rss(_HERE + "<title>A &amp;amp; B&amp;nbsp;&lt;b&gt;C&lt;/b&gt;</title>"), {"headline": "A & B C"}),
    (_rss(_HERE + "<title>U.S. & Iran talk</title>"), {"headline": "U.S. & Iran talk"}),
    (_rss(_HERE + "<description>One.&lt;p&gt;Two.&lt;/p&gt;</description>"), {"summary": "One.\n\nTwo."}),
    (_rss(_HERE + "<description>It said.&lt;br/&gt;Read more &gt;</description>"), {"summary": "It said."}),
    (_rss(_HERE + f"<content:encoded><![CDATA[{LONG} [...]]]></content:encoded>"), {"url": "https://m.example.org/a"}),
    (_rss(_HERE + f"<description><![CDATA[{LONG}]]></description>"), {"headline": None}),
    (_rss(_HERE + "<pubDate>Mon, 01 May 2023 10:00:00 GMT</pubDate>"), {"published": "2023-05-01T10:00:00+00:00"}),
    (_rss(_HERE + "<pubDate>Mon, 01 May 2023 10:00:00 EST</pubDate>"), {"published": "2023-05-01T10:00:00-05:00"}),
    (_rss(_HERE + "<dc:date>2023-05-01</dc:date>", attributes=_DC), {"published": "2023-05-01"}),
    (_rss(_HERE + "<dc:date>2023-05-01</dc:date>"), {"published": "2023-05-01"}),
    (_rss(_HERE + "<pubDate>5/3/2023</pubDate>"), {"published": None, "extra": {"published": "5/3/2023"}}),
    (_rss(_HERE + "<a:-b>x</a:-b><a:1:2>y</a:1:2><c:·d>z</c:·d>"), {"headline": None}),
    (_rss(_HERE, "<language>pt_BR</language>"), {"language": "pt"}),
    (_rss(_HERE + "<source url='https://a.example.org'>Reuters</source>"), {"outlet": "Reuters"}),
    (_rss(_HERE + "<title>This</title><media:title>Not this</media:title>"), {"headline": "This"}),
    (
        _atom("<link href='https://a.example.org/1'/><id>tag:1</id><published>2023-05-01T10:00:00Z</published>"),
        {"published": "2023-05-01T10:00:00Z", "language": "fr", "outlet": "AFP"},
    ),
    (
        _atom("<link href='https://a.example.org/1'/><updated>2023-05-02T10:00:00Z</updated>"),
        {"published": None, "extra": {"updated": "2023-05-02T10:00:00Z"}},
    ),
    (
        _atom("<link href='https://a.example.org/1'/><summary type='html'>&lt;p&gt;One.&lt;/p&gt;</summary>"),
        {"summary": "One."},
    ),
    (
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
            f"{_DC}><channel><title>Kyodo</title></channel><item><title>Talks</title><link>https://k.example.org/1</link>"
            "<dc:date>2023-05-01T09:00+09:00</dc:date></item></rdf:RDF>"
        ),
        {"outlet": "Kyodo", "headline": "Talks", "published": "2023-05-01T09:00+09:00"},
    ),
    (
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://127.0.0.1:1/rss-0.91.dtd">'
        + _rss(_HERE).replace("2.0", "0.91"),
        {"outlet": "The Ministry"},
    ),
]


@pytest.mark.parametrize(("feed", "fields"), LINKS)
def test_an_entry_gives_a_link(feed: str, fields: dict[str, Any]) -> None:
    (link,) = _read(feed)
    assert isinstance(link, Link)
    assert {name: getattr(link, name) for name in fields} == fields


@pytest.mark.parametrize(
    "feed",
    [
        _rss(_HERE + f"<content:encoded><![CDATA[{LONG}]]></content:encoded><description>Short.</description>"),
        _atom(f"<link href='https://m.example.org/a'/><content type='html'><![CDATA[{LONG}]]></content>"),
        _atom(
            "<link href='https://m.example.org/a'/><content type='xhtml'>"
            f"<div xmlns='http://www.w3.org/1999/xhtml'>{LONG}</div></content>"
        ),
    ],
)
def test_an_entry_that_holds_the_whole_report_is_one(feed: str) -> None:
    (item,) = _read(feed)
    assert isinstance(item, RawItem)
    assert item.text.startswith("The ministers of Norway and Chad met in Oslo")
    assert item.url == item.source == "https://m.example.org/a"


def test_an_entry_without_a_link_gives_what_it_says() -> None:
    (item,) = _read(_rss("<guid isPermaLink='false'>n1</guid><description>Envoys met in Oslo.</description>"))
    assert isinstance(item, RawItem)
    assert (item.source, item.text, item.url) == ("n1", "Envoys met in Oslo.", None)


@pytest.mark.parametrize(
    "entry", ["", "<title>Only this</title>", "<link>javascript:alert(1)</link>", "<link>http://[</link>"]
)
def test_an_entry_that_leads_nowhere_is_rejected(entry: str) -> None:
    feed = _rss(entry).replace("<link>https://m.example.org</link>", "")
    (found,) = _read(feed)
    assert isinstance(found, Rejection)
    assert found.source == "feed.xml:1"
    assert found.hint


def test_a_feed_cut_short_gives_what_came_before_the_last_entry() -> None:
    entries = "".join(f"<item><link>https://m.example.org/{n}</link></item>" for n in range(5))
    feed = f"<rss><channel>{entries}"[:-25]
    parsed = Feed().parse(_raw(feed))
    assert [next(parsed).source[-1] for _ in range(4)] == ["0", "1", "2", "3"]
    with pytest.raises(UnreadableReport, match="cut short"):
        next(parsed)


@pytest.mark.parametrize("feed", ["<rss><channel><title>x</title></channel></rss>", "<rss/>"])
def test_a_feed_without_entries_is_refused(feed: str) -> None:
    with pytest.raises(UnreadableReport, match="no entries"):
        _read(feed)


@pytest.mark.parametrize(
    "content", ["<html><body/></html>", "<feed>x</feed>", "<rdf:RDF xmlns:rdf='http://x'>", '{"rss": 1}', "rss", ""]
)
def test_what_is_no_feed(content: str) -> None:
    assert not Feed().recognises(_raw(content, "feed.xml"))


def test_nothing_is_fetched_or_opened() -> None:
    (link,) = _read(_rss("<link>file:///etc/passwd</link><description>Envoys met in Oslo.</description>"))
    assert isinstance(link, RawItem)
    assert (link.url, link.text) == (None, "Envoys met in Oslo.")
