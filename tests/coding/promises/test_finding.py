"""Promises are definite, owed to or with another state, and still ahead; DAY in conftest is Wednesday, 6 March 2024."""

from collections.abc import Callable

import pytest

from communique.coding.promises.times import count_of, day_after, is_day_ahead
from communique.coding.record import CodedReport

LEAD = "Foreign Minister Anna Berg of Norway met Foreign Minister Juan Vega of Spain in Madrid on Tuesday. "

PROMISED = [
    ("Berg will visit Japan on 12 March.", "visit", "stated", "2024-03-12"),
    ("Vega is scheduled to travel to Oslo next week.", "visit", "stated", None),
    ("King Felipe accepted an invitation to visit Norway.", "visit", "accepted", None),
    ("Berg invited Vega to visit Oslo.", "visit", "invited", None),
    ("Berg will meet President Macron of France in Paris on 14 March.", "meeting", "stated", "2024-03-14"),
    (
        "The fourth session of the Norway-Spain Joint Commission will be held in Oslo in May.",
        "session",
        "stated",
        "2024-05",
    ),
    ("Norway and Spain will sign an agreement on fisheries next month.", "agreement", "stated", "2024-04"),
    ("Norway will provide $20 million in humanitarian aid to Sudan.", "aid", "pledged", None),
    ("Norway has pledged 50 million euros in aid to Ukraine.", "aid", "pledged", None),
    ("Spain agreed to open two consulates in Norway by 2026.", "measure", "agreed", "2026"),
    (
        "Next year will mark the 120th anniversary of diplomatic relations between Norway and Spain.",
        "anniversary",
        "stated",
        "2025",
    ),
    ("Spain would dispatch three helicopters to Chad, Vega said.", "aid", "pledged", None),
    ("Spain will exchange embassies with Kosovo.", "measure", "stated", None),
    ("Spain plans to revoke the visas of Belarusian officials next month.", "measure", "stated", "2024-04"),
    ("The interior ministers of Norway and Spain agreed to meet every six months.", "meeting", "agreed", None),
    ("They discussed the upcoming visit of King Harald to Spain.", "visit", "stated", None),
    ("The protocol is expected to be initialled next month.", "agreement", "stated", "2024-04"),
    ("A second round of talks is to be held in Oslo in May.", "session", "stated", "2024-05"),
    ("The Spanish envoy was given a week to leave Oslo.", "measure", "stated", "2024-03-13"),
    ("Norwegian diplomats have 10 days to leave the country.", "measure", "stated", "2024-03-16"),
    ("He said the Spanish consulate in Bergen would be shut.", "measure", "stated", None),
    ("Flights between Oslo and Caracas will resume in May.", "measure", "stated", "2024-05"),
    ("The two sides agreed to set up a hotline between their coast guards.", "measure", "agreed", None),
    ("They agreed to restore ties within two months.", "measure", "agreed", None),
    ("Berg will be in Lisbon on 20 March.", "visit", "stated", "2024-03-20"),
    ("Berg is due in Lisbon on Friday.", "visit", "stated", "2024-03-08"),
    ("The mediators are to travel to the region next week.", "visit", "stated", None),
    ("Spain takes over the chairmanship of the council on 1 July.", "other", "stated", "2024-07-01"),
    ("Spain is to host the next gathering in 2025.", "session", "stated", "2025"),
    ("Norway pledged 30 million euros to back projects in Mali.", "aid", "pledged", None),
    ("Norway is to deliver an air defence battery to Moldova in June.", "aid", "pledged", "2024-06"),
    ("The talks between Norway and Spain will resume in Oslo next week.", "meeting", "stated", None),
]

NOT_PROMISED = [
    "Norway will continue to cooperate with Spain.",
    "The two ministers agreed to stay in touch.",
    "Spain will not send troops to Norway.",
    "Will Berg visit Japan in May?",
    "Norway will work with Spain to build trust next year.",
    "Norway would sign the treaty if Spain asked for it.",
    "Berg visited Japan last week.",
    "Relations between Norway and Spain will grow stronger.",
    "Norway stands ready to strengthen ties with Spain.",
    "Berg was in Vigo to study the work of Spanish fishermen.",
    "The goal is to open Norwegian ports to Spain.",
    "Vega asked when Norway would lift its sanctions.",
    "Berg will be joined by Trade Minister Ola Dahl during the talks with the Spanish side.",
    "Parliament will vote on the budget on Friday.",
    "No Norwegian tariffs will apply to Spain from April.",
    "The two sides agreed on the importance of a series of further steps.",
]


@pytest.mark.parametrize(("sentence", "kind", "strength", "due"), PROMISED)
def test_what_is_owed_is_found(
    coded: Callable[[str], CodedReport], sentence: str, kind: str, strength: str, due: str | None
) -> None:
    text = LEAD + sentence
    found = [(p.kind, p.strength) for p in coded(text).promises if p.span.start >= len(LEAD)]
    assert (kind, strength) in found
    if due is not None:
        promise = next(p for p in coded(text).promises if p.kind == kind and p.span.start >= len(LEAD))
        assert promise.due is not None
        assert promise.due.value == due
        assert promise.due.span.of(text) == promise.due.text


def test_a_subject_with_a_long_aside_is_left_out_of_the_words(coded: Callable[[str], CodedReport]) -> None:
    aside = "who came with the ministers of trade, of fisheries and of energy, among many others from both coasts"
    text = LEAD + f"Berg, {aside}, will visit Japan on 12 March."
    assert [p.span.of(text) for p in coded(text).promises] == ["will visit Japan on 12 March"]


@pytest.mark.parametrize(
    ("amount", "unit", "day"),
    [(7, "days", "2024-03-13"), (40, "days", "2024-04-15"), (1, "month", "2024-04"), (72, "hours", "2024-03-09")],
)
def test_a_deadline_falls_on_a_day(amount: int, unit: str, day: str) -> None:
    assert day_after("2024-03-06", amount, unit) == day


@pytest.mark.parametrize(("word", "number"), [("40", 40), ("seven", 7), ("a", 1), ("many", None)])
def test_numbers_are_counted_in_figures_and_words(word: str, number: int | None) -> None:
    assert count_of(word) == number


@pytest.mark.parametrize("sentence", NOT_PROMISED)
def test_good_will_is_no_promise(coded: Callable[[str], CodedReport], sentence: str) -> None:
    assert coded(LEAD + sentence).promises == ()


def test_plans_at_home_promise_nothing(coded: Callable[[str], CodedReport]) -> None:
    text = "The mayor of Leeds said the city will open two libraries in May and provide $2 million for books."
    assert coded(text).promises == ()


def test_who_owes_it_is_named(coded: Callable[[str], CodedReport]) -> None:
    promise = coded(LEAD + "Berg will visit Japan on 12 March.").promises[-1]
    assert promise.by == "Anna Berg"
    assert promise.what.startswith("visit Japan")


@pytest.mark.parametrize(
    ("value", "ahead"),
    [
        ("2024", True),
        ("2023", False),
        ("2024-03", True),
        ("2024-02", False),
        ("2024-03-06", True),
        ("2024-03-05", False),
        ("2024-W10", True),
        ("2024-W09", False),
    ],
)
def test_days_are_ahead_at_their_own_precision(value: str, ahead: bool) -> None:
    assert is_day_ahead(value, "2024-03-06") is ahead
