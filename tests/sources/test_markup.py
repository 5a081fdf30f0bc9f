"""XML from outside: what is refused, what is mended, and what becomes of markup as text."""

import io
import time

import pytest

from communique.errors import UnreadableReport
from communique.sources.markup import mend_xml, parse_xml, plain_text, root_of, words_in
from communique.sources.raw import Raw


def _raw(content: bytes, charset: str | None = None) -> Raw:
    return Raw("a.xml", io.BytesIO(content), charset=charset)


_LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10) for n in range(1, 12))
BOMBS = {
    "billion laughs": b'<!DOCTYPE a [<!ENTITY l0 "ha">' + _LAUGHS + b"]><a>&l11;</a>",
    "quadratic": b'<!DOCTYPE a [<!ENTITY x "' + b"x" * 50_000 + b'">]><a>' + b"&x;" * 50_000 + b"</a>",
    "a file": b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>',
    "an address": b'<!DOCTYPE a [<!ENTITY f SYSTEM "http://127.0.0.1:1/">]><a>&f;</a>',
    "a parameter": b'<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><a/>',
    "attributes": b'<!DOCTYPE a [<!ATTLIST a b CDATA "' + b"x" * 99 + b'">]><a/>',
    "small letters": b'<!DOCTYPE a [<!entity f "x">]><a>&f;</a>',
    "two bytes a letter": '<!DOCTYPE a [<!ENTITY f "x">]><a>&f;</a>'.encode("utf-16"),
    "four bytes a letter": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY f "x">]><a>&f;</a>'.encode("utf-32"),
    "an encoding that hides": b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-ENTITY f "x"><a/>',
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("read", [parse_xml, mend_xml])
def test_declarations_are_refused(bomb: bytes, read: type) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableReport, match="declares entities") as caught:
        read(_raw(bomb))
    assert caught.value.hint
    assert time.monotonic() - began < 2


# content, the words in it
READ = [
    (b"<a>x</a>", "x"),
    (b"\xef\xbb\xbf  <?xml version='1.0'?><a>x</a>", "x"),
    (b"<?xml version='1.0' encoding='iso-8859-1'?><a>caf\xe9</a>", "café"),
    (b"<?xml version='1.0' encoding='windows-1251'?><a>\xcb\xe0\xe2\xf0\xee\xe2</a>", "Лавров"),
    (b"<?xml version='1.0' encoding='no-such'?><a>caf\xc3\xa9</a>", "café"),
    ("<?xml version='1.0' encoding='utf-16'?><a>café</a>".encode("utf-16"), "café"),
    (b"<a>x &nbsp;&ldquo;y&rdquo; &amp;amp; &lt;z&gt;</a>", "x “y” &amp; <z>"),
    (b"<a>x\x02y\x00</a>", "xy"),
    ("<a>&nosuch; &a-b; &é; &AMP; &LT;b&GT; &quot;</a>".encode(), '&nosuch; &a-b; &é; & <b> "'),
    (b"<!DOCTYPE a SYSTEM 'a.dtd'><a>x &nosuch; y</a>", "x &nosuch; y"),
    (b"<a>&#x43;&#99;&#xD800;&#0;&#x110000;&#" + b"9" * 9999 + b";</a>", "Cc\ufffd\ufffd\ufffd\ufffd"),
    (b"<!DOCTYPE a PUBLIC '-//X//DTD//EN' 'http://127.0.0.1:1/a.dtd'><a>x</a>", "x"),
    (b"<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>x</a>", "x"),
    (b"<a>x<!-- not this --><?nor this?> y</a>", "x y"),
]


@pytest.mark.parametrize(("content", "words"), READ)
def test_words(content: bytes, words: str) -> None:
    assert words_in(parse_xml(_raw(content))) == words


def test_what_http_says_of_the_encoding_comes_first() -> None:
    content = b"<?xml version='1.0' encoding='utf-8'?><a>caf\xe9</a>"
    assert words_in(parse_xml(_raw(content, charset="iso-8859-1"))) == "café"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b" \n", "empty"), (b"<a>", "broken"), (b"words", "broken"),
     (b"<a>" * 100_000, "broken"), (b"<a b='1' b='2'/>", "broken")],
)  # fmt: skip
def test_broken_xml_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableReport, match=reason):
        parse_xml(_raw(content))


def test_slips_are_mended_and_a_cut_is_told() -> None:
    root, cut = mend_xml(_raw(b"<a><b>x & y</b><![CDATA[&]]></a>\n<!-- end -->"))
    assert (words_in(root), cut) == ("x & y&", None)
    root, cut = mend_xml(_raw(b"<a><b>x</b><b>y"))
    assert len(root) == 2
    assert cut is not None
    assert "cut short" in str(cut)
    with pytest.raises(UnreadableReport):
        mend_xml(_raw(b"no markup at all"))


@pytest.mark.parametrize(
    ("head", "root"),
    [
        (b"<rss version='2.0'>", ("rss", " version='2.0'")),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <b> > -->\n<!DOCTYPE rss SYSTEM 'x'>\n<x:rss>", ("rss", "")),
        (b"<!DOCTYPE rss [<!ENTITY a 'b'>]><rss>", ("rss", "")),
        ("<?xml version='1.0'?><feed>".encode("utf-16"), ("feed", "")),
        (b"<!--" * 5000, ("", "")),
        (b"", ("", "")),
        (b"words", ("", "")),
    ],
)
def test_root(head: bytes, root: tuple[str, str]) -> None:
    assert root_of(head) == root


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\n <b>two</b></p><p>three<br>four</p>", "One two\n\nthree\nfour"),
        ("No markup.\n\nTwo  paragraphs.", "No markup.\n\nTwo paragraphs."),
        ("R&amp;D &#8211; caf&eacute;", "R&D – café"),
        ("<script>bad()</script><style>p{}</style><p>x</p>", "x"),
        ("5 < 6 and AT&T", "5 < 6 and AT&T"),
        ("", ""),
        ("<div>" * 50_000 + "deep", "deep"),
    ],
    ids=range(7),
)
def test_plain_text(html: str, text: str) -> None:
    assert plain_text(html) == text
