"""Read dates that count from another act's day: "a day after meeting X in Rome", "two days before the summit".

Takes a candidate, the times of its sentence and the report's day; gives the day of the act that is counted to.
"""

import datetime as dt
from collections.abc import Iterable

from communique.coding.acts.matching.candidates import Candidate
from communique.coding.record import EventDate
from communique.language.analysis import Analysis, TimeExpression
from communique.language.words import Word
from communique.report.span import Span

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
LENGTHS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "hour": 0, "hours": 0, "minute": 0, "minutes": 0, "moments": 0}
SIDES = {"after": -1, "before": 1}
LONGEST = 31
LONGEST_CLIMB = 4


def counted_date(candidate: Candidate, times: Iterable[TimeExpression], analysis: Analysis) -> EventDate | None:
    """The day of the act where the words in front of it count how far another day lies from it."""
    link = _link_above(candidate)
    day = analysis.report.day
    if link is None or day is None:
        return None
    words = link.sentence.words
    at = link.i - words[0].i
    if at < 1 or words[at - 1].lower not in LENGTHS:
        return None
    length, count, first = LENGTHS[words[at - 1].lower], 1, at - 1
    if at > 1 and (words[at - 2].lower in COUNTS or words[at - 2].text.isdecimal()):
        first = at - 2
        count = COUNTS.get(words[first].lower) or int(words[first].text)
    elif length:
        return None
    base = _day_beside(words[first], times) or day
    days = SIDES[link.lower] * length * count
    if abs(days) > LONGEST:
        return None
    span = Span(words[first].start, link.end)
    value = dt.date.fromisoformat(base) + dt.timedelta(days)
    return EventDate(value=value.isoformat(), text=span.of(analysis.report.text), span=span, basis="relative")


def _link_above(candidate: Candidate) -> Word | None:
    """The "after" or "before" whose object or clause the act is."""
    step = candidate.verb or candidate.anchor
    for start in (candidate.anchor, step):
        word = start
        for _ in range(LONGEST_CLIMB):
            mark = next((child for child in word.children if child.lower in SIDES and child.dep == "mark"), None)
            if mark is not None and mark.i < candidate.anchor.i:
                return mark
            if word.lower in SIDES and word.pos in ("ADP", "SCONJ"):
                return word
            if word.is_root or (word.pos == "VERB" and word.dep in ("ccomp", "conj", "relcl")):
                break
            word = word.head
    return None


def _day_beside(word: Word, times: Iterable[TimeExpression]) -> str | None:
    """The day told last before `word` in its sentence, else the first one told after it."""
    days = [time for time in times if time.value and len(time.value) == 10 and not time.first <= word.i < time.stop]
    before = [time.value for time in days if time.first < word.i]
    return before[-1] if before else next((time.value for time in days), None)
