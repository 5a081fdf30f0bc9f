"""Gatherings of bodies that no list holds are read from the tree; what a state does at home is none."""

from collections.abc import Callable

import pytest

from communique.language.analysis import BodyMention
from communique.language.bodies.finding import find_bodies
from communique.language.parser import parse
from communique.report.anatomy import dissect
from communique.report.reading import read_paragraphs
from communique.sources.item import RawItem

Bodies = Callable[[str], tuple[BodyMention, ...]]

READ = [
    ("The 12th summit of the Nile Basin Partnership closed in Kampala on Tuesday.", "Nile Basin Partnership", 12),
    ("Chad is to host the next CEMAC summit in N'Djamena in May.", "CEMAC", None),
    ("The G7 leaders wrapped up their summit in Elmau on Tuesday.", "G7", None),
    ("The heads of state of the Sahelian community concluded their 6th summit on Friday.", "Sahelian community", 6),
    ("The Arab League convened an extraordinary session in Cairo.", "Arab League", None),
    ("Belgium will host a donors' conference in Brussels on Monday.", "donors' conference", None),
    ("Brazil will host the next gathering of BRICS leaders in 2025.", "BRICS", None),
    ("Uzbekistan hosted a summit of Turkic states in Samarkand.", "summit of Turkic states", None),
]
LEFT = [
    "The Conservative Party held its annual conference in Manchester.",
    "The Senate opened its autumn session on Monday.",
    "Workers held a meeting at the factory.",
]


@pytest.fixture(scope="module")
def bodies() -> Bodies:
    return lambda text: find_bodies(parse(read_paragraphs(dissect(RawItem(source="test", text=text)))))


@pytest.mark.parametrize(("sentence", "name", "ordinal"), READ)
def test_a_gathering_is_read(sentence: str, name: str, ordinal: int | None, bodies: Bodies) -> None:
    assert (name, ordinal) in [(body.name, body.ordinal) for body in bodies(sentence)]


@pytest.mark.parametrize("sentence", LEFT)
def test_what_meets_at_home_is_left(sentence: str, bodies: Bodies) -> None:
    assert bodies(sentence) == ()
