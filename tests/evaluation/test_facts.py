import pytest

from communique.evaluation.facts import is_same_date, is_same_place


@pytest.mark.parametrize(
    ("gold", "coded", "agrees"),
    [
        ("2024", "2024-05-01", True),
        ("2024-05-01", "2024", False),
        ("2023-W48", "2023-W48", True),
        ("2024", None, False),
        (None, "2024", False),
        (None, None, False),
    ],
)
def test_dates_agree_at_golds_precision(gold: str | None, coded: str | None, agrees: bool) -> None:
    assert is_same_date(gold, coded) is agrees


@pytest.mark.parametrize(
    ("gold", "coded", "agrees"),
    [
        (("Lima", "PER"), ("Lima", "PER"), True),
        (("Lima", "PER"), ("Government Palace in Lima", "PER"), True),
        (("Lima", "PER"), ("Lima", None), True),
        (("Lima", "PER"), ("Lima", "USA"), False),
        (("Lima", None), ("Cusco", None), False),
        (("Lima", "PER"), (None, "PER"), False),
    ],
)
def test_places(gold: tuple[str, str | None], coded: tuple[str | None, str | None], agrees: bool) -> None:
    assert is_same_place(gold[0], coded[0], gold_country=gold[1], coded_country=coded[1]) is agrees
