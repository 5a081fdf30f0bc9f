"""Stories of NITF beside the stored sample."""

import io
from typing import Any

import pytest

from communique.errors import UnreadableReport
from communique.sources.formats.nitf import Nitf
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.raw import Raw

_BODY = "<body><body.content><p>Envoys met.</p></body.content></body>"


_OPENED = "<body.content><p>Oslo, May 1 (NTB) - Envoys met.</p></body.content>"
_BESIDE = "<table><tr><td>1</td></tr></table>"


def _read(inside: str, attributes: str = "") -> list[Found]:
    raw = Raw("in/story-7.xml", io.BytesIO(f"<nitf {attributes}>{inside}</nitf>".encode()))
    assert Nitf().recognises(raw)
    return list(Nitf().parse(raw))


def _docdata(inside: str, attributes: str = "") -> str:
    return f"<head><docdata {attributes}>{inside}</docdata></head>{_BODY}"


# what stands in the story, the fields expected
STORIES: list[tuple[str, dict[str, Any]]] = [
    (_BODY, {"source": "story-7", "text": "Envoys met.", "headline": None, "outlet": None, "extra": {}}),
    ("<head><title>Talks</title></head>" + _BODY, {"headline": "Talks"}),
    (_docdata('<doc-id id-string=" AP.1 "/>'), {"source": "AP.1"}),
    (_docdata('<doc-id regsrc="AP"/><doc.copyright holder="The AP"/>'), {"outlet": "The AP"}),
    (_docdata('<doc-id regsrc="AP"/>'), {"outlet": "AP"}),
    (_docdata('<date.issue norm="20230501T081500-0400"/>'), {"published": "2023-05-01T08:15-0400"}),
    (_docdata('<date.issue norm="2023-05-01"/><date.release norm="2023-05-02"/>'), {"published": "2023-05-01"}),
    (_docdata('<date.issue norm="soon"/>'), {"published": None, "extra": {"published": "soon"}}),
    (_docdata("<date.expire norm='2023-05-01'/>"), {"published": None}),
    (f"<body><body.head><dateline>OSLO, May 1 (NTB)</dateline></body.head>{_OPENED}</body>",
     {"text": "Oslo, May 1 (NTB) - Envoys met."}),
    (f"<body><body.content>{_BESIDE}<p>A<note>No</note>B</p><ul><li>x</li><li>y</li></ul></body.content></body>",
     {"text": "AB\n\nx\ny"}),
    ("<body><body.head><hedline><hl1>No</hl1></hedline></body.head><p>Envoys met.</p></body>", {"text": "Envoys met."}),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "fields"), STORIES)
@pytest.mark.parametrize("namespace", ["", 'xmlns="http://iptc.org/std/NITF/2006-10-18/"'])
def test_a_story(inside: str, fields: dict[str, Any], namespace: str) -> None:
    (item,) = _read(inside, namespace)
    assert isinstance(item, RawItem)
    assert {name: getattr(item, name) for name in fields} == fields


def test_a_cancelled_story_is_rejected() -> None:
    (found,) = _read(_docdata('<doc-id id-string="x"/>', 'management-status="canceled"'))
    assert isinstance(found, Rejection)
    assert (found.source, found.reason) == ("x", "the agency cancelled it")


@pytest.mark.parametrize("inside", ["", "<body/>", "<body><body.content><media>x</media></body.content></body>"])
def test_a_story_without_text_is_refused(inside: str) -> None:
    with pytest.raises(UnreadableReport, match="no text"):
        _read(inside)
