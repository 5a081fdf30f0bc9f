"""Contacts of two countries by month and level."""

import pytest

from communique.linking.dyads.contacts import Contact, count_contacts, last_and_next


def _contact(
    day: str | None, one: str, other: str, *, kind: str = "call", held: bool = True, off: bool = False
) -> Contact:  # fmt: skip
    name = f"o:{day}{one}{other}{kind}"
    return Contact(name=name, kind=kind, first_day=day, held=held, called_off=off, one=(one,), other=(other,))


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("President", "Prime Minister", "heads"),
        ("President", "Foreign Minister", "ministers"),
        ("Secretary of State", "Minister of Foreign Affairs", "ministers"),
        ("Vice President", "President", "others"),
        ("Deputy Foreign Minister", "Foreign Minister", "others"),
        ("King", "Crown Prince", "heads"),
        ("ambassador", "President", "others"),
        ("Deputy Secretary of State", "President", "others"),
    ],
)
def test_both_sides_meet_at_the_level_of_the_lower(one: str, other: str, level: str) -> None:
    assert _contact("2024-05-06", one, other).level == level
    assert _contact("2024-05-06", other, one).level == level


def test_counts_and_what_is_next() -> None:
    contacts = [
        _contact("2024-05-06", "President", "President"), _contact("2024-05-20", "President", "King"),
        _contact("2024-06-01", "ambassador", "aide", kind="meeting"),
        _contact("2024-08-01", "President", "President", kind="visit", held=False),
        _contact("2024-07-15", "President", "President", kind="visit", held=False, off=True),
        _contact(None, "President", "President"),
    ]  # fmt: skip
    counted = [(one.month, one.level, one.kind, one.contacts) for one in count_contacts(contacts)]
    assert counted == [("2024-05", "heads", "call", 2), ("2024-06", "others", "meeting", 1)]
    last, coming = last_and_next(contacts, on="2024-06-30")
    assert last is not None
    assert coming is not None
    assert (last.first_day, coming.first_day) == ("2024-06-01", "2024-08-01")
    assert last_and_next([], on="2024-06-30") == (None, None)
