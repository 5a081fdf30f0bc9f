"""Tell the form of a statement: direct, mixed, joint, impersonal or indirect."""

from collections.abc import Sequence

from communique.coding.record import Form
from communique.coding.speech.speaker_words import Speakers
from communique.coding.speech.speech import Speech
from communique.language.analysis import Analysis, Quotation
from communique.report.span import Span

SINGLE_MARKS = frozenset("‘'")
WHOLE = 0.85
LEAST_WORDS = 3


def form_of(speech: Speech, speakers: Speakers, content: Sequence[Span], analysis: Analysis) -> Form:
    """The form of a reported statement."""
    if speech.cue.impersonal:
        return "joint" if speech.cue.act == "agree" else "impersonal"
    if speakers.sides:
        return "joint"
    if speakers.first_person:
        return "direct"
    quoted = [q for q in analysis.quotations if any(s.start <= q.span.start < s.end for s in content)]
    length = sum(span.end - span.start for span in content)
    if quoted and sum(q.span.end - q.span.start for q in quoted) >= WHOLE * length:
        return "direct" if _stands_by_itself(quoted[0], content[0], analysis) else "mixed"
    return "mixed" if any(_is_speech(q, analysis) for q in quoted) else "indirect"


def _stands_by_itself(quotation: Quotation, content: Span, analysis: Analysis) -> bool:
    """Whether the marks hold a sentence, and no part of the reporter's own: "said that “…”", "for “…”"."""
    before = next((w.lower for w in reversed(analysis.words[: quotation.first]) if w.text[:1].isalnum()), "")
    opens = quotation.span.start - content.start <= 2
    return opens and before != "that" and len(quotation.span.of(analysis.report.text).split()) > LEAST_WORDS


def _is_speech(quotation: Quotation, analysis: Analysis) -> bool:
    """Whether the marks hold the speaker's words; a title or a single word held at arm's length is not meant."""
    text = analysis.report.text
    mark = text[quotation.span.start - 1 : quotation.span.start]
    words = analysis.words[quotation.first : quotation.stop]
    inner = [word for word in words if word.text[:1].isalnum()]
    if mark in SINGLE_MARKS or not inner:
        return False
    if len(inner) == 1:
        before = words[0].i - 1
        return inner[0].text.islower() and analysis.words[max(before - 1, 0)].pos not in ("DET", "ADJ")
    capitals = sum(word.text[:1].isupper() for word in inner)
    return capitals < len(inner) / 2
