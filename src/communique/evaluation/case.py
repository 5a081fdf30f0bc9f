"""One report under evaluation: gold, record and text side by side, with a place to count and to note differences."""

from dataclasses import dataclass

from communique.coding.record import CodedReport
from communique.evaluation.gold import GoldReport
from communique.evaluation.tally import Disagreement, Tally
from communique.report.excerpt import Excerpt, sentence_around
from communique.report.span import Span

_ROOM = 160
_NOTHING = Excerpt("", "", "")


@dataclass(frozen=True, slots=True)
class Case:
    """A hand-coded report and what the program coded of it, `None` where it was not coded."""

    gold: GoldReport
    coded: CodedReport | None
    tally: Tally

    @property
    def text(self) -> str:
        """The report's text, "" where neither side has it."""
        return self.coded.report.text if self.coded else self.gold.text or ""

    def words(self, span: Span | None) -> str:
        """The words of a range, "" where there is none."""
        return self.text[span.start : span.end] if span else ""

    def note(
        self,
        task: str,
        pattern: str,
        *,
        gold: str = "",
        coded: str = "",
        span: Span | None = None,
        quote: str | None = None,
    ) -> None:
        """Note a difference, with the sentence around `span`, or around the place where `quote` stands."""
        place = span or self.place_of(quote)
        around = sentence_around(self.text, place, room=_ROOM) if place else _NOTHING
        self.tally.disagreements.append(
            Disagreement(
                task=task, report=self.gold.id, pattern=pattern, gold=gold, coded=coded,
                before=around.before, words=around.words, after=around.after,
            )
        )  # fmt: skip

    def place_of(self, quote: str | None) -> Span | None:
        """Where a quotation stands first in the text."""
        start = self.text.find(quote) if quote else -1
        return Span(start, start + len(quote)) if quote and start >= 0 else None
