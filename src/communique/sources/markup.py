"""XML and pieces of HTML from outside: bytes go in, a tree or plain text comes out.

Nothing is looked up or expanded on the way: a document that declares entities or the like of its own is refused, those
that HTML gives names to are taken for their characters, and external declarations are never read.
"""

import codecs
import re
import sys
from copy import deepcopy
from html import escape
from html.entities import html5
from typing import TYPE_CHECKING

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, holdable
from communique.sources.raw import Raw

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"<\?xml\s[^>]*?\?>")
_ENCODING = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_DECLARES = re.compile(r"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)\b", re.I)
# An ampersand that stands for itself, as in the addresses of careless feeds; or a stretch where all of them do.
_BARE = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(?!#\d+;|#x[0-9a-f]+;|[a-z]\w*;)", re.I | re.S)
_REFERENCE = re.compile(r"&(?:([^\s&<>;#\"']+;)|#(?:[xX]([0-9A-Fa-f]+)|([0-9]+));)")
_OF_XML = ("amp;", "lt;", "gt;", "quot;", "apos;")
# What XML 1.0 cannot hold, as agencies' teletypes still send it.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OPENS = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)([^>]*)")
# A sitemap may have 50 MB; no other file of this kind comes near that.
_LARGEST = 64 * 2**20
_MARKUP = re.compile(r"<[a-zA-Z/!]|&#?\w+;")


def root_of(head: bytes) -> tuple[str, str]:
    """The name of the outermost element, without prefix, and its attributes as written; two empty texts if none."""
    text = _text(head[: 2**14]).lstrip("\ufeff \t\r\n")
    while text.startswith(("<?", "<!")):
        end = "?>" if text.startswith("<?") else "-->" if text.startswith("<!--") else ">"
        if text.startswith("<!DOCTYPE") and "[" in text[: text.find(">")]:
            end = "]"
        text = text.partition(end)[2].lstrip("> \t\r\n")
    found = _OPENS.match(text)
    return (found[1], found[2]) if found else ("", "")


def parse_xml(raw: Raw) -> "_Element":
    """Return the outermost element of `raw`.

    Raises UnreadableReport where it is empty, too large, broken, or declares entities.
    """
    return _parsed(raw, _checked(raw), mend=False)


def mend_xml(raw: Raw, *, largest: int = _LARGEST) -> "tuple[_Element, UnreadableReport | None]":
    """Return the outermost element of XML that may be broken, and what to raise at the end where it was cut short.

    Of what was cut short, the last entry is not to be trusted. Raises UnreadableReport as `parse_xml` does, where
    nothing can be had of it.
    """
    text = _BARE.sub(
        lambda found: "&amp;" if found.group() == "&" else found.group(), _checked(raw, largest, whole=False)
    )
    root = _parsed(raw, text, mend=True)
    closes = rf"</(?:[\w.-]+:)?{re.escape(local_name(root))}\s*>(?:\s|<!--[^>]*-->)*$"
    if len(root) == 0 or re.search(closes, text[-2000:]):
        return root, None
    hint = "What came before the cut was taken, but for the last entry; fetch it again."
    return root, UnreadableReport(raw.name, reason="it was cut short", hint=hint)


def _parsed(raw: Raw, text: str, *, mend: bool) -> "_Element":
    from lxml import etree

    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=mend,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        reason = f"the XML is broken: {' '.join(str(fault).split())[:160]}"
        hint = "It may have been cut short; fetch it again, or ask its sender for well-formed XML."
        raise UnreadableReport(raw.name, reason=reason, hint=hint) from fault
    if root is None:
        raise UnreadableReport(raw.name, reason="it holds no XML", hint="Check that it was saved whole.")
    return root


def plain_text(html: str) -> str:
    """The words of a piece of HTML, paragraphs parted by blank lines; text without any markup stays as it is."""
    from resiliparse.extract.html2text import extract_plain_text

    html = holdable(html)
    if _MARKUP.search(html):
        html = extract_plain_text(html, main_content=False, alt_texts=False, list_bullets=False)
    lines = (" ".join(line.split()) for line in html.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def html_of(element: "_Element") -> str:
    """An element of XHTML or its kin, and all it holds, written as HTML."""
    from lxml import etree

    copied = deepcopy(element)
    for one in copied.iter(etree.Element):
        one.tag = local_name(one)
    return str(etree.tostring(copied, encoding="unicode", method="html", with_tail=False))


def local_name(element: "_Element") -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def words_in(element: "_Element | None") -> str | None:
    """All the words in an element on one line; None where there are none."""
    if element is None:
        return None
    return " ".join(holdable("".join(element.itertext())).split()) or None


def _checked(raw: Raw, largest: int = _LARGEST, *, whole: bool = True) -> str:
    content = raw.read(whole=whole)
    if len(content) > largest:
        reason = f"it holds more than {largest // 2**20} MB of XML"
        raise UnreadableReport(raw.name, reason=reason, hint="Split it into smaller files.")
    text = _text(content, raw.charset)
    text = text.lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.match(text)
    text = _CONTROLS.sub("", text[declaration.end() :] if declaration else text)
    if not text.strip():
        raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")
    if declared := _DECLARES.search(text):
        reason = f"it declares entities or elements of its own ({declared.group()})"
        hint = "Nothing of that kind is expanded; ask its sender for XML without such declarations."
        raise UnreadableReport(raw.name, reason=reason, hint=hint)
    return _REFERENCE.sub(_character, text)


def _text(content: bytes, charset: str | None = None) -> str:
    """XML as text: by its mark of encoding, by what HTTP or it itself says, where that holds; else by its letters."""
    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(content)
    named = _ENCODING.match(content[:200].lstrip())
    for encoding in filter(None, (charset, named[1].decode("ascii") if named else None)):
        try:
            return holdable(content.decode(encoding))
        except (LookupError, ValueError):
            continue
    return decode(content)


def _character(reference: re.Match[str]) -> str:
    """What stands for a reference: itself where XML knows it, the character that HTML names, or its own letters."""
    name, sixteens, tens = reference.groups()
    if name:
        return reference.group() if name in _OF_XML else escape(html5.get(name, reference.group()))
    digits = (sixteens or tens).lstrip("0")
    code = int(digits or "0", 16 if sixteens else 10) if len(digits) <= len("1114111") else sys.maxunicode + 1
    holds = code <= sys.maxunicode and not 0xD800 <= code <= 0xDFFF and not _CONTROLS.match(chr(code))
    return reference.group() if holds else "\ufffd"
