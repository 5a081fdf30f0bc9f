"""What a page says of itself, however it says it."""

from pathlib import Path
from typing import Any

import pytest

from communique.sources import RawItem, read_items

STORY = (
    "<p>" + "The envoys of Norway and Chad met the minister in Oslo on Tuesday and spoke about fisheries. " * 3 + "</p>"
)

# what stands in the head, the facts expected
HEADS: list[tuple[str, dict[str, Any]]] = [
    (
        '<meta property="og:site_name" content="The Courier"><meta property="og:title" content="Envoys  meet">',
        {"outlet": "The Courier", "headline": "Envoys meet"},
    ),
    (
        '<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">',
        {"url": "https://example.org/a"},
    ),
    ('<meta property="og:url" content="https://example.org/b">', {"url": "https://example.org/b"}),
    ('<meta property="article:published_time" content="2019-03-05T08:00:00Z">', {"published": "2019-03-05T08:00:00Z"}),
    ('<meta name="pubdate" content="March 5, 2019">', {"published": "2019-03-05"}),
    ('<meta name="pubdate" content="5/3/2019">', {"extra": {"published": "5/3/2019"}}),
    (
        (
            '<script type="application/ld+json">[{"@type": ["Article", "Thing"], "headline": "Envoys meet", '
            '"datePublished": "2019-03-05", "publisher": {"name": "NTB"}, "author": [{"name": "A"}, {"name": "B"}], '
            '"mainEntityOfPage": "https://example.org/c", "inLanguage": "en-GB"}]</script>'
        ),
        {
            "headline": "Envoys meet",
            "published": "2019-03-05",
            "outlet": "NTB",
            "url": "https://example.org/c",
            "language": "en",
            "extra": {"author": "A, B"},
        },
    ),
    ('<script type="application/ld+json">{"@type": "Article", broken</script>', {}),
    ('<script type="application/ld+json">{"@type": "Article", "headline": 5, "datePublished": {}}</script>', {}),
    (
        '<script type="application/ld+json">"\\ud800"</script><meta name="author" content="A">',
        {"extra": {"author": "A"}},
    ),
]


def _read(tmp_path: Path, content: bytes) -> RawItem:
    path = tmp_path / "page.html"
    path.write_bytes(content)
    (item,) = read_items(path)
    assert isinstance(item, RawItem)
    return item


@pytest.mark.parametrize(("head", "facts"), HEADS)
def test_facts(head: str, facts: dict[str, Any], tmp_path: Path) -> None:
    item = _read(tmp_path, f"<html><head>{head}</head><body><article>{STORY}</article></body></html>".encode())
    assert {name: getattr(item, name) for name in facts} == facts
    assert item.source == "page"
    assert item.text.startswith("The envoys of Norway")


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", '<meta charset="utf-8">'),
        ("iso-8859-1", '<meta charset="ISO-8859-1">'),
        ("windows-1251", '<meta charset="windows-1251">'),
        ("utf-8", '<meta charset="no-such-encoding">'),
        ("utf-8", '<meta charset="ascii">'),
        ("utf-8", ""),
        ("utf-16", ""),
    ],
)
def test_encodings(encoding: str, head: str, tmp_path: Path) -> None:
    name = "Путин" if encoding == "windows-1251" else "Niinistö"
    page = (
        f"<html><head>{head}</head><body><article>{STORY}<p>They also met {name} for talks.</p></article></body></html>"
    )
    assert f"They also met {name} for talks." in _read(tmp_path, page.encode(encoding)).text


def test_a_page_that_declares_xml(tmp_path: Path) -> None:
    page = f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body><article>{STORY}</article></body></html>'
    assert _read(tmp_path, page.encode()).text.startswith("The envoys")


def test_menus_and_comments_stay_outside(tmp_path: Path) -> None:
    menu, comments = "<nav><a href='/x'>Subscribe now</a></nav>", "<div id='comments'><p>Nonsense!</p></div>"
    page = f"<html><body>{menu}<article>{STORY}</article>{comments}</body></html>"
    text = _read(tmp_path, page.encode()).text
    assert "Subscribe" not in text
    assert "Nonsense" not in text
