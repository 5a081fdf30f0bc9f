"""Words that people search for become queries that FTS5 takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.archive.connection import sqlite_build
from communique.archive.fulltext import full_text_query
from communique.errors import InvalidQuery


@pytest.mark.parametrize(
    ("words", "query"),
    [
        ("grain ships", '"grain" AND "ships"'),
        ('"grain deal" ships', '"grain deal" AND "ships"'),
        ("“grain deal”", '"grain deal"'),
        ("U.S. win-win", '"U S" AND "win win"'),
        ("negotiat*", '"negotiat"*'),
        ("grain OR wheat", '"grain" OR "wheat"'),
        ("grain NOT (wheat OR rye)", '"grain" NOT ( "wheat" OR "rye" )'),
        ("(a b) (c)", '( "a" AND "b" ) AND ( "c" )'),
        ("and or", '"and" AND "or"'),
        ("headline:peace ^first a+b", '"headline peace" AND "first" AND "a b"'),
        ("— peace", '"peace"'),
    ],
)
def test_queries(words: str, query: str) -> None:
    assert full_text_query(words) == query


@pytest.mark.parametrize(
    "words",
    ["", "  ", '"', 'a "b', "AND", "a AND", "OR a", "a AND OR b", "(a", "a)", ")(", "()", "a ()", "NOT a", "—", "* *",
     "a " * 600],
)  # fmt: skip
def test_refused(words: str) -> None:
    with pytest.raises(InvalidQuery) as refused:
        full_text_query(words)
    assert refused.value.hint


@given(st.lists(st.sampled_from([*"ab\"*()-:^+{},.'\\", " ", "AND ", " OR ", " NOT ", "NEAR("]), max_size=40))
def test_fts5_takes_whatever_is_not_refused(words: list[str]) -> None:
    try:
        query = full_text_query("".join(words))
    except InvalidQuery:
        return
    connection = sqlite_build().connect(":memory:")
    try:
        connection.execute("CREATE VIRTUAL TABLE found USING fts5 (headline, text)")
        connection.execute("SELECT * FROM found WHERE found MATCH ?", (query,)).fetchall()
    finally:
        connection.close()
