"""Quotations are found by their marks alone; no model is needed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.quotations import find_quotations
from communique.language.words import Sentence, Word

TOKEN = re.compile(r"``|''|[\w’]*\w|[^\w\s]")


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """One sentence a line, cut at spaces and punctuation."""
    sentences: list[Sentence] = []
    count = 0
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        words = []
        for match in TOKEN.finditer(line.group()):
            start = line.start() + match.start()
            words.append(
                Word(
                    count,
                    match.group(),
                    match.group(),
                    "NN",
                    "NOUN",
                    "dep",
                    "",
                    False,
                    start,
                    start + len(match.group()),
                )
            )
            count += 1
        if words:
            sentences.append(Sentence(number, tuple(words), "body", number))
    return tuple(sentences)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We are ready,” he said.", ["We are ready,"]),
        ('"We are ready," he said. "It is time."', ["We are ready,", "It is time."]),
        ("``We will not wait,'' she said.", ["We will not wait,"]),
        ("He spoke of «a new page» in ties.", ["a new page"]),
        ("He called it ‘a new page’ in ties.", ["a new page"]),
        ("The minister’s visit and the ministers’ talks", []),
        (
            "“We have waited long enough for this day.\n“Today we sign.”",
            ["We have waited long enough for this day.", "Today we sign."],
        ),
        ("Nothing is quoted here.", []),
        ("He said “no", []),
    ],
)
def test_what_stands_between_marks(text: str, quoted: list[str]) -> None:
    assert [quotation.span.of(text) for quotation in find_quotations(sentences_of(text))] == quoted


@given(st.text(alphabet="ab “”\"‘’'`«».,\n", max_size=80))
def test_spans_lie_in_the_text_and_words_inside_the_span(text: str) -> None:
    sentences = sentences_of(text)
    words = [word for sentence in sentences for word in sentence.words]
    for quotation in find_quotations(sentences):
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
        assert quotation.first < quotation.stop
        for word in words[quotation.first : quotation.stop]:
            assert word.end > quotation.span.start
            assert word.start < quotation.span.end
