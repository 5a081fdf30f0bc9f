"""Items of NewsML-G2 beside those of the stored sample."""

import io
from typing import Any

import pytest

from communique.errors import UnreadableReport
from communique.sources.formats.newsml_g2 import NewsMlG2
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.raw import Raw

_CLASS = '<itemClass qcode="ninat:text"/>'
_TEXT = '<contentSet><inlineData contenttype="text/plain">Envoys met.</inlineData></contentSet>'


def _item(inside: str, attributes: str = 'guid="urn:a"') -> str:
    return f'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" {attributes}>{inside}</newsItem>'


def _read(content: str) -> list[Found]:
    raw = Raw("wire.xml", io.BytesIO(content.encode()))
    assert NewsMlG2().recognises(raw)
    return list(NewsMlG2().parse(raw))


def _meta(item: str = "", content: str = "") -> str:
    return f"<itemMeta>{_CLASS}{item}</itemMeta><contentMeta>{content}</contentMeta>"


def _data(kind: str, words: str) -> str:
    return f'<contentSet><inlineData contenttype="{kind}">{words}</inlineData></contentSet>'


_NITF = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Talks</hl1></hedline>'
    "<byline>By Jo</byline><dateline><location>OSLO</location></dateline></body.head>"
    "<body.content><p>Envoys met.</p><p>They left.</p></body.content></body></nitf>"
)
# what stands in an item, the fields expected
ITEMS: list[tuple[str, dict[str, Any]]] = [
    (_meta() + _TEXT, {"source": "urn:a", "text": "Envoys met.", "outlet": None, "published": None, "extra": {}}),
    (_meta('<provider literal="AFP"/>') + _TEXT, {"outlet": "AFP"}),
    (_meta('<provider qcode="nprov:AP"/>') + _TEXT, {"outlet": "AP"}),
    (_meta('<provider uri="http://cv.iptc.org/newscodes/newsprovider/dpa/"/>') + _TEXT, {"outlet": "dpa"}),
    (_meta("", '<infoSource qcode="nprov:TT"><name>Tidningarnas Telegrambyrå</name></infoSource>') + _TEXT,
     {"outlet": "Tidningarnas Telegrambyrå"}),
    (_meta("<versionCreated>2023-05-02T08:00:00+02:00</versionCreated>",
           "<contentCreated>2023-05-01</contentCreated>") + _TEXT, {"published": "2023-05-02T08:00:00+02:00"}),
    (_meta("<versionCreated/>", "<contentCreated>2023-05</contentCreated>") + _TEXT, {"published": "2023-05"}),
    (_meta("<versionCreated>soon</versionCreated>") + _TEXT, {"published": None, "extra": {"published": "soon"}}),
    (_meta("<embargoed/>") + _TEXT, {"extra": {}}),
    (_meta("<embargoed>2023-05-02T08:00:00Z</embargoed>") + _TEXT, {"extra": {"embargoed": "2023-05-02T08:00:00Z"}}),
    (_meta('<pubStatus qcode="stat:withheld"/>') + _TEXT, {"extra": {"status": "stat:withheld"}}),
    (_meta("<title>Slug</title>") + _TEXT, {"headline": "Slug"}),
    (_meta("", "<headline>U.S. <em>and</em>\n Iran</headline>") + _TEXT, {"headline": "U.S. and Iran"}),
    (_meta("", "<dateline>GENEVA, May 1 (ATS) --</dateline>") + _TEXT, {"text": "GENEVA, May 1 (ATS) -- Envoys met."}),
    (_meta("", '<creator><name>Jo</name></creator><language tag="de-CH"/>') + _TEXT,
     {"extra": {"author": "Jo"}, "language": "de"}),
    (_meta() + f"<contentSet><inlineXML>{_NITF}</inlineXML></contentSet>",
     {"text": "OSLO -- Envoys met.\n\nThey left.", "headline": "Talks", "extra": {"author": "By Jo"}}),
    (_meta() + _data("text/plain", "\n  Envoys met.\n\n  They left.\n"),
     {"text": "Envoys met.\n\nThey left."}),
    (_meta() + _data("text/html", "&lt;p&gt;Envoys met.&lt;/p&gt;&lt;p&gt;Left."),
     {"text": "Envoys met.\n\nLeft."}),
    (_meta() + "<contentSet><remoteContent href='x'/><inlineData encoding='encd:base64'>RW52</inlineData>"
     "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Envoys met.</p></body></html></inlineXML>"
     "</contentSet>",
     {"text": "Envoys met."}),
]  # fmt: skip


@pytest.mark.parametrize(("inside", "fields"), ITEMS)
def test_a_text_item(inside: str, fields: dict[str, Any]) -> None:
    (item,) = _read(_item(inside))
    assert isinstance(item, RawItem)
    assert {name: getattr(item, name) for name in fields} == fields


def test_an_item_without_a_name_is_named_by_its_place() -> None:
    (item,) = _read(_item(_meta() + _TEXT, ""))
    assert item.source == "wire.xml:1"


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (_meta('<pubStatus qcode="stat:canceled"/>') + _TEXT, "the agency cancelled it"),
        (_meta('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'), "the agency cancelled it"),
        (_meta(), "no text"),
        (_meta() + "<contentSet><inlineData contenttype='text/plain'> </inlineData></contentSet>", "no text"),
        (_meta() + "<contentSet><remoteContent href='file:///etc/passwd'/></contentSet>", "no text"),
    ],
)
def test_an_item_that_is_rejected(inside: str, reason: str) -> None:
    (found,) = _read(_item(inside))
    assert isinstance(found, Rejection)
    assert found.source == "urn:a"
    assert reason in found.reason
    assert found.hint


@pytest.mark.parametrize(
    "content",
    [
        _item(_meta().replace("ninat:text", "ninat:picture") + _TEXT),
        '<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"><groupSet/></packageItem>',
    ],
)
def test_a_file_without_texts_is_refused(content: str) -> None:
    with pytest.raises(UnreadableReport, match="none of its items is a text"):
        _read(content)


def test_a_message_cut_short_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableReport, match="broken"):
        _read(_item(_meta() + _TEXT)[:-9])
    assert capfd.readouterr() == ("", "")
