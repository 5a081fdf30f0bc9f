"""Who takes part is found through lists, appositions, counts, adjectives and groups of states."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

CASES = [
    (
        "Danish Minister Rasmussen met with Swedish Minister Tobias Billström, Norwegian Minister Espen Barth Eide.",
        "meeting",
        {"Rasmussen", "Tobias Billström", "Espen Barth Eide"},
    ),
    ("Iran-Iraq talks on the border resumed in Baghdad on Monday.", "negotiation", {"Iran", "Iraq"}),
    (
        "The governments of Kenya and Uganda signed an agreement on trade in Nairobi.",
        "signing",
        {"Kenya", "Uganda"},
    ),
    (
        "Poland's Andrzej Duda held separate talks with King Felipe VI of Spain and French President Macron.",
        "meeting",
        {"Andrzej Duda", "Felipe VI", "Macron"},
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "names"), CASES)
def test_the_parties_are_found(sentence: str, kind: str, names: set[str], coded: Coded) -> None:
    events = [event for event in coded(sentence).events if event.kind == kind]
    assert {person.name for event in events for person in event.participants} == names


def test_separate_talks_are_two_meetings(coded: Coded) -> None:
    events = coded(CASES[3][0]).events
    assert [len(event.participants) for event in events if event.kind == "meeting"] == [2, 2]


def test_a_state_named_only_by_an_adjective_is_an_actor_of_the_record(coded: Coded) -> None:
    record = coded("Russian-Turkish talks on grain took place in Sochi on Monday.")
    known = {actor.id for actor in record.actors}
    taking_part = {person.actor for event in record.events for person in event.participants}
    assert len(taking_part) == 2
    assert taking_part <= known
