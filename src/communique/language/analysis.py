"""What the words of one report are: the one object that the coding stages read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from communique.language.actors import Actor, Mention
from communique.language.words import Sentence, Word
from communique.report.model import Report
from communique.report.span import Span

Basis = Literal["stated", "relative", "dateline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words for a day, a period or a coarser time.

    `value` is ISO 8601 at the words' own precision (`2024`, `2024-05`, `2024-05-01`, `2023-W48`), `None` where the
    words fix nothing ("soon"). `end` closes a period. `first` and `stop` bound its words in the report, half-open.
    `is_duration` marks lengths ("three days"), `is_recurring` "every year", which date nothing by themselves.
    """

    span: Span
    first: int
    stop: int
    head: Word
    value: str | None
    end: str | None = None
    basis: Basis = "relative"
    is_duration: bool = False
    is_recurring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place: a country, city, region or venue, with its country where known.

    `name` is the place as written, the finest first ("Great Hall of the People in Beijing" for a venue with its city).
    """

    span: Span
    first: int
    stop: int
    head: Word
    name: str
    kind: Literal["country", "city", "region", "venue"]
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyMention:
    """Words that name a recurring institution or a session of it.

    `name` is the institution without the session ("China-Russia Friendship Committee for Peace and Development"),
    `None` where only a round is counted ("the fourth round of talks"); `session` the session's kind as written
    ("Plenary Session"), `ordinal` its number. `countries` are its sides as far as its name tells.
    """

    span: Span
    first: int
    stop: int
    head: Word
    name: str | None
    session: str | None = None
    ordinal: int | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks; `span` excludes the marks, `first` and `stop` bound its words, half-open."""

    span: Span
    first: int
    stop: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A report with all that is known of its words.

    `words` is every word of the report in order, so that `words[w.i] is w`. `mentions` are in the order of the text;
    where two share a head the longer comes first. `actors` maps ids to actors, in the order of first mention.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    words: tuple[Word, ...]
    mentions: tuple[Mention, ...]
    actors: Mapping[str, Actor]
    times: tuple[TimeExpression, ...]
    places: tuple[PlaceMention, ...]
    bodies: tuple[BodyMention, ...]
    quotations: tuple[Quotation, ...]
    mention_by_head: Mapping[int, Mention]

    def mention_at(self, word: Word) -> Mention | None:
        """The mention whose phrase hangs on `word`."""
        return self.mention_by_head.get(word.i)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """The words that lie wholly inside `span`."""
        return tuple(word for word in self.words if span.start <= word.start and word.end <= span.end)
