"""Cleaning for reading, and the way back to the characters of the report."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.anatomy import dissect
from communique.report.reading import read_paragraphs, read_words
from communique.report.span import Span
from communique.sources.item import RawItem

CLEANED = [
    ("Envoys met in Oslo.", "Envoys met in Oslo."),
    ("  Envoys\u00a0\u00a0met \u202fin\tOslo. ", "Envoys met in Oslo."),
    ("“We agree,” she said; it’s ‘done’.", "\"We agree,\" she said; it's 'done'."),
    ("„Wir“ and «nous» and ‹eux›", '"Wir" and "nous" and "eux"'),
    ("``We agree,'' she said.", '"We agree," she said.'),
    ("co\u00adoper\u200bation", "cooperation"),
    ("the 21<sup>st</sup> round", "the 21st round"),
    ("<p>One.</p><p>Two.</p>", "One. Two."),
    ("one<br />two<!-- note -->three", "one two three"),
    ("see the [joint statement](https://example.org/a_(b)?x=1) of May", "see the joint statement of May"),
    ("![flag](https://example.org/f.png) Envoys met", "Envoys met"),
    ("\\[senior official\\] spoke \\# once", "[senior official] spoke # once"),
    ("**Envoys** *met* in __Oslo__, a snake_case word", "Envoys met in Oslo, a snake_case word"),
    ("### Next steps", "Next steps"),
    ("-   Chair -   Deputy", "Chair ; Deputy"),
    ("R&amp;D, caf&eacute; and AT&T &copy&nbsp;x", "R&D, café and AT&T &copy x"),
    ("&lt;b&gt; &quot;yes&quot;", '<b> "yes"'),
    ("the co‑chairs", "the co-chairs"),
    ("cafe\u0301 in Nai\u0308robi", "café in Naïrobi"),
    ("first half\nof a sentence", "first half of a sentence"),
    ('The message reads, in part:"We thank you."', 'The message reads, in part: "We thank you."'),
    ('"We are glad."He left.', '"We are glad." He left.'),
    ("in our country.(Applause followed)", "in our country. (Applause followed)"),
    ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
    ("Let us begin. <…>", "Let us begin."),
    ("broken\ud800text", "broken\ufffdtext"),
    ("nul\x00l and \x07bell", "null and bell"),
    ("\u200b\u00a0 \ufeff", ""),
    ("Hawaiʻi stays", "Hawaiʻi stays"),
    ("a list: * one * two", "a list: * one * two"),
]


@pytest.mark.parametrize(("text", "cleaned"), CLEANED)
def test_cleans(text: str, cleaned: str) -> None:
    assert read_words(text, "body").text == cleaned


@pytest.mark.parametrize("text", [text for text, _ in CLEANED])
def test_each_word_leads_back_to_its_own_characters(text: str) -> None:
    paragraph = read_words(text, "body")
    position = 0
    for word in paragraph.text.replace(";", " ").split():
        start = paragraph.text.index(word, position)
        position = start + len(word)
        original = paragraph.span(start, position).of(text)
        assert read_words(original, "body").text.replace(" ", "") in (word, word.strip("*"), word.replace("<b>", ""))


PIECES = st.lists(
    st.sampled_from(
        [
            "Envoys",
            "met",
            " ",
            "  ",
            "\u00a0",
            "\n",
            "“",
            "”",
            "’",
            "'",
            '"',
            "``",
            "''",
            "<sup>",
            "</sup>",
            "<br>",
            "<p>",
            "&amp;",
            "&nbsp;",
            "&",
            "\u00ad",
            "\u200b",
            "[",
            "](https://x.org)",
            "]",
            "(",
            ")",
            "*",
            "**",
            "_",
            "\\#",
            "\\",
            "#",
            "- ",
            " -   ",
            "e\u0301",
            "\u0301",
            "\ud800",
            "\x00",
            "!",
            ".",
            ":",
            "A",
            "Paris",
            "<",
            ">",
            "<…>",
            "…",
            "🇫🇷",
            "漢",
        ]
    ),
    max_size=40,
)


@given(PIECES.map("".join))
def test_offsets_rise_and_stay_inside(text: str) -> None:
    paragraph = read_words(text, "body")
    assert len(paragraph.starts) == len(paragraph.text)
    if not paragraph.text:
        return
    ends = paragraph.ends or tuple(start + 1 for start in paragraph.starts)
    pairs = list(zip(paragraph.text, paragraph.starts, ends, strict=True))
    assert all(0 <= start <= end <= len(text) for _, start, end in pairs)
    assert all(one <= two for (_, one, _), (_, two, _) in pairwise(pairs))
    marks = [start for char, start, _ in pairs if char != " "]
    assert marks == sorted(set(marks))
    assert "  " not in paragraph.text
    assert paragraph.text == paragraph.text.strip()


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    paragraph = read_words(text, "body")
    assert len(paragraph.starts) == len(paragraph.text)
    for at, char in enumerate(paragraph.text):
        if char.isalnum() and char.isascii():
            assert paragraph.span(at, at + 1).of(text)[:1] in (char, "&")


@given(st.text(alphabet="abc XY.,", min_size=1, max_size=60), st.integers(0, 20), st.integers(0, 20))
def test_offsets_are_of_the_whole_report(words: str, before: int, after: int) -> None:
    text = "é" * before + words + "z" * after
    paragraph = read_words(text, "body", Span(before, before + len(words)))
    for at, char in enumerate(paragraph.text):
        if char != " ":
            assert text[paragraph.starts[at]] == char


def test_reads_only_what_is_prose() -> None:
    item = RawItem(
        source="t",
        headline="Envoys meet in Oslo",
        published="2019-03-06",
        text="Envoys meet in Oslo\n\nOSLO, March 5 (NTB) -- Envoys of\ntwo states met.\n\n(Editor: A B)\n\nTags: x",
    )
    assert [(paragraph.kind, paragraph.text) for paragraph in read_paragraphs(dissect(item))] == [
        ("headline", "Envoys meet in Oslo"),
        ("body", "Envoys of two states met."),
    ]


@pytest.mark.parametrize("text", ["Envoys met in Oslo. " * 5000, "envoys " * 9000, "x" * 70_000])
def test_an_endless_paragraph_is_read_in_parts(text: str) -> None:
    paragraphs = list(read_paragraphs(dissect(RawItem(source="t", text=text, headline="T"))))
    assert max(len(paragraph.text) for paragraph in paragraphs) <= 20_000
    assert "".join(paragraph.text for paragraph in paragraphs).replace(" ", "") == text.replace(" ", "")
    if "." in text:
        assert all(paragraph.text.endswith(".") for paragraph in paragraphs)
