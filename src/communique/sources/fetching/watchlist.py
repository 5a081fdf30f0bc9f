"""A list of feeds to keep an eye on: a TOML file goes in, the feeds with how often each is asked come out."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import SourceError, SourceNotFound, UnreadableReport
from communique.settings import LEAST_SECONDS_BETWEEN_POLLS, SECONDS_BETWEEN_POLLS
from communique.sources.fetching.addresses import checked_address

_SPELLED = re.compile(r"(\d{1,6})\s*([smhd])", re.I)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_FIELDS = {"name", "address", "every"}
_LARGEST = 2**20
_EXAMPLE = 'Write each feed as [[feed]] with address = "https://…" and, if you like, name = "…" and every = "15m".'


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed, sitemap or page; `every` is how many seconds pass between two looks at it."""

    name: str
    address: str
    every: float


def read_watchlist(path: str | Path) -> tuple[Feed, ...]:
    """Return the feeds that the TOML file at `path` names, in its order.

        [[feed]]
        name = "Kremlin"
        address = "https://example.org/feed.xml"
        every = "15m"            # 90s, 15m, 2h, 1d; fifteen minutes where nothing is said, a minute at least

    Raises SourceNotFound where there is no file, UnreadableReport where it says something else.
    """
    path = Path(path)
    if not path.is_file():
        raise SourceNotFound(str(path), hint="Name a TOML file that lists feeds.")
    try:
        with path.open("rb") as file:
            said = tomllib.loads(file.read(_LARGEST).decode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise _fault(path, str(fault)) from fault
    entries = said.pop("feed", [])
    if said:
        raise _fault(path, f"it says {', '.join(sorted(said))}, which means nothing here")
    if not isinstance(entries, list) or not entries or not all(isinstance(entry, dict) for entry in entries):
        raise _fault(path, "it lists no feed")
    feeds = tuple(_feed(path, number, entry) for number, entry in enumerate(entries, 1))
    for what, values in (("address", [feed.address for feed in feeds]), ("name", [feed.name for feed in feeds])):
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise _fault(path, f"two feeds have the {what} {twice}")
    return feeds


def _feed(path: Path, number: int, entry: Mapping[str, Any]) -> Feed:
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise _fault(path, f"feed {number} says {', '.join(unknown)}; known are {', '.join(sorted(_FIELDS))}")
    address = entry.get("address")
    if not isinstance(address, str) or not address.strip():
        raise _fault(path, f"feed {number} has no address")
    try:
        url = checked_address(address)
    except SourceError as error:
        raise _fault(path, f"feed {number} has the address {address[:200]}: {error.reason}") from error
    name = entry.get("name", url.host)
    if not isinstance(name, str) or not name.strip():
        raise _fault(path, f"feed {number} has a name that is no text")
    return Feed(name=name.strip(), address=str(url), every=_seconds(path, number, entry.get("every")))


def _seconds(path: Path, number: int, said: object) -> float:
    if said is None:
        return SECONDS_BETWEEN_POLLS
    spelled = _SPELLED.fullmatch(said.strip()) if isinstance(said, str) else None
    if spelled is None:
        raise _fault(path, f'feed {number} is to be asked every {said!r}; write 90s, 15m, 2h or 1d in "…"')
    seconds = float(int(spelled[1]) * _SECONDS[spelled[2].lower()])
    if seconds < LEAST_SECONDS_BETWEEN_POLLS:
        raise _fault(path, f"feed {number} is to be asked every {seconds:g} seconds; let a minute pass at least")
    return seconds


def _fault(path: Path, reason: str) -> UnreadableReport:
    return UnreadableReport(str(path), reason=reason, hint=_EXAMPLE)
