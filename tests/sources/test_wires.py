"""What agencies' formats share."""

import pytest

from communique.sources.wires import address_of, is_cancelled, language_of, with_dateline


@pytest.mark.parametrize(
    ("text", "dateline", "opened"),
    [
        ("Envoys met.", "OSLO, March 5 (NTB)", "OSLO, March 5 (NTB) -- Envoys met."),
        ("Envoys met.", "Oslo – ", "Oslo -- Envoys met."),
        ("OSLO, March 5 (NTB) - Envoys met.", "OSLO, March 5", "OSLO, March 5 (NTB) - Envoys met."),
        ("Oslo (NTB) - Envoys met.", "OSLO", "Oslo (NTB) - Envoys met."),
        ("Envoys met.", None, "Envoys met."),
        ("Envoys met.", " -- ", "Envoys met."),
        ("", "OSLO", ""),
    ],
)
def test_a_dateline_opens_the_story_once(text: str, dateline: str | None, opened: str) -> None:
    assert with_dateline(text, dateline) == opened


@pytest.mark.parametrize(
    ("words", "base", "address"),
    [
        ("https://a.example.org/x", "", "https://a.example.org/x"),
        ("/x", "https://a.example.org/news/", "https://a.example.org/x"),
        (" http://a.example.org ", "", "http://a.example.org"),
        ("/x", "", None),
        ("ftp://a.example.org", "https://b.example.org", None),
        ("http://", "", None),
        ("http://[", "", None),
        (None, "https://a.example.org", None),
    ],
)
def test_address(words: str | None, base: str, address: str | None) -> None:
    assert address_of(words, base) == address


@pytest.mark.parametrize(
    ("status", "taken_back"),
    [("stat:canceled", True), ("http://cv.iptc.org/newscodes/pubstatusg2/canceled", True), ("cancelled", True),
     ("stat:usable", False), ("stat:withheld", False), ("", False)],
)  # fmt: skip
def test_cancelled(status: str, taken_back: bool) -> None:
    assert is_cancelled(status) is taken_back


@pytest.mark.parametrize(
    ("tag", "language"), [("en-GB", "en"), ("pt_BR", "pt"), ("ZH", "zh"), (" fr ", "fr"), ("", None), (None, None)]
)
def test_language(tag: str | None, language: str | None) -> None:
    assert language_of(tag) == language
