"""What a copy changed: the places, and that nothing else differs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.copies import compare, differences_of
from communique.report.copies.words import words_of

# original, copy, what stands in each other's place
CHANGES = [
    ("Talks ended on Monday.", "Talks ended Monday.", [("dropped", "on", "")]),
    ("Talks ended.", "Talks ended in Oslo.", [("added", "", "in Oslo.")]),
    ("The defence programme grew.", "The defense program grew", []),
    ("“Talks” ended — at last.", '"Talks" ended -- at last.', []),
    ("It met. It saw nine envoys. It left.", "It met. It saw six envoys. It left.", [("replaced", "nine", "six")]),
    ("It met. It left.", "It met. Then others came. It left.", [("added", "", "Then others came.")]),
    ("", "It met.", [("added", "", "It met.")]),
]  # fmt: skip

_WORDS = [
    "the",
    "minister",
    "met",
    "Petrov",
    "Tuesday,",
    "27",
    "envoys.",
    "talks",
    "ended.",
    "\n\n",
    "--",
    "“we",
    "hope”",
]
texts = st.text() | st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join)


@pytest.mark.parametrize(("original", "copy", "changes"), CHANGES)
def test_changes_are_told_with_their_place(original: str, copy: str, changes: list[tuple[str, str, str]]) -> None:
    assert [
        (found.kind, found.original.of(original).rstrip(), found.copy.of(copy))
        for found in differences_of(original, copy)
    ] == changes


@given(texts, texts)
def test_differences_make_each_text_of_the_other(original: str, copy: str) -> None:
    found = differences_of(original, copy)
    made, unmade = original, copy
    for change in reversed(found):
        one, other = change.original, change.copy
        made = f"{made[: one.start]} {copy[other.start : other.end]} {made[one.end :]}"
        unmade = f"{unmade[: other.start]} {original[one.start : one.end]} {unmade[other.end :]}"
    assert [word.key for word in words_of(made)] == [word.key for word in words_of(copy)]
    assert [word.key for word in words_of(unmade)] == [word.key for word in words_of(original)]


@given(texts, texts)
def test_differences_stand_in_order(original: str, copy: str) -> None:
    found = differences_of(original, copy)
    for before, after in pairwise(found):
        assert before.original.end <= after.original.start
        assert before.copy.end <= after.copy.start
    for change in found:
        assert (change.copy.start == change.copy.end) == (change.kind == "dropped")
        assert (change.original.start == change.original.end) == (change.kind == "added")


@given(texts)
def test_a_text_is_a_copy_of_itself_without_differences(text: str) -> None:
    assert differences_of(text, text) == ()
    found = compare(text, text)
    assert found.is_copy == bool(words_of(text))


@given(texts, texts)
def test_comparisons_are_the_same_in_either_order(one: str, other: str) -> None:
    found = compare(one, other)
    assert found == compare(other, one)
    assert 0 <= found.jaccard <= found.contained <= 1
    assert 0 <= found.shared <= 1
