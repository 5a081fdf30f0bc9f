"""Give events and statements their codes: CAMEO, PLOVER, quad class and Goldstein value."""

from communique.coding.record import Act, Codes, Event


def code_event(event: Event, trigger: str) -> Codes:
    """Return the codes of `event`; `trigger` is the words that announce it."""
    return Codes()


def code_statement(act: Act) -> Codes:
    """Return the codes of a statement by what it does."""
    return Codes()
