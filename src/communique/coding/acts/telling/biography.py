"""Tell the life of a nominee from news: an event and its report go in, whether it stands in a biography comes out."""

from communique.coding.record import Event
from communique.language.analysis import Analysis

LEAST_CUES = 3  # different words of a life in one paragraph
CUES = frozenset(
    "career served degree bachelor master doctorate phd ph.d b.a m.a j.d b.s m.s alumnus alumna graduate graduated "
    "university college school born native fluent speaks earned previously formerly joining resides prior "
    "recipient awards assignments internship undergraduate fellow tenure".split()
)


def is_in_biography(event: Event, analysis: Analysis) -> bool:
    """Whether `event` is a step of one person's life, told in a paragraph of posts, schools and degrees."""
    if event.kind == "appointment" or len({p.country for p in event.participants if p.country}) > 1:
        return False
    told_in = {sentence.paragraph for sentence in analysis.sentences if sentence.span.covers(event.trigger)}
    words = {
        word.lower.rstrip(".")
        for sentence in analysis.sentences
        if sentence.paragraph in told_in
        for word in sentence.words
    }
    return len(words & CUES) >= LEAST_CUES
