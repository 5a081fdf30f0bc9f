"""The fetcher: an address goes in; what is behind it comes out, after robots.txt, waits, redirects and attempts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from communique.errors import SourceError, Unfetchable, Unreachable
from communique.sources.fetching.addresses import checked_address
from communique.sources.fetching.manners import Manners
from communique.sources.fetching.memory import Memory
from communique.sources.fetching.pace import Clock, Pace
from communique.sources.fetching.robots import LARGEST_ROBOTS, Robots

if TYPE_CHECKING:
    from httpx import URL

    from communique.sources.fetching.answers import Answer, Asker
    from communique.sources.fetching.guard import Resolver

_MOST_REDIRECTS = 10
_MOST_REDIRECTS_OF_ROBOTS = 5
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What was behind an address; `url` is where it was in the end. `body` is to be closed by whoever has it.

    `media_type` ("text/html") and `charset` are as the server says; `etag` and `modified` are what it wants to hear
    when it is asked again.
    """

    url: str
    body: IO[bytes]
    media_type: str | None = None
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None


class Fetcher:
    """Fetches addresses, one at a time, and is kind to their servers; for one thread.

    `memory` is what was fetched before: what has not changed since is not fetched again.

        with Fetcher(Manners(follow=True)) as fetcher:
            for found in find_reports("https://example.org/feed.xml", fetcher=fetcher):
                ...
    """

    def __init__(
        self, manners: Manners | None = None, *, memory: Memory | None = None, clock: Clock | None = None,
        resolver: "Resolver | None" = None,
    ) -> None:  # fmt: skip
        self.manners = manners or Manners()
        self.memory = memory
        self._clock = clock or Clock()
        self._resolver = resolver
        self._pace = Pace(self._clock)
        self._robots = Robots(self._robots_text, self._clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection."""
        if "_asker" in self.__dict__:
            self._asker.close()

    def fetch(self, address: str, *, largest: int) -> Fetched | None:
        """Return what is behind `address`, at most `largest` bytes; None where it is as the memory has it.

        Raises Unfetchable, or Unreachable where asking later may help.
        """
        url = checked_address(address)
        headers = self.memory.conditions(str(url)) if self.memory else {}
        seen: set[URL] = set()
        host = None
        while True:
            seen.add(url)
            delay = self._robots.delay_for(url)
            if url.host != host:
                self._pace.take_turn(url.host, max(delay, self.manners.delay))
                host = url.host
            answer = self._ask(url, largest=largest, headers=headers)
            following = _redirected(answer)
            if following is None:
                return _fetched(answer, may_be_known=bool(headers))
            if following in seen or len(seen) > _MOST_REDIRECTS:
                what = "it leads back to itself" if following in seen else f"it leads on {_MOST_REDIRECTS} times"
                raise Unfetchable(reason=what, hint="Open it in a browser and take the address of the page itself.")
            url = following

    @cached_property
    def _asker(self) -> "Asker":
        from communique.sources.fetching.answers import Asker

        return Asker(self.manners, resolver=self._resolver)

    def _ask(self, url: "URL", **options: Any) -> "Answer":
        from communique.sources.fetching.attempts import ask_patiently

        ask = partial(self._asker.ask, url, **options)
        return ask_patiently(ask, attempts=self.manners.attempts, delay=self.manners.delay, clock=self._clock)

    def _robots_text(self, url: "URL") -> bytes | None:
        """The robots.txt at `url`; None where there is none."""
        from communique.sources.fetching.attempts import told_status

        for _ in range(_MOST_REDIRECTS_OF_ROBOTS + 1):
            answer = self._ask(url, largest=LARGEST_ROBOTS, cut=True)
            with answer.body as body:
                if answer.status == 200:
                    return body.read()
            following = _redirected(answer)
            if following is None:
                if 400 <= answer.status < 500:
                    return None
                raise Unreachable(reason=told_status(answer.status))
            url = following
        return None


def _redirected(answer: "Answer") -> "URL | None":
    """Where the answer leads on to; None where it is no redirect."""
    location = answer.headers.get("Location")
    if answer.status not in _REDIRECTS or not location:
        return None
    answer.body.close()
    try:
        return checked_address(location, beside=answer.url)
    except SourceError as error:
        raise Unfetchable(reason=f"it leads on to what may not be asked: {error.reason}", hint=error.hint) from error


def _fetched(answer: "Answer", *, may_be_known: bool) -> Fetched | None:
    from communique.sources.fetching.attempts import refused

    if answer.status == 200:
        media_type, charset = _content_type(answer.headers)
        return Fetched(
            url=str(answer.url), body=answer.body, media_type=media_type, charset=charset,
            etag=answer.headers.get("ETag"), modified=answer.headers.get("Last-Modified"),
        )  # fmt: skip
    answer.body.close()
    if answer.status == _NOT_MODIFIED and may_be_known:
        return None
    raise refused(answer)


def _content_type(headers: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The media type and the charset that "text/html; charset=utf-8" names."""
    from email.message import Message

    said = headers.get("Content-Type")
    if not said:
        return None, None
    message = Message()
    message["Content-Type"] = " ".join(said.split())
    charset = message.get_content_charset()
    return message.get_content_type(), charset
