"""RSS and Atom: a feed goes in; a link for each entry comes out, a raw item where the feed holds the whole report."""

import io
import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from communique.errors import UnreadableReport
from communique.sources.decoding import holdable
from communique.sources.item import Found, Link, RawItem, Rejection
from communique.sources.markup import mend_xml, plain_text, root_of
from communique.sources.publishing import published_of
from communique.sources.raw import Raw
from communique.sources.wires import address_of, language_of

if TYPE_CHECKING:
    from lxml.etree import _Element

# Feedparser takes some seconds for a million bytes of the worst kind; feeds have less than that in all.
_LARGEST = 16 * 2**20
# Fewer words are a lead or a summary, whatever the feed calls them.
_WHOLE_REPORT_WORDS = 120
_GOES_ON = re.compile(
    r"(?:…|\.\.\.)\]?$|(?:(?:read|view|see) (?:more|the full \w+)|continue reading)[^\n]{0,80}$", re.I
)
_MORE = re.compile(r"\n\s*(?:(?:read|view|see) (?:more|the full \w+)|continue reading)[^\n]*$", re.I)
_FOOTER = re.compile(r"\n\s*The post .{1,400} (?:appeared first on|first appeared on) .{1,200}$", re.S)
# The outermost element of a feed, and what one of its attributes holds.
_MARKS = {"rss": ("",), "feed": ("/atom",), "RDF": ("//purl.org/rss/", "/rdf/simple/")}
_NO_NAME = re.compile(r"^[\W\d]+|[^\w.-]")
# Prefixes that feeds use without saying what they stand for.
_NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "media": "http://search.yahoo.com/mrss/",
}


class Feed:
    """A feed of RSS 0.9 to 2.0 or Atom, read by feedparser."""

    name = "feed"

    def recognises(self, raw: Raw) -> bool:
        """Whether the outermost element is that of a feed."""
        root, attributes = root_of(raw.head)
        marks = _MARKS.get(root, ())
        return root in _MARKS and any(mark in attributes.lower() for mark in marks)

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield a link or a raw item for each entry.

        Raises UnreadableReport where there is none, or in the end where the feed was cut short.
        """
        import feedparser  # type: ignore[import-untyped]

        # Given as a stream, because feedparser takes other things for addresses; and always well formed, because its
        # reader of what is not takes its time over traps. The markup inside is turned to text below, so none is mended.
        root, cut = mend_xml(raw, largest=_LARGEST)
        try:
            read = feedparser.parse(io.BytesIO(_well_formed(root)), sanitize_html=False, resolve_relative_uris=False)
        except Exception as fault:  # its parser stumbles over some broken feeds
            reason = f"the feed is broken: {type(fault).__name__}: {fault}"
            raise UnreadableReport(raw.name, reason=reason, hint="Fetch it again, or ask its publisher.") from fault
        if not read.entries:
            hint = "Nothing may have been published lately; else check that it was saved whole."
            raise cut or UnreadableReport(raw.name, reason="the feed has no entries", hint=hint)
        feed = dict(read.feed)
        for number, entry in enumerate(read.entries[:-1] if cut else read.entries, 1):
            yield _found(f"{raw.name}:{number}", dict(entry), feed, dated_by_update=not read.version.startswith("atom"))
        if cut:
            raise cut


def _well_formed(root: "_Element") -> bytes:
    """A feed written anew, with the namespaces that it forgot to declare."""
    from lxml import etree

    for element in root.iter(etree.Element):
        prefix, colon, name = element.tag.rpartition("}")[2].partition(":")
        if colon:
            element.tag = f"{{{_NAMESPACES.get(prefix, 'urn:undeclared')}}}{_NO_NAME.sub('', name) or 'nameless'}"
        for key in [key for key in element.attrib if ":" in key.rpartition("}")[2]]:
            del element.attrib[key]
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _found(where: str, entry: dict[str, Any], feed: Mapping[str, Any], *, dated_by_update: bool) -> Found:
    url = _address(entry, feed)
    summary = _MORE.sub("", plain_text(str(entry.get("summary") or "")))
    content, whole = _content(entry)
    if url is None and not (content or summary):
        hint = "The feed gives neither its address nor its words; ask its publisher."
        return Rejection(source=where, reason="the entry has neither a link nor a text", hint=hint)
    published, extra = _dates(entry, dated_by_update=dated_by_update)
    tags = [words for tag in entry.get("tags", ()) if (words := _words(tag.get("term")))]
    extra.update({key: value for key, value in (("author", _words(entry.get("author"))), ("tags", tags)) if value})
    facts: dict[str, Any] = {
        "source": url or _words(entry.get("id")) or where,
        "outlet": _outlet(entry, feed),
        "headline": _words(plain_text(str(entry.get("title") or ""))),
        "published": published,
        "language": _language(entry, feed),
        "extra": extra,
    }
    if url is None or whole:
        return RawItem(text=content or summary, url=url, **facts)
    return Link(url=url, summary=content or summary or None, **facts)


def _content(entry: Mapping[str, Any]) -> tuple[str, bool]:
    """The longest text that the entry itself holds, and whether it is the whole report."""
    texts = [plain_text(str(one.get("value") or "")) for one in entry.get("content", ())]
    text = _FOOTER.sub("", max(texts, key=len, default="")).strip()
    return _MORE.sub("", text), len(text.split()) >= _WHOLE_REPORT_WORDS and not _GOES_ON.search(text[-200:])


def _address(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    """The address of the report: that of its page, made whole by that of the feed."""
    base = str(feed.get("link") or "")
    given = (entry.get("feedburner_origlink"), entry.get("link"), entry.get("id") if entry.get("guidislink") else None)
    return next((address for one in given if (address := address_of(_words(one), base))), None)


def _dates(entry: Mapping[str, Any], *, dated_by_update: bool) -> tuple[str | None, dict[str, Any]]:
    """When the entry was published, and what else it says of its dates. In Atom, `updated` is another thing."""
    for name in ("published", "updated")[: 2 if dated_by_update else 1]:
        words = _words(entry.get(name))
        moment = published_of(words)
        parsed = entry.get(f"{name}_parsed")
        if moment is None and words and parsed:
            moment = datetime.fromtimestamp(timegm(parsed), UTC).isoformat()
        if moment:
            return moment, {}
        if words:
            return None, {"published": words}
    updated = _words(entry.get("updated"))
    return None, {"updated": updated} if updated else {}


def _outlet(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    """Who published: in a feed gathered from others, the one that the entry names."""
    source = entry.get("source")
    named = _words(source.get("title")) if isinstance(source, Mapping) else None
    return named or _words(plain_text(str(feed.get("title") or "")))


def _language(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    detail = entry.get("title_detail") or {}
    words = _words(entry.get("language") or detail.get("language") or feed.get("language"))
    return language_of(words)


def _words(value: object) -> str | None:
    return (" ".join(holdable(value).split()) or None) if isinstance(value, str) else None
