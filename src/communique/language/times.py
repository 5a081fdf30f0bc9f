"""Find words for days, periods and coarser times, and work out what they mean from the report's day.

Takes a report and its sentences; gives TimeExpressions with ISO values at the words' own precision. Halves and quarters
of a year, weekends and decades have a value and an end; a season has its year; a term ("within six months") its last day.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from communique.language.analysis import TimeExpression
from communique.language.tense import tense_of
from communique.language.time_values import Meaning, Moment, meaning_of
from communique.language.time_words import Match, match_times
from communique.language.words import Sentence, Word
from communique.report.model import Report
from communique.report.span import Span


def find_times(report: Report, sentences: tuple[Sentence, ...]) -> tuple[TimeExpression, ...]:
    """Return the time expressions of a report in the order of the text."""
    day = _day_of(report.day)
    anchor: date | None = None
    found: list[TimeExpression] = []
    for sentence in sentences:
        matches = list(match_times(sentence.words))
        for match, year_hint in zip(matches, _year_hints(matches), strict=True):
            head = _head_of(match)
            moment = Moment(day, anchor, partial(tense_of, head.head), year_hint)
            meaning = meaning_of(match.rule, match.values, moment)
            if meaning is None:
                continue
            found.append(_expression(match, head, meaning))
            anchor = _day_of(meaning.value) or anchor
    return tuple(found)


def _day_of(value: str | None) -> date | None:
    """The day that an ISO value names; `None` for a coarser value."""
    try:
        return date.fromisoformat(value) if value and len(value) == 10 else None
    except ValueError:
        return None


def _year_hints(matches: Sequence[Match]) -> Iterator[int | None]:
    """The year for each date without one that shares it with the next: "on January 11 and November 26, 2021"."""
    for match, following in pairwise([*matches, None]):
        joined = (
            match is not None
            and following is not None
            and match.rule == following.rule
            and match.rule in ("date", "month")
            and "year" not in match.values
            and "year" in following.values
            and 0 < following.pieces[0].word.i - match.pieces[-1].word.i <= 3
        )
        yield int(following.values["year"]) if joined and following else None


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
