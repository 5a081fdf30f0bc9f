"""Pages of HTML: the bytes of a page go in, its article comes out with what the page says of outlet and publication."""

import re
from typing import TYPE_CHECKING

from communique.sources.decoding import decode, holdable
from communique.sources.item import Found, Link, RawItem, RawPage, Rejection
from communique.sources.page_facts import PageFacts, read_facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# Menus and notices are shorter than the shortest readout.
_FEWEST_WORDS = 8
# Pages with fewer tags cannot do harm by their depth; browsers go 512 deep.
_TAGS_UNASKED = 4_000
_DEEPEST = 1_500
_TAG = re.compile(r"<(/?)([a-z][^\s/>]{0,40})", re.I)
_ENDED_BY_OTHERS = frozenset(
    "p li td th tr dt dd option br hr img input meta link area base col embed source track wbr path use".split()
)
_TRAP = f"its elements lie more than {_DEEPEST} deep within each other"
_NO_ARTICLE = "Save the page of the report itself, not a list of reports, or save its words as text."


def settle(found: Found) -> RawItem | Rejection:
    """What is found as text: a page is read, a link gives what is told of the report where it is named."""
    if isinstance(found, RawPage):
        return read_page(found)
    if isinstance(found, Link):
        return _told_of(found)
    return found


def read_page(page: RawPage) -> RawItem | Rejection:
    """Return the article of a page, by the words a careful reader would take for it; a rejection where it has none.

    The article is found by trafilatura. What the page states of itself, in JSON-LD before its other marks, comes
    before what was said beside it.
    """
    words = page_text(page.content, page.charset)
    if not words.strip():
        return Rejection(source=page.where or page.source, reason="the page is empty", hint="Check that it was saved.")
    if is_trap(words):
        return Rejection(source=page.where or page.source, reason=_TRAP, hint="Save its words as text.")
    tree = _tree(words)
    if tree is None:
        return Rejection(source=page.where or page.source, reason="it is no page of HTML", hint=_NO_ARTICLE)
    facts = read_facts(tree)
    found = _article(tree)
    if found is None:
        return Rejection(source=page.where or page.source, reason="the page has no article", hint=_NO_ARTICLE)
    text, guessed = found
    beside = (("author", facts.author), ("description", facts.description), ("section", facts.section))
    extra = {key: value for key, value in beside if value}
    if facts.published_as_written:
        extra["published"] = facts.published_as_written
    return RawItem(
        source=page.source,
        text=text,
        url=page.url or facts.url or guessed.url,
        outlet=facts.outlet or page.outlet or guessed.outlet,
        headline=facts.headline or page.headline or guessed.headline,
        published=facts.published or page.published or guessed.published,
        language=facts.language or page.language,
        extra={**page.extra, **extra},
    )


def skim_page(page: RawPage) -> RawItem | None:
    """The article of a page, found roughly and some seven times faster; None where it seems to have none.

    Enough to tell what a page is about; found by resiliparse. What the page states of itself is the same as by
    `read_page`.
    """
    from resiliparse.extract.html2text import extract_plain_text

    words = page_text(page.content, page.charset)
    if is_trap(words):
        return None
    text = holdable(extract_plain_text(words, main_content=True, alt_texts=False, list_bullets=False, comments=False))
    tree = _tree(words) if len(text.split()) >= _FEWEST_WORDS else None
    if tree is None:
        return None
    facts = read_facts(tree)
    return RawItem(
        source=page.source,
        text=text.strip(),
        url=page.url or facts.url,
        outlet=facts.outlet or page.outlet,
        headline=facts.headline or page.headline,
        published=facts.published or page.published,
        language=facts.language or page.language,
        extra=page.extra,
    )


def is_trap(page: str) -> bool:
    """Whether elements lie so deep within each other that reading the page would take hours."""
    if page.count("<") < _TAGS_UNASKED:
        return False
    depth = 0
    for tag in _TAG.finditer(page):
        depth = max(0, depth - 1) if tag[1] else depth + (tag[2].lower() not in _ENDED_BY_OTHERS)
        if depth > _DEEPEST:
            return True
    return False


def page_text(content: bytes, charset: str | None = None) -> str:
    """The page as text: by the encoding said beside it or named in it, where that holds; else by its letters."""
    named = _CHARSET.search(content[:4096])
    for encoding in (charset, named.group(1).decode("ascii") if named else None):
        if encoding:
            try:
                return holdable(content.decode(encoding))
            except (LookupError, ValueError):
                continue
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


def _told_of(link: Link) -> RawItem | Rejection:
    if not link.summary:
        hint = "Read the feed or the sitemap by its address, or the page itself: communique read ADDRESS"
        return Rejection(source=link.source, reason="the report is only named here, not told", hint=hint)
    return RawItem(
        source=link.source, text=link.summary, url=link.url, outlet=link.outlet, headline=link.headline,
        published=link.published, language=link.language, extra=link.extra,
    )  # fmt: skip
