"""What people have judged of claims: two events and a verdict go in, and stand whatever linking finds.

A judgement names its events by their report and the character where their trigger begins, so that it outlasts a new
coding that counts the events otherwise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, insert, select

from communique.archive import schema
from communique.archive.run import now
from communique.errors import JudgementConflict
from communique.linking.occasions import ClaimKey, pair_of

Verdict = Literal["same", "different"]
_events, _reports, _judgements = schema.events, schema.reports, schema.judgements


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One judgement: two events of reports, or two people by their slugs, are one or are not, and why."""

    about: Literal["event", "person"]
    one: str
    one_start: int
    other: str
    other_start: int
    verdict: Verdict
    reason: str
    made: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements on claims that stand in the archive."""

    same: frozenset[tuple[ClaimKey, ClaimKey]] = frozenset()
    different: frozenset[tuple[ClaimKey, ClaimKey]] = frozenset()

    def reached(self, claims: Iterable[ClaimKey]) -> set[ClaimKey]:
        """The claims that were judged to be one with one of `claims`, or not to be."""
        if not (self.same or self.different):
            return set()
        known = set(claims)
        return {claim for pair in (*self.same, *self.different) if not known.isdisjoint(pair) for claim in pair}


def judge(
    connection: Connection, one: tuple[str, int], other: tuple[str, int], verdict: Verdict, *,
    about: Literal["event", "person"] = "event", reason: str = "",
) -> Judgement:  # fmt: skip
    """Keep a judgement, in the place of an earlier one on the same two.

    Raises JudgementConflict where earlier judgements say, over a third one, that the two are one and they are now said
    not to be.
    """
    one, other = sorted((one, other))
    forget(connection, one, other, about=about)
    found = Judgement(
        about=about, one=one[0], one_start=one[1], other=other[0], other_start=other[1], verdict=verdict, reason=reason,
        made=now(),
    )  # fmt: skip
    _refuse_conflict([*list_judgements(connection, about=about), found])
    connection.execute(
        insert(_judgements),
        {name: getattr(found, name) for name in Judgement.__slots__},
    )
    return found


def forget(
    connection: Connection, one: tuple[str, int], other: tuple[str, int], *, about: str = "event"
) -> bool:  # fmt: skip
    """Take back the judgement on two; False where there is none."""
    one, other = sorted((one, other))
    kept = _judgements.c
    done = connection.execute(
        delete(_judgements).where(
            kept.about == about, kept.one == one[0], kept.one_start == one[1], kept.other == other[0],
            kept.other_start == other[1],
        )
    )  # fmt: skip
    return bool(done.rowcount)


def list_judgements(connection: Connection, *, about: str | None = None) -> list[Judgement]:
    """Every judgement, the earliest first."""
    query = select(_judgements).order_by(_judgements.c.made, *_judgements.primary_key.columns)
    if about:
        query = query.where(_judgements.c.about == about)
    return [Judgement(**row) for row in connection.execute(query).mappings()]


def judged_claims(connection: Connection) -> Judged:
    """The judgements on events that the newest codings still hold, by the claims they are on."""
    found: dict[str, set[tuple[ClaimKey, ClaimKey]]] = {"same": set(), "different": set()}
    for judgement in list_judgements(connection, about="event"):
        one = _claim_at(connection, judgement.one, judgement.one_start)
        other = _claim_at(connection, judgement.other, judgement.other_start)
        if one and other:
            found[judgement.verdict].add(pair_of(one, other))
    return Judged(frozenset(found["same"]), frozenset(found["different"]))


def _claim_at(connection: Connection, report: str, start: int) -> ClaimKey | None:
    query = select(_events.c.coded, _events.c.position).join(_reports, _reports.c.newest == _events.c.coded)
    query = query.where(_reports.c.id == report, _events.c.trigger_start == start).order_by(_events.c.position)
    row = connection.execute(query).first()
    return (row.coded, row.position) if row else None


def _refuse_conflict(judgements: Iterable[Judgement]) -> None:
    leader: dict[tuple[str, int], tuple[str, int]] = {}

    def find(thing: tuple[str, int]) -> tuple[str, int]:
        while leader.get(thing, thing) != thing:
            thing = leader[thing]
        return thing

    different = []
    for judgement in judgements:
        one, other = (judgement.one, judgement.one_start), (judgement.other, judgement.other_start)
        if judgement.verdict == "same":
            leader[find(one)] = find(other)
        else:
            different.append((one, other))
    for one, other in different:
        if find(one) == find(other):
            raise JudgementConflict(
                f"{one[0][:12]} and {other[0][:12]}", reason="judged to be one over others, and not to be one",
                hint="communique judge --list shows the judgements; --forget takes one back.",
            )  # fmt: skip
