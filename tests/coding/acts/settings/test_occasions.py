"""Encounters of a visit take its days, and its place where the words set them in the trip."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
TRIP = "Swiss Foreign Minister Ignazio Cassis will travel to Nairobi from March 10 to 12."
WITHIN = [
    "During the trip, Cassis will meet Kenyan President William Ruto.",
    "Cassis will also meet Kenyan President William Ruto.",
]
ELSEWHERE = ["Kenyan President William Ruto met Ugandan President Yoweri Museveni in Kampala on Monday."]


@pytest.mark.parametrize("sentence", WITHIN)
def test_encounters_of_a_trip(sentence: str, coded: Coded) -> None:
    meeting = next(event for event in coded(f"{TRIP} {sentence}").events if event.kind == "meeting")
    assert meeting.place is not None
    assert meeting.place.name == "Nairobi"
    assert meeting.date is not None
    assert (meeting.date.value, meeting.date.end) == ("2024-03-10", "2024-03-12")


@pytest.mark.parametrize("sentence", ELSEWHERE)
def test_encounters_of_others_keep_their_own(sentence: str, coded: Coded) -> None:
    meeting = next(event for event in coded(f"{TRIP} {sentence}").events if event.kind == "meeting")
    assert meeting.place is not None
    assert meeting.place.name == "Kampala"
    assert meeting.date is not None
    assert meeting.date.value == "2024-03-04"


def test_visit_and_meeting_of_the_same_words_share_their_place(coded: Coded) -> None:
    text = "On March 20, French President Emmanuel Macron will host Polish President Andrzej Duda for talks in Paris."
    names = {event.kind: event.place and event.place.name for event in coded(text).events}
    assert names.get("visit") == names.get("meeting") == "Paris"
