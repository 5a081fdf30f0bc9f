"""Feeds and wires damaged in any way give reports or rejections, and nothing else, without delay."""

import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.sources.intake import read_raw
from communique.sources.item import Link, RawItem, Rejection
from communique.sources.pages import settle
from communique.sources.raw import Raw

SAMPLES = Path(__file__).parents[1] / "samples"
NAMES = ["feed.xml", "sitemap.xml", "newsml-g2.xml", "nitf.xml", "ninjs.json"]
# What does harm where it is put between other bytes.
SPLINTERS = st.sampled_from(
    [b"<", b">", b"&", b"&#0;", b"&#xD800;", b"<!--", b"]]>", b"<![CDATA[", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b'"',
     b"</", b"/>", b"<?xml", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"xmlns=''", b"x:", b"{", b"}", b"[", b"null",
     b"\\ud800", b"1e999", b"&a;", b"http://[", b"9999-99-99"]
)  # fmt: skip


def _check(content: bytes, name: str) -> None:
    try:
        for found in read_raw(Raw(name, io.BytesIO(content))):
            if isinstance(found, Link):
                assert found.url.startswith(("http://", "https://"))
                found.url.encode()
            settled = settle(found)
            assert settled.source
            settled.source.encode()
            if isinstance(settled, RawItem):
                assert settled.text.strip()
                settled.text.encode()
                (settled.headline or "").encode()
            else:
                assert isinstance(settled, Rejection)
                assert settled.reason
                assert settled.hint
    except SourceError as error:
        caught = error
    else:
        return
    assert caught.hint


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(NAMES),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), SPLINTERS | st.binary(max_size=6)), max_size=4),
    st.floats(0, 1),
)
def test_damaged_files(name: str, damages: list[tuple[float, int, bytes]], cut: float) -> None:
    content = (SAMPLES / name).read_bytes()
    for place, length, splinter in damages:
        at = int(place * len(content))
        content = content[:at] + splinter + content[at + length :]
    _check(content, name)
    _check(content[: int(cut * len(content))], name)


# How a file begins, what it repeats.
TRAPS = {
    "open elements": (b"<rss><channel><item>", b"<title>"),
    "open tags": (b"<rss><channel><item><title>x</title></item>", b"<"),
    "half tags": (b"<rss><channel><item><title>x</title></item>", b"<a "),
    "comments": (b"<rss><channel>", b"<!--"),
    "stretches": (b"<rss><channel><item><title>", b"<![CDATA["),
    "ampersands": (b"<rss><channel><item><title>", b"&"),
    "references": (b"<rss><channel><item><title>", b"&amp;"),
    "attributes": (b"<rss><channel><item ", b"a='1' "),
    "markup in markup": (b"<rss><channel><item><link>http://a.b</link><description>", b"&lt;a "),
    "more": (b"<rss><channel><item><link>http://a.b</link><description>", b"\n \n\nread more "),
    "posts": (b"<rss><channel><item><content:encoded>", b"\nThe post appeared first on "),
    "prolog": (b"", b"<!DOCTYPE x>"),
    "declarations": (b"<?xml version='1.0'?>", b"<?xml "),
    "news": (b"<urlset><url><news>", b"<loc>"),
    "items": (b"<newsMessage><itemSet>", b"<newsItem>"),
    "blocks": (b"<nitf><body><body.content>", b"<block><p>x</p>"),
    "lists": (b'{"uri": "a", "bodies": ', b"["),
    "keys": (b'{"uri": "a", "bodies": 1', b', "$schema":'),
    "items in items": (b'{"uri": "a", "_items": ', b'{"_items":'),
}


@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_traps_take_no_time(trap: tuple[bytes, bytes]) -> None:
    opens, repeats = trap
    name = "trap.json" if opens.startswith(b"{") else "trap.xml"
    began = time.monotonic()
    _check(opens + repeats * (2**18 // len(repeats)), name)
    assert time.monotonic() - began < 5
