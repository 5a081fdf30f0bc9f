"""The day and the place of an act are those its own words give, not those of what is talked about beside it."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport, Event

Coded = Callable[[str], CodedReport]


def only(record: CodedReport, kind: str) -> Event:
    found = [event for event in record.events if event.kind == kind]
    assert len(found) == 1, [event.kind for event in record.events]
    return found[0]


DATES = [
    (
        (
            "Chile and Peru signed an accord on Monday, a day after a meeting between Chilean President Ana Costa and"
            " Peruvian President Luis Soto."
        ),
        "meeting", "2024-03-03",
    ),
    ("French President Emmanuel Macron met German Chancellor Olaf Scholz earlier in the day.", "meeting", "2024-03-06"),
]  # fmt: skip
DATES += [
    ("French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris on Monday.", "meeting", "2024-03-04"),
    (
        (
            "On March 12, Emmanuel Macron will hold talks with Polish Prime Minister Donald Tusk, who will arrive in"
            " France on an official visit."
        ),
        "visit",
        "2024-03-12",
    ),
    (
        "On June 28, German Chancellor Olaf Scholz will travel to Madrid for the 2024 NATO Summit.",
        "session",
        "2024-06-28",
    ),
]
PLACES = [
    ("Polish President Andrzej Duda met Kenyan President William Ruto in the Kenyan capital.", "meeting", "Nairobi"),
    (
        "French President Emmanuel Macron met Kenyan President William Ruto on the sidelines of a summit in Dubai.",
        "meeting", "Dubai",
    ),
    ("Austrian President Anna Moser arrived in Lima and met Peruvian President Luis Soto there.", "meeting", "Lima"),
]  # fmt: skip
PLACES += [
    ("French President Emmanuel Macron met German Chancellor Olaf Scholz in Paris.", "meeting", "Paris"),
    (
        ("Indian Prime Minister Narendra Modi flies to Rome, where he will be received by Italian Prime Minister"
        " Giorgia Meloni."),
        "meeting",
        "Rome",
    ),
    ("French President Emmanuel Macron met Kenyan President William Ruto at the COP28 summit in Dubai.", "meeting",
     "Dubai"),
]  # fmt: skip
UNPLACED = [
    (
        (
            "French President Emmanuel Macron met Kenyan President William Ruto to exchange views on restoring"
            " stability in Somalia."
        ),
        "meeting",
    ),
    ("French President Emmanuel Macron met Kenyan President William Ruto about security in West Africa.", "meeting"),
    (
        "German Chancellor Olaf Scholz spoke by phone with French President Emmanuel Macron about peace in Ukraine.",
        "call",
    ),
]


@pytest.mark.parametrize(("text", "kind", "day"), DATES)
def test_date(text: str, kind: str, day: str, coded: Coded) -> None:
    date = only(coded(text), kind).date
    assert date is not None
    assert date.value == day


@pytest.mark.parametrize(("text", "kind", "name"), PLACES)
def test_place(text: str, kind: str, name: str, coded: Coded) -> None:
    place = only(coded(text), kind).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(("text", "kind"), UNPLACED)
def test_place_of_a_topic_is_not_taken(text: str, kind: str, coded: Coded) -> None:
    assert only(coded(text), kind).place is None
