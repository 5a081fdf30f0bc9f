"""Say how sure an event or statement is: its features and a table of weights go in, a probability comes out.

The weights are fitted by logistic regression on reports coded by hand (`tools/fit_confidence.py` does it and prints how
far the numbers keep their promise): of the events said to be 0.8, eight in ten should be ones that a careful reader
records too.
"""

from collections.abc import Mapping
from math import exp

from communique.coding.record import Event, Statement
from communique.lexicon import read_lexicon

LEAST, MOST = 0.05, 0.99
OPEN = frozenset({"planned", "proposed"})


def confidence_of_event(event: Event, length: int) -> float:
    """The probability that a careful reader records this event; `length` is the report's length in characters."""
    return _probability(event_features(event, length), "event")


def confidence_of_statement(statement: Statement, length: int) -> float:
    """The probability that a careful reader records this statement with this speaker."""
    return _probability(statement_features(statement, length), "statement")


def event_features(event: Event, length: int) -> dict[str, float]:
    """What speaks for and against an event, by name; each between 0 and 1."""
    people = event.participants
    features = {
        "bias": 1.0,
        f"kind {event.kind}": 1.0,
        "no participant": float(not people),
        "two or more participants": float(len(people) > 1),
        "every party has a country": float(bool(people) and all(person.country for person in people)),
        "share of parties in a capacity": sum(person.capacity is not None for person in people) / max(1, len(people)),
        "date in words": float(event.date is not None and event.date.basis != "dateline"),
        "no date": float(event.date is None),
        "place": float(event.place is not None),
        "ordinal": float(event.body is not None and event.body.ordinal is not None),
        "told more than once": float(len(event.evidence) > 1),
        "background": float(event.background),
        "open": float(event.status in OPEN),
        "how far into the report": event.trigger.start / max(1, length),
        "long report": float(length > 4000),
    }
    return {name: value for name, value in features.items() if value}


def statement_features(statement: Statement, length: int) -> dict[str, float]:
    """What speaks for and against a statement, by name; each between 0 and 1."""
    said = sum(span.end - span.start for span in statement.content)
    start = statement.content[0].start if statement.content else 0
    features = {
        "bias": 1.0,
        "sure by its frame": statement.confidence,
        f"form {statement.form}": 1.0,
        "several speakers": float(len(statement.speakers) > 1),
        "relayed": float(statement.reported_by is not None),
        "at an event": float(statement.event is not None),
        "short": float(said < 30),
        "long": float(said > 220),
        "no cue": float(statement.cue is None),
        "how far into the report": start / max(1, length),
        "long report": float(length > 4000),
    }
    return {name: value for name, value in features.items() if value}


def _probability(features: Mapping[str, float], table: str) -> float:
    weights = read_lexicon("communique.coding", "confidence")[table]
    score = sum(value * weights.get(name, 0.0) for name, value in features.items())
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-score)))), 2)
