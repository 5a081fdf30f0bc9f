"""Find the turns of a transcript: "Vladimir Putin: Colleagues, …" goes in, each turn with who takes it comes out."""

import re
from dataclasses import dataclass

from communique.language.analysis import Analysis
from communique.language.words import Word
from communique.report.span import Span

# A label stands at the start of a line or behind the end of a sentence: up to a dozen words that begin with a capital.
_LABEL = re.compile(
    r"(?:(?<=\n)|^|(?<= )(?=(?:President|Prime Minister|Chancellor|King|Emir|Premier|Secretary) of )"
    r"|(?<=[.!?…>*)”\"] )|(?<=[.!?…>*)”\"] {2}))"
    r"(?P<label>[A-Z][\w.’'-]*(?:[ ,]+(?:of|the|for|and|to|on|in|–|-|[A-Z0-9][\w.’'&-]*)){0,18}(?: ?\([a-z ]+\))?):"
    r"\s+(?=[A-Z“\"<(–—0-9])"
)
_OMISSION = re.compile(r"\s*(?:<…>|<\.\.\.>|\[…\]|\* \* \*)\s*$")
_NO_SPEAKER = re.compile(
    r"^(?:question|answer|q|a|moderator|reporter|note|see also|background|contact|editor|source|photo|press)\b",
    re.IGNORECASE,
)
LEAST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says in a transcript; `label` covers the name with its colon, `head` is the name's last word."""

    label: Span
    head: Word
    content: Span


def find_turns(analysis: Analysis) -> tuple[list[Turn], list[Span]]:
    """Return the turns of those whose names are known, and the ranges that belong to a transcript.

    A turn of somebody unnamed only ends the one before; in a transcript its words are nobody's statement.
    """
    text = analysis.report.text
    labels = list(_LABEL.finditer(text))
    turns: list[Turn] = []
    for place, match in enumerate(labels):
        head = None if _NO_SPEAKER.match(match.group("label")) else _name_in(Span(*match.span("label")), analysis)
        if head is None:
            continue
        stop = labels[place + 1].start() if place + 1 < len(labels) else len(text)
        body = text[match.end() : stop]
        body = _OMISSION.sub("", body).rstrip()
        if len(body.split()) >= LEAST_WORDS:
            turns.append(
                Turn(
                    Span(match.start("label"), match.end("label") + 1), head, Span(match.end(), match.end() + len(body))
                )
            )
    if not turns:
        return [], []
    return turns, [Span(turns[0].label.start, len(text))] if len(labels) > 2 else [
        Span(t.label.start, t.content.end) for t in turns
    ]


def _name_in(label: Span, analysis: Analysis) -> Word | None:
    """The last word of the label that belongs to a person's name."""
    words = analysis.words
    low, high = 0, len(words)
    while low < high:
        middle = (low + high) // 2
        if words[middle].end <= label.start:
            low = middle + 1
        else:
            high = middle
    inside = []
    while low < len(words) and words[low].start < label.end:
        inside.append(words[low])
        low += 1
    for word in reversed(inside):
        mention = analysis.mention_at(word)
        if mention is not None and any(analysis.actors[key].kind in ("person", "office") for key in mention.actors):
            return word
    for word in reversed(inside):
        if word.entity == "PERSON":
            return word
    return None
