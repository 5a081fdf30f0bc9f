"""Asking more than once: what fails for the moment is asked for again, later and later, and then given up."""

from collections.abc import Callable
from http import HTTPStatus

from communique.errors import Unfetchable, Unreachable
from communique.sources.fetching.answers import Answer
from communique.sources.fetching.pace import LONGEST_WAIT, Clock, wait_asked_for, wait_before_again

_PASSING = (429, 500, 502, 503, 504)


def ask_patiently(ask: Callable[[], Answer], *, attempts: int, delay: float, clock: Clock) -> Answer:
    """Return the first answer that is not of passing trouble, at most `attempts` of them being asked for.

    Trouble is a broken connection or one of the statuses 429, 500, 502, 503, 504. Between attempts as long is waited as
    the server asks for, or else twice as long as before. Raises Unreachable where trouble has not passed, or would be
    waited for too long.
    """
    for attempt in range(1, attempts + 1):
        wait = wait_before_again(attempt, delay)
        try:
            answer = ask()
        except Unreachable:
            if attempt >= attempts:
                raise
        else:
            if answer.status not in _PASSING:
                return answer
            answer.body.close()
            asked_for = wait_asked_for(answer.headers, clock)
            if attempt >= attempts or (asked_for or 0) > LONGEST_WAIT:
                raise _still_troubled(answer, asked_for)
            wait = wait if asked_for is None else max(asked_for, delay)
        clock.sleep(wait)
    raise AssertionError(attempts)


def _still_troubled(answer: Answer, wait: float | None) -> Unreachable:
    again = f" It asks to be left alone for {wait:g} seconds." if wait else ""
    return Unreachable(reason=told_status(answer.status), hint=f"Try again later.{again}")


def refused(answer: Answer) -> Unfetchable:
    """What to say of an answer that is neither a page nor trouble that passes."""
    hints = {
        401: "It asks for a password; what is not open to everybody is to be saved as a file first.",
        403: "The server does not give it to programs; save the page as a file and read that.",
        404: "Check the address for slips; the page may have been moved or taken down.",
        410: "The page was taken down; an archive of the web may still have it.",
        451: "The page is withheld for legal reasons; an archive of the web may have it.",
    }
    return Unfetchable(reason=told_status(answer.status), hint=hints.get(answer.status, "Check the address."))


def told_status(status: int) -> str:
    """The status in words: "the server says 404 Not Found"."""
    try:
        return f"the server says {status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"the server says {status}"
