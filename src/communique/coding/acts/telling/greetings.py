"""Tell greetings that pass from those that are spoken: events go in, those come out that are no words of a talk."""

from collections.abc import Sequence

from communique.coding.record import Event
from communique.language.analysis import Analysis

TALKS = frozenset({"call", "meeting", "visit"})
WRITTEN = ("message", "letter", "telegram", "cable", "note", "wrote", "written")


def without_spoken_greetings(events: Sequence[Event], analysis: Analysis) -> list[Event]:
    """Return `events` without greetings, congratulations and condolences that parties spoke at a talk of the report.

    They are statements: nothing was sent. Where the words name a letter or a cable, the message stays.
    """
    text = analysis.report.text
    talks = [event for event in events if event.kind in TALKS and not event.background]
    kept = []
    for event in events:
        words = event.trigger.of(text).lower()
        is_written = event.kind != "message" or any(word in words for word in WRITTEN)
        if is_written or not any(_holds(talk, event) for talk in talks):
            kept.append(event)
    return kept


def _holds(talk: Event, message: Event) -> bool:
    """Whether all who greet one another also talked with one another."""
    greeting = {person.actor for person in message.participants}
    return len(greeting) > 1 and greeting <= {person.actor for person in talk.participants}
