"""Paragraphs become sentences whose words lead back to the report, however long a paragraph is."""

from communique.language.parser import parse
from communique.report.reading import read_words

SENTENCE = "The foreign ministers of Chile and Peru met in Lima on Monday. "


def test_a_paragraph_without_breaks_is_parsed_in_pieces_that_keep_its_number_and_its_offsets() -> None:
    text = (SENTENCE * 150).strip()
    sentences = parse([read_words(text, "body")])
    assert len(sentences) == 150
    assert {sentence.paragraph for sentence in sentences} == {0}
    assert [sentence.index for sentence in sentences] == list(range(150))
    assert all(text[word.start : word.end] == word.text for sentence in sentences for word in sentence.words)


def test_a_paragraph_without_ends_of_sentences_is_parsed_whole() -> None:
    text = "Chile and Peru " * 400
    assert sum(len(sentence.words) for sentence in parse([read_words(text, "body")])) == 1200
