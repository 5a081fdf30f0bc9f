"""Tell the life of a nominee from news: an event and its report go in, whether it stands in a biography comes out."""

import re

from communique.coding.record import Event
from communique.language.analysis import Analysis
from communique.language.nations.homes import speaks_for_government

LEAST_CUES = 3  # different words of a life in one paragraph
# "Prior to assuming that position, she served as".
EARLIER = ("prior to", "before", "since", "previous to", "until")
REACH = 14
SPOKEN_AT = frozenset({"session", "negotiation"})  # where nominees once spoke and served
CUES = frozenset(
    "career served degree bachelor master doctorate phd ph.d b.a m.a j.d b.s m.s alumnus alumna graduate graduated "
    "university college school born native fluent speaks earned previously formerly joining resides prior "
    "recipient awards assignments internship undergraduate fellow tenure".split()
)
# What heads the lives of those whom a government names for posts at home and abroad.
NOMINATING = re.compile(
    r"\b(?:nominat\w+|nominees?|appointees?|intent to (?:appoint|nominate)|key appointments|appointments to)\b", re.I
)


def is_in_biography(event: Event, analysis: Analysis) -> bool:
    """Whether `event` is a step of one person's life, told in a paragraph of posts, schools and degrees."""
    if event.kind == "appointment":
        before = analysis.report.text[max(0, event.trigger.start - REACH) : event.trigger.start].lower()
        return before.rstrip().endswith(EARLIER)
    if len({p.country for p in event.participants if p.country}) > 1:
        return False
    of_nominees = event.status == "held" and speaks_for_government(analysis.report) and _is_of_nominees(analysis)
    if of_nominees and event.kind in SPOKEN_AT:
        return True
    told_in = {sentence.paragraph for sentence in analysis.sentences if sentence.span.covers(event.trigger)}
    words = {
        word.lower.rstrip(".")
        for sentence in analysis.sentences
        if sentence.paragraph in told_in
        for word in sentence.words
    }
    return len(words & CUES) >= (1 if of_nominees else LEAST_CUES)


def _is_of_nominees(analysis: Analysis) -> bool:
    return NOMINATING.search(analysis.report.headline or "") is not None
