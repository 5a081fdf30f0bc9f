"""The status of an act is read from tense, modality, negation and the verbs above."""

from collections.abc import Callable

import pytest

from communique.coding.acts.settings.standing import standing_of
from communique.language.analysis import Analysis

CASES = [
    ("Chirac met Schröder in Berlin.", "met", "held", False),
    ("Chirac has met Schröder in Berlin.", "met", "held", False),
    ("Chirac had met Schröder in Berlin.", "met", "held", True),
    ("Chirac will meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac would meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac is to meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac is scheduled to meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac plans to meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac agreed to meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac offered to meet Schröder in Berlin.", "meet", "proposed", False),
    ("Chirac invited Schröder to visit Paris.", "visit", "proposed", False),
    ("Chirac is visiting Berlin.", "visiting", "under way", False),
    ("Chirac is going to meet Schröder in Berlin.", "meet", "planned", False),
    ("Chirac looks forward to hosting Schröder in Paris.", "hosting", "planned", False),
]
NOUNS = [
    ("Chirac offered talks to Schröder.", "talks", "offered", "proposed"),
    ("Chirac has asked for a meeting with Schröder.", "meeting", "asked", "proposed"),
    ("Chirac spoke to reporters ahead of his meeting with Schröder.", "meeting", "spoke", "planned"),
    ("Chirac told Merkel about his talks with Schröder.", "talks", "told", "held"),
]
NO_ACT = [
    ("Chirac did not meet Schröder in Berlin.", "meet"),
    ("Chirac refused to meet Schröder in Berlin.", "meet"),
    ("Chirac should meet Schröder in Berlin.", "meet"),
]


@pytest.mark.parametrize(("sentence", "word", "status", "recalled"), CASES)
def test_status(sentence: str, word: str, status: str, recalled: bool, analysed: Callable[[str], Analysis]) -> None:
    verb = next(w for w in analysed(sentence).words if w.text == word)
    standing = standing_of(verb, verb)
    assert standing is not None
    assert (standing.status, standing.recalled) == (status, recalled)


@pytest.mark.parametrize(("sentence", "word"), NO_ACT)
def test_no_act(sentence: str, word: str, analysed: Callable[[str], Analysis]) -> None:
    verb = next(w for w in analysed(sentence).words if w.text == word)
    assert standing_of(verb, verb) is None


@pytest.mark.parametrize(("sentence", "noun", "verb", "status"), NOUNS)
def test_status_of_a_noun(
    sentence: str, noun: str, verb: str, status: str, analysed: Callable[[str], Analysis]
) -> None:
    words = {word.text: word for word in analysed(sentence).words}
    standing = standing_of(words[noun], words[verb])
    assert standing is not None
    assert standing.status == status
