"""Acts whose clause names no parties take those of the words before; those told twice are one."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]
MEETING = "President Silva of Brazil met President Rojas of Chile in Brasilia on Tuesday. "
VISIT = "President Alar Karis of Estonia arrived in Riga on a state visit. "

CASES = [
    (MEETING + "Ten agreements were signed.", "signing", {("Brazil", "signatory"), ("Chile", "signatory")}),
    (MEETING + "A joint statement was issued.", "signing", {("Silva", "signatory"), ("Rojas", "signatory")}),
    (
        VISIT + "The Latvian president, Edgars Rinkevics, hosted a state dinner.",
        "ceremony",
        {("Edgars Rinkevics", "host"), ("Alar Karis", "guest")},
    ),
    (
        "Peru severed diplomatic relations. The decision came after weeks of quarrels with Mexico.",
        "relations",
        {("Peru", "sender"), ("Mexico", "target")},
    ),
    (
        "Norwegian Foreign Minister Espen Barth Eide said three Russian diplomats were being expelled.",
        "relations",
        {("Norway", "sender"), ("three Russian diplomats", "target")},
    ),
    (
        "The recall of Greek ambassador Nikos Pappas was announced in Athens.",
        "relations",
        {("Greece", "sender"), ("Nikos Pappas", "participant")},
    ),
    (
        (
            "Chad and Niger signed a pact. The text bears the names of President Ali Haroun of Chad and President "
            "Ada Mody of Niger."
        ),
        "signing",
        {("Ali Haroun", "signatory"), ("Ada Mody", "signatory")},
    ),
]


@pytest.mark.parametrize(("text", "kind", "parties"), CASES)
def test_parties_left_unsaid(text: str, kind: str, parties: set[tuple[str, str]], coded: Coded) -> None:
    found = [event for event in coded(text).events if event.kind == kind]
    assert [{(p.name, p.role) for p in event.participants} for event in found] == [parties]


LEFT = [
    ("Ten agreements were signed on Tuesday.", "signing"),
    (MEETING + "The canal treaty was signed in 1977.", "signing"),
    ("A state dinner was held in Riga.", "ceremony"),
]


@pytest.mark.parametrize(("text", "kind"), LEFT)
def test_nobody_to_take_up(text: str, kind: str, coded: Coded) -> None:
    assert kind not in {event.kind for event in coded(text).events}
