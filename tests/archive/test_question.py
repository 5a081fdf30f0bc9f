"""People's words become checked questions."""

from typing import Any

import pytest

from communique.archive.question import Question, country_code
from communique.errors import InvalidQuery


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("CHN", "CHN"), ("chn", "CHN"), ("China", "CHN"), ("Russia", "RUS"), ("russian federation", "RUS"),
        ("EU", "EU"), ("European Union", "EU"), ("NATO", "NATO"), ("United Nations", "UN"), ("Kosovo", "XKX"),
        ("UK", "GBR"), ("Taiwan", "TWN"), ("Palestine", "PSE"), ("South Korea", "KOR"), ("BRICS", "BRICS"),
    ],
)  # fmt: skip
def test_countries_by_code_or_name(words: str, code: str) -> None:
    assert country_code(words) == code


def test_a_question_in_full() -> None:
    question = Question.ask(
        country=["China", "RUS"], person="Han Zheng", kind="Meeting", status=["under-way", "held"], since="2023-02",
        until="2024", text="friendship", outlet="Xinhua",
    )  # fmt: skip
    assert question == Question(
        countries=("CHN", "RUS"), person="han-zheng", kinds=("meeting",), statuses=("under way", "held"),
        since="2023-02-01", until="2024-12-31", text='"friendship"', outlet="Xinhua",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ({"kind": "meting"}, "meeting"),
        ({"status": "finished"}, "held"),
        ({"country": "Nowhereland"}, "letters"),
        ({"since": "last year"}, "2023-11-29"),
        ({"until": "2023-02-30"}, "2023-11-29"),
        ({"since": "2024", "until": "2023"}, "Change"),
        ({"person": "--"}, "name"),
        ({"text": ""}, "words"),
        ({"text": "\ud800"}, "again"),
        ({"outlet": "a\0b"}, "again"),
    ],
)
def test_words_that_mean_nothing_here(words: dict[str, Any], advice: str) -> None:
    with pytest.raises(InvalidQuery) as refused:
        Question.ask(**words)
    assert advice in refused.value.hint
