"""A page of HTML: its article goes out as text, with what the page itself says of outlet, address and publication."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, holdable, is_binary
from communique.sources.formats.page_facts import PageFacts, read_facts
from communique.sources.item import RawItem, Rejection
from communique.sources.raw import Raw

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_OPENS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# Menus and notices are shorter than the shortest readout.
_FEWEST_WORDS = 8
_NO_ARTICLE = "Save the page of the report itself, not a list of reports, or save its words as text."


class HtmlPage:
    """One page that is one report."""

    name = "html"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is named so, or begins as a page does."""
        return (raw.suffix in _SUFFIXES and not is_binary(raw.head)) or bool(_OPENS.match(raw.head[:4096]))

    def parse(self, raw: Raw) -> Iterator[RawItem | Rejection]:
        """Yield the article of the page; UnreadableReport where it has none."""
        page = _page_text(raw.read())
        if not page.strip():
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")
        tree = _tree(page)
        if tree is None:
            raise UnreadableReport(raw.name, reason="it is no page of HTML", hint=_NO_ARTICLE)
        facts = read_facts(tree)
        found = _article(tree)
        if found is None:
            raise UnreadableReport(raw.name, reason="the page has no article", hint=_NO_ARTICLE)
        text, guessed = found
        extra = {key: value for key, value in (("author", facts.author), ("description", facts.description)) if value}
        if facts.published_as_written:
            extra["published"] = facts.published_as_written
        yield RawItem(
            source=raw.stem,
            text=text,
            url=facts.url or guessed.url,
            outlet=facts.outlet or guessed.outlet,
            headline=facts.headline or guessed.headline,
            published=facts.published or guessed.published,
            language=facts.language,
            extra=extra,
        )


def _page_text(content: bytes) -> str:
    """The page as text, by the encoding it names where it does and that holds."""
    named = _CHARSET.search(content[:4096])
    if named:
        try:
            return holdable(content.decode(named.group(1).decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(content)


def _tree(page: str) -> "HtmlElement | None":
    from lxml import etree, html

    try:
        # Given as bytes, because a page that declares an encoding is refused as text.
        return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _article(tree: "HtmlElement") -> tuple[str, PageFacts] | None:
    """The words of the article, and what trafilatura makes out of the page where the page itself says nothing."""
    from trafilatura import bare_extraction

    found = bare_extraction(
        tree,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or isinstance(found, dict) or len((found.text or "").split()) < _FEWEST_WORDS:
        return None
    guessed = PageFacts(url=found.url, outlet=found.sitename, headline=found.title, published=found.date)
    return holdable(found.text or "").strip(), guessed
