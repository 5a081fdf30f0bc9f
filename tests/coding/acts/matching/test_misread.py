"""What a verb acts on is found also where the tree hides it."""

from collections.abc import Callable

import pytest

from communique.coding.acts.matching.frames import load_frames
from communique.coding.acts.matching.misread import inverted_doers, read_against_tree
from communique.language.analysis import Analysis

SIGN = next(frame for frame in load_frames().verbs["sign"] if "treaty" in frame.things)


@pytest.mark.parametrize(
    ("text", "verb", "thing", "doers"),
    [
        ("An earlier treaty, which the two men signed in Accra, collapsed within months.", "signed", "treaty", ["men"]),
        ("The memorandum the two ministers signed on Monday covers trade.", "signed", "memorandum", ["ministers"]),
        ("The accord on the river, signed in 1987, lapsed.", "signed", "accord", []),
        ("The two men signed in at the hotel.", "signed", None, []),
    ],
)
def test_reading(
    text: str, verb: str, thing: str | None, doers: list[str], analysed: Callable[[str], Analysis]
) -> None:
    word = next(word for word in analysed(text).words if word.text == verb)
    reading = read_against_tree(word, SIGN)
    assert (reading.thing.text if reading else None) == thing
    assert [doer.text for doer in (reading.doers if reading else ())] == doers


def test_inverted_doers(analysed: Callable[[str], Analysis]) -> None:
    words = analysed("Signing the document were Ana Cruz and Wang Yi.").words
    assert [doer.text for doer in inverted_doers(words[0])] == ["Cruz", "Yi"]
