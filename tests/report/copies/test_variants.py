"""What outlets do to a story: variants of the stories beside the gold are found and called copies."""

import json
import re
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

import pytest

from communique.report.copies import CopyIndex, compare, signature_of

GOLD = Path(__file__).parents[3] / "gold"
_DATELINE = re.compile(r"\A[^\n]{2,60}?(?:\([^)\n]{2,20}\) ?(?:--|-|–|:)?|--| – )\s*")
_EDITS = (
    ("also said", "added"),
    ("In the course of the talks", "During the talks"),
    ("voiced", "expressed"),
    ("going to", "set to"),
    ("underlined", "stressed"),
    ("on the sidelines of", "alongside"),
    ("welcomed", "hailed"),
    ("talks with", "a meeting with"),
)
_OWN = (
    "The agency's correspondents will follow the visit over the coming days, and officials on both sides expect "
    "further contacts at the level of experts before the end of the season, as earlier rounds had been held by "
    "video link."
)


def stories() -> dict[str, str]:
    """The texts of the project's own stories by their ids."""
    lines = [line for path in sorted(GOLD.glob("*_reports.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return {report["id"]: report["text"] for report in map(json.loads, lines)}


def typographic(text: str) -> str:
    """Curly quotes and long dashes."""
    text = re.sub(r'"(?=\w)', "“", text).replace('"', "”").replace("'", "’")
    return text.replace(" -- ", " — ")


def other_dateline(text: str) -> str:
    """Another agency's dateline, or one where there was none."""
    return f"GENEVA (Reuters) - {_DATELINE.sub('', text, count=1)}"


def with_headline_and_credits(text: str) -> str:
    """The text as another outlet's page had it around the story."""
    return f"Ties on the agenda as leaders meet\n\nBy Staff Writer\n\n{text}\n\n(Editing by the night desk)"


def tail_cut(text: str) -> str:
    """The last third of the paragraphs cut off, as editors do."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(paragraphs[: max(1, -(-len(paragraphs) * 2 // 3))])


def paragraph_added(text: str) -> str:
    """A paragraph of the outlet's own put in the middle."""
    paragraphs = text.split("\n\n")
    middle = max(1, len(paragraphs) // 2)
    return "\n\n".join([*paragraphs[:middle], _OWN, *paragraphs[middle:]])


def lightly_edited(text: str) -> str:
    """A word here and there, and American spelling made British."""
    for old, new in _EDITS:
        text = text.replace(old, new, 1)
    return text.replace("center", "centre").replace("defense", "defence").replace("program ", "programme ")


def in_one_line(text: str) -> str:
    """Paragraphs run together, as feeds do."""
    return " ".join(text.split())


def everything_at_once(text: str) -> str:
    """Edited, cut, with a headline, credits and quotes of its own."""
    return with_headline_and_credits(typographic(lightly_edited(tail_cut(text))))


VARIANTS: Mapping[str, Callable[[str], str]] = {
    made.__name__: made
    for made in (
        typographic,
        other_dateline,
        with_headline_and_credits,
        tail_cut,
        paragraph_added,
        lightly_edited,
        in_one_line,
        everything_at_once,
    )
}

STORIES = stories()


@pytest.mark.parametrize("made", VARIANTS)
def test_variants_are_found_and_called_copies(made: str) -> None:
    index = CopyIndex()
    for report, text in STORIES.items():
        index.add(report, signature_of(text))
    variants = {report: VARIANTS[made](text) for report, text in STORIES.items()}
    assert sum(variants[report] != text for report, text in STORIES.items()) > len(STORIES) / 3
    unfound = [
        report for report, variant in variants.items() if report not in index.candidates(signature_of(variant))[:1]
    ]
    assert not unfound
    missed = [report for report, variant in variants.items() if not compare(STORIES[report], variant).is_copy]
    assert len(missed) <= len(STORIES) * 0.02, missed


def test_the_order_of_the_two_does_not_matter() -> None:
    for text in list(STORIES.values())[:20]:
        variant = everything_at_once(text)
        assert compare(text, variant) == compare(variant, text)


def test_other_stories_are_no_candidates() -> None:
    bands = {report: set(signature_of(text).bands) for report, text in STORIES.items()}
    assert [(one, other) for one, other in combinations(bands, 2) if bands[one] & bands[other]] == []


def test_a_copy_after_a_week_is_none() -> None:
    text = next(iter(STORIES.values()))
    assert compare(text, text, days_apart=7).is_copy
    late = compare(text, text, days_apart=-8)
    assert not late.is_copy
    assert late.reason == "they were published 8 days apart"
