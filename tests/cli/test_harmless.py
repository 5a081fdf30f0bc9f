import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.cli.harmless import harmless, one_line, shorten


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("bell\x07", "bell␇"),
        ("\x7f", "␡"),
        ("\x9b2J", "‹U+009B›2J"),
        ("pay \u202e001", "pay ‹U+202E›001"),
        ("\u2066a\u2069", "‹U+2066›a‹U+2069›"),
        ("soft\u00adhyphen", "softhyphen"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("lone \ud83d", "lone \ufffd"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tab\there", "tab here"),
        ("tag\U000e0041", "tag‹U+E0041›"),
        ("[bold]kept[/bold]", "[bold]kept[/bold]"),
        ("Ελλάδα 中国 محمد می\u200cخواهم", "Ελλάδα 中国 محمد می\u200cخواهم"),
    ],
)
def test_shows_what_could_steer_a_terminal(hostile: str, shown: str) -> None:
    assert harmless(hostile) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_that_steers_passes(text: str) -> None:
    shown = harmless(text)
    assert not any((ord(c) < 0x20 and c != "\n") or 0x7F <= ord(c) < 0xA0 or 0xD800 <= ord(c) < 0xE000 for c in shown)
    assert "\u202e" not in shown
    assert harmless(shown) == shown


def test_one_line_makes_white_space_even() -> None:
    assert one_line(" a\n\n b\x0bc ") == "a b c"
    assert one_line(None) == ""


def test_long_words_keep_their_beginning_and_end() -> None:
    assert shorten("alpha beta gamma delta epsilon zeta", 20) == "alpha beta … zeta"
    assert shorten("alpha beta", 20) == "alpha beta"


@given(st.text(alphabet="ab ", max_size=120), st.integers(8, 60))
def test_shortened_words_are_short(words: str, room: int) -> None:
    assert len(shorten(words, room)) <= room + 3
