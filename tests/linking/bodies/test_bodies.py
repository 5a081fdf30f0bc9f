"""Bodies under many names, and their ledgers."""

from typing import Any

import pytest

from communique.linking.bodies.ledger import Anniversary, SessionTold, make_ledger
from communique.linking.bodies.names import body_key, ordinal_in

BOTH = frozenset({"CHN", "RUS"})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Friendship Committee for Peace and Development", "Committee of Friendship, Peace and Development"),
        ("China-Russia Friendship Committee", "Russian-Chinese Friendship Committee"),
        ("UN General Assembly", "United Nations General Assembly"),
        ("UNGA", "U.N. General Assembly"),
        ("G7", "2023 G7 Summit"),
        ("COP26", "COP 28"),
        ("Nordic Council", "the Nordic Council"),
    ],
)
def test_names_of_one_body(one: str, other: str) -> None:
    assert body_key(one, BOTH) == body_key(other, BOTH) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("G7", "G20"), ("Nordic Council", "Baltic Council"), ("U.S.-EU Summit", "U.S.-ASEAN Summit")],
)
def test_names_of_two_bodies(one: str, other: str) -> None:
    assert body_key(one) != body_key(other)


def test_a_name_that_names_nobody_is_told_apart_by_its_sides() -> None:
    assert body_key("strategic dialogue") == ""
    assert body_key("strategic dialogue", BOTH) != body_key("strategic dialogue", frozenset({"CHN", "FRA"}))
    assert body_key("strategic dialogue", BOTH) == body_key("Strategic Dialogue", BOTH)


def test_a_number_in_a_name() -> None:
    assert ordinal_in("COP26") == 26
    assert ordinal_in("G20") is None


def _told(ordinal: int | None, day: str | None, **values: Any) -> SessionTold:
    given = {
        "name": "Friendship Committee", "first_day": day, "last_day": day, "place": None, "held": True, "chairs": (),
        "countries": ("CHN", "RUS"), "report": f"report:{ordinal}{day}",
    }  # fmt: skip
    return SessionTold(ordinal=ordinal, **{**given, **values})


def test_sessions_are_lines_and_reports_without_a_number_join_by_their_day() -> None:
    found = make_ledger([
        _told(13, "2021-10-20"), _told(14, "2023-11-29", place="Beijing", chairs=("Han Zheng",)),
        _told(None, "2023-11-30", name="Committee of Friendship"),
        _told(14, "2023-11-29", report="report:x"), _told(16, "2025-11-20"),
    ])  # fmt: skip
    assert [(one.ordinal, one.first_day) for one in found.sessions] == [
        (13, "2021-10-20"), (14, "2023-11-29"), (16, "2025-11-20"),
    ]  # fmt: skip
    assert found.sessions[1].places == ("Beijing",)
    assert found.sessions[1].chairs == ("Han Zheng",)
    assert len(found.sessions[1].reports) == 3
    assert found.names == ("Friendship Committee", "Committee of Friendship")
    assert found.sides == ("CHN", "RUS")
    assert found.remarks == ("no report tells of session 15",)
    assert found.expected == "2027-12"


def test_numbers_against_days() -> None:
    found = make_ledger([_told(2, "2024-01-10"), _told(3, "2023-01-10")])
    assert found.remarks == ("session 2 is dated 2024-01-10, after session 3 of 2023-01-10",)
    assert make_ledger([_told(2, "2023-01-10"), _told(3, "2024-01-10")]).remarks == ()


def test_a_planned_session_leaves_nothing_to_expect() -> None:
    held = [_told(number, f"{2020 + number}-05-01") for number in (1, 2, 3)]
    assert make_ledger(held).expected == "2024-04"
    assert make_ledger([*held, _told(None, "2024-06-01", held=False)]).expected is None
    assert make_ledger(held[:2]).expected is None


def test_the_year_of_foundation_by_arithmetic() -> None:
    said = [
        Anniversary(years=25, year=2022, words="the 25th anniversary", report="report:1"),
        Anniversary(years=28, year=2025, words="for 28 years", report="report:2"),
    ]
    found = make_ledger([_told(14, "2023-11-29")], said)
    assert found.founded == ((1997, 2),)
    assert found.remarks == ()
    odd = make_ledger([_told(14, "2023-11-29")], [*said, Anniversary(years=30, year=2025, words="", report="report:3")])
    assert odd.remarks == ("anniversaries give different years of foundation: 1995 (1), 1997 (2)",)
