"""Lines on pages become paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.sources.paragraphs import join_pages

FILLED = "The envoys of the two countries met in the capital on the second day of the"

# pages of lines, the text
JOINED: list[tuple[list[list[str]], str]] = [
    ([[FILLED, "month. They left."]], f"{FILLED} month. They left."),
    ([[FILLED, "month.", FILLED, "week."]], f"{FILLED} month.\n\n{FILLED} week."),
    ([["Talks in Oslo", FILLED, "month."]], f"Talks in Oslo\n\n{FILLED} month."),
    ([[FILLED + " negotia-", "tions."]], f"{FILLED} negotiations."),
    ([[FILLED + " negotia\xad", "tions."]], f"{FILLED} negotiations."),
    ([[FILLED + " vice-", "president."]], f"{FILLED} vice-president."),
    ([[FILLED + " Anglo-", "Irish treaty."]], f"{FILLED} Anglo-Irish treaty."),
    ([["The follow-up came; " + FILLED + " follow-", "up talks."]], f"The follow-up came; {FILLED} follow-up talks."),
    ([[FILLED], ["month."]], f"{FILLED} month."),
    ([[FILLED + " negotia-"], ["", "tions."]], f"{FILLED} negotiations."),
    ([[FILLED + ":", "• trade", "• fishing"]], f"{FILLED}:\n\n• trade\n\n• fishing"),
    ([["One."], ["", "Two."], []], "One.\n\nTwo."),
    ([[FILLED, "", "and so on."]], f"{FILLED}\n\nand so on."),
    ([], ""),
]


@pytest.mark.parametrize(("pages", "text"), JOINED)
def test_lines_are_joined(pages: list[list[str]], text: str) -> None:
    assert join_pages(pages) == text


def test_what_recurs_at_the_top_and_foot_of_pages_is_left_out() -> None:
    pages = [["Ministry of Foreign Affairs", f"{word} {FILLED}", "week.", f"Page {n} of 3"]
             for n, word in enumerate(("First,", "Second,", "Third,"), start=1)]  # fmt: skip
    text = join_pages(pages)
    assert "Ministry" not in text
    assert "Page" not in text
    assert text.count(FILLED) == 3


def test_a_single_page_keeps_all_but_its_number() -> None:
    assert join_pages([["Ministry of Foreign Affairs", "Envoys met.", "- 1 -"]]) == (
        "Ministry of Foreign Affairs Envoys met."
    )


@given(st.lists(st.lists(st.text("ab -.\u2022A1", max_size=12), max_size=6), max_size=4))
def test_no_word_is_lost_within_pages(pages: list[list[str]]) -> None:
    text = join_pages([["x" * 5, "y" * 6, *page, "u" * 5, "v" * 6] for page in pages[:1]])
    kept = [sign for page in pages[:1] for line in page for sign in line if sign not in " -"]
    assert [sign for sign in text if sign not in " -\nxyuv"] == kept
