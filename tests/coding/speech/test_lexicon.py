"""The table of cue words: every group is filled, every lemma found by its forms."""

import pytest

from communique.coding.speech.cues import FRAMES
from communique.coding.speech.lexicon import cue_words, lemma_of
from communique.language.words import Word


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"),
        ("hoped", "hope"),
        ("Reiterating", "reiterate"),
        ("committed", "commit"),
        ("denies", "deny"),
        ("emphasised", "emphasise"),
        ("stresses", "stress"),
        ("told", "tell"),
        ("walked", "stroll"),
    ],
)
def test_forms_lead_to_their_lemma(form: str, lemma: str) -> None:
    word = Word(0, form, "stroll", "VBD", "VERB", "ROOT", "", False, 0, len(form))
    assert lemma_of(word) == lemma


def test_frames_of_the_table_are_known() -> None:
    known = {name for name, _ in FRAMES} | {"quote"}
    for entries in cue_words().verbs.values():
        for entry in entries:
            assert entry.frames <= known
