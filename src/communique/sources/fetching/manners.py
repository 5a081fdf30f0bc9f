"""How Communiqué behaves towards servers: the settings of fetching, and the name it gives itself."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from communique.settings import CONTACT_VARIABLE, SECONDS_A_FETCH, SECONDS_BETWEEN_FETCHES

AGENT = "Communique"
_UNSENDABLE = re.compile(r"[^\x21-\x27\x2a-\x7e]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """What is fetched and how.

    `allow_private` lets addresses of the own network be asked, too. `follow` says whether the links of feeds and
    sitemaps are fetched; `None` means those of addresses are, those of files on disk are not. `delay` is the least time
    between two requests to a host, `patience` how long the start of an answer and each of its parts may take, `seconds`
    how long the whole of it, all in seconds; `attempts` is how often an answer is asked for.
    """

    allow_private: bool = False
    follow: bool | None = None
    delay: float = SECONDS_BETWEEN_FETCHES
    patience: float = 20.0
    seconds: float = SECONDS_A_FETCH
    attempts: int = 3


@cache
def agent_name() -> str:
    """What servers are told who asks."""
    return _agent_name(os.environ)


def _agent_name(environment: Mapping[str, str]) -> str:
    contact = _UNSENDABLE.sub(" ", environment.get(CONTACT_VARIABLE, "")).strip()
    about = f"reads reports of diplomacy; {contact}" if contact else "reads reports of diplomacy"
    return f"{AGENT}/{version('communique')} ({about})"
