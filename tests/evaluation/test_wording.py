import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.wording import bare_words, contains_all, likeness, overlaps_by_half


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Société Générale’s Chair", ("societe", "generale", "chair")),
        ("STRASSE and Straße", ("strasse", "and", "strasse")),
        ("U.S.-Japan", ("u", "s", "japan")),
        ("the Minister's", ("the", "minister")),
        ("中国 外交部", ("中国", "外交部")),
        ("— … !", ()),
        (None, ()),
    ],
)
def test_words_without_dress(text: str | None, words: tuple[str, ...]) -> None:
    assert bare_words(text) == words


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [("a b c d", "a b c d", 1.0), ("a b", "c d", 0.0), ("a a b", "a b b", 2 / 3), ("", "a", 0.0), ("a b c", "a", 0.5)],
)
def test_likeness(one: str, other: str, share: float) -> None:
    assert likeness(one.split(), other.split()) == pytest.approx(share)


@given(st.lists(st.sampled_from("abcd"), max_size=6), st.lists(st.sampled_from("abcd"), max_size=6))
def test_likeness_is_a_share_and_the_same_both_ways(one: list[str], other: list[str]) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert contains_all(one, other) == contains_all(other, one)


@pytest.mark.parametrize(
    ("gold", "coded", "agrees"),
    [
        ("will reopen the border", "will reopen the border soon", True),
        ("will reopen the border", "reopen border", True),
        ("will reopen the border", "border", False),
        ("border", "will reopen the border next year", False),
        ("", "", False),
    ],
)
def test_half_of_both(gold: str, coded: str, agrees: bool) -> None:
    assert overlaps_by_half(gold, coded) is agrees
