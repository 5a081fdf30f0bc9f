"""Names in their spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.linking.people.names import compare_names, folded_words


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "same"),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky", "same"),
        ("Sergei Lavrov", "Sergey Lavrov", "same"),
        ("Sergey Lavrov", "Serhiy Lavrov", "same"),
        ("Xi Jinping", "Jinping Xi", "same"),
        ("Kishida Fumio", "Fumio Kishida", "same"),
        ("Péter Szijjártó", "Peter Szijjarto", "same"),
        ("Joseph R. Biden, Jr.", "Joe Biden", "same"),
        ("Antony J. Blinken", "Tony Blinken", "same"),
        ("Recep Tayyip Erdoğan", "Recep Erdogan", "same"),
        ("Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev", "same"),
        ("Mohammed bin Salman", "Muhammad bin Salman Al Saud", "same"),
        ("Zelensky", "Volodymyr Zelenskyy", "unsure"),
        ("Biden", "Joe Biden", "unsure"),
        ("Joe Biden", "Jill Biden", "different"),
        ("George Bush", "Jeb Bush", "different"),
        ("Vladimir Putin", "Emmanuel Macron", "different"),
        ("Wang Yi", "Wang Wentao", "different"),
        ("", "Joe Biden", "different"),
    ],
)
def test_two_names(one: str, other: str, likeness: str) -> None:
    assert compare_names(one, other) == likeness
    assert compare_names(other, one) == likeness


@given(st.text(max_size=40))
def test_folding_is_steady_and_plain(name: str) -> None:
    words = folded_words(name)
    assert all(word.isascii() and word.islower() for word in words)
    assert folded_words(name.upper()) == folded_words(name.upper().lower().upper())


@given(st.lists(st.sampled_from(["Anna", "Berg", "Carl", "Dorn", "Eva", "Falk"]), min_size=1, max_size=3, unique=True))
def test_every_name_is_its_own_in_any_order(words: list[str]) -> None:
    assert compare_names(" ".join(words), " ".join(reversed(words))) == "same"
