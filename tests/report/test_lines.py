"""Paragraphs, also where lines were broken inside a sentence."""

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.lines import find_paragraphs

LONG = (
    "The foreign ministers of the two countries met in Oslo on Tuesday and agreed to hold the next round of talks "
    "before the end of the year, the ministry said in a statement after the talks had ended."
)
SECOND = (
    "The ministers last met in Vienna, where they spoke about the same questions without coming to an agreement on "
    "any of them."
)

CASES = [
    ("One story.\n\nAnother line.", ["One story.", "Another line."]),
    ("One story.\nAnother line.", ["One story.", "Another line."]),
    (
        "The ministers met in the capital of\nthe country on Tuesday.",
        ["The ministers met in the capital of\nthe country on Tuesday."],
    ),
    (
        "The ministers met in the capital of the country,\n\nand they agreed to meet again.",
        ["The ministers met in the capital of the country,\n\nand they agreed to meet again."],
    ),
    ("Considering the treaty;\n\nrecalling the charter;", ["Considering the treaty;", "recalling the charter;"]),
    ("The ministers who came to the talks were\n- the minister of Norway\n- the minister of Chad", None),
    ("\u200b\n \n  Only this.  \n\n", ["Only this."]),
    ("one\r\n\r\ntwo\u2028three", ["one", "two", "three"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "paragraphs"), CASES)
def test_paragraphs(text: str, paragraphs: list[str] | None) -> None:
    found = [span.of(text) for span in find_paragraphs(text)]
    assert found == (paragraphs if paragraphs is not None else text.split("\n"))


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_text_is_made_whole(width: int) -> None:
    text = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in (LONG, SECOND, LONG))
    assert [" ".join(span.of(text).split()) for span in find_paragraphs(text)] == [LONG, SECOND, LONG]


@given(st.text(alphabet="aB. ,\n\r\u2028\u200b-", max_size=120))
def test_paragraphs_cover_all_words_in_order(text: str) -> None:
    spans = find_paragraphs(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    covered = {at for span in spans for at in range(*span)}
    assert all(at in covered for at, char in enumerate(text) if not char.isspace() and char != "\u200b")
