"""Find what was talked about: the things that parties discussed join the meeting or call they were discussed at."""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event
from communique.language.analysis import Analysis
from communique.language.clauses import objects, phrases
from communique.language.words import Word
from communique.report.span import Span

TALKING = frozenset("discuss review address consider examine tackle cover".split())
EXCHANGES = frozenset("view opinion view assessment".split())
OCCASIONS = frozenset({"meeting", "call", "session", "negotiation", "visit"})
LONGEST = 18


def add_topics(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """Return `events` with the topics that the report says were talked about there, in the words of the report."""
    found = list(events)
    for word in analysis.words:
        for head in _topics_at(word):
            index = _occasion_of(found, word)
            topic = _phrase(head, analysis.report.text)
            if index is not None and topic and topic not in found[index].topics:
                found[index] = replace(found[index], topics=(*found[index].topics, topic))
    return found


def _topics_at(word: Word) -> list[Word]:
    if word.pos != "VERB":
        return []
    lemma = word.lemma.lower()
    if lemma in TALKING:
        return objects(word)
    targets = objects(word) if lemma in ("exchange", "hold", "have") else []
    if lemma == "exchange" and any(target.lemma in EXCHANGES for target in targets):
        inner = [
            filler for target in targets for slot, filler in phrases(target) if slot in ("on", "about", "regarding")
        ]
        return inner or [filler for slot, filler in phrases(word) if slot in ("on", "about", "regarding")]
    if lemma in ("talk", "speak", "focus"):
        return [filler for slot, filler in phrases(word) if slot in ("about", "on")]
    return []


def _occasion_of(events: Sequence[Event], word: Word) -> int | None:
    """The last occasion told before the end of this sentence that is news and has taken place."""
    best = None
    for index, event in enumerate(events):
        if event.kind in OCCASIONS and not event.background and event.trigger.start < word.sentence.span.end:
            best = index
    return best


def _phrase(head: Word, text: str) -> str:
    """The noun phrase at `head` without clauses behind it, at most a line long."""
    words = [head]
    for member in words:
        words.extend(
            c for c in member.children if c.dep not in ("relcl", "conj", "cc", "appos", "punct", "acl", "advcl")
        )
    words.sort(key=lambda word: word.i)
    if head.pos not in ("NOUN", "PROPN") or len(words) > LONGEST:
        return ""
    return " ".join(Span(words[0].start, words[-1].end).of(text).split())
