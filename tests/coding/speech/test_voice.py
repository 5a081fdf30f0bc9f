"""A joint statement is the words of those who make it, and not of the land it is about."""

import pytest

import communique

TEXT = "Begin text:\n\nWe remain deeply concerned about the famine in Somalia.\n\nEnd text."


@pytest.mark.parametrize(
    "headline",
    [
        "Norway, Japan and Kenya: Joint Statement on Somalia",
        "Joint Statement of Norway, Japan and Kenya on Somalia",
        "Joint Statement on Somalia by Norway, Japan and Kenya",
    ],
)
def test_the_topic_of_a_headline_is_no_speaker(headline: str) -> None:
    coded = communique.code(TEXT, headline=headline, published="2024-05-16")
    assert [set(said.speaker_names) for said in coded.statements] == [{"Norway", "Japan", "Kenya"}]
