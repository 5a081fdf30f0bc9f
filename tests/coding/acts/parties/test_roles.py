"""Who is host and who is guest is told by soil, by visits and by invitation."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

CASES = [
    (
        "French President Emmanuel Macron met with German Chancellor Olaf Scholz in Berlin.",
        {"Olaf Scholz": "host", "Emmanuel Macron": "guest"},
    ),
    (
        "French President Emmanuel Macron met with German Chancellor Olaf Scholz in Geneva.",
        {"Olaf Scholz": "participant", "Emmanuel Macron": "participant"},
    ),
    (
        (
            "U.S. Envoy Tim Lenderking concluded his visit to Yemen on Monday. During the trip, Lenderking met with"
            " Yemeni Prime Minister Maeen Abdulmalik."
        ),
        {"Tim Lenderking": "guest", "Maeen Abdulmalik": "host"},
    ),
    (
        (
            "On March 12, Emmanuel Macron will hold talks with Polish Prime Minister Donald Tusk, who will arrive in"
            " France on an official visit."
        ),
        {"Emmanuel Macron": "host", "Donald Tusk": "guest"},
    ),
]


@pytest.mark.parametrize(("text", "roles"), CASES)
def test_roles_of_a_meeting(text: str, roles: dict[str, str], coded: Callable[[str], CodedReport]) -> None:
    meeting = next(event for event in coded(text).events if event.kind == "meeting")
    assert {person.name: person.role for person in meeting.participants} == roles
