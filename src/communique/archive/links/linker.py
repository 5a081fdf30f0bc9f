"""Link newly coded reports: the archive goes in, its claims grouped into occasions stand in it afterwards.

Work is done in transactions of some hundred reports, each of which leaves the archive whole: one that is killed loses
its own work alone and is done again by the next. What comes out does not depend on how the reports were parted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import batched
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, func, insert, or_, select, tuple_

from communique.archive import schema
from communique.archive.links.claims import read_claims
from communique.archive.links.judging import Judged, judged_claims
from communique.archive.links.memory import ClaimMemory
from communique.archive.links.writing import drop_claims, write_occasions
from communique.linking.occasions import (
    MOST_UNDER_A_KEY,
    Claim,
    ClaimKey,
    compare_claims,
    components,
    filed_under,
    group,
    looked_up_under,
    pair_of,
)

_KEYS_AT_ONCE = 900
_coded, _reports, _claims, _linked, _links, _blocks = (
    schema.coded_reports, schema.reports, schema.claims, schema.linked, schema.links, schema.blocks
)  # fmt: skip
type Link = tuple[ClaimKey, ClaimKey]


def unlinked(connection: Connection) -> list[int]:
    """The keys of the codings that are to be linked, the earliest published first."""
    return list(connection.scalars(_unlinked()))


def link_some(connection: Connection, memory: ClaimMemory, keys: Collection[int]) -> int:
    """Link those of some codings that nobody has linked meanwhile; return how many there were."""
    gone = _forget_old_codings(connection)
    query = select(_reports.c.newest).where(_reports.c.newest.in_(keys))
    known = exists().where(_linked.c.coded == _reports.c.newest)
    new = [key for key in connection.scalars(query.where(~known)) if key is not None]
    claims = {claim.key: claim for claim in read_claims(connection, new)}
    memory.take(claims.values())
    _file(connection, claims.values())
    _keep_links(connection, _compare(connection, claims, memory))
    if new:
        connection.execute(insert(_linked), [{"coded": key} for key in new])
    regroup(connection, [*claims, *gone], memory)
    return len(new)


def count_unlinked(connection: Connection) -> int:
    """How many codings are to be linked."""
    return int(connection.scalar(select(func.count()).select_from(_unlinked().subquery())) or 0)


def has_old_codings(connection: Connection) -> bool:
    """Whether codings are linked that newer ones stand for."""
    return connection.execute(_old_codings().limit(1)).first() is not None


def _old_codings() -> Select[Any]:
    newest = exists().where(_reports.c.newest == _linked.c.coded)
    return select(_linked.c.coded).where(~newest)


def regroup(connection: Connection, claims: Iterable[ClaimKey], memory: ClaimMemory) -> None:
    """Part anew into occasions all claims that links or judgements lead to from `claims`."""
    judged = judged_claims(connection)
    found = _links_around(connection, set(claims), judged)
    touched = _standing(connection, {claim for pair in (*found, *judged.same) for claim in pair} | set(claims))
    scores = {pair: value for pair, value in found.items() if touched.issuperset(pair)}
    same = frozenset(pair for pair in judged.same if touched.issuperset(pair))
    parts = components([*scores, *same], touched)
    part_of = {claim: number for number, part in enumerate(parts) for claim in part}
    scores_of: dict[int, dict[Link, float]] = defaultdict(dict)
    for pair, value in scores.items():
        scores_of[part_of[pair[0]]][pair] = value
    memory.fetch(connection, touched)
    groups = [
        together
        for number, part in enumerate(parts)
        for together in group(
            part, scores_of[number], score=memory.score, different=judged.different,
            same=frozenset(pair for pair in same if part_of[pair[0]] == number) if same else same,
        )
    ]  # fmt: skip
    write_occasions(connection, groups, memory)


def _unlinked() -> Select[Any]:
    """The newest codings whose claims were never linked, in the order of their publication."""
    query = select(_coded.c.key).join(_reports, _reports.c.newest == _coded.c.key)
    known = exists().where(_linked.c.coded == _coded.c.key)
    return query.where(~known).order_by(_coded.c.published, _coded.c.key)


def _forget_old_codings(connection: Connection) -> list[ClaimKey]:
    """Take out the claims of codings that newer ones stand for; return those that were linked to them."""
    old = list(connection.scalars(_old_codings()))
    left: set[ClaimKey] = set()
    for keys in batched(old, _KEYS_AT_ONCE):
        around = select(_links).where(or_(_links.c.coded.in_(keys), _links.c.other_coded.in_(keys)))
        for row in connection.execute(around):
            left |= {(row.coded, row.position), (row.other_coded, row.other_position)}
        connection.execute(delete(_links).where(or_(_links.c.coded.in_(keys), _links.c.other_coded.in_(keys))))
        own = connection.execute(select(_claims.c.coded, _claims.c.position).where(_claims.c.coded.in_(keys)))
        drop_claims(connection, {(row.coded, row.position) for row in own})
        for table in (_linked, _blocks):
            connection.execute(delete(table).where(table.c.coded.in_(keys)))
    return [claim for claim in sorted(left) if claim[0] not in set(old)]


def _file(connection: Connection, claims: Iterable[Claim]) -> None:
    rows = [
        {"block": block, "coded": claim.key[0], "position": claim.key[1]}
        for claim in claims
        for block in filed_under(claim)
    ]
    if rows:
        connection.execute(insert(_blocks), sorted(rows, key=lambda row: row["block"]))


def _compare(connection: Connection, claims: Mapping[ClaimKey, Claim], memory: ClaimMemory) -> Iterator[dict[str, Any]]:
    """Yield the rows of the links between `claims` and all others that they are like."""
    wanted = {key: looked_up_under(claim) for key, claim in claims.items()}
    filed = _filed(connection, {block for blocks in wanted.values() for block in blocks})
    pairs = {
        pair_of(key, other)
        for key, blocks in wanted.items()
        for block in blocks
        for other in filed.get(block, ())
        if other[0] != key[0]
    }
    memory.fetch(connection, {claim for pair in pairs for claim in pair})
    for one, other in sorted(pairs):
        found = compare_claims(memory[one], memory[other])
        if found.is_one:
            reasons = "; ".join(f"{reason.name} {reason.weight:+g} {reason.about}".strip() for reason in found.reasons)
            yield {
                "coded": one[0], "position": one[1], "other_coded": other[0], "other_position": other[1],
                "score": round(found.score, 2), "reasons": reasons,
            }  # fmt: skip


def _filed(connection: Connection, blocks: Collection[int]) -> dict[int, list[ClaimKey]]:
    """The claims under each of the keys, the first ones where there are very many."""
    filed: dict[int, list[ClaimKey]] = defaultdict(list)
    for some in batched(sorted(blocks), _KEYS_AT_ONCE):
        for block, coded, position in connection.execute(
            select(_blocks).where(_blocks.c.block.in_(some)).order_by(*_blocks.c)
        ):
            if len(filed[block]) < MOST_UNDER_A_KEY:
                filed[block].append((coded, position))
    return filed


def _keep_links(connection: Connection, rows: Iterator[dict[str, Any]]) -> None:
    for some in batched(rows, 5_000):
        connection.execute(insert(_links).prefix_with("OR REPLACE"), list(some))


def _links_around(connection: Connection, claims: set[ClaimKey], judged: Judged) -> dict[Link, float]:
    """Every link that leads, over any number of others, to one of `claims`, with its score."""
    scores: dict[Link, float] = {}
    seen: set[ClaimKey] = set()
    frontier = set(claims) | judged.reached(claims)
    while frontier:
        seen |= frontier
        found: set[ClaimKey] = set()
        for some in batched(sorted(frontier), _KEYS_AT_ONCE // 2):
            for side in ((_links.c.coded, _links.c.position), (_links.c.other_coded, _links.c.other_position)):
                for row in connection.execute(select(_links).where(tuple_(*side).in_(some))):
                    pair = (row.coded, row.position), (row.other_coded, row.other_position)
                    scores[pair] = row.score
                    found.update(pair)
        found |= judged.reached(found)
        frontier = found - seen
    return scores


def _standing(connection: Connection, claims: set[ClaimKey]) -> set[ClaimKey]:
    """Those of `claims` whose coding is linked."""
    known: set[int] = set()
    for some in batched(sorted({claim[0] for claim in claims}), _KEYS_AT_ONCE):
        known.update(connection.scalars(select(_linked.c.coded).where(_linked.c.coded.in_(some))))
    return {claim for claim in claims if claim[0] in known}
