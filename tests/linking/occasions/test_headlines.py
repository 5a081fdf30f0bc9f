"""What headlines claim."""

import pytest

from communique.linking.occasions import headline_claim, main_claims

from .make import claim, party

PEOPLE = (party("Jane Dahl", "NOR"), party("Otto Berg", "DNK"))


@pytest.mark.parametrize(
    ("headline", "kind", "day", "names"),
    [
        ("Remarks by President Dahl and Prime Minister Berg Before Bilateral Meeting", "meeting", 0, ["Dahl", "Berg"]),
        (
            "On May 16, Jane Dahl will meet Prime Minister of Latvia Ivars Kalns",
            "meeting",
            2,
            ["Dahl", "Kalns"],
        ),
        ("Readout of President Dahl’s Call with Prime Minister Berg of Denmark", "call", 0, ["Dahl", "Berg"]),
        (
            "Statement by Spokesperson Ada Lund on Dahl’s Meeting with Otto Berg",
            "meeting",
            0,
            ["Dahl", "Berg"],
        ),
        ("Meeting with Prime Minister of Denmark Otto Berg", "meeting", 0, ["Dahl", "Berg"]),
        ("Finnish President Aino Salo meets Prime Minister Otto Berg in Tampere", "meeting", 0, ["Salo", "Berg"]),
        ("Jane Dahl, Otto Berg discuss fish over phone calls", "call", 0, ["Dahl", "Berg"]),
    ],
)
def test_claims(headline: str, kind: str, day: int, names: list[str]) -> None:
    found = headline_claim(headline, 7, published="2024-05-14T10:00:00Z", actors=PEOPLE, told=())
    assert found is not None
    assert (found.kind, found.key) == (kind, (7, -1))
    assert found.first is not None
    assert found.first - claim(1).first == day  # type: ignore[operator]
    assert [party.name.split()[-1] for party in found.parties] == names


@pytest.mark.parametrize(
    "headline",
    [
        "", "Fish prices rise again", "President Dahl will meet Prime Minister Berg", "Talks in Oslo",
        "Fact Sheet: The State of the Fisheries", "On Someday 45, Jane Dahl will meet Otto Berg",
    ],
)  # fmt: skip
def test_nothing_is_claimed_without_two_people_a_kind_and_a_day(headline: str) -> None:
    assert headline_claim(headline, 7, published="2024-05-14", actors=PEOPLE, told=()) is None


def test_a_headline_adds_nothing_to_what_the_text_tells() -> None:
    told = claim(7, parties=PEOPLE)
    headline = "Jane Dahl meets Otto Berg"
    assert headline_claim(headline, 7, published="2024-05-14", actors=PEOPLE, told=[told]) is None
    recalled = claim(7, parties=PEOPLE, background=True)
    assert headline_claim(headline, 7, published="2024-05-14", actors=PEOPLE, told=[recalled]) is not None


def test_a_report_is_about_what_its_headline_names() -> None:
    first, second = claim(7, 0, parties=(PEOPLE[0],)), claim(7, 1, parties=PEOPLE)
    assert main_claims("Dahl meets Berg", [first, second]) == [second]
    assert main_claims("News", [first, second]) == [first]
    assert main_claims("Dahl meets Berg", [claim(7, 0, background=True)]) == []
    assert main_claims("Dahl meets Berg", [second, claim(7, 2, parties=PEOPLE)])[1:] != []
