"""Names that people call for things by."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from communique.archive.names import (
    Name,
    event_name,
    person_name,
    read_name,
    report_name,
    slug_of,
    statement_name,
)
from communique.errors import InvalidQuery

ID = "3f2a9c8b12cd" + "0" * 52


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Han Zheng", "han-zheng"),
        ("Péter Szijjártó", "peter-szijjarto"),
        ("Kim Jong-un", "kim-jong-un"),
        ("O'Neill", "o-neill"),
        ("  Mary   Ann ", "mary-ann"),
        ("Straße", "strasse"),
        ("习近平", "习近平"),
        ("...", ""),
    ],
)
def test_slugs(name: str, slug: str) -> None:
    assert slug_of(name) == slug


@example("℠")
@given(st.text())
def test_a_slug_is_its_own_slug(name: str) -> None:
    assert slug_of(slug_of(name)) == slug_of(name)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (event_name(ID, "e12"), Name("event", "3f2a9c8b12cd", "12")),
        (statement_name(ID, "s3"), Name("statement", "3f2a9c8b12cd", "3")),
        (report_name(ID), Name("report", "3f2a9c8b12cd")),
        (person_name("Han Zheng"), Name("person", "han-zheng")),
        ("person:Han Zheng", Name("person", "han-zheng")),
        ("event:3F2A.1", Name("event", "3f2a", "1")),
        (ID, Name("report", ID)),
        (" report:3f2a ", Name("report", "3f2a")),
    ],
)
def test_names_read_back(words: str, name: Name) -> None:
    assert read_name(words) == name


@pytest.mark.parametrize(
    "words",
    ["", ":", "e:", "e:3f2a", "e:3f2a.", "e:xyz.1", "report:", "report:3f2a.1", "report:3f", "person:", "person:...",
     "thing:abc", "hello", "e:3f2a%.1", "report:" + "a" * 65],
)  # fmt: skip
def test_words_that_name_nothing(words: str) -> None:
    with pytest.raises(InvalidQuery):
        read_name(words)
