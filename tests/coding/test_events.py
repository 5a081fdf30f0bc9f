"""Events of a whole report: one telling, one record; every value points into the text."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

REPORT = """LISBON, March 5 (Lusa) - Portuguese Prime Minister António Costa received Angolan President João Lourenço
in Lisbon on Tuesday.

Lourenço arrived in Portugal on Monday for a state visit at Costa's invitation. The two leaders signed an agreement on
fisheries.

After the meeting, Costa thanked his guest. He will travel to Luanda in May.
"""


def test_a_report_gives_each_act_once(coded: Coded) -> None:
    kinds = sorted((event.kind, event.status) for event in coded(REPORT).events)
    assert kinds == [("meeting", "held"), ("signing", "held"), ("visit", "planned"), ("visit", "under way")]


def test_host_and_guest_are_told_by_the_verb(coded: Coded) -> None:
    meeting = next(event for event in coded(REPORT).events if event.kind == "meeting")
    assert {person.name: person.role for person in meeting.participants} == {
        "António Costa": "host",
        "João Lourenço": "guest",
    }


def test_pronoun_and_month_are_resolved(coded: Coded) -> None:
    trip = next(event for event in coded(REPORT).events if event.status == "planned")
    assert [person.name for person in trip.participants] == ["António Costa"]
    assert trip.date is not None
    assert trip.date.value == "2024-05"
    assert trip.place is not None
    assert trip.place.country == "AGO"


@pytest.mark.parametrize("text", ["", "\n\n", "No words of diplomacy here.", "Talks. Talks? Talks!"])
def test_nothing_gives_nothing(text: str, coded: Coded) -> None:
    assert coded(text).events == ()


def test_every_span_lies_in_the_text(coded: Coded) -> None:
    for event in coded(REPORT).events:
        for span in (event.trigger, *event.evidence, *(person.span for person in event.participants)):
            assert 0 <= span.start < span.end <= len(REPORT)
