"""Formulas are found in their longest form, once a report, with their family."""

from collections.abc import Callable

import pytest

from communique.coding.formula_grammar import compile_pattern
from communique.coding.formulas import find_formulas
from communique.language.analysis import Analysis

FOUND = [
    (
        "Envoys hailed the Kenya-Ghana strategic partnership.",
        "strategic partnership",
        "partnership",
    ),
    ("The transatlantic partnership endures.", "transatlantic partnership", "partnership"),
    ("There is no military solution to this crisis.", "There is no military solution to this crisis", "principle"),
    ("It upholds mutual respect and non-intervention.", "mutual respect and non-intervention", "principle"),
    ("They endorsed the Dialogue Among Civilizations.", "Dialogue Among Civilizations", "initiative"),
    ("He threatened a merciless response to the drills.", "merciless response", "warning"),
    ("The envoy praised their time-tested friendship.", "time-tested friendship", "partnership"),
    (
        "Both back the political unity and territorial integrity of Libya.",
        "political unity and territorial integrity of Libya",
        "principle",
    ),
    (
        "Talks took place in a collegial and constructive atmosphere.",
        "collegial and constructive atmosphere",
        "atmosphere",
    ),
    ("NATO renewed its unyielding commitment to them.", "unyielding commitment", "commitment"),
    (
        "They raised ties to a comprehensive strategic cooperative partnership.",
        "comprehensive strategic cooperative partnership",
        "partnership",
    ),
    (
        "The alliance is the cornerstone of peace and security in the region.",
        "cornerstone of peace and security",
        "partnership",
    ),
    ("France adheres to the one-China policy.", "one-China policy", "principle"),
    (
        "He spoke for mutual respect, equality and non-interference.",
        "mutual respect, equality and non-interference",
        "principle",
    ),
    ("Both back a two-state solution.", "two-state solution", "principle"),
    ("They praised the Belt and Road Initiative.", "Belt and Road Initiative", "initiative"),
    ("She welcomed the Global Ports Initiative.", "Global Ports Initiative", "initiative"),
    ("It works for a free and open Indo-Pacific.", "free and open Indo-Pacific", "initiative"),
    ("Whoever does so is playing with fire.", "playing with fire", "warning"),
    ("Aggression will face swift and severe consequences.", "face swift and severe consequences", "warning"),
    ("The talks were held in a warm and friendly atmosphere.", "warm and friendly atmosphere", "atmosphere"),
    (
        "They had a candid and constructive exchange of views.",
        "candid and constructive exchange of views",
        "atmosphere",
    ),
    (
        "He voiced an ironclad commitment to the defense of Japan.",
        "ironclad commitment to the defense of Japan",
        "commitment",
    ),
    (
        "She reaffirmed support for Moldova’s sovereignty and territorial integrity.",
        "support for Moldova’s sovereignty and territorial integrity",
        "commitment",
    ),
]


@pytest.mark.parametrize(("text", "phrase", "family"), FOUND)
def test_the_longest_form_is_coded(analysed: Callable[[str], Analysis], text: str, phrase: str, family: str) -> None:
    (formula,) = find_formulas(analysed(text), ())
    assert (formula.text, formula.family) == (phrase, family)
    assert formula.span.of(text) == phrase


@pytest.mark.parametrize(
    "text",
    [
        "The company announced a partnership with a bank.",
        "They support the plan.",
        "The two states have friendly relations and a strategic relationship.",
        "Both spoke of the bonds of friendship.",
        "The weather was warm and the sea calm.",
        "He played with fireworks.",
        "They met under the Normandy format to speak of the Minsk agreements.",
        "The two signed the Abraham Accords and the Shusha Declaration.",
        "Both cited the Treaty of Friendship, Cooperation and Mutual Assistance.",
        "Peru stood in solidarity with Chile.",
        "The minister met his counterpart to discuss cooperation.",
    ],
)
def test_common_words_are_no_formula(analysed: Callable[[str], Analysis], text: str) -> None:
    assert find_formulas(analysed(text), ()) == ()


def test_a_phrase_is_coded_once_a_report(analysed: Callable[[str], Analysis]) -> None:
    text = "He named the two-state solution. She named the two-state solution."
    assert [formula.span.start for formula in find_formulas(analysed(text), ())] == [text.index("two-state")]


def test_countries_named_near_are_kept(analysed: Callable[[str], Analysis]) -> None:
    (formula,) = find_formulas(analysed("India and Japan praised their special strategic partnership."), ())
    assert set(formula.countries) == {"IND", "JPN"}


@pytest.mark.parametrize(
    ("pattern", "text", "match"),
    [
        ("<tone>+ talks", "frank, open and warm talks", "frank, open and warm talks"),
        ("new (type | model) of relations", "a new model of relations", "new model of relations"),
        ("support for @'s unity", "support for Mali’s unity", "support for Mali’s unity"),
        ("mutual respect (, | and) equality", "mutual respect, equality", "mutual respect, equality"),
        ("zone of? peace", "zone peace", "zone peace"),
    ],
)
def test_patterns_mean_what_the_grammar_says(pattern: str, text: str, match: str) -> None:
    found = compile_pattern(pattern, {"tone": ["frank", "open", "warm"]}).pattern.search(text)
    assert found is not None
    assert found.group() == match


@pytest.mark.parametrize("pattern", ["@ @", "word ) word"])
def test_patterns_without_a_fixed_word_are_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        compile_pattern(pattern, {})
