"""Who is whom, and who held which post when."""

import pytest

from communique.linking.people.identity import Naming, find_spellings
from communique.linking.people.tenures import Attested, find_tenures


def _named(name: str, country: str | None = "UKR", reports: int = 3) -> Naming:
    return Naming(slug=name.lower().replace(" ", "-"), name=name, country=country, reports=reports)


ASKED = _named("Volodymyr Zelenskyy", reports=20)


@pytest.mark.parametrize(
    ("others", "name", "verdict"),
    [
        ([], "Vladimir Zelensky", "same"),
        ([], "Zelensky", "same"),
        ([_named("Olena Zelenska", reports=9)], "Zelensky", "same"),
        ([_named("Petro Zelensky", reports=9)], "Zelensky", "unsure"),
        ([_named("Petro Zelensky", reports=1)], "Zelensky", "same"),
    ],
)
def test_spellings(others: list[Naming], name: str, verdict: str) -> None:
    found = find_spellings([ASKED], [ASKED, _named(name), *others])
    one = next(spelling for spelling in found if spelling.naming.name == name)
    assert one.verdict == verdict
    assert one.reason


def test_namesakes_of_another_country_stay_apart() -> None:
    found = find_spellings([ASKED], [ASKED, _named("Zelensky", "POL"), _named("Volodymyr Zelensky", "POL")])
    assert [one.verdict for one in found] == ["same", "unsure", "different"]


def test_what_was_judged_stands_first() -> None:
    found = find_spellings(
        [ASKED], [ASKED, _named("Zelensky"), _named("The Actor")], same=["the-actor"], different=["zelensky"]
    )
    verdicts = {spelling.naming.name: spelling.verdict for spelling in found}
    assert verdicts == {"Volodymyr Zelenskyy": "same", "The Actor": "same", "Zelensky": "different"}


def _held(person: str, day: str, title: str = "President", *, former: bool = False, country: str = "KOR") -> Attested:
    return Attested(person=person, title=title, country=country, day=day, former=former, report=f"{person}{day}{title}")


def test_a_post_that_changes_hands() -> None:
    told = [
        _held("Moon", "2021-02-01"), _held("Moon", "2022-04-01"), _held("Moon", "2023-01-01", former=True),
        _held("Yoon", "2022-05-12"), _held("Yoon", "2024-11-01"), _held("Lee", "2025-06-10"),
        _held("Lee", "2025-08-01"),
        _held("Slip", "2022-05-01"), _held("Cho", "2022-06-01", "Deputy Foreign Minister"),
    ]  # fmt: skip
    found = {tenure.person: tenure for tenure in find_tenures(told)}
    assert (found["Yoon"].before, found["Yoon"].after) == ("Moon", "Lee")
    assert (found["Yoon"].first_day, found["Yoon"].last_day, found["Yoon"].reports) == ("2022-05-12", "2024-11-01", 2)
    assert found["Moon"].former_from == "2023-01-01"
    assert found["Moon"].last_day == "2022-04-01"
    assert found["Cho"].before is None


def test_posts_of_two_countries_are_two() -> None:
    found = find_tenures([_held("Moon", "2021-02-01"), _held("Macron", "2022-02-01", country="FRA")])
    assert [tenure.before for tenure in found] == [None, None]
