"""Posts are found with their whole title, without nationality, epithets and the name behind them."""

import pytest

from communique.language.nations.finding import find_nations
from communique.language.parser import parse
from communique.language.people.posts import Post, find_posts
from communique.report.reading import Paragraph


def posts_of(text: str) -> list[Post]:
    return [
        post
        for sentence in parse([Paragraph("body", text, tuple(range(len(text))))])
        for post in find_posts(sentence.words, find_nations(sentence.words))
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("French President Emmanuel Macron arrived on Monday.", [("President", "FRA")]),
        ("The visiting Norwegian deputy defence minister left.", [("deputy defence minister", "NOR")]),
        ("Kenya's Minister of Foreign Affairs opened the talks.", [("Minister of Foreign Affairs", "KEN")]),
        ("The President of the Republic of Korea thanked her.", [("President", "KOR")]),
        ("UN Special Envoy Anna Berg spoke first.", [("Special Envoy", "UN")]),
        (
            "Under Secretary for Trade, Energy, and Human Rights Jane Doe spoke.",
            [("Under Secretary for Trade, Energy, and Human Rights", None)],
        ),
        (
            "He met the U.S. ambassador to Kenya, Uganda, and Rwanda.",
            [("ambassador to Kenya, Uganda, and Rwanda", "USA")],
        ),
        (
            "They met the chief of staff of the Polish armed forces.",
            [("chief of staff of the Polish armed forces", "POL")],
        ),
        (
            "Deputy Chairman of the National Bank Ivan Petrov was there.",
            [("Deputy Chairman of the National Bank", None)],
        ),
        ("Chile's chargé d'affaires was called in.", [("chargé d'affaires", "CHL")]),
    ],
)
def test_a_title_is_whole(text: str, titles: list[tuple[str, str | None]]) -> None:
    assert [(post.title, post.country) for post in posts_of(text)] == titles


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("The former Danish prime minister wrote a letter.", True),
        ("Ex-president Karl Olsen wrote a letter.", True),
        ("The acting foreign minister wrote a letter.", False),
    ],
)
def test_a_former_post_is_marked(text: str, former: bool) -> None:
    assert [post.former for post in posts_of(text)] == [former]


@pytest.mark.parametrize(
    "text",
    [
        "The Leaders' Summit opened at noon.",
        "The flight left at 4 pm for Oslo.",
        "He heads the list and chairs the debate.",
        "They landed at King Khalid International Airport.",
        "It is the chief reason for the delay.",
        "The premier league season begins soon.",
    ],
)
def test_no_post_where_none_is_named(text: str) -> None:
    assert posts_of(text) == []


def test_ranks_belong_to_the_title_and_epithets_do_not() -> None:
    (post,) = posts_of("The newly appointed Swedish first deputy speaker bowed.")
    assert post.title == "first deputy speaker"
    assert post.country == "SWE"


def test_plural_posts_are_counted() -> None:
    (post,) = posts_of("The two foreign ministers shook hands.")
    assert post.plural
    assert post.count == 2
    assert post.title == "foreign minister"


@pytest.mark.parametrize(
    ("text", "title", "country"),
    [
        ("Under Secretary for Trade, Energy, and the Environment Jane Doe spoke.", "Energy, and the Environment", None),
        ("He thanked the Vice President for the call.", "Vice President", None),
        ("He received on Sunday Foreign Minister Karl Olsen.", "Foreign Minister", None),
    ],
)
def test_a_title_ends_where_the_sentence_goes_on(text: str, title: str, country: str | None) -> None:
    post = posts_of(text)[0]
    assert title in post.title
    assert not any(word in post.title for word in ("call", "Sunday", "Jane", "Olsen"))
    assert post.country == country


@pytest.mark.parametrize("text", ["Princess Haya bint Bandar bin Sultan arrived.", "Sultan bin Saeed arrived."])
def test_a_patronymic_is_no_post(text: str) -> None:
    assert not [post for post in posts_of(text) if post.key == "sultan"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Coordinator for Gaza Ingrid Holm spoke.", "Coordinator for Gaza"),
        ("Chief Executive of the Ghana Rice Board Kofi Asante spoke.", "Chief Executive of the Ghana Rice Board"),
        ("The Attorney-General of the Federation spoke.", "Attorney-General of the Federation"),
        (
            "The Minister of Foreign Affairs, African Cooperation and Expatriates spoke.",
            "Minister of Foreign Affairs, African Cooperation and Expatriates",
        ),
    ],
)
def test_a_title_is_whole_and_stops_at_the_name(text: str, title: str) -> None:
    assert posts_of(text)[0].title == title
