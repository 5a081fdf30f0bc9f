"""Time between requests: hosts, attempts and what servers ask for go in, waits come out."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from communique.errors import Unreachable

# Longer than this nobody is kept waiting, in seconds.
LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Where time comes from: `now` in seconds from any start, `today` as the world has it, `sleep` to let it pass."""

    now: Callable[[], float] = time.monotonic
    today: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    sleep: Callable[[float], None] = time.sleep


class Pace:
    """Keeps requests to one host apart."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: dict[str, float] = {}

    def take_turn(self, host: str, delay: float) -> None:
        """Wait until `delay` seconds have passed since the last turn of `host`.

        Raises Unreachable where that is longer than anybody should be kept waiting.
        """
        now = self._clock.now()
        wait = self._last.get(host, float("-inf")) + delay - now
        if wait > LONGEST_WAIT:
            hint = "Read the others later, or ask the site for a feed with whole texts."
            raise Unreachable(reason=f"{host} asks for {delay:g} seconds between two pages", hint=hint)
        if wait > 0:
            self._clock.sleep(wait)
        self._last[host] = self._clock.now()


def wait_asked_for(headers: Mapping[str, str], clock: Clock) -> float | None:
    """The seconds that a server's Retry-After asks to wait, given as seconds or as a date; None where it says none."""
    said = headers.get("Retry-After", "").strip()
    if said.isdecimal() and said.isascii():
        return float(said[:12])
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - clock.today()).total_seconds())


def wait_before_again(attempt: int, delay: float) -> float:
    """The seconds before the next attempt after `attempt` failed ones: doubled each time, by chance up to half more."""
    return min(LONGEST_WAIT, max(delay, 1.0) * 2.0 ** (attempt - 1) * random.uniform(1.0, 1.5))  # noqa: S311
