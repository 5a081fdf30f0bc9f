"""Find words for days, periods and coarser times, and work out what they mean from the report's day.

Takes a report and its sentences; gives TimeExpressions with ISO values at the words' own precision. Halves and
quarters of a year, weekends and decades have a value and an end; a season has its year; a term ("within six months")
its last day, month or year.
"""

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import zip_longest

from communique.language.analysis import TimeExpression
from communique.language.tense import tense_of
from communique.language.times.moment import Meaning, Moment
from communique.language.times.values import Values, meaning_of
from communique.language.times.words import Match, match_times
from communique.language.words import Sentence, Word
from communique.report.model import Report
from communique.report.span import Span


def find_times(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report in the order of the text."""
    told = _Told(_day_of(report.day))
    found: list[TimeExpression] = []
    for sentence in sentences:
        matches = list(match_times(sentence.words))
        for match, following in zip_longest(matches, matches[1:]):
            head = _head_of(match)
            values = {**match.values, **_shared(match, following)}
            meaning = meaning_of(match.rule, values, told.moment(head.head))
            if meaning is None:
                continue
            found.append(_expression(match, head, meaning))
            told.note(match, meaning, head)
        told.story = told.near = None
    return tuple(found)


@dataclass
class _Told:
    """What a report has told of time so far: the last day and year, the last day not to come, a sentence's own date."""

    day: date | None
    last: date | None = None
    last_past: date | None = None
    year: int | None = None
    story: date | None = None
    reached: date | None = None
    near: str | None = None

    def moment(self, verb: Word) -> Moment:
        """From where the next words of time are read."""
        return Moment(
            self.day, self.last, self.last_past, self.year, self.story, self.reached, self.near, partial(tense_of, verb)
        )

    def note(self, match: Match, meaning: Meaning, head: Word) -> None:
        """Remember what words of time have just said."""
        if meaning.value is None:
            return
        self.year = int(meaning.value[:4])
        self.near = meaning.value
        day = _day_of(meaning.value)
        if day is None:
            return
        self.last = day
        if self.day is None or day <= self.day:
            self.last_past = day
            if not _looks_back(head):
                self.reached = day
        if match.rule == "date" and "year" in match.values:
            self.story = day


def _looks_back(head: Word) -> bool:
    """Whether a time stands in a clause that only says more of something: "the envoy, who came on Sunday, said"."""
    step = head
    for _ in range(10):
        if step.dep in ("relcl", "acl") or (step.pos == "VERB" and any(map(_is_mark_of_before, step.children))):
            return True
        if step.is_root:
            return False
        step = step.head
    return False


def _is_mark_of_before(word: Word) -> bool:
    return word.lower == "had" or (word.lower == "after" and word.dep == "mark")


def _day_of(value: str | None) -> date | None:
    """The day that an ISO value names; `None` for a coarser value."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def _shared(match: Match, following: Match | None) -> Values:
    """What the next words state for both: "on January 11 and November 26, 2021", "on Monday and Tuesday last week"."""
    if following is None or match.rule != following.rule or match.rule not in ("date", "month", "weekday"):
        return {}
    if {"year", "of", "dir"} & match.values.keys() or following.pieces[0].word.i - match.pieces[-1].word.i > 3:
        return {}
    return {name: following.values[name] for name in ("year", "of") if name in following.values}


def _head_of(match: Match) -> Word:
    """The word of the expression that hangs on a word outside it."""
    first, last = match.pieces[0].word.i, match.pieces[-1].word.i
    for piece in match.pieces:
        if not first <= piece.word.head.i <= last or piece.word.is_root:
            return piece.word
    return match.pieces[-1].word


def _expression(match: Match, head: Word, meaning: Meaning) -> TimeExpression:
    first, last = match.pieces[0], match.pieces[-1]
    return TimeExpression(
        span=Span(first.start, last.end), first=first.word.i, stop=last.word.i + 1, head=head, value=meaning.value,
        end=meaning.end, basis=meaning.basis, is_duration=meaning.is_duration, is_recurring=meaning.is_recurring,
    )  # fmt: skip
