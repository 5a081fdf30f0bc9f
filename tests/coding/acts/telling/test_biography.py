"""The steps of one person's life are no visits and sessions of today; what the same people do now is."""

import pytest

import communique

LIFE = (
    "Ana Prole, nominee for ambassador to Peru, has had a long career in public service. She previously served in "
    "the consulate in Lima, spent four years in Quito and earned a degree from the University of Chile. "
)
SPEECHES = "Ms. Prole has given keynote addresses at the Conference on Rural Roads and at other gatherings."
NEWS = "The ambassador visited Quito on Monday and met Ecuadorian Foreign Minister Juan Holguín."


def _kinds(text: str) -> set[str]:
    coded = communique.code(
        text, outlet="White House", published="2022-03-18", headline="Nominee for Ambassador to Peru"
    )
    return {event.kind for event in coded.events if event.kind in ("visit", "meeting", "session")}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [(LIFE, set()), (SPEECHES, set()), (NEWS, {"visit", "meeting"}), (f"{LIFE}\n\n{NEWS}", {"visit", "meeting"})],
)
def test_a_life_is_no_news(text: str, kinds: set[str]) -> None:
    assert _kinds(text) == kinds


def test_a_post_taken_before_is_no_appointment() -> None:
    text = "Prior to assuming that position, Ana Prole served as deputy ambassador to Peru.\n\n" + NEWS
    coded = communique.code(text, outlet="White House", published="2022-03-18", headline="A Nominee for Peru")
    assert "appointment" not in {event.kind for event in coded.events}
