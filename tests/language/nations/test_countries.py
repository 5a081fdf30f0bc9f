"""Countries and organisations are known by every usual name, and lesser things of the same name are let go."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.nations.countries import (
    capital_country,
    common_name,
    country_of,
    demonym_country,
    find_country_names,
    metonym_country,
    organisation_code,
)
from communique.language.words import Word


def words_of(text: str, persons: str = "") -> list[Word]:
    """Words cut as the parser cuts them; `persons` is the stretch that the model would call a person."""
    begin = text.find(persons) if persons else -1
    words = []
    for i, match in enumerate(re.finditer(r"(?:\w\.)+(?:-\w+)?|\d+|[^\W\d_]+(?=['’]s)|['’]s|[\w'’]+|[^\w\s]", text)):
        person = begin <= match.start() < begin + len(persons)
        proper = match.group()[0].isupper()
        tag, pos = ("NNP", "PROPN") if proper else ("NN", "NOUN")
        entity = "PERSON" if person else "GPE" if proper else ""
        begins = person and match.start() == begin
        words.append(Word(i, match.group(), match.group(), tag, pos, "dep", entity, begins, *match.span()))
    return words


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russia", "RUS"), ("Russian Federation", "RUS"), ("the United States", "USA"), ("U.S.", "USA"), ("US", "USA"),
        ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Côte d'Ivoire", "CIV"), ("Cote d’Ivoire", "CIV"), ("DPRK", "PRK"),
        ("Republic of Korea", "KOR"), ("People's Republic of China", "CHN"),
        ("Republic of China", "TWN"), ("UAE", "ARE"),
        ("Lao People's Democratic Republic", "LAO"), ("Holland", "NLD"), ("Burma", "MMR"), ("Holy See", "VAT"),
        ("Palestinian Authority", "PSE"), ("Kosovo", "XKX"), ("Hong Kong", "HKG"), ("RUSSIA", "RUS"), ("USSR", "SUN"),
        ("European Commission", "EU"), ("Nato", "NATO"), ("G-20", "G20"), ("UN Security Council", "UN"),
        ("Shanghai Cooperation Organisation", "SCO"), ("Arab League", "LAS"), ("Democratic Republic of Congo", "COD"),
        ("us", None), ("Moscow", None), ("Russian", None), ("South China Sea", None), ("", None), ("Atlantis", None),
    ],
)  # fmt: skip
def test_country_of(name: str, code: str | None) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Chinese", "CHN"), ("Russians", "RUS"), ("Lao", "LAO"), ("Laotian", "LAO"), ("Filipinos", "PHL"),
        ("Philippine", "PHL"),
        ("British", "GBR"), ("Kyrgyz", "KGZ"), ("South Korean", "KOR"), ("North Koreans", "PRK"), ("Nigerien", "NER"),
        ("Nigerian", "NGA"), ("Russia", None), ("chinese", None), ("European", None), ("Sino", None),
    ],
)  # fmt: skip
def test_demonym_country(word: str, code: str | None) -> None:
    assert demonym_country(word) == code


@pytest.mark.parametrize(
    ("name", "seat", "actor"),
    [
        ("Moscow", "RUS", "RUS"), ("Brussels", "BEL", "EU"), ("the Kremlin", None, "RUS"), ("The Hague", "NLD", "NLD"),
        ("Washington, D.C.", "USA", "USA"), ("Downing Street", None, "GBR"), ("N'Djamena", "TCD", "TCD"),
        ("Naples", None, None),
    ],
)  # fmt: skip
def test_seats(name: str, seat: str | None, actor: str | None) -> None:
    assert (capital_country(name), metonym_country(name)) == (seat, actor)


def test_names_of_codes() -> None:
    assert [common_name(code) for code in ("PRK", "ARE", "EU", "XYZ")] == [
        "North Korea", "United Arab Emirates", "European Union", "XYZ",
    ]  # fmt: skip
    assert organisation_code("World Health Organization") == "WHO"
    assert organisation_code("who") is None
    assert organisation_code("Mali") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US-Japan ties and Sino-Russian trade matter to us",
         [("US", "USA", "name"), ("Japan", "JPN", "name"), ("Sino", "CHN", "demonym"), ("Russian", "RUS", "demonym")]),
        ("the U.S.-China talks", [("U.S.", "USA", "name"), ("China", "CHN", "name")]),
        ("Guinea-Bissau, Papua New Guinea and Guinea",
         [("Guinea-Bissau", "GNB", "name"), ("Papua New Guinea", "PNG", "name"), ("Guinea", "GIN", "name")]),
        ("The Kremlin told Washington", [("Kremlin", "RUS", "metonym"), ("Washington", "USA", "capital")]),
        ("Brussels answered NATO", [("Brussels", "EU", "metonym"), ("NATO", "NATO", "organisation")]),
        ("the Belgian king came back to Brussels", [("Belgian", "BEL", "demonym"), ("Brussels", "BEL", "capital")]),
        ("They sailed the South China Sea and the Gulf of Oman", []),
        ("They met in Atlanta, Georgia, today", []),
        ("Armenia and Georgia agreed", [("Armenia", "ARM", "name"), ("Georgia", "GEO", "name")]),
        ("Franco praised them", []),
        ("CHINA AND RUSSIA SIGN PACT", [("CHINA", "CHN", "name"), ("RUSSIA", "RUS", "name")]),
        ("the People's Republic of China's envoy", [("People's Republic of China", "CHN", "name")]),
    ],
)  # fmt: skip
def test_names_in_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(name.span.of(text), name.country, name.form) for name in find_country_names(words_of(text))] == expected


@pytest.mark.parametrize(
    ("text", "person"), [("Jordan Bardella spoke", "Jordan Bardella"), ("Ali Chad spoke", "Ali Chad")]
)
def test_given_names_and_surnames_are_no_countries(text: str, person: str) -> None:
    assert find_country_names(words_of(text, person)) == []
    assert len(find_country_names(words_of(text))) == 1


SOME = (
    "China", "Russia", "United Arab Emirates", "Bosnia and Herzegovina", "said", "the", "Moscow", "of", "Chinese",
)  # fmt: skip


@given(st.lists(st.sampled_from(SOME), max_size=12))
def test_spans_hold_the_words_and_do_not_overlap(parts: list[str]) -> None:
    text = " ".join(parts)
    words = words_of(text)
    found = find_country_names(words)
    for name in found:
        assert name.span.of(text) in SOME
        assert (words[name.first].start, words[name.stop - 1].end) == tuple(name.span)
    assert all(a.stop <= b.first for a, b in itertools.pairwise(found))
