"""What sites ask of robots: an address goes in; whether it may be fetched, and how slowly, comes out.

The rules are RFC 9309: a robots.txt that is not there allows everything, one that cannot be had for trouble of the
server forbids everything for now; at least its first 500 KiB count.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.errors import SourceError, Unfetchable, Unreachable
from communique.sources.fetching.manners import AGENT
from communique.sources.fetching.pace import Clock

if TYPE_CHECKING:
    from httpx import URL
    from protego import Protego

LARGEST_ROBOTS = 500 * 2**10
_KEPT = 24 * 3600.0
_KEPT_TROUBLE = 600.0


class Robots:
    """The robots.txt of every host asked so far.

    `fetch` returns the text of one, None where there is none; it raises a SourceError where that is not known.
    """

    def __init__(self, fetch: Callable[["URL"], bytes | None], clock: Clock) -> None:
        self._fetch = fetch
        self._clock = clock
        self._known: dict[str, tuple[float, Protego | SourceError | None]] = {}

    def delay_for(self, url: "URL") -> float:
        """How many seconds the site wants between two pages, 0 where it says nothing.

        Raises Unfetchable where it does not want this page fetched, Unreachable where what it wants is not known.
        """
        rules = self._rules(url)
        if isinstance(rules, Unfetchable):
            raise rules
        if isinstance(rules, SourceError):
            hint = "A site whose robots.txt cannot be had is left alone; try again later."
            raise Unreachable(reason=f"its robots.txt cannot be had: {rules.reason}", hint=hint)
        if rules is None:
            return 0.0
        if not rules.can_fetch(str(url), AGENT):
            hint = "The site's robots.txt asks programs to leave it; save the page as a file and read that."
            raise Unfetchable(reason="the site does not want robots here", hint=hint)
        return max(0.0, rules.crawl_delay(AGENT) or 0.0)

    def _rules(self, url: "URL") -> "Protego | SourceError | None":
        site = f"{url.scheme}://{url.netloc.decode('ascii')}"
        until, rules = self._known.get(site, (float("-inf"), None))
        if self._clock.now() < until:
            return rules
        try:
            text = self._fetch(url.copy_with(raw_path=b"/robots.txt"))
            rules = None if text is None else _parsed(text)
        except SourceError as fault:
            rules = fault
        kept = _KEPT_TROUBLE if isinstance(rules, SourceError) else _KEPT
        self._known[site] = (self._clock.now() + kept, rules)
        return rules


def _parsed(text: bytes) -> "Protego":
    from protego import Protego

    return Protego.parse(text.decode("utf-8-sig", "replace"))
