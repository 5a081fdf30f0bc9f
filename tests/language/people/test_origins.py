"""A name speaks against states whose officials bear no such names, and proves nothing."""

import pytest

from communique.language.people.name_words import name_parts
from communique.language.people.origins import may_be_from


@pytest.mark.parametrize(
    ("name", "state", "may"),
    [
        ("Nguyen Van An", "CUB", False),
        ("Nguyen Van An", "VNM", True),
        ("Li Wenbo", "RUS", False),
        ("Ma Guo", "CHN", True),
        ("Khalid bin Salem", "CHN", False),
        ("Khalid bin Salem", "OMN", True),
        ("Juan Quispe Mamani", "VNM", False),
        ("Kim Seo Yeon", "JPN", False),
        ("Vardan Hakobosyan", "CHE", False),
        ("Ann Lee", "KEN", True),
        ("Nguyen Van An", "USA", True),
        ("Nguyen Van An", "UN", True),
    ],
)
def test_which_states_a_name_rules_out(name: str, state: str, may: bool) -> None:
    assert may_be_from(name, name_parts(name), state) is may
