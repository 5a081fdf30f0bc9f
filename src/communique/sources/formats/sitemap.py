"""Sitemaps: the list of a site's pages goes in; a link for each page, or for each further sitemap, comes out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.errors import UnreadableReport
from communique.sources.item import Found, Link, Rejection
from communique.sources.markup import local_name, mend_xml, root_of, words_in
from communique.sources.publishing import published_of
from communique.sources.raw import Raw
from communique.sources.wires import address_of, language_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOTS = ("urlset", "sitemapindex")


class Sitemap:
    """A sitemap, with or without what sitemaps of news tell of each page, or an index of sitemaps."""

    name = "sitemap"

    def recognises(self, raw: Raw) -> bool:
        """Whether the outermost element is that of a sitemap."""
        return root_of(raw.head)[0] in _ROOTS

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield a link for each entry; what an index names are sitemaps again, to be fetched and read alike.

        Raises UnreadableReport where there is no entry, or in the end where it was cut short.
        """
        root, cut = mend_xml(raw)
        entries = [one for one in root if local_name(one) in ("url", "sitemap")]
        if not entries:
            raise UnreadableReport(raw.name, reason="the sitemap is empty", hint="Check that it was saved whole.")
        for number, entry in enumerate(entries[:-1] if cut else entries, 1):
            yield _found(f"{raw.name}:{number}", entry)
        if cut:
            raise cut


def _found(where: str, entry: "_Element") -> Link | Rejection:
    told = _told(entry)
    url = address_of(told.get("loc"))
    if url is None:
        hint = "Each entry needs its whole address in loc, from https:// on."
        return Rejection(
            source=where,
            reason=f"the entry has no address that can be fetched: {told.get('loc', '')[:80]!r}",
            hint=hint,
        )
    written = told.pop("publication_date", None)
    published = published_of(written)
    extra: dict[str, object] = {key: told[key] for key in ("lastmod", "keywords", "genres") if key in told}
    if written and published is None:
        extra["published"] = written
    return Link(
        source=url, url=url, outlet=told.get("name"), headline=told.get("title"), published=published,
        language=language_of(told.get("language")), extra=extra,
    )  # fmt: skip


def _told(entry: "_Element") -> dict[str, str]:
    """What stands in the entry, by the name of its element; that of an image or a video is not told of the page."""
    told: dict[str, str] = {}
    for part in entry:
        below = part.iter() if local_name(part) == "news" else (part,) if len(part) == 0 else ()
        for one in below:
            words = words_in(one) if len(one) == 0 else None
            if words:
                told.setdefault(local_name(one), words)
    return told
