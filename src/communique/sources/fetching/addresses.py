"""Addresses of the web: words go in, the address as it is asked for comes out, or why it may not be."""

import re
from typing import TYPE_CHECKING

from communique.errors import Unfetchable

if TYPE_CHECKING:
    from httpx import URL

_ADDRESS = re.compile(r"https?://", re.I)
_LONGEST = 8000


def is_address(name: object) -> bool:
    """Whether `name` is meant as an address of the web, not as a path."""
    return isinstance(name, str) and bool(_ADDRESS.match(name.lstrip()))


def path_of(address: str) -> str:
    """The part of an address that names a file on its host: "news/story.html"."""
    beyond_host = address.partition("://")[2].partition("/")[2]
    return beyond_host.partition("#")[0].partition("?")[0]


def checked_address(words: str, *, beside: "URL | None" = None) -> "URL":
    """Return the address that `words` are, without its fragment; seen from the address `beside` where that is given.

    Raises Unfetchable where they are none, or one of another kind than http and https, or hold a name and password.
    """
    import httpx

    if len(words) > _LONGEST:
        raise Unfetchable(reason=f"the address has {len(words)} characters", hint="Check the address.")
    try:
        url = httpx.URL(words.strip())
        url = (beside.join(url) if beside is not None else url).copy_with(fragment=None)
        host, scheme = url.raw_host, url.scheme
    except (httpx.InvalidURL, ValueError, UnicodeError) as fault:
        raise Unfetchable(reason=f"it is no address: {str(fault)[:120]}", hint="Check the address.") from fault
    if scheme not in ("http", "https"):
        hint = "Communiqué fetches by http and https; save other things as files and read those."
        raise Unfetchable(reason=f"its kind is {scheme or 'not said'}", hint=hint)
    if not host:
        raise Unfetchable(reason="it names no host", hint="Check the address.")
    if url.userinfo:
        hint = "Leave them out; what needs a password is to be saved as a file first."
        raise Unfetchable(reason="it holds a name or password", hint=hint)
    return url
