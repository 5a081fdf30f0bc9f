"""Diplomacy passes, other matter is let go, and the reason says why."""

import json
from pathlib import Path

import pytest

from communique.report.triage import triage

GOLD = Path(__file__).parents[3] / "gold"

DIPLOMACY = [
    ("Xi meets Tokayev in Astana", ""),
    (None, "OSLO, May 14 -- Norwegian Foreign Minister Espen Barth Eide met his Danish counterpart on Tuesday."),
    (None, "The ambassador presented his credentials to the King of Jordan."),
    ("Readout of the call", "The President spoke today with Prime Minister Kishida of Japan about Taiwan."),
    (None, "U.S. and Iranian negotiators resumed talks in Geneva on the nuclear programme."),
]
OTHER = [
    (
        None,
        "The striker scored twice as Ashford beat Denton 3-1 on Saturday. The manager praised the young goalkeeper.",
    ),
    (None, "Preheat the oven to 180C. Beat the butter and sugar until pale, then fold in the flour and two eggs."),
    ("Rain on the way", "Rain will spread overnight with winds of up to 40 mph. The weekend looks brighter."),
    (None, "We use cookies to improve your experience. Accept all or manage your preferences. Subscribe now."),
    ("Library hours", "The council voted to extend the opening hours of the library and to resurface two roads."),
    ("", ""),
]


@pytest.mark.parametrize(("headline", "text"), DIPLOMACY)
def test_diplomacy_passes(headline: str | None, text: str) -> None:
    verdict = triage(headline, text)
    assert verdict.passes
    assert 0 <= verdict.score <= 1
    assert any(family in verdict.reason for family in ("states", "peoples", "offices", "acts"))


@pytest.mark.parametrize(("headline", "text"), OTHER)
def test_other_matter_is_let_go(headline: str | None, text: str) -> None:
    assert not triage(headline, text).passes


def test_the_reason_names_the_words() -> None:
    assert "states (norway, oslo" in triage(None, "Norway opened an embassy in Oslo's twin city.").reason
    assert triage(None, "Bake it for long.").reason == "no state, no word of diplomacy"


def test_words_inside_words_do_not_count() -> None:
    assert triage(None, "A romantic chadar, a nigerseed loaf and malice.").reason == "no state, no word of diplomacy"


@pytest.mark.parametrize("part", ["open", "kept_apart", "new"])
def test_every_story_of_our_own_with_an_event_passes(part: str) -> None:
    stories = {
        one["id"]: one
        for one in map(json.loads, (GOLD / f"{part}_reports.jsonl").read_text(encoding="utf-8").splitlines())
    }
    coded = map(json.loads, (GOLD / f"{part}_gold.jsonl").read_text(encoding="utf-8").splitlines())
    told = [stories[one["id"]] for one in coded if one["events"]]
    assert told
    assert [one["id"] for one in told if not triage(one.get("headline"), one["text"]).passes] == []
