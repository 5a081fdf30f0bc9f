"""Subjects, objects and phrases are found through passives, control, participles and relative clauses."""

import pytest

from communique.language.clauses import agents, objects, phrases, subjects
from communique.language.parser import parse
from communique.language.words import Word
from communique.report.reading import Paragraph

CASES = [
    ("Merkel received Macron in Berlin.", "received", ["Merkel"], ["Macron"]),
    ("Macron was received by Merkel in Berlin.", "received", ["Merkel"], ["Macron"]),
    ("Merkel plans to meet Macron.", "meet", ["Merkel"], ["Macron"]),
    ("Merkel invited Macron to visit Berlin.", "visit", ["Macron"], ["Berlin"]),
    ("Merkel came to Paris and met Macron.", "met", ["Merkel"], ["Macron"]),
    ("Merkel, who met Macron, praised the accord.", "met", ["Merkel"], ["Macron"]),
    ("Macron, whom Merkel received, praised the accord.", "received", ["Merkel"], ["Macron"]),
    ("Merkel and Macron met in Paris.", "met", ["Merkel", "Macron"], []),
]


def word_in(sentence: str, text: str) -> Word:
    parsed = parse([Paragraph("body", sentence, tuple(range(len(sentence))))])
    return next(word for part in parsed for word in part.words if word.text == text)


@pytest.mark.parametrize(("sentence", "verb", "doers", "done_to"), CASES)
def test_doers_and_those_acted_on(sentence: str, verb: str, doers: list[str], done_to: list[str]) -> None:
    word = word_in(sentence, verb)
    assert [agent.text for agent in agents(word)] == doers
    assert [target.text for target in objects(word)] == done_to


def test_phrases_keep_their_preposition_and_split_coordination() -> None:
    verb = word_in("The minister travelled to Oslo and Bergen with two aides.", "travelled")
    assert [(slot, word.text) for slot, word in phrases(verb)] == [("to", "Oslo"), ("to", "Bergen"), ("with", "aides")]


def test_a_noun_without_verb_has_no_subject() -> None:
    assert subjects(word_in("A summit.", "summit")) == []
