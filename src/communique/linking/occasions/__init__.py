"""Occasions: what single reports claim of events goes in, the real events that several of them tell of come out."""

from communique.linking.occasions.blocks import MOST_UNDER_A_KEY, candidate_pairs, filed_under, looked_up_under
from communique.linking.occasions.claims import Claim, ClaimKey, Party, claims_of, make_claim
from communique.linking.occasions.clusters import components, group, pair_of
from communique.linking.occasions.headlines import HEADLINE, headline_claim, main_claims
from communique.linking.occasions.likeness import BARRED, Likeness, Reason, compare_claims

__all__ = [
    "BARRED", "HEADLINE", "MOST_UNDER_A_KEY", "Claim", "ClaimKey", "Likeness", "Party", "Reason", "candidate_pairs",
    "claims_of", "compare_claims", "components", "filed_under", "group", "headline_claim", "looked_up_under",
    "main_claims", "make_claim", "pair_of",
]  # fmt: skip
