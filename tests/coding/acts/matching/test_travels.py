"""A journey is a visit wherever the words lead it: verbs of motion, being somewhere, tours, vehicles, invitations."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

LED = [
    ("French President Emmanuel Macron is in Berlin for talks with Chancellor Olaf Scholz.", ["Berlin"], "under way"),
    ("Iranian Foreign Minister Hossein Amir-Abdollahian is due in Muscat on Thursday.", ["Muscat"], "planned"),
    ("Brazilian President Lula da Silva is scheduled to be in Lisbon from Monday.", ["Lisbon"], "planned"),
    ("Kenyan President William Ruto flew home from Tokyo on Saturday.", ["Tokyo"], "held"),
    ("The Japanese prime minister, Fumio Kishida, left Seoul for home on Tuesday.", ["Seoul"], "held"),
    ("US envoy Tom Barrack took a plane to Beirut on Monday.", ["Beirut"], "held"),
    ("Mexican Foreign Minister Alicia Barcena will lead a delegation to Ottawa next week.", ["Ottawa"], "planned"),
    ("Polish President Andrzej Duda made a brief stopover in Anchorage.", ["Anchorage"], "held"),
    ("Ukrainian President Volodymyr Zelensky scrapped a trip to Berlin after the attack.", ["Berlin"], "cancelled"),
    (
        "Greek Prime Minister Kyriakos Mitsotakis became the first European leader to visit Tripoli since the war.",
        ["Tripoli"],
        "held",
    ),
    (
        "Russian Foreign Minister Sergey Lavrov began an African tour that includes Egypt, Uganda and Ethiopia.",
        ["Egypt", "Uganda", "Ethiopia"],
        "under way",
    ),
    (
        "German Foreign Minister Annalena Baerbock is on an Asian tour that will take her to Singapore and Malaysia.",
        ["Singapore", "Malaysia"],
        "under way",
    ),
    (
        "Malaysian Prime Minister Anwar Ibrahim invited President Ferdinand Marcos Jr to Kuala Lumpur.",
        ["Kuala Lumpur"],
        "proposed",
    ),
]
NOWHERE = [
    "The foreign ministers of Egypt and Jordan were in agreement on Tuesday in Cairo.",
    "India on Monday asked six Canadian diplomats to leave the country by Saturday.",
    "US President Joe Biden reached a deal with Mexico in Washington.",
    "The sanctions are leaving Russia weaker, US Secretary of State Antony Blinken said.",
]


def visits(record: CodedReport) -> list[tuple[str | None, str]]:
    return [
        (event.place.name if event.place else None, event.status) for event in record.events if event.kind == "visit"
    ]


@pytest.mark.parametrize(("sentence", "places", "status"), LED)
def test_a_journey_leads_somewhere(sentence: str, places: list[str], status: str, coded: Coded) -> None:
    assert visits(coded(sentence)) == [(place, status) for place in places]


@pytest.mark.parametrize("sentence", NOWHERE)
def test_words_of_motion_alone_are_no_visit(sentence: str, coded: Coded) -> None:
    assert visits(coded(sentence)) == []


def test_an_arrival_may_leave_out_its_place(coded: Coded) -> None:
    record = coded(
        "The Finnish president, Alexander Stubb, who arrived on Tuesday, was received by the King of Sweden."
    )
    assert (None, "under way") in visits(record)


def test_who_is_invited_travels_and_not_who_invites(coded: Coded) -> None:
    text = "Norwegian Foreign Minister Espen Barth Eide extended an invitation to the Thai premier to visit Oslo."
    (visit,) = [event for event in coded(text).events if event.kind == "visit"]
    assert [(person.name, person.role) for person in visit.participants] == [("Thai premier", "guest")]


def test_a_tour_told_without_a_traveller_is_that_of_the_sentence_before(coded: Coded) -> None:
    text = "Argentine President Javier Milei will travel to Rome in May. Visits to Paris and Madrid are to follow."
    found = [event for event in coded(text).events if event.kind == "visit"]
    assert {person.name for event in found for person in event.participants} == {"Javier Milei"}
