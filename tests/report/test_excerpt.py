import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.excerpt import sentence_around
from communique.report.span import Span

TEXT = (
    "The talks ran late. On Nov. 3 Gen. J. Okello of the U.S. side met his guest in Dar es Salaam. They agreed.\n\n"
    "“We are pleased.” She left."
)


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("met", "On Nov. 3 Gen. J. Okello of the U.S. side ", " his guest in Dar es Salaam."),
        ("talks", "The ", " ran late."),
        ("agreed", "They ", "."),
        ("pleased", "“We are ", ".”"),
        ("left", "She ", "."),
    ],
)
def test_the_sentence_around(words: str, before: str, after: str) -> None:
    start = TEXT.index(words)
    excerpt = sentence_around(TEXT, Span(start, start + len(words)))
    assert (excerpt.before, excerpt.words, excerpt.after) == (before, words, after)


def test_long_sentences_are_cut_at_words() -> None:
    text = "alpha " * 100 + "HERE" + " omega" * 100
    excerpt = sentence_around(text, Span(600, 604), room=20)
    assert str(excerpt) == "…alpha alpha alpha HERE omega omega omega…"


@given(st.text(alphabet="aB .\n!”“…é\u00a0", max_size=200), st.integers(0, 200), st.integers(1, 30))
def test_any_range_gives_its_own_words(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    excerpt = sentence_around(text, span, room=15)
    assert excerpt.words == " ".join(span.of(text).split())
    assert "\n" not in str(excerpt)
