"""Write occasions: groups of claims go in, their rows and the claims that point at them stand in the tables."""

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import batched
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from communique.archive import schema
from communique.archive.links.memory import ClaimMemory
from communique.archive.names import occasion_name
from communique.linking.occasions import HEADLINE, Claim, ClaimKey, main_claims

_claims, _occasions, _coded, _reports, _events = (
    schema.claims, schema.occasions, schema.coded_reports, schema.reports, schema.events
)  # fmt: skip
_AT_ONCE = 900


def write_occasions(connection: Connection, groups: Collection[list[ClaimKey]], memory: ClaimMemory) -> None:
    """Let each group be one occasion, named after its first claim, in the place of those its claims were of."""
    members = {claim for group in groups for claim in group}
    drop_claims(connection, members)
    names, reports = _names(connection, [group[0] for group in groups]), _reports_of(connection, members)
    subjects = _subjects(memory, reports)
    number = int(connection.scalar(select(func.coalesce(func.max(_occasions.c.key), 0))) or 0)
    rows: list[dict[str, Any]] = []
    claims: list[dict[str, Any]] = []
    for key, group in enumerate(groups, number + 1):
        told = [memory[claim] for claim in group]
        first, last = time_of(told)
        rows.append({
            "key": key, "id": names[group[0]], "kind": Counter(claim.kind for claim in told).most_common(1)[0][0],
            "first": first, "last": last, "claims": len(group),
            "outlets": len({reports[claim[0]].outlet for claim in group}),
        })  # fmt: skip
        claims.extend(
            {"coded": claim.key[0], "position": claim.key[1], "first": claim.first, "last": claim.last, "occasion": key,
             "main": claim.key in subjects}
            for claim in told
        )  # fmt: skip
    if rows:
        connection.execute(insert(_occasions), rows)
        connection.execute(insert(_claims), claims)


def drop_claims(connection: Connection, claims: Collection[ClaimKey]) -> None:
    """Take claims out of their occasions, and those occasions with them."""
    gone: set[int] = set()
    moved: list[dict[str, int]] = []
    for some in batched(sorted({claim[0] for claim in claims}), _AT_ONCE):
        for row in connection.execute(select(_claims).where(_claims.c.coded.in_(some))):
            if (row.coded, row.position) in claims:
                gone.add(row.occasion)
                moved.append({"of": row.coded, "at": row.position})
    if moved:
        place = (_claims.c.coded == bindparam("of"), _claims.c.position == bindparam("at"))
        connection.execute(delete(_claims).where(*place), moved)
    for keys in batched(sorted(gone), _AT_ONCE):
        connection.execute(delete(_occasions).where(_occasions.c.key.in_(keys)))


def time_of(claims: Collection[Claim]) -> tuple[int | None, int | None]:
    """The days of an occasion: those most reports give, of them the shortest, then the earliest."""
    given = Counter(
        (claim.first, claim.last) for claim in claims if claim.first is not None and claim.last is not None
    )  # fmt: skip
    sure = Counter((claim.first, claim.last) for claim in claims if claim.dated and claim.first and claim.last)
    times = [(first, last, count) for (first, last), count in (sure or given).items() if first and last]
    if not times:
        return (None, None)
    first, last, _ = min(times, key=lambda time: (time[1] > time[0], -time[2], time[1] - time[0], time[0]))
    return (first, last)


def _names(connection: Connection, claims: list[ClaimKey]) -> dict[ClaimKey, str]:
    names: dict[ClaimKey, str] = {}
    wanted = set(claims)
    for some in batched(sorted({claim[0] for claim in claims}), _AT_ONCE):
        query = select(_coded.c.key, _reports.c.id).join(_reports, _reports.c.key == _coded.c.report)
        reports = {row.key: row.id for row in connection.execute(query.where(_coded.c.key.in_(some)))}
        names |= {(coded, HEADLINE): occasion_name(report, "e0") for coded, report in reports.items()}
        events = select(_events.c.coded, _events.c.position, _events.c.id).where(_events.c.coded.in_(some))
        for row in connection.execute(events):
            if (row.coded, row.position) in wanted:
                names[row.coded, row.position] = occasion_name(reports[row.coded], row.id)
    return names


def _reports_of(connection: Connection, claims: Collection[ClaimKey]) -> dict[int, Any]:
    found: dict[int, Any] = {}
    columns = (_coded.c.key, _coded.c.outlet, _coded.c.headline)
    for some in batched(sorted({claim[0] for claim in claims}), _AT_ONCE):
        for row in connection.execute(select(*columns).where(_coded.c.key.in_(some))):
            found[row.key] = row
    return found


def _subjects(memory: ClaimMemory, reports: Mapping[int, Any]) -> set[ClaimKey]:
    """Which claims their reports are about."""
    return {
        claim.key
        for coded, row in reports.items()
        for claim in main_claims(row.headline, memory.of_report(coded))
    }  # fmt: skip
