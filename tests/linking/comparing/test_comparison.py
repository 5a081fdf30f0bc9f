"""Two readouts of one call, cell by cell."""

import pytest

import communique
from communique.linking.comparing.comparison import ComparedRow, Comparison, compare_readouts

ONE = (
    "OSLO, May 6 - Norwegian Prime Minister Jane Dahl spoke by phone with President Otto Berg of Latvia on Monday.\n\n"
    "Dahl said Norway would send 12 buses to Latvia in June. Berg thanked Norway for its support for Ukraine. "
    "Dahl warned that new tariffs on fish would harm both countries."
)
OTHER = (
    "RIGA, May 6 - On May 6, President of Latvia Otto Berg had a telephone conversation with Prime Minister of "
    "Norway Jane Dahl.\n\nBerg thanked Norway for the support given to Ukraine. Berg urged Norway to drop the "
    "tariffs on fish. The leaders agreed to meet in Riga in July."
)


@pytest.fixture(scope="module")
def compared() -> Comparison:
    return compare_readouts(
        communique.code(ONE, published="2024-05-06", headline="Dahl speaks with Berg"),
        communique.code(OTHER, published="2024-05-06", headline="Telephone conversation with Jane Dahl"),
    )


def _rows(compared: Comparison, section: str) -> list[ComparedRow]:
    return [row for row in compared.rows if row.section == section]


def test_the_occasion_agrees(compared: Comparison) -> None:
    rows = {row.about: row.verdict for row in _rows(compared, "occasion")}
    assert compared.events is not None
    assert {rows[name] for name in ("kind", "status", "date", "Jane Dahl", "Otto Berg")} == {"agree"}


def test_statements_stand_beside_their_likes(compared: Comparison) -> None:
    rows = {row.about: row for row in _rows(compared, "statements")}
    assert rows["Ukraine"].verdict == "agree", rows["Ukraine"]
    assert rows["Ukraine"].one is not None
    assert rows["Ukraine"].one.by == "Otto Berg"
    tariffs = rows["trade and investment"]
    assert tariffs.verdict == "differ"
    assert "attributed to others" in tariffs.why
    assert any(row.verdict == "only in the first" for row in _rows(compared, "statements"))


def test_topics_numbers_and_promises(compared: Comparison) -> None:
    numbers = {row.about: row.verdict for row in _rows(compared, "numbers")}
    assert numbers["12 buses"] == "only in the first"
    assert any(row.about == "Ukraine" for row in _rows(compared, "topics"))
    assert compared.count("agree") > 0


def test_a_report_agrees_with_itself() -> None:
    coded = communique.code(ONE, published="2024-05-06")
    same = compare_readouts(coded, coded)
    assert same.rows
    assert {row.verdict for row in same.rows} == {"agree"}


def test_reports_of_nothing_in_common_share_no_occasion() -> None:
    one = communique.code(ONE, published="2024-05-06")
    other = communique.code("Fish is dear this year, the board said.", published="2024-05-06")
    found = compare_readouts(one, other)
    assert found.events is None
    assert "agree" not in {row.verdict for row in found.rows}
