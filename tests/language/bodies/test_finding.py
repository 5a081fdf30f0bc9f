"""Bodies and sessions are named as the report names them, and organs of one state are none."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.analysis import BodyMention
from communique.language.bodies.finding import find_bodies
from communique.language.bodies.names import ordinal_before
from communique.language.parser import parse
from communique.language.words import Word
from communique.report.anatomy import dissect
from communique.report.reading import read_paragraphs
from communique.sources.item import RawItem

Found = list[tuple[str | None, str | None, int | None]]


@pytest.fixture(scope="module")
def bodies() -> Callable[[str], tuple[BodyMention, ...]]:
    return lambda text: find_bodies(parse(read_paragraphs(dissect(RawItem(source="test", text=text)))))


NAMED: list[tuple[str, Found]] = [
    (
        "The 12th session of the Kenya-Uganda Joint Ministerial Commission opened in Kampala.",
        [("Kenya-Uganda Joint Ministerial Commission", "session", 12)],
    ),
    (
        "The ninth Canada-Chile Strategic Dialogue was held in Ottawa.",
        [("Canada-Chile Strategic Dialogue", None, 9)],
    ),
    (
        "Delegates met for the 3rd Plenary Session of the Committee for Trade and Investment in Lima.",
        [("Committee for Trade and Investment", "Plenary Session", 3)],
    ),
    ("She spoke at the 31st APEC Economic Leaders' Meeting.", [("APEC", "Economic Leaders' Meeting", 31)]),
    (
        "The twenty-first meeting of the Joint Fisheries Committee closed.",
        [("Joint Fisheries Committee", "meeting", 21)],
    ),
    ("He will travel to the BRICS summit in Kazan.", [("BRICS", "summit", None)]),
    ("They held a fourth round of talks in Geneva.", [(None, "round", 4)]),
    ("He will attend COP29 in Baku.", [("COP29", None, 29)]),
    ("The XXV Caspian Economic Forum opened in Baku.", [("Caspian Economic Forum", None, 25)]),
    ("Ministers attended the UN General Assembly (79th session).", [("UN General Assembly", "session", 79)]),
    ("The Quad was founded in 2007.", [("Quad", None, None)]),
    ("The upcoming Munich Security Conference was discussed.", [("Munich Security Conference", None, None)]),
]

LATER: list[tuple[str, Found]] = [
    (
        "The Laos-Thailand Joint Boundary Commission gathered for its 14th meeting. The commission set a budget.",
        [
            ("Laos-Thailand Joint Boundary Commission", None, None),
            ("Laos-Thailand Joint Boundary Commission", "meeting", 14),
            ("Laos-Thailand Joint Boundary Commission", None, None),
        ],
    ),
    (
        "The fifth session of the Joint Cooperation Council (JCC) ended. Accra will host the sixth session of the JCC.",
        [("Joint Cooperation Council", "session", 5), ("Joint Cooperation Council", "session", 6)],
    ),
    (
        "Leaders of the Caribbean Community (CARICOM) arrived. The bloc's 47th summit begins on Monday.",
        [("Caribbean Community", "summit", 47)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NAMED + LATER)
def test_bodies_are_named_with_session_and_ordinal(
    bodies: Callable[[str], tuple[BodyMention, ...]], text: str, expected: Found
) -> None:
    found = [(body.name, body.session, body.ordinal) for body in bodies(text)]
    assert [entry for entry in expected if entry not in found] == [], found


@pytest.mark.parametrize(
    "text",
    [
        "The Senate Foreign Relations Committee met on Tuesday.",
        "The National Security Council advised the president.",
        "The European Commission announced new rules.",
        "The second round of the election is on Sunday.",
        "The two presidents had their second meeting.",
        "A third round of voting was needed.",
        "He held a press conference after the match.",
        "They welcomed the strategic partnership of the two countries.",
    ],
)
def test_what_is_no_body_between_states_is_left(bodies: Callable[[str], tuple[BodyMention, ...]], text: str) -> None:
    assert bodies(text) == ()


def test_sides_come_from_the_name(bodies: Callable[[str], tuple[BodyMention, ...]]) -> None:
    (body,) = bodies("The Japan-Brazil Economic Forum opened on Monday.")
    assert set(body.countries) == {"JPN", "BRA"}


def test_spans_point_at_the_words(bodies: Callable[[str], tuple[BodyMention, ...]]) -> None:
    text = "On Friday the 8th session of the Peru-Chile Joint Commission was held."
    (body,) = bodies(text)
    assert body.span.of(text) == "8th session of the Peru-Chile Joint Commission"
    assert body.head.text == "session"


@given(number=st.integers(min_value=1, max_value=399))
def test_ordinals_in_figures_are_read(number: int) -> None:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    text = f"{number}{suffix}"
    word = Word(0, text, text, "JJ", "ADJ", "amod", "ORDINAL", True, 0, len(text))
    assert ordinal_before([word], 1, 0) == (number, 0)
