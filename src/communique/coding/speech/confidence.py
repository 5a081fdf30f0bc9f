"""How sure a statement is: its form and cue go in, a number between 0.5 and 0.97 comes out."""

from communique.coding.record import Form

# What each way of attributing is worth, and what takes away from it.
BY_FRAME = {
    "that": 0.95, "told": 0.95, "quote": 0.93, "other-to": 0.93, "about": 0.93, "to": 0.9, "how": 0.88, "object": 0.88,
    "subject": 0.82, "preposition": 0.87, "adjective": 0.84, "gerund": 0.85, "as": 0.84, "direct": 0.95, "turn": 0.9,
    "according": 0.88,
}  # fmt: skip
LESS = {"carried": 0.15, "unknown speaker": 0.2, "hoisted": 0.05, "impersonal": 0.08, "short": 0.1}


def confidence_of(frame: str, form: Form, *, known: bool, words: int, carried: bool = False) -> float:
    """Return how sure the statement is."""
    value = BY_FRAME.get(frame, 0.8)
    if carried:
        value -= LESS["carried"]
    if not known:
        value -= LESS["unknown speaker"]
    if form == "impersonal":
        value -= LESS["impersonal"]
    if words < 3:
        value -= LESS["short"]
    return round(min(0.97, max(0.5, value)), 2)
