"""What a page of HTML says of itself: its tree goes in; headline, outlet, address, author and publication come out.

JSON-LD is believed first, then OpenGraph and its kin, then the canonical link.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.sources.decoding import holdable
from communique.sources.publishing import published_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARTICLES = ("article", "report", "posting", "pressrelease", "statement", "event")
_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "publishdate",
    "pubdate",
    "publish_date",
    "date",
    "sailthru.date",
    "parsely-pub-date",
)
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """The facts a page states; None where it states none. `published_as_written` is a date that cannot be read."""

    headline: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    published_as_written: str | None = None
    language: str | None = None
    author: str | None = None
    description: str | None = None


def read_facts(tree: "HtmlElement") -> PageFacts:
    """Return what the page states in JSON-LD, in its meta tags and links."""
    article = next(_articles(tree), {})
    meta = _meta(tree)
    written = [_words(article.get("datePublished")), *(meta.get(name) for name in _PUBLISHED), _time_tag(tree)]
    published = next((moment for moment in map(published_of, written) if moment), None)
    return PageFacts(
        headline=_words(article.get("headline")) or meta.get("og:title") or meta.get("twitter:title"),
        outlet=meta.get("og:site_name") or _name(article.get("publisher")) or meta.get("application-name"),
        url=_canonical(tree) or meta.get("og:url") or _address(article),
        published=published,
        published_as_written=None if published else next((words for words in written if words), None),
        language=_language(tree, article),
        author=_name(article.get("author")) or meta.get("author"),
        description=meta.get("og:description") or meta.get("description"),
    )


def _articles(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                value = json.loads(script.text, strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _articles_in(value, 0)


def _articles_in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for one in value:
            yield from _articles_in(one, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        names = " ".join(str(kind) for kind in kinds) if isinstance(kinds, list) else str(kinds)
        if any(name in names.lower() for name in _ARTICLES):
            yield value
        yield from _articles_in([value.get("@graph"), value.get("mainEntity")], depth + 1)


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """The meta tags by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        words = _words(tag.get("content"))
        if name and words:
            found.setdefault(name, words)
    return found


def _time_tag(tree: "HtmlElement") -> str | None:
    """The moment in the only `time` tag that says it is that of publication."""
    for tag in tree.iter("time"):
        marks = f"{tag.get('itemprop') or ''} {tag.get('class') or ''} {tag.get('pubdate', '-')}".lower()
        if "publish" in marks or "dt-published" in marks or tag.get("pubdate") is not None:
            return _words(tag.get("datetime")) or _words(tag.text_content())
    return None


def _canonical(tree: "HtmlElement") -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(
            ("http://", "https://")
        ):
            return _words(link.get("href"))
    return None


def _address(article: dict[str, Any]) -> str | None:
    entity = article.get("mainEntityOfPage")
    for value in (article.get("url"), entity.get("@id") if isinstance(entity, dict) else entity):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return holdable(value)
    return None


def _language(tree: "HtmlElement", article: dict[str, Any]) -> str | None:
    stated = _words(article.get("inLanguage")) or _words(tree.get("lang"))
    return stated.replace("_", "-").split("-")[0].lower() if stated else None


def _name(value: Any) -> str | None:
    """The name of a person or an organisation, however JSON-LD gives it."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value) if name) or None
    if isinstance(value, dict):
        return _words(value.get("name"))
    return _words(value)


def _words(value: Any) -> str | None:
    return (" ".join(holdable(value).split()) or None) if isinstance(value, str) else None
