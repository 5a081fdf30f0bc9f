"""Items of ninjs, alone, in lists, one a line, and what is none."""

import io
import json
from typing import Any

import pytest

from communique.errors import UnreadableReport
from communique.sources.formats.ninjs import Ninjs
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.raw import Raw

HUGE = {"uri": "urn:a", "versioncreated": "2023-05-01T08:00:00Z", "body_text": "x" * 2**17}
ITEM = {"uri": "urn:a", "type": "text", "versioncreated": "2023-05-01T08:00:00Z", "body_text": "Envoys met."}


def _raw(content: object, name: str = "wire.json") -> Raw:
    written = content if isinstance(content, bytes) else json.dumps(content, indent=2).encode()
    return Raw(name, io.BytesIO(written))


def _read(content: object, name: str = "wire.json") -> list[Found]:
    raw = _raw(content, name)
    assert Ninjs().recognises(raw)
    return list(Ninjs().parse(raw))


# fields of an item, the fields expected
ITEMS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, {"source": "urn:a", "text": "Envoys met.", "published": "2023-05-01T08:00:00Z", "url": None, "extra": {}}),
    ({"body_text": "One.\r\n\r\nTwo.\n"}, {"text": "One.\n\nTwo."}),
    ({"body_text": None, "body_xhtml": "<div><p>One.</p><p>A &amp; B.</p></div>"}, {"text": "One.\n\nA & B."}),
    ({"body_text": "", "bodies": [{"contenttype": "text/plain", "value": "One."}]}, {"text": "One."}),
    ({"body_text": "", "bodies": [{"contentType": "text/html", "value": "<p>One.</p>"}, 5]}, {"text": "One."}),
    ({"headline": " A\n B "}, {"headline": "A B"}),
    ({"headlines": [{"role": "seo", "value": "A"}, {"value": "B"}]}, {"headline": "B"}),
    ({"headlines": "A", "title": "B"}, {"headline": "B"}),
    ({"provider": "AFP", "infosources": [{"name": "X"}]}, {"outlet": "AFP"}),
    ({"provider": {"name": "AFP", "rel": "x"}}, {"outlet": "AFP"}),
    ({"infosources": [{"name": "X"}]}, {"outlet": "X"}),
    ({"copyrightholder": "NTB"}, {"outlet": "NTB"}),
    ({"dateline": "OSLO, May 1"}, {"text": "OSLO, May 1 -- Envoys met."}),
    ({"located": "Oslo"}, {"text": "Envoys met.", "extra": {"located": "Oslo"}}),
    ({"language": "en-US", "byline": "Jo"}, {"language": "en", "extra": {"author": "Jo"}}),
    ({"versioncreated": "soon"}, {"published": None, "extra": {"published": "soon"}}),
    ({"versioncreated": None, "firstcreated": "2023-04-30"}, {"published": "2023-04-30"}),
    ({"url": "https://a.example.org/1"}, {"url": "https://a.example.org/1"}),
    ({"pubstatus": "withheld"}, {"text": "Envoys met."}),
    ({"body_text": "A \ud800 b."}, {"text": "A \ufffd b."}),
    ({"associations": {"m": {"type": "text", "body_text": "Not this."}}}, {"text": "Envoys met."}),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "expected"), ITEMS)
def test_an_item(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    (item,) = _read({**ITEM, **fields})
    assert isinstance(item, RawItem)
    assert {name: getattr(item, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ([ITEM, {**ITEM, "uri": "urn:b"}], "wire.json"),
        ({"_items": [ITEM, {**ITEM, "uri": "urn:b"}], "_links": {}}, "wire.json"),
        (json.dumps([ITEM, {**ITEM, "uri": "urn:b"}]).encode(), "-"),
        (json.dumps(ITEM).encode() + b"\n\n" + json.dumps({**ITEM, "uri": "urn:b"}).encode(), "dump.jsonl"),
        (json.dumps(ITEM).encode() + b"\n" + json.dumps({**ITEM, "uri": "urn:b"}).encode() + b"\n", "dump.json"),
        (b"\xef\xbb\xbf" + json.dumps([ITEM, {**ITEM, "uri": "urn:b"}]).encode(), "wire.json"),
        (json.dumps(HUGE).encode() + b"\n" + json.dumps({**ITEM, "uri": "urn:b"}).encode(),
         "a.jsonl"),
    ],
    ids=range(7),
)  # fmt: skip
def test_many_items(content: object, name: str) -> None:
    assert [found.source for found in _read(content, name)] == ["urn:a", "urn:b"]


def test_a_broken_line_is_rejected_by_its_number_and_the_others_are_taken() -> None:
    line = json.dumps(ITEM).encode()
    first, bad, worse, last = _read(line + b"\n{broken\n5\n" + line, "dump.jsonl")
    assert isinstance(first, RawItem)
    assert isinstance(last, RawItem)
    assert isinstance(bad, Rejection)
    assert isinstance(worse, Rejection)
    assert (bad.source, worse.source) == ("dump.jsonl:2", "dump.jsonl:3")
    assert "not JSON" in bad.reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [({"pubstatus": "canceled"}, "cancelled"), ({"pubstatus": "stat:canceled"}, "cancelled"),
     ({"body_text": " "}, "no text"), ({"body_text": ["x"]}, "no text")],
)  # fmt: skip
def test_an_item_that_is_rejected(fields: dict[str, Any], reason: str) -> None:
    (found,) = _read({**ITEM, **fields})
    assert isinstance(found, Rejection)
    assert found.source == "urn:a"
    assert reason in found.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ([{**ITEM, "type": "picture"}], "none of its items is a text"),
        (json.dumps(ITEM, indent=2).encode()[:-20], "not JSON"),
        (b'{"uri": "urn:a", "bodies":' + b"[" * 100_000, "not JSON"),
    ],
    ids=range(3),
)
def test_a_file_that_is_refused(content: object, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason):
        _read(content)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"id": "a", "text": "x"}, "a.json"),
        ({**ITEM, "text": "x"}, "a.jsonl"),
        ({"uri": "urn:a", "title": "x"}, "a.json"),
        ({"versioncreated": "2023", "body_text": "x"}, "a.json"),
        (ITEM, "a.csv"),
        (b'"uri": "a", "body_text": "x"', "a.json"),
        (b"", "a.json"),
    ],
    ids=range(7),
)
def test_what_is_no_ninjs(content: object, name: str) -> None:
    assert not Ninjs().recognises(_raw(content, name))


def test_a_schema_is_enough() -> None:
    assert Ninjs().recognises(
        _raw({"$schema": "https://www.iptc.org/std/ninjs/ninjs-schema_1.4.json", "headline": "x"})
    )
    assert Ninjs().recognises(_raw({"standard": {"name": "ninjs", "version": "3.0"}, "headline": "x"}))
