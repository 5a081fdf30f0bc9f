"""Claims that were read are kept at hand, some of them: keys go in, claims and how like two of them are come out."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from communique.archive.links.claims import read_claims
from communique.linking.occasions import Claim, ClaimKey, compare_claims

# A claim takes about 2 KB; reports are linked in the order of their days, so that few are wanted again later.
_MOST_KEPT = 150_000


class ClaimMemory:
    """The claims that linking is at work on."""

    def __init__(self) -> None:
        self._claims: dict[ClaimKey, Claim] = {}
        self._reports: dict[int, list[Claim]] = {}

    def __getitem__(self, key: ClaimKey) -> Claim:
        return self._claims[key]

    def take(self, claims: Iterable[Claim]) -> None:
        """Keep claims at hand."""
        for claim in claims:
            if claim.key not in self._claims:
                self._reports.setdefault(claim.key[0], []).append(claim)
            self._claims[claim.key] = claim

    def of_report(self, coded: int) -> list[Claim]:
        """Every claim at hand of one report; a report is at hand with all of them or none."""
        return self._reports.get(coded, [])

    def fetch(self, connection: Connection, keys: Collection[ClaimKey]) -> None:
        """Read those of the claims that are not at hand; others may be let go."""
        missing = {key[0] for key in keys if key not in self._claims}
        if len(self._claims) > _MOST_KEPT:
            wanted = {key[0] for key in keys}
            self._claims = {key: claim for key, claim in self._claims.items() if key[0] in wanted}
            self._reports = {coded: claims for coded, claims in self._reports.items() if coded in wanted}
        self.take(read_claims(connection, missing))

    def score(self, one: ClaimKey, other: ClaimKey) -> float:
        """How like two claims at hand are."""
        return compare_claims(self._claims[one], self._claims[other]).score
