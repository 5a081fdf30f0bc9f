"""Names of persons are found without honours and titles; other capitalised words are no names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language.nations.finding import find_nations
from communique.language.parser import parse
from communique.language.people.name_words import fold, gender_of, name_parts
from communique.language.people.names import find_names
from communique.language.people.posts import find_posts
from communique.report.reading import Paragraph


def names_of(text: str) -> list[str]:
    found: list[str] = []
    for sentence in parse([Paragraph("body", text, tuple(range(len(text))))]):
        words, nations = sentence.words, find_nations(sentence.words)
        names = find_names(words, find_posts(words, nations), nations)
        found.extend(text[words[name.first].start : words[name.stop - 1].end] for name in names)
    return found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("His Excellency Sheikh Tamim bin Hamad Al Thani received the guests.", ["Tamim bin Hamad Al Thani"]),
        ("Mr. Guterres thanked President Dr. Hage Geingob.", ["Guterres", "Hage Geingob"]),
        ("European Commission President Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        ("Foreign Minister Jean-Noël Barrot met Kim Jong Un.", ["Jean-Noël Barrot", "Kim Jong Un"]),
        ("President Joseph R. Biden, Jr. signed the law.", ["Joseph R. Biden, Jr."]),
        ("Wen Tao, deputy head of the mission, spoke.", ["Wen Tao"]),
        ("His Peruvian counterpart, Rosa Quispe Mamani, agreed.", ["Rosa Quispe Mamani"]),
        ("Director of the Port Authority (DPA) Ann Lee was there.", ["Ann Lee"]),
    ],
)
def test_a_name_is_whole_and_bare(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Culture opened on Monday.",
        "Norway and the United Nations signed in October.",
        "The President visited Jordan in March.",
    ],
)
def test_places_and_institutions_are_no_names(text: str) -> None:
    assert names_of(text) == []


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Ursula von der Leyen", ("ursula", "leyen")),
        ("Qais Al-Salem", ("qais", "salem")),
        ("José Peña Jr.", ("jose", "pena")),
        ("Jean-Noël Barrot", ("jean", "noel", "barrot")),
    ],
)
def test_names_are_compared_without_particles_and_accents(written: str, parts: tuple[str, ...]) -> None:
    assert name_parts(written) == parts


@pytest.mark.parametrize(("parts", "gender"), [(("angela", "merz"), "f"), (("dmitry", "orlov"), "m"), (("xq",), None)])
def test_a_given_name_may_tell_the_gender(parts: tuple[str, ...], gender: str | None) -> None:
    assert gender_of(parts) == gender


@given(st.text(alphabet=st.characters(codec="ascii"), max_size=40))
def test_folding_forgets_case(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == text.lower()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Home Minister B K Sharma received the envoy.", ["B K Sharma"]),
        ("King Harald V of Norway spoke.", ["Harald V"]),
        ("Senator the Hon Ann Lee spoke.", ["Ann Lee"]),
        ("The Special Envoy for Chad, Amb. Moussa Deby Abakar, spoke.", ["Moussa Deby Abakar"]),
        ("The Danish Foreign Minister, Hans-Peter Kragh, whose country chairs it, spoke.", ["Hans-Peter Kragh"]),
        ("Presidents Ann Lee of Chile, Rosa Quispe of Peru and Juan Mamani of Bolivia met.",
         ["Ann Lee", "Rosa Quispe", "Juan Mamani"]),
    ],
)  # fmt: skip
def test_names_in_all_their_writings(text: str, names: list[str]) -> None:
    assert names_of(text) == names
