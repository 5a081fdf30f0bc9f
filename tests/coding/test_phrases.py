"""Phrases are discovered that recur by several voices on several days, in the longest form, and are not yet known."""

import pytest

from communique.coding.phrases import Phrase, discover_phrases
from communique.coding.recurrence import Told

PHRASE = "brotherhood of the great river"


def texts(*written: str) -> list[Told]:
    """Texts of different outlets and days."""
    return [Told(text, f"outlet {n}", f"2024-01-{n + 1:02d}") for n, text in enumerate(written)]


def discovered(told: list[Told], **options: object) -> list[str]:
    """The phrases in their rank."""
    return [phrase.words for phrase in discover_phrases(told, least=2, **options)]  # type: ignore[arg-type]


def test_a_phrase_that_recurs_is_found_in_its_longest_form() -> None:
    told = texts(f"Both praised the {PHRASE} today.", f"The {PHRASE} is old.", f"We hail the {PHRASE}.")
    (phrase,) = discover_phrases(told, least=3)
    assert phrase == Phrase(
        words=PHRASE, score=phrase.score, texts=3, voices=3, days=3, first="2024-01-01", last="2024-01-03", text=0,
        start=told[0].text.index(PHRASE),
    )  # fmt: skip
    assert phrase.score > 0


@pytest.mark.parametrize(
    "told",
    [
        texts("They back the two-state solution in full.", "A two-state solution in full."),
        texts("He met with the minister of the country.", "She met with the minister of the country."),
        texts("Click photo of the river", "Click photo of the river"),
        [Told(f"The {PHRASE}.", "one outlet", f"2024-01-0{day}") for day in (1, 2, 3)],
        [Told(f"The {PHRASE}.", outlet, "2024-01-01") for outlet in "abc"],
    ],
    ids=["known", "narration", "furniture", "one voice", "one day"],
)
def test_what_is_known_common_or_not_spread_is_left_out(told: list[Told]) -> None:
    assert discovered(told) == []


def test_names_are_no_phrases() -> None:
    told = texts(
        "Bank of Northern Lakes and Anna of Green Gables.", "Anna of Green Gables at the Bank of Northern Lakes."
    )
    assert set(discovered(told)) == {"Bank of Northern Lakes", "Anna of Green Gables"}
    assert discovered(told, people=["Anna Berg"], names=["The Bank of Northern Lakes"]) == []


def test_a_shorter_phrase_with_a_life_of_its_own_stays() -> None:
    longer = f"ancient {PHRASE}"
    told = texts(*[f"The {PHRASE}."] * 5, *[f"The {longer}."] * 2)
    assert discovered(told) == [PHRASE, longer]


def test_more_voices_rank_higher() -> None:
    told = [Told("The river of gold.", f"outlet {n % 2}", f"2024-01-{n + 1:02d}") for n in range(4)]
    told += [Told("The mountain of gold.", f"outlet {n}", f"2024-01-{n + 1:02d}") for n in range(4)]
    assert discovered(told) == ["mountain of gold", "river of gold"]


def test_the_commonest_writing_is_given() -> None:
    told = texts("Great River of Gold", "great river of gold", "great river of gold")
    assert discovered(told) == ["great river of gold"]
