"""NITF, the News Industry Text Format of the IPTC: one story goes in, a raw item comes out."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from communique.errors import UnreadableReport
from communique.sources.item import Found, RawItem
from communique.sources.markup import html_of, local_name, parse_xml, plain_text, root_of, words_in
from communique.sources.publishing import published_of
from communique.sources.raw import Raw
from communique.sources.wires import cancelled, is_cancelled, language_of, with_dateline

if TYPE_CHECKING:
    from lxml.etree import _Element

# What stands in the body beside the words of the story.
_BESIDE = ("media", "table", "nitf-table", "note", "fn", "ednote")
_HEADINGS = {"hl1": "h1", "hl2": "h2", "block": "div"}
_XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Nitf:
    """One story of NITF 3, with or without its namespace."""

    name = "nitf"

    def recognises(self, raw: Raw) -> bool:
        """Whether the outermost element is that of NITF."""
        return root_of(raw.head)[0] == "nitf"

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the story; UnreadableReport where the XML is broken or has no text."""
        root = parse_xml(raw)
        source = _attribute(root, "doc-id", "id-string") or raw.stem
        if is_cancelled(_attribute(root, "docdata", "management-status") or ""):
            yield cancelled(source)
            return
        text = story_of(root)
        if not text:
            hint = "It may be a picture or a notice to editors; look into it."
            raise UnreadableReport(raw.name, reason="the story has no text", hint=hint)
        published, extra = _dates(root)
        extra.update(_beside(root))
        yield RawItem(
            source=source,
            text=text,
            outlet=_outlet(root),
            headline=headline_of(root),
            published=published,
            language=language_of(root.get(_XML_LANGUAGE) or root.get("lang")),
            extra=extra,
        )


def story_of(root: "_Element") -> str:
    """The paragraphs of an NITF story, parted by blank lines and opened by its dateline; "" where it has none."""
    content = find(root, "body.content")
    if content is None:
        content = find(root, "body")
    if content is None:
        return ""
    content = deepcopy(content)
    for one in list(content.iter("{*}*")):
        name = local_name(one)
        if name in _BESIDE or name == "body.head":
            one.clear(keep_tail=True)
        one.tag = _HEADINGS.get(name, name)
    return with_dateline(plain_text(html_of(content)), words_in(find(root, "dateline")))


def headline_of(root: "_Element") -> str | None:
    """The main headline, or the title where there is none."""
    return words_in(find(root, "hl1")) or words_in(find(root, "title"))


def byline_of(root: "_Element") -> str | None:
    """Who wrote the story, as it says."""
    return words_in(find(root, "byline"))


def find(element: "_Element", name: str) -> "_Element | None":
    """The first element below that has this name, in whichever namespace."""
    return next(element.iter(f"{{*}}{name}"), None)


def _attribute(root: "_Element", element: str, name: str) -> str | None:
    found = find(root, element)
    return (" ".join(found.get(name, "").split()) or None) if found is not None else None


def _outlet(root: "_Element") -> str | None:
    """The agency: the holder of the copyright, else the source of the document, else of its distribution."""
    return (
        _attribute(root, "doc.copyright", "holder")
        or _attribute(root, "doc-id", "regsrc")
        or _attribute(root, "docsrc", "norm")
        or words_in(find(root, "docsrc"))
        or words_in(find(root, "distributor"))
    )


def _dates(root: "_Element") -> tuple[str | None, dict[str, object]]:
    written = [_attribute(root, name, "norm") for name in ("date.issue", "date.release", "story.date")]
    written.append(_attribute(root, "pubdata", "date.publication"))
    published = next((moment for moment in map(published_of, written) if moment), None)
    first = next(filter(None, written), None)
    return published, {"published": first} if first and not published else {}


def _beside(root: "_Element") -> dict[str, object]:
    """What the story says of itself beyond the facts of every report."""
    subjects = [words for one in root.iter("{*}tobject.subject") if (words := _subject(one))]
    told = {
        "author": byline_of(root),
        "urgency": _attribute(root, "urgency", "ed-urg"),
        "subjects": subjects,
        "rights": _attribute(root, "doc.rights", "owner"),
    }
    return {key: value for key, value in told.items() if value}


def _subject(element: "_Element") -> str | None:
    names = [element.get(f"tobject.subject.{part}") for part in ("type", "matter", "detail")]
    return " / ".join(filter(None, names)) or element.get("tobject.subject.refnum")
