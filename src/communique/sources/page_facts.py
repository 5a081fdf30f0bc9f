"""What a page of HTML says of itself: its tree goes in; headline, outlet, address, section and publication come out.

JSON-LD is believed first, then OpenGraph and its kin, then the canonical link.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.sources.json_ld import LinkedData, words_of
from communique.sources.publishing import published_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

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
_SECTION = ("article:section", "articlesection", "parsely-section", "section")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?$", re.I)


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
    section: str | None = None


def read_facts(tree: "HtmlElement") -> PageFacts:
    """Return what the page states in JSON-LD, in its meta tags and links."""
    canonical, meta = _canonical(tree), _meta(tree)
    stated = LinkedData(tree, canonical or meta.get("og:url"))
    article = stated.article
    in_data = [words_of(one.get("datePublished")) for one in (article, stated.page)]
    written = [*in_data, *(meta.get(name) for name in _PUBLISHED), _time_tag(tree)]
    published = next((moment for moment in map(published_of, written) if moment), None)
    return PageFacts(
        headline=words_of(article.get("headline")) or meta.get("og:title") or meta.get("twitter:title")
        or words_of(article.get("name")),
        outlet=meta.get("og:site_name") or stated.name(article.get("publisher")) or meta.get("application-name"),
        url=canonical or meta.get("og:url") or _address(article),
        published=published,
        published_as_written=None if published else next((words for words in written if words), None),
        language=_language(tree, article),
        author=stated.name(article.get("author")) or meta.get("author"),
        description=meta.get("og:description") or meta.get("description"),
        section=stated.name(article.get("articleSection")) or next(filter(None, map(meta.get, _SECTION)), None),
    )  # fmt: skip


def _meta(tree: "HtmlElement") -> dict[str, str]:
    """The meta tags by name in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").strip().lower()
        words = words_of(tag.get("content"))
        if name and words:
            found.setdefault(name, words)
    return found


def _time_tag(tree: "HtmlElement") -> str | None:
    """The moment in the only `time` tag that says it is that of publication."""
    for tag in tree.iter("time"):
        marks = f"{tag.get('itemprop') or ''} {tag.get('class') or ''} {tag.get('pubdate', '-')}".lower()
        if "modified" in (tag.get("itemprop") or "").lower():
            continue
        if "publish" in marks or "dt-published" in marks or tag.get("pubdate") is not None:
            return words_of(tag.get("datetime")) or words_of(tag.text_content())
    return None


def _canonical(tree: "HtmlElement") -> str | None:
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(
            ("http://", "https://")
        ):
            return words_of(link.get("href"))
    return None


def _address(article: dict[str, Any]) -> str | None:
    entity = article.get("mainEntityOfPage")
    for value in (article.get("url"), entity.get("@id") if isinstance(entity, dict) else entity):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return words_of(value)
    return None


def _language(tree: "HtmlElement", article: dict[str, Any]) -> str | None:
    stated = (_LANGUAGE.match(words_of(value) or "") for value in (article.get("inLanguage"), tree.get("lang")))
    return next((found[1].lower() for found in stated if found), None)
