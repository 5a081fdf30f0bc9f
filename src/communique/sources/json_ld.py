"""JSON-LD in a page of HTML: the page's tree goes in; what it says of its article and of the page itself comes out."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from communique.sources.decoding import holdable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# By what they are likely to describe: the report itself, a report of some kind, the page around it.
_REPORTS = ("newsarticle",)
_TEXTS = ("article", "report", "blogposting", "mediaposting", "pressrelease", "statement", "event")
_PAGES = ("webpage", "itempage")
_DEEPEST = 6
# Pages wrap their JSON-LD against readers older than it, in comments and marks that hold no such brackets.
_BEGINS = re.compile(r"[{\[]")
_TRAILING_COMMA = re.compile(r'("(?:\\.|[^"\\])*(?:"|\Z))|,(?=\s*[}\]])', re.S)
_BETWEEN = re.compile(r"[\s,;]*")


class LinkedData:
    """What a page states in JSON-LD: `article` of the report, `page` of the page around it, both empty if nothing."""

    def __init__(self, tree: "HtmlElement", address: str | None = None) -> None:
        """Read every script; where several reports are described, that of the page's own `address` is the one."""
        nodes = list(_nodes(tree))
        self._by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
        ranked = [(rank, node) for node in nodes if (rank := _rank(node)) is not None]
        articles = [(not address or address not in _addresses(node), rank, node) for rank, node in ranked if rank < 2]
        pages = [node for rank, node in ranked if rank == 2]
        self.article: dict[str, Any] = min(articles, key=lambda one: one[:2])[2] if articles else {}
        self.page: dict[str, Any] = pages[0] if pages else {}

    def name(self, value: Any) -> str | None:
        """The name of a person, an organisation or several, however it is given; a mere reference is followed."""
        if isinstance(value, list):
            return ", ".join(name for name in map(self.name, value) if name) or None
        if isinstance(value, dict):
            told = value if "name" in value else self._by_id.get(str(value.get("@id")), {})
            return words_of(told.get("name"))
        return words_of(value)


def words_of(value: Any) -> str | None:
    """A text on one line, without the references to characters that pages leave in it; None if it is none."""
    return (" ".join(holdable(unescape(value)).split()) or None) if isinstance(value, str) else None


def _nodes(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            for value in _values(script.text):
                yield from _nodes_in(value, 0)


def _values(script: str) -> list[Any]:
    """The values of JSON in a script, mended where commas trail; what stands before a fault is kept."""
    begins = _BEGINS.search(script := script.replace("<![CDATA[", "", 1))
    text = script[begins.start() :] if begins else ""
    values, whole = _decoded(text)
    mended, _ = ([], True) if whole else _decoded(_TRAILING_COMMA.sub(lambda found: found[1] or "", text))
    return mended if len(mended) > len(values) else values


def _decoded(text: str) -> tuple[list[Any], bool]:
    """The values that stand one after the other, and whether nothing else does."""
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    try:
        while at < len(text):
            value, at = decoder.raw_decode(text, at)
            values.append(value)
            between = _BETWEEN.match(text, at)
            at = between.end() if between else at
    except (ValueError, RecursionError):
        return values, False
    return values, True


def _nodes_in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _nodes_in(one, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes_in([value.get("@graph"), value.get("mainEntity"), value.get("mainEntityOfPage")], depth + 1)


def _rank(node: dict[str, Any]) -> int | None:
    """0 for a news article, 1 for another report, 2 for a page, None for what tells nothing of either."""
    kinds = node.get("@type")
    names = [str(kind).lower().rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]
    for rank, endings in enumerate((_REPORTS, _TEXTS, _PAGES)):
        if any(name.endswith(endings) for name in names):
            return rank
    return None


def _addresses(node: dict[str, Any]) -> list[str]:
    entity = node.get("mainEntityOfPage")
    given = [node.get("url"), node.get("@id"), entity.get("@id") if isinstance(entity, dict) else entity]
    return [one.partition("#")[0] for one in given if isinstance(one, str)]
