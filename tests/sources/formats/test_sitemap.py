"""Sitemaps of news, of anything, and of other sitemaps."""

import io
from typing import Any

import pytest

from communique.errors import UnreadableReport
from communique.sources.formats.sitemap import Sitemap
from communique.sources.item import Found, Link, Rejection
from communique.sources.raw import Raw

_NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
)
_LOC = "<loc> https://c.example.org/a </loc>"


def _read(inside: str, root: str = "urlset") -> list[Found]:
    raw = Raw("map.xml", io.BytesIO(f"<{root} {_NAMES}>{inside}</{root}>".encode()))
    assert Sitemap().recognises(raw)
    return list(Sitemap().parse(raw))


# an entry, the fields of its link
ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (_LOC, {"url": "https://c.example.org/a", "source": "https://c.example.org/a", "published": None, "extra": {}}),
    (_LOC + "<lastmod>2023-05-01</lastmod>", {"published": None, "extra": {"lastmod": "2023-05-01"}}),
    (
        _LOC + "<news:news><news:publication><news:name>The C</news:name><news:language>zh-cn</news:language>"
        "</news:publication><news:publication_date>2023-05-01T08:00:00+08:00</news:publication_date>"
        "<news:title>A &amp; B</news:title></news:news>",
        {"outlet": "The C", "language": "zh", "headline": "A & B", "published": "2023-05-01T08:00:00+08:00"},
    ),
    (
        _LOC + "<news:news><news:publication_date>5/3/2023</news:publication_date></news:news>",
        {"published": None, "extra": {"published": "5/3/2023"}},
    ),
    (
        _LOC + "<i:image xmlns:i='urn:i'><i:loc>https://x/a.jpg</i:loc><i:title>No</i:title></i:image>",
        {"headline": None},
    ),
    ("<loc>https://c.example.org/a?x=1&y=2</loc>", {"source": "https://c.example.org/a?x=1&y=2"}),
]


@pytest.mark.parametrize(("entry", "fields"), ENTRIES)
def test_an_entry_gives_a_link(entry: str, fields: dict[str, Any]) -> None:
    (link,) = _read(f"<url>{entry}</url>")
    assert isinstance(link, Link)
    assert {name: getattr(link, name) for name in fields} == fields


def test_an_index_names_sitemaps() -> None:
    found = _read(f"<sitemap>{_LOC}</sitemap><sitemap><loc>https://c.example.org/b.xml</loc></sitemap>", "sitemapindex")
    assert [one.source for one in found] == ["https://c.example.org/a", "https://c.example.org/b.xml"]


@pytest.mark.parametrize("entry", ["", "<loc/>", "<loc>/a</loc>", "<loc>file:///etc/passwd</loc>"])
def test_an_entry_without_an_address_is_rejected(entry: str) -> None:
    bad, good = _read(f"<url>{entry}</url><url>{_LOC}</url>")
    assert isinstance(bad, Rejection)
    assert bad.source == "map.xml:1"
    assert isinstance(good, Link)


def test_an_empty_sitemap_is_refused() -> None:
    with pytest.raises(UnreadableReport, match="empty"):
        _read("")


def test_of_a_sitemap_cut_short_the_last_entry_is_not_trusted() -> None:
    content = f"<urlset {_NAMES}><url>{_LOC}</url><url><loc>https://c.example.org/half"
    parsed = Sitemap().parse(Raw("map.xml", io.BytesIO(content.encode())))
    assert next(parsed).source == "https://c.example.org/a"
    with pytest.raises(UnreadableReport, match="cut short"):
        next(parsed)
