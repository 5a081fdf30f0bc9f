"""Addresses as sources: an address, or the links that a feed names, go in; the reports behind them come out."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import replace

from communique.errors import SourceError, UnknownFormat, Unreachable
from communique.sources.fetching.addresses import checked_address
from communique.sources.fetching.fetcher import Fetched, Fetcher
from communique.sources.intake import read_raw
from communique.sources.item import Found, Link, Rejection
from communique.sources.raw import Raw

# A list of sitemaps names sitemaps, which name pages.
_DEEPEST = 3
_MOST_LINKS = 50_000


def read_address(
    address: str, fetcher: Fetcher, *, largest: int, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield the reports behind `address`; the links of a feed or a sitemap are fetched in turn."""
    yield from _Walk(fetcher, largest, columns).read(address.strip())


def follow_links(
    founds: Iterable[Found], fetcher: Fetcher, *, largest: int, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """Yield what is found, with the reports behind links in the place of the links."""
    walk = _Walk(fetcher, largest, columns)
    for found in founds:
        if isinstance(found, Link):
            yield from walk.follow(found)
        else:
            yield found


class _Walk:
    """From one source to all that it names. No address is asked twice."""

    def __init__(self, fetcher: Fetcher, largest: int, columns: Mapping[str, str] | None) -> None:
        self._fetcher = fetcher
        self._memory = fetcher.memory
        self._largest = largest
        self._columns = columns
        self._seen: set[str] = set()

    def read(self, address: str, *, link: Link | None = None, depth: int = 0) -> Generator[Found, None, bool]:
        """Yield what is behind `address`; return whether that is one report, or none for good, and so done with."""
        self._seen.add(address)
        try:
            fetched = self._fetcher.fetch(address, largest=self._largest)
        except SourceError as error:
            yield _rejection(address, error)
            return not isinstance(error, Unreachable)
        if fetched is None:
            return False
        with fetched.body:
            return (yield from self._read_fetched(address, fetched, link, depth))

    def follow(self, link: Link, *, beside: str | None = None, depth: int = 0) -> Generator[Found, None, bool]:
        """Yield what is behind a link of the source at `beside`; return whether it is done with."""
        try:
            base = checked_address(beside) if beside else None
            address = str(checked_address(link.url, beside=base))
        except SourceError as error:
            yield _rejection(link.url, error)
            return True
        if address in self._seen or (self._memory and self._memory.is_known(address, link.published)):
            return True
        if depth >= _DEEPEST or len(self._seen) >= _MOST_LINKS:
            what = f"lists within lists, {_DEEPEST} deep" if depth >= _DEEPEST else f"{_MOST_LINKS} links"
            yield Rejection(source=address, reason=f"it comes after {what}", hint="Read the address by itself.")
            return True
        done = yield from self.read(address, link=link, depth=depth + 1)
        if done and self._memory:
            self._memory.note_link(address, link.published)
        return done

    def _read_fetched(
        self, address: str, fetched: Fetched, link: Link | None, depth: int
    ) -> Generator[Found, None, bool]:
        count, names_links, all_done = 0, False, True
        try:
            raw = Raw(
                address, fetched.body, largest=self._largest, columns=self._columns, media_type=fetched.media_type,
                charset=fetched.charset,
            )  # fmt: skip
            for found in read_raw(raw):
                count += 1
                names_links = names_links or isinstance(found, Link)
                if isinstance(found, Link) and self._fetcher.manners.follow is not False:
                    done = yield from self.follow(found, beside=fetched.url, depth=depth)
                    all_done = all_done and done
                else:
                    yield _with_facts(found, address, fetched, link)
        except SourceError as error:
            yield _rejection(address, error, kind=fetched.media_type)
            return True
        is_single = count == 1 and not names_links
        if self._memory and all_done and not is_single:
            self._memory.note_source(address, etag=fetched.etag, modified=fetched.modified)
        return is_single


def _with_facts(found: Found, address: str, fetched: Fetched, link: Link | None) -> Found:
    """What is found, with what was stated beside it; the page says more of itself later."""
    if isinstance(found, Rejection | Link):
        return found
    outlet = found.outlet or (link.outlet if link else None)
    if found.source != address:
        return replace(found, outlet=outlet)
    if link is None:
        return replace(found, url=found.url or fetched.url)
    return replace(
        found,
        url=found.url or fetched.url,
        outlet=outlet,
        headline=found.headline or link.headline,
        published=found.published or link.published,
        language=found.language or link.language,
        extra={**link.extra, **found.extra},
    )


def _rejection(source: str, error: SourceError, *, kind: str | None = None) -> Rejection:
    reason = f"{error.what} ({error.reason})" if error.reason else error.what
    if isinstance(error, UnknownFormat) and kind:
        reason = f"{reason} ({kind})"
    return Rejection(source=source, reason=reason, hint=error.hint)
