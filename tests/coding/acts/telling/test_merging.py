"""One act told several times is one event; acts that differ in party, day or status stay apart."""

from dataclasses import replace

import pytest

from communique.coding.acts.telling.merging import is_same_act, join, merge_events
from communique.coding.record import Body, Event, EventDate, Participant, Place
from communique.report.span import Span


def person(actor: str, country: str, role: str = "participant") -> Participant:
    return Participant(actor=actor, name=actor.title(), country=country, role=role, span=Span(0, 1))  # type: ignore[arg-type]


def day(value: str, basis: str = "stated") -> EventDate:
    return EventDate(value=value, basis=basis)  # type: ignore[arg-type]


MEETING = Event(
    id="", kind="meeting", participants=(person("ito", "JPN"), person("park", "KOR")), date=day("2024-03-05"),
    trigger=Span(10, 13), evidence=(Span(0, 40),),
)  # fmt: skip
VISIT = Event(
    id="", kind="visit", participants=(person("ito", "JPN", "guest"),), place=Place(name="Seoul", country="KOR"),
    trigger=Span(50, 57), evidence=(Span(41, 80),),
)  # fmt: skip
SESSION = Event(
    id="", kind="session", body=Body(name="Joint Commission", session="session", ordinal=4), trigger=Span(90, 97),
    evidence=(Span(81, 120),),
)  # fmt: skip

SAME = [
    ("later telling without date", MEETING, replace(MEETING, date=None, trigger=Span(200, 203))),
    ("the day of filing is no rival", MEETING, replace(MEETING, date=day("2024-03-06", "dateline"))),
    ("the month holds the day", MEETING, replace(MEETING, date=day("2024-03"))),
    ("more people", MEETING, replace(MEETING, participants=(*MEETING.participants, person("abe", "JPN")))),
    ("to the capital and to the country", VISIT, replace(VISIT, place=Place(name="South Korea", country="KOR"))),
    ("a visit without its place", VISIT, replace(VISIT, place=None)),
    ("a session by name", SESSION, replace(SESSION, body=Body(name="Joint Commission", session="meeting"))),
]  # fmt: skip
APART = [
    ("another day", MEETING, replace(MEETING, date=day("2024-03-01"))),
    ("another party", MEETING, replace(MEETING, participants=(person("ito", "JPN"), person("wang", "CHN")))),
    ("planned, not held", MEETING, replace(MEETING, status="planned")),
    ("another kind", MEETING, replace(MEETING, kind="signing")),
    ("another country", VISIT, replace(VISIT, place=Place(name="Hanoi", country="VNM"))),
    ("another visitor", VISIT, replace(VISIT, participants=(person("abe", "JPN", "guest"),))),
    ("another ordinal", SESSION, replace(SESSION, body=Body(name="Joint Commission", session="session", ordinal=5))),
    ("another body", SESSION, replace(SESSION, body=Body(name="Joint Committee", session="session", ordinal=4))),
    ("a meeting recalled from its own day", MEETING, replace(MEETING, background=True, date=day("2023-01"))),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second"), [pytest.param(a, b, id=name) for name, a, b in SAME])
def test_tellings_of_one_act_are_one(first: Event, second: Event) -> None:
    assert is_same_act(first, second)
    assert is_same_act(second, first)
    assert len(merge_events([first, second])) == 1


@pytest.mark.parametrize(("first", "second"), [pytest.param(a, b, id=name) for name, a, b in APART])
def test_different_acts_stay_apart(first: Event, second: Event) -> None:
    assert not is_same_act(first, second)
    assert not is_same_act(second, first)
    assert len(merge_events([first, second])) == 2


def test_the_joined_act_keeps_what_either_telling_says() -> None:
    first = replace(MEETING, date=day("2024-03-06", "dateline"))
    second = replace(
        MEETING, date=day("2024-03-05"), place=Place(name="Seoul", country="KOR"), evidence=(Span(300, 340),)
    )
    joined = join(first, second)
    assert joined.date is not None
    assert joined.date.value == "2024-03-05"
    assert joined.place is not None
    assert joined.place.name == "Seoul"
    assert joined.evidence == (Span(0, 40), Span(300, 340))


def test_talks_of_two_states_are_the_meeting_of_their_leaders() -> None:
    talks = Event(
        id="", kind="negotiation", trigger=Span(60, 65), evidence=(Span(41, 80),), date=day("2024-03-05", "dateline"),
        participants=(person("japan", "JPN"), person("korea", "KOR")),
    )  # fmt: skip
    assert [event.kind for event in merge_events([MEETING, talks])] == ["meeting"]
