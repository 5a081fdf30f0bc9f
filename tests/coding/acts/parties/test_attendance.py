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


WHO = [
    (
        (
            "Jordanian King Abdullah II received Turkish Foreign Minister Hakan Fidan in Amman on Wednesday. "
            "The meeting was attended by Foreign Minister Ayman Safadi."
        ),
        {"Abdullah II": "host", "Hakan Fidan": "guest", "Ayman Safadi": "attendee"},
    ),
    (
        (
            "Polish Prime Minister Donald Tusk met Ukrainian Prime Minister Denys Shmyhal in Warsaw on Wednesday. "
            "Defence ministers Wladyslaw Kosiniak-Kamysz and Rustem Umerov took part in the talks."
        ),
        {
            "Donald Tusk": "host",
            "Denys Shmyhal": "guest",
            "Wladyslaw Kosiniak-Kamysz": "attendee",
            "Rustem Umerov": "attendee",
        },
    ),
    (
        "President Yoon Suk Yeol of South Korea held talks with visiting Angolan President Joao Lourenco on Wednesday.",
        {"Yoon Suk Yeol": None, "Joao Lourenco": None},
    ),
    (
        (
            "Algerian President Abdelmadjid Tebboune held a meeting with Tunisia's Kais Saied and Mali's Assimi Goita "
            "on Wednesday."
        ),
        {"Abdelmadjid Tebboune": None, "Kais Saied": None, "Assimi Goita": None},
    ),
]


@pytest.mark.parametrize(("text", "people"), WHO)
def test_one_meeting_holds_all_its_people(coded: Coded, text: str, people: dict[str, str | None]) -> None:
    meetings = [event for event in coded(text).events if event.kind == "meeting"]
    assert len(meetings) == 1
    found = {person.name: person.role for person in meetings[0].participants}
    assert set(found) == set(people)
    assert all(role is None or found[name] == role for name, role in people.items())
