"""Those told to be present join the act as attendees, chairs as chairs, inviters as inviters."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
MEETING = "Vietnamese President To Lam received Cuban Foreign Minister Bruno Rodríguez in Hanoi on Tuesday."
PRESENT = [
    "The meeting was attended by Foreign Minister Bùi Thanh Sơn.",
    "On hand was Foreign Minister Bùi Thanh Sơn.",
    "Foreign Minister Bùi Thanh Sơn attended the meeting.",
]


@pytest.mark.parametrize("sentence", PRESENT)
def test_attendees(sentence: str, coded: Coded) -> None:
    meeting = next(event for event in coded(f"{MEETING} {sentence}").events if event.kind == "meeting")
    assert [person.name for person in meeting.participants if person.role == "attendee"] == ["Bùi Thanh Sơn"]


def test_nobody_attends_unless_told(coded: Coded) -> None:
    text = f"{MEETING} Foreign Minister Bùi Thanh Sơn praised the results."
    meeting = next(event for event in coded(text).events if event.kind == "meeting")
    assert all(person.role != "attendee" for person in meeting.participants)


def test_companions_join_every_leg_of_a_tour(coded: Coded) -> None:
    text = (
        "British Foreign Secretary David Cameron travelled to Serbia and Romania on Tuesday. "
        "He was accompanied by Minister Leo Docherty."
    )
    visits = [event for event in coded(text).events if event.kind == "visit"]
    assert len(visits) == 2
    for visit in visits:
        assert [p.name for p in visit.participants if p.role == "attendee"] == ["Leo Docherty"]


def test_inviters(coded: Coded) -> None:
    text = "Kenyan President William Ruto will visit Warsaw at the invitation of Polish President Andrzej Duda."
    visit = next(event for event in coded(text).events if event.kind == "visit")
    assert visit.invitation_by == "Andrzej Duda"
