"""A headline inside the text does not tell an act twice, yet tells it where the story does not."""

from collections.abc import Callable

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
STORY = (
    "ROME, March 5 (ANSA) - Italian President Sergio Mattarella received Albanian President Bajram Begaj on Tuesday."
)


def test_a_headline_echoes_the_story(coded: Coded) -> None:
    events = coded(f"Mattarella meets Albanian president in Rome\n\n{STORY}").events
    assert [event.kind for event in events] == ["meeting"]


def test_a_group_holds_no_capacity(coded: Coded) -> None:
    events = coded(
        "Irish Prime Minister Leo Varadkar met with representatives of the European Parliament in Dublin."
    ).events
    assert [person.capacity for person in events[0].participants] == ["Prime Minister", None]
