"""What a verb acts on decides whether a frame fits, also behind counts, packages and prepositions."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

FOUND = [
    ("Japan announced two rounds of sanctions against Russia.", "sanction"),
    ("The European Union adopted a sanctions package against Russia.", "sanction"),
    ("Norway and Peru agreed on a strategic partnership.", "relations"),
    ("Leaders of the African Union did away with the trade embargo against Niger.", "sanction"),
    ("France announced more than 9 million dollars in food aid for Yemen.", "aid"),
    ("Greece and Egypt launched ten days of naval exercises off Crete.", "military"),
]
NOT_FOUND = [
    ("Norway and Peru agreed on the agenda of a conference in Japan.", "relations"),
    ("The European Union adopted a budget package for Spain.", "sanction"),
    ("Greece and Egypt launched ten days of music off Crete.", "military"),
]


@pytest.mark.parametrize(("sentence", "kind"), FOUND)
def test_the_thing_acted_on_is_found(sentence: str, kind: str, coded: Coded) -> None:
    assert kind in [event.kind for event in coded(sentence).events]


@pytest.mark.parametrize(("sentence", "kind"), NOT_FOUND)
def test_other_things_are_left(sentence: str, kind: str, coded: Coded) -> None:
    assert kind not in [event.kind for event in coded(sentence).events]


def test_the_recipient_behind_an_amount_is_found(coded: Coded) -> None:
    report = coded("Australia announced more than 5 million dollars in humanitarian assistance for Sudan.")
    aid = next(event for event in report.events if event.kind == "aid")
    assert {(person.country, person.role) for person in aid.participants} == {("AUS", "sender"), ("SDN", "recipient")}


def test_rounds_carry_the_parties_of_their_talks(coded: Coded) -> None:
    report = coded("Ethiopia and Egypt held a new round of talks on the dam in Cairo.")
    talks = next(event for event in report.events if event.kind == "negotiation")
    assert {person.country for person in talks.participants} == {"ETH", "EGY"}


@pytest.mark.parametrize(
    ("sentence", "sender", "recipient"),
    [
        ("In a letter to President Sisi of Egypt, Prime Minister Abiy of Ethiopia welcomed the offer.", "ETH", "EGY"),
        (
            "Prime Minister Abiy of Ethiopia told President Sisi of Egypt in a letter that the dam is full.",
            "ETH",
            "EGY",
        ),
    ],
)
def test_a_letter_tells_who_wrote_to_whom(sentence: str, sender: str, recipient: str, coded: Coded) -> None:
    message = next(event for event in coded(sentence).events if event.kind == "message")
    assert {(person.country, person.role) for person in message.participants} == {
        (sender, "sender"), (recipient, "recipient"),
    }  # fmt: skip
