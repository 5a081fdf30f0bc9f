"""English is known as English, and nothing else passes for it."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from communique.report.tongues import language_of

TEXTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("data").joinpath("tongues.toml").read_text(encoding="utf-8")
)["texts"]


@pytest.mark.parametrize("known", TEXTS, ids=lambda known: "/".join(known["is"]) + " " + known["text"][:20])
def test_the_language_is_told_or_left_open(known: dict[str, Any]) -> None:
    assert language_of(known["text"]) in (*known["is"], None)


def test_most_languages_are_told() -> None:
    told = sum(language_of(known["text"]) in known["is"] for known in TEXTS)
    assert told >= 0.9 * len(TEXTS)


@pytest.mark.parametrize("text", ["", "123", "Oslo", "—\n\n—"])
def test_too_little_tells_nothing(text: str) -> None:
    assert language_of(text) is None


def test_a_menu_before_the_story_does_not_decide() -> None:
    story = next(known["text"] for known in TEXTS if known["is"] == ["fr"])
    menu = "Home\nWorld\nPolitics and the economy\nSport for all\nSign in\n"
    assert language_of(f"{menu}\n{story}") == "fr"
