"""Which claims are worth comparing: claims go in, the keys under which those of one occasion meet come out.

Two claims of one occasion share a family of kinds, a day give or take one, and a word of a person's name, two
countries, or a body. Only claims under one key are compared, so that the work grows with the number of reports and not
with its square.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from hashlib import blake2b

from communique.linking.occasions.claims import Claim

# Days of a longer event under which it is filed, counted from its first; the last one is always among them.
_MOST_DAYS = 10
# Of an event with many parties, so many countries are paired.
_MOST_COUNTRIES = 6
# A busy day may have more claims under a key than can all be compared; those beyond are compared with the first.
MOST_UNDER_A_KEY = 1_000

# Keys of a body and a number have no day; the others have it in the second place. Days take 20 bits, the rest 43.
_WITHOUT_DAY, _BITS = 2, 43

type Key = tuple[Hashable, ...]


def filed_under(claim: Claim) -> set[int]:
    """The keys a claim is filed under, as 64-bit numbers that are the same in every process."""
    return {_number(key) for key in _keys(claim, days=_days(claim, margin=0))}


def looked_up_under(claim: Claim) -> set[int]:
    """The keys under which claims of the same occasion are filed, if there are any."""
    return {_number(key) for key in _keys(claim, days=_days(claim, margin=1))}


def _number(key: Key) -> int:
    """A key as a number whose upper part is its day: claims that come in by day then stand side by side in a table."""
    day = key[1] if len(key) > _WITHOUT_DAY and isinstance(key[1], int) else 0
    told = "\n".join(" ".join(sorted(part)) if isinstance(part, frozenset) else str(part) for part in key)
    rest = int.from_bytes(blake2b(told.encode(), digest_size=8).digest()) >> (64 - _BITS)
    return (day << _BITS) | rest


class Blocks:
    """Claims by the keys they are filed under."""

    def __init__(self) -> None:
        self._filed: dict[Key, list[Claim]] = defaultdict(list)

    def add(self, claim: Claim) -> None:
        """File a claim."""
        for key in _keys(claim, days=_days(claim, margin=0)):
            filed = self._filed[key]
            if len(filed) < MOST_UNDER_A_KEY:
                filed.append(claim)

    def candidates(self, claim: Claim) -> list[Claim]:
        """The claims filed so far that may tell of what `claim` tells of, other reports' only, in their order."""
        found = {
            other.key: other
            for key in _keys(claim, days=_days(claim, margin=1))
            for other in self._filed.get(key, ())
            if other.key[0] != claim.key[0]
        }
        return [found[key] for key in sorted(found)]


def candidate_pairs(claims: Iterable[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield every two claims worth comparing, the earlier first."""
    blocks = Blocks()
    for claim in claims:
        for other in blocks.candidates(claim):
            yield other, claim
        blocks.add(claim)


def _days(claim: Claim, *, margin: int) -> list[int]:
    if claim.first is None or claim.last is None:
        return []
    days = list(range(claim.first, min(claim.last, claim.first + _MOST_DAYS) + 1))
    if days[-1] != claim.last:
        days.append(claim.last)
    return sorted({day + shift for day in days for shift in range(-margin, margin + 1)})


def _keys(claim: Claim, *, days: Iterable[int]) -> Iterator[Key]:
    if claim.body and claim.ordinal:
        for word in claim.body:
            yield claim.ordinal, word
    words = {word for party in claim.parties for word in party.words}
    countries = sorted(claim.countries)[:_MOST_COUNTRIES]
    pairs = [(one, other) for place, one in enumerate(countries) for other in countries[place + 1 :]]
    alone = [(country, claim.place_country) for country in countries] if len(countries) == 1 else []
    for day in days:
        for what in (*words, *pairs, *alone):
            yield claim.family, day, what
        if claim.body:
            yield claim.family, day, claim.body
