"""Formulas through time and on their ladder."""

import pytest

from communique.linking.phrases.history import Uttered, make_history
from communique.linking.phrases.ladders import rung_of


def _said(text: str, day: str, voice: str = "Ministry", family: str = "partnership") -> Uttered:
    return Uttered(text=text, family=family, voice=voice, day=day, report=f"report:{day}{voice}")


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("strategic partnership", "strategic partnership"),
        (
            "comprehensive strategic partnership of coordination for a new era",
            "comprehensive strategic partnership of coordination new era",
        ),
        ("Comprehensive Strategic Cooperative Partnership", "comprehensive strategic cooperative partnership"),
        ("partnership of equals", "partnership"),
    ],
)  # fmt: skip
def test_rungs(phrase: str, words: str) -> None:
    rung = rung_of(phrase, "partnership")
    assert rung is not None
    assert rung.words == words
    assert 1 <= rung.number <= rung.of


def test_what_has_no_ladder_has_no_rung() -> None:
    assert rung_of("strategic partnership", "warning") is None
    assert rung_of("friendship", "partnership") is None


def test_a_history() -> None:
    found = make_history(
        [
            _said("strategic partnership", "2022-03-01"), _said("Strategic Partnership", "2022-03-01", "Wire"),
            _said("comprehensive strategic partnership", "2023-05-02"), _said("partnership", "2024-01-09", "Wire"),
            _said("strategic partnership", ""),
        ],
        {"2022-03": 40, "2023-05": 20},
    )  # fmt: skip
    assert found is not None
    assert (found.first.day, found.last.day) == ("2022-03-01", "2024-01-09")
    assert found.variants[0] == ("strategic partnership", 2)
    assert found.voices == (("Ministry", 2), ("Wire", 2))
    assert [(one.month, one.reports, one.of) for one in found.months] == [
        ("2022-03", 2, 40), ("2023-05", 1, 20), ("2024-01", 1, 1),
    ]  # fmt: skip
    assert [(move.day, move.rises) for move in found.moves] == [("2023-05-02", True), ("2024-01-09", False)]
    assert found.rung is not None
    assert found.rung.words == "comprehensive strategic partnership"
    assert make_history([], {}) is None
