from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cli.marking import find_evidence, legend, mark_text, raise_label
from communique.coding.record import CodedReport, Formula, Published, Statement
from communique.report.span import Span


def _record(text: str, **fields: Any) -> CodedReport:
    return CodedReport(report=Published(id="x", source="s", text=text), **fields)


def _statement(*content: Span, cue: Span | None = None) -> Statement:
    return Statement(id="s1", speakers=(), speaker_names=(), form="indirect", act="state", cue=cue, content=content)


def test_brackets_stand_for_colours(sample: CodedReport) -> None:
    marked = mark_text(sample, brackets=True).plain
    assert "‹Aino Virtanen› [met]ᵉ¹ her" in marked
    assert "[said]ˢ¹ that «Finland would {host the next session in 2026}ᵖ¹ in" in marked
    assert "⟦strategic partnership⟧ᶠ¹»ˢ¹." in marked


def test_colours_need_no_brackets_and_keep_every_word(sample: CodedReport) -> None:
    marked = mark_text(sample, brackets=False).plain
    for note in "ᵉˢᵖᶠ¹":
        marked = marked.replace(note, "")
    assert marked == sample.report.text


def test_overlapping_ranges_keep_both_styles(sample: CodedReport) -> None:
    marked = mark_text(sample, brackets=False)
    at = marked.plain.index("strategic partnership")
    styles = [str(span.style) for span in marked.spans if span.start <= at < span.end]
    assert any("bold" in style and "yellow" in style for style in styles)


def test_crossing_ranges_are_each_closed() -> None:
    coded = _record(
        "one two three four", statements=(_statement(Span(0, 13)),),
        formulas=(Formula(text="two three four", family="principle", span=Span(4, 18)),),
    )  # fmt: skip
    assert mark_text(coded, brackets=True).plain == "«one ⟦two three»ˢ¹ four⟧ᶠ¹"


def test_ascii_terminals_get_ascii_marks(sample: CodedReport) -> None:
    assert mark_text(sample, brackets=True, ascii_only=True).plain.isascii()


@pytest.mark.parametrize(
    ("label", "ascii_only", "raised"),
    [("e12", False, "ᵉ¹²"), ("s3", True, "(s3)"), ("x9", False, "(x9)"), ("[red]", False, "([red])")],
)
def test_raised_labels(label: str, ascii_only: bool, raised: str) -> None:
    assert raise_label(label, ascii_only=ascii_only) == raised


def test_the_legend_names_only_what_occurs() -> None:
    coded = _record("one two", statements=(_statement(Span(4, 7), cue=Span(0, 3)),))
    assert legend(coded, brackets=True).plain == "[said]   «statement»"
    assert legend(_record("one"), brackets=True).plain == ""


def test_ranges_outside_the_text_are_left_out() -> None:
    coded = _record("one", statements=(_statement(Span(2, 9), Span(2, 2), Span(-2, 1), Span(0, 3)),))
    assert [evidence.span for evidence in find_evidence(coded)] == [Span(0, 3)]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=12))
def test_any_ranges_leave_the_words_in_order(ranges: list[tuple[int, int]]) -> None:
    text = "abcdefghij klmnopqrst uvwxyz 0123456789 "[:40]
    spans = [Span(start, min(start + length, 40)) for start, length in ranges]
    marked = mark_text(_record(text, statements=(_statement(*spans),)), brackets=True).plain
    assert marked.replace("«", "").replace("»ˢ¹", "") == text
    assert marked.count("«") == marked.count("»") == len(set(spans))
