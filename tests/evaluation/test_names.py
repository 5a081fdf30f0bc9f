import pytest

from communique.coding.record import Participant
from communique.evaluation.gold import GoldParty
from communique.evaluation.names import is_same_name, is_same_party, is_same_post
from communique.report.span import Span


@pytest.mark.parametrize(
    ("gold", "coded"),
    [
        ("Aino Virtanen", "Virtanen"),
        ("Aino Virtanen", "Virtanen Aino"),
        ("Émile Dubois", "EMILE DUBOIS"),
        ("President Aino Virtanen", "Aino Virtanen"),
        ("the Prime Minister", "Prime Minister"),
        ("Baltic Water Commission of Ministers", "Baltic Water Commission"),
        ("delegation of young farmers from the northern islands", "young farmers from the northern islands"),
    ],
)
def test_names_that_agree(gold: str, coded: str) -> None:
    assert is_same_name(gold, coded)
    assert is_same_name(coded, gold)


@pytest.mark.parametrize(
    ("gold", "coded"),
    [
        ("Aino Virtanen", "Jaan Tamm"),
        ("Aino Virtanen", None),
        (None, None),
        ("", "Aino Virtanen"),
        ("students of five universities in the capital", "students"),
        ("Aino Virtanen", "Aino Kask"),
    ],
)
def test_names_that_differ(gold: str | None, coded: str | None) -> None:
    assert not is_same_name(gold, coded)


@pytest.mark.parametrize(
    ("gold", "coded"),
    [
        ("Foreign Minister", "Minister of Foreign Affairs and Foreign Minister"),
        ("Secretary of State", "Secretary for State"),
        ("Deputy Minister of Trade", "Deputy Trade Minister"),
        ("chair", "Chair of the commission"),
    ],
)
def test_posts_that_agree(gold: str, coded: str) -> None:
    assert is_same_post(gold, coded)


@pytest.mark.parametrize(
    ("gold", "coded"), [("Foreign Minister", "Defence Minister of Norway"), ("envoy", None), ("of the", "of the")]
)
def test_posts_that_differ(gold: str, coded: str | None) -> None:
    assert not is_same_post(gold, coded)


def _coded(name: str, country: str | None, capacity: str | None = None) -> Participant:
    return Participant(actor="a", name=name, country=country, role="host", capacity=capacity, span=Span(0, 1))


@pytest.mark.parametrize(
    ("gold", "coded", "agrees"),
    [
        (GoldParty(name="Moscow", country="RUS"), _coded("Russia", "RUS"), True),
        (GoldParty(name="Moscow", country="RUS"), _coded("Belarus", "BLR"), False),
        (GoldParty(name="Moscow", country="RUS"), _coded("Ivan Petrov", "RUS", "envoy"), False),
        (GoldParty(name="Gothenburg", country="SWE"), _coded("Sweden", "SWE"), False),
        (GoldParty(name="Moscow", country=None), _coded("Russia", None), False),
        (GoldParty(name="Jaan Tamm", country="EST"), _coded("Tamm", None), True),
    ],
)
def test_capitals_stand_for_states(gold: GoldParty, coded: Participant, agrees: bool) -> None:
    assert is_same_party(gold, coded) is agrees
