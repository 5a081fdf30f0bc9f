"""Which claims are compared."""

from communique.linking.occasions import candidate_pairs, filed_under, looked_up_under

from .make import claim, party


def test_claims_meet_by_day_and_name_and_not_otherwise() -> None:
    near = claim(2, day="2024-05-15")
    far = claim(3, day="2024-05-20")
    others = claim(4, parties=(party("Yi Wang", "CHN"), party("Ali Bongo", "GAB")))
    assert [(one.key[0], other.key[0]) for one, other in candidate_pairs([claim(1), near, far, others])] == [(1, 2)]


def test_claims_of_one_report_are_not_compared() -> None:
    assert not list(candidate_pairs([claim(1), claim(1, 1)]))


def test_keys_are_the_same_everywhere_and_fit_a_table() -> None:
    session = claim(1, kind="session", body="Nordic Council", ordinal=75, day=None, background=True)
    again = claim(9, kind="session", body="Council, Nordic", ordinal=75, day=None, background=True)
    assert filed_under(session) == filed_under(again) != set()
    assert filed_under(session) <= looked_up_under(session)
    assert all(-(2**63) <= key < 2**63 for key in filed_under(claim(1)))
