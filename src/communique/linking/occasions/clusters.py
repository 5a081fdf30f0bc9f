"""Occasions from pairs: claims and the links between them go in, groups of claims that tell of one event come out.

Groups grow by average linkage, the strongest link first, under three rules: claims of one report stay apart, since
their report tells them as two; so do claims that speak strongly against each other; and what a person has judged
stands. The outcome depends on the claims alone, not on the order in which their reports came.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import product

from communique.linking.occasions.claims import ClaimKey
from communique.linking.occasions.likeness import BARRED

type Pair = tuple[ClaimKey, ClaimKey]
# So many members of each of two groups are compared one by one; more would cost the square of an event all tell of.
_MOST_COMPARED = 15
# Links weaker than this do not count against a group: they were never made.
_UNLINKED = -1.0


def pair_of(one: ClaimKey, other: ClaimKey) -> Pair:
    """The two in their order."""
    return (one, other) if one <= other else (other, one)


def components(links: Iterable[Pair], claims: Iterable[ClaimKey]) -> list[list[ClaimKey]]:
    """The claims that links lead to from one another, each group and the groups in order; those without links alone."""
    leader = {claim: claim for claim in claims}

    def find(claim: ClaimKey) -> ClaimKey:
        while leader[claim] != claim:
            leader[claim] = claim = leader[leader[claim]]
        return claim

    for one, other in links:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    groups: dict[ClaimKey, list[ClaimKey]] = defaultdict(list)
    for claim in sorted(leader):
        groups[find(claim)].append(claim)
    return list(groups.values())


def group(
    claims: Iterable[ClaimKey], scores: Mapping[Pair, float], *,
    score: Callable[[ClaimKey, ClaimKey], float] | None = None,
    same: frozenset[Pair] = frozenset(), different: frozenset[Pair] = frozenset(),
) -> list[list[ClaimKey]]:  # fmt: skip
    """Part the claims of one component into occasions, each in order.

    `scores` are those of the links. `score` gives that of two claims between which there is none; without it, they
    count a little against one another. `same` and `different` are what people have judged.
    """
    groups = _Groups(claims, scores, score, different, same)
    for one, other in sorted(same):
        groups.merge(one, other, judged=True)
    for one, other in sorted(scores, key=lambda pair: (-scores[pair], pair)):
        groups.merge(one, other)
    return sorted(groups)


class _Groups:
    def __init__(
        self, claims: Iterable[ClaimKey], scores: Mapping[Pair, float],
        score: Callable[[ClaimKey, ClaimKey], float] | None, different: frozenset[Pair], same: frozenset[Pair],
    ) -> None:  # fmt: skip
        self._members = {claim: [claim] for claim in sorted(claims)}
        self._home = {claim: claim for claim in self._members}
        self._scores = scores
        self._score = score
        self._different = different
        # Claims judged to be one speak with one voice: what one of them is like, all are.
        self._voice = {claim: part[0] for part in components(same, self._members) for claim in part} if same else {}

    def __iter__(self) -> Iterator[list[ClaimKey]]:
        return (sorted(members) for members in self._members.values())

    def merge(self, one: ClaimKey, other: ClaimKey, *, judged: bool = False) -> None:
        """Put the groups of two claims together where the rules and the other members allow it."""
        ours, theirs = self._home[one], self._home[other]
        if ours == theirs or not (judged or self._may_merge(ours, theirs)):
            return
        ours, theirs = sorted((ours, theirs))
        moved = self._members.pop(theirs)
        self._members[ours].extend(moved)
        self._home.update(dict.fromkeys(moved, ours))

    def _may_merge(self, ours: ClaimKey, theirs: ClaimKey) -> bool:
        one, other = self._members[ours], self._members[theirs]
        if not {key[0] for key in one}.isdisjoint(key[0] for key in other):
            return False
        if self._different and any(pair_of(*pair) in self._different for pair in product(one, other)):
            return False
        pairs = [pair_of(*pair) for pair in product(sorted(one)[:_MOST_COMPARED], sorted(other)[:_MOST_COMPARED])]
        heard: dict[Pair, float] = {}
        for pair in pairs:
            voices = pair_of(self._voice.get(pair[0], pair[0]), self._voice.get(pair[1], pair[1]))
            heard[voices] = max(heard.get(voices, -math.inf), self._likeness(pair))
        return sum(heard.values()) > 0 and min(heard.values()) > BARRED

    def _likeness(self, pair: Pair) -> float:
        found = self._scores.get(pair)
        if found is not None:
            return found
        return self._score(*pair) if self._score else _UNLINKED
