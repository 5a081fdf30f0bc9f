"""NewsML-G2 of the IPTC: items of news, one or many in a message, go in; a raw item for each text comes out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.errors import UnreadableReport
from communique.sources.formats.nitf import byline_of, find, headline_of, story_of
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.markup import html_of, local_name, parse_xml, plain_text, root_of, words_in
from communique.sources.publishing import published_of
from communique.sources.raw import Raw
from communique.sources.wires import cancelled, is_cancelled, language_of, with_dateline

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = ("newsMessage", "newsItem", "packageItem")
_NO_TEXT = ("picture", "photo", "video", "audio", "graphic", "animation", "image")
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class NewsMlG2:
    """A message, an item or a package of NewsML-G2.

    Read from the tree itself: the library of that name drops what stands in a headline behind markup, joins the
    paragraphs of plain text, fails on an empty embargo and writes to standard output.
    """

    name = "newsml-g2"

    def recognises(self, raw: Raw) -> bool:
        """Whether the outermost element is that of NewsML-G2."""
        return root_of(raw.head)[0] in _ROOTS

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the text items; pictures, sound and lists of other items are passed over.

        Raises UnreadableReport where the XML is broken or no item is a text.
        """
        items = [one for one in parse_xml(raw).iter("{*}newsItem") if _is_text(one)]
        if not items:
            hint = "Pictures, sound and packages are passed over; ask the agency for its text items."
            raise UnreadableReport(raw.name, reason="none of its items is a text", hint=hint)
        for number, item in enumerate(items, 1):
            yield _found(f"{raw.name}:{number}", item)


def _is_text(item: "_Element") -> bool:
    kind = find(item, "itemClass")
    named = (kind.get("qcode") or kind.get("uri") or "") if kind is not None else ""
    return not named.lower().endswith(_NO_TEXT)


def _found(where: str, item: "_Element") -> RawItem | Rejection:
    source = " ".join((item.get("guid") or "").split()) or where
    status = _code(_below(item, "itemMeta", "pubStatus"))
    if is_cancelled(status):
        return cancelled(source)
    content = _below(item, "contentSet")
    text, story = _text(content) if content is not None else ("", None)
    meta = _below(item, "contentMeta")
    if not text:
        return Rejection(source=source, reason="the item has no text", hint="The agency may send it in another item.")
    text = with_dateline(text, _words(meta, "dateline"))
    published, extra = _dates(item)
    extra.update(_beside(item, meta))
    if story is not None and (byline := byline_of(story)):
        extra.setdefault("author", byline)
    if status and not status.lower().endswith("usable"):
        extra["status"] = status
    return RawItem(
        source=source,
        text=text,
        outlet=_party(_below(item, "itemMeta", "provider")) or _party(_below(meta, "infoSource")),
        headline=_words(meta, "headline") or (headline_of(story) if story is not None else None)
        or _words(_below(item, "itemMeta"), "title"),
        published=published,
        language=_language(item, meta),
        extra=extra,
    )  # fmt: skip


def _text(content: "_Element") -> tuple[str, "_Element | None"]:
    """The words of the first rendition that has any, and the NITF story where it is one."""
    for rendition in content:
        kind = (rendition.get("contenttype") or "").lower()
        if local_name(rendition) == "inlineData" and not (rendition.get("encoding") or rendition.get("encodinguri")):
            words = "".join(rendition.itertext())
            text = plain_text(words) if "html" in kind else _lines(words)
            if text and (not kind or kind.startswith("text/") or "html" in kind):
                return text, None
        elif local_name(rendition) == "inlineXML":
            story = find(rendition, "nitf")
            body = find(rendition, "body")
            text = story_of(story) if story is not None else plain_text(html_of(rendition if body is None else body))
            if text:
                return text, story
    return "", None


def _lines(words: str) -> str:
    return "\n".join(line.strip() for line in words.strip().splitlines())


def _dates(item: "_Element") -> tuple[str | None, dict[str, object]]:
    """When this version was issued, else its content or its first version was made; what cannot be read is kept."""
    written = [
        _words(_below(item, "pubHistory", "published"), "timestamp"),
        _words(_below(item, "itemMeta"), "versionCreated"),
        _words(_below(item, "contentMeta"), "contentCreated"),
        _words(_below(item, "itemMeta"), "firstCreated"),
    ]
    published = next((moment for moment in map(published_of, written) if moment), None)
    first = next(filter(None, written), None)
    return published, {"published": first} if first and not published else {}


def _language(item: "_Element", meta: "_Element | None") -> str | None:
    stated = _below(meta, "language")
    return language_of((stated.get("tag") if stated is not None else None) or item.get(_XML_LANGUAGE))


def _beside(item: "_Element", meta: "_Element | None") -> dict[str, object]:
    """What the item says of itself beyond the facts of every report."""
    rights = _below(item, "rightsInfo")
    told = {
        "author": _words(meta, "by") or _party(_below(meta, "creator")),
        "subjects": [name for one in _all(meta, "subject") if (name := _words(one, "name") or _code(one))],
        "urgency": _words(meta, "urgency"),
        "slugline": _words(meta, "slugline"),
        "rights": _words(rights, "copyrightNotice") or _party(_below(rights, "copyrightHolder")),
        "usage": _words(rights, "usageTerms"),
        "embargoed": _words(_below(item, "itemMeta"), "embargoed"),
        "version": item.get("version"),
    }
    return {key: value for key, value in told.items() if value}


def _party(party: "_Element | None") -> str | None:
    """The name of an agency or a person; where only a code is given, what stands behind its scheme."""
    if party is None:
        return None
    code = _code(party).rstrip("/").replace(":", "/").rpartition("/")[2]
    return _words(party, "name") or " ".join((party.get("literal") or code).split()) or None


def _code(element: "_Element | None") -> str:
    return (element.get("qcode") or element.get("uri") or "") if element is not None else ""


def _below(element: "_Element | None", *path: str) -> "_Element | None":
    """The element that a path of names leads to."""
    for name in path:
        element = next(_all(element, name), None)
    return element


def _all(element: "_Element | None", name: str) -> Iterator["_Element"]:
    return iter(()) if element is None else element.iterchildren(f"{{*}}{name}")


def _words(element: "_Element | None", name: str) -> str | None:
    return words_in(_below(element, name))
