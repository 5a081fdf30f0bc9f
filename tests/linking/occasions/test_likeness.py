"""What speaks for one occasion and against it."""

from typing import Any

import pytest

from communique.linking.occasions import compare_claims

from .make import DNK, NOR, claim, party

EIDE, RASMUSSEN = party("Barth Eide", "NOR"), party("Lars Rasmussen", "DNK")


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ({}, {}, True),
        ({}, {"parties": (EIDE, RASMUSSEN)}, True),
        ({}, {"parties": (party("Norway", "NOR", person=False), party("Denmark", "DNK", person=False))}, True),
        ({}, {"status": "planned", "published": "2024-05-10"}, True),
        ({}, {"day": None}, True),
        ({"place": "Oslo", "place_country": "NOR"}, {"place": "Oslo", "place_country": "NOR"}, True),
        ({"kind": "call", "mode": "phone"}, {"kind": "call", "mode": "phone", "day": "2024-05-15"}, True),
        ({}, {"day": "2024-05-17"}, False),
        ({}, {"parties": (NOR, party("Emmanuel Macron", "FRA"))}, False),
        ({}, {"parties": (NOR, party("Mette Frederiksen", "DNK"))}, False),
        ({}, {"kind": "call", "mode": "phone"}, False),
        (
            {"place": "Oslo", "place_country": "NOR"},
            {"place": "Paris", "place_country": "FRA", "day": "2024-05-15"},
            False,
        ),
        (
            {"kind": "session", "body": "Nordic Council", "ordinal": 75},
            {"kind": "session", "body": "Nordic Council", "ordinal": 76},
            False,
        ),
        (
            {"kind": "session", "body": "Committee of Friendship, Peace and Development", "ordinal": 14, "day": None},
            {"kind": "session", "body": "Friendship Committee for Peace and Development", "ordinal": 14, "day": None},
            True,
        ),
    ],
)  # fmt: skip
def test_two_claims(one: dict[str, Any], other: dict[str, Any], is_one: bool) -> None:
    found = compare_claims(claim(1, **one), claim(2, **other))
    assert found.is_one == is_one, found
    assert found == compare_claims(claim(1, **one), claim(2, **other))
    assert found.score == sum(reason.weight for reason in found.reasons)
    assert all(reason.told for reason in found.reasons)


def test_the_session_and_the_reception_of_its_delegates_stay_two() -> None:
    session = claim(1, kind="session", body="Friendship Committee", ordinal=14)
    assert not compare_claims(session, claim(2)).is_one
    assert compare_claims(session, claim(2, kind="session", body="Friendship Committee")).is_one


def test_two_sessions_of_one_body_on_one_day_with_one_chairman_stay_two() -> None:
    morning = claim(1, kind="session", body="Friendship Committee", ordinal=14)
    afternoon = claim(2, kind="session", body="Committee of Friendship", ordinal=15)
    assert not compare_claims(morning, afternoon).is_one


def test_a_full_name_stands_against_a_wrong_country() -> None:
    found = compare_claims(claim(1), claim(2, parties=(NOR, party(DNK.name, "NOR"))))
    assert found.is_one, found


def test_the_order_of_two_claims_is_no_matter() -> None:
    one, other = claim(1, place="Oslo"), claim(2, day=None, parties=(NOR,))
    assert compare_claims(one, other) == compare_claims(other, one)
