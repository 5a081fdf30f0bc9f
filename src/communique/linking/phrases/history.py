"""A phrase through time: its utterances go in, its first and last day, voices, variants and months come out."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.linking.phrases.ladders import Rung, rung_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Uttered:
    """A formula in one report: as written, by whom (a speaker, else the outlet), on which day (ISO 8601)."""

    text: str
    family: str
    voice: str
    day: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month ("2023-11"): how many reports have the phrase, of how many that were kept from that month."""

    month: str
    reports: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A change of rung: from which to which, on which day, in which report; `rises` or drops."""

    day: str
    rises: bool
    before: Rung
    after: Rung
    words: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A phrase through time. `variants` and `voices` count reports; `moves` are between the highest rungs of days."""

    first: Uttered
    last: Uttered
    variants: tuple[tuple[str, int], ...]
    voices: tuple[tuple[str, int], ...]
    months: tuple[Month, ...]
    rung: Rung | None
    moves: tuple[Move, ...]


def make_history(uttered: Sequence[Uttered], reports_by_month: Mapping[str, int]) -> History | None:
    """Return the history of phrases that were found to be one; None where there are none.

    `reports_by_month` counts all reports kept from each month.
    """
    said = sorted((one for one in uttered if one.day), key=lambda one: (one.day, one.report, one.text))
    if not said:
        return None
    by_month: dict[str, set[str]] = defaultdict(set)
    for one in said:
        by_month[one.day[:7]].add(one.report)
    rungs = [rung for one in said if (rung := rung_of(one.text, one.family))]
    return History(
        first=said[0], last=said[-1], variants=_count({(one.text.lower(), one.report) for one in said}),
        voices=_count({(one.voice, one.report) for one in said}),
        months=tuple(
            Month(month=month, reports=len(reports), of=max(reports_by_month.get(month, 0), len(reports)))
            for month, reports in sorted(by_month.items())
        ),
        rung=max(rungs, default=None), moves=tuple(_moves(said)),
    )  # fmt: skip


def _count(pairs: set[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    counts = Counter(name for name, _ in pairs)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _moves(said: Sequence[Uttered]) -> list[Move]:
    """Where the highest rung of a day is another than that of the day before on which one was named."""
    best: dict[str, tuple[Rung, Uttered]] = {}
    for one in said:
        rung = rung_of(one.text, one.family)
        if rung and (one.day not in best or rung > best[one.day][0]):
            best[one.day] = (rung, one)
    moves: list[Move] = []
    before: Rung | None = None
    for day in sorted(best):
        rung, one = best[day]
        if before and rung.number != before.number:
            moves.append(
                Move(day=day, rises=rung > before, before=before, after=rung, words=one.text, report=one.report)
            )
        before = rung
    return moves
