"""Sessions are told by being held, attended or dated; a body that is only spoken of convenes nothing."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

HELD = [
    ("The fifth session of the Algeria-Tunisia Joint Commission was held in Tunis on Monday.", 5, "held"),
    ("Canada and Norway took part in the 12th Arctic Council Ministerial Meeting in Reykjavik.", 12, "held"),
    (
        "The 7th Tokyo International Conference on African Development will open in Yokohama in August, Kenya said.",
        7,
        "planned",
    ),
    ("Peru will host the 31st APEC Summit in Lima in November.", 31, "planned"),
    ("The third meeting of the Chile-India Joint Commission was postponed until May.", 3, "postponed"),
]
CONVENED = [
    ("The UN Security Council is expected to discuss Libya next month, the Italian ambassador said.", "planned"),
    ("UN envoy Geir Pedersen briefed the Security Council on Syria on Tuesday.", "held"),
    ("The EU foreign ministers gathered in Brussels on Monday for the Foreign Affairs Council.", "held"),
    ("The Arab League convened an extraordinary session in Cairo on Monday at the request of Egypt.", "held"),
]
SPOKEN_OF = [
    "The Joint Commission of Brazil and Portugal deserves more money, the two ministers said.",
    "Chilean President Gabriel Boric and Indian Prime Minister Narendra Modi praised the work of the G20.",
]


@pytest.mark.parametrize(("sentence", "status"), CONVENED)
def test_a_body_that_acts_or_comes_together_is_in_session(sentence: str, status: str, coded: Coded) -> None:
    assert [event.status for event in coded(sentence).events if event.kind == "session"] == [status]


def test_a_meeting_at_a_summit_is_no_coming_together_of_the_summit(coded: Coded) -> None:
    kinds = [e.kind for e in coded("French President Emmanuel Macron met Xi Jinping at the G20 summit in Rome.").events]
    assert kinds.count("meeting") == 1


@pytest.mark.parametrize(("sentence", "ordinal", "status"), HELD)
def test_a_session_has_its_ordinal_and_status(sentence: str, ordinal: int, status: str, coded: Coded) -> None:
    sessions = [event for event in coded(sentence).events if event.kind == "session"]
    assert [(event.body and event.body.ordinal, event.status) for event in sessions] == [(ordinal, status)]


@pytest.mark.parametrize("sentence", SPOKEN_OF)
def test_a_body_that_is_spoken_of_convenes_nothing(sentence: str, coded: Coded) -> None:
    assert not [event for event in coded(sentence).events if event.kind == "session"]


def test_delegates_of_a_session_are_met_not_convened(coded: Coded) -> None:
    text = (
        "Kenyan President William Ruto met with delegates of the second session of the Kenya-Italy Friendship "
        "Committee in Nairobi on Wednesday."
    )
    events = coded(text).events
    assert [event.kind for event in events] == ["meeting"]
    assert events[0].body is not None
    assert (events[0].body.name, events[0].body.ordinal) == ("Kenya-Italy Friendship Committee", 2)
