"""Leave out the echoes of headlines: events go in, those told by more than a headline inside the text come out."""

from communique.coding.record import Event
from communique.language.analysis import Analysis

ENCOUNTERS = {"negotiation": "meeting", "session": "meeting"}  # headlines do not tell these apart


def without_echoes(events: list[Event], analysis: Analysis) -> list[Event]:
    """Return `events` without those of a headline inside the text where the story below tells an act of that sort."""
    headlines = [sentence.span for sentence in analysis.sentences if sentence.kind == "headline"]
    if not headlines:
        return events
    in_headline = [any(line.covers(event.trigger) for line in headlines) for event in events]
    below = {_sort_of(event) for event, is_echo in zip(events, in_headline, strict=True) if not is_echo}
    return [e for e, is_echo in zip(events, in_headline, strict=True) if not (is_echo and _sort_of(e) in below)]


def _sort_of(event: Event) -> str:
    return ENCOUNTERS.get(event.kind, event.kind)
