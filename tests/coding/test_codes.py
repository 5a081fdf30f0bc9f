"""Acts and statements get the codes that their kind, status, words and setting call for."""

from typing import Any, get_args

import pytest

from communique.coding.codes import code_event, code_statement, quad_class
from communique.coding.record import Act, Event, EventKind, Participant, Place
from communique.report.span import Span

CASES: list[tuple[dict[str, Any], str, str, str, str | None]] = [
    ({"kind": "meeting"}, "met with", "", "040", "CONSULT"),
    ({"kind": "meeting", "roles": ("host", "guest")}, "received", "", "043", "CONSULT"),
    ({"kind": "meeting", "sides": ("JPN", "KEN"), "place": "CHE"}, "met", "", "044", "CONSULT"),
    ({"kind": "meeting", "sides": ("JPN", "KEN"), "place": "KEN"}, "met", "", "040", "CONSULT"),
    ({"kind": "meeting", "status": "planned"}, "will meet", "", "036", "CONSULT"),
    ({"kind": "visit", "status": "cancelled"}, "cancelled", "", "160", "SANCTION"),
    ({"kind": "call"}, "spoke by phone", "", "041", "CONSULT"),
    ({"kind": "visit"}, "visited", "", "042", "CONSULT"),
    ({"kind": "negotiation"}, "talks", "", "046", "CONSULT"),
    ({"kind": "negotiation", "status": "suspended"}, "talks", "", "164", "SANCTION"),
    ({"kind": "mediation"}, "mediated", "", "045", "CONSULT"),
    ({"kind": "message"}, "sent", "sent a message of condolence", "018", "SUPPORT"),
    ({"kind": "message"}, "congratulated", "", "051", "SUPPORT"),
    ({"kind": "message"}, "sent a letter", "", "040", "CONSULT"),
    ({"kind": "signing"}, "signed", "", "057", "AGREE"),
    ({"kind": "ceremony"}, "laid a wreath", "", "017", "SUPPORT"),
    ({"kind": "relations"}, "recognised", "", "054", "COOPERATE"),
    ({"kind": "relations"}, "expelled", "", "161", "SANCTION"),
    ({"kind": "relations"}, "established", "", "050", "COOPERATE"),
    ({"kind": "protest"}, "summoned", "", "114", "ACCUSE"),
    ({"kind": "sanction"}, "imposed", "", "163", "SANCTION"),
    ({"kind": "sanction"}, "lifted", "", "085", "CONCEDE"),
    ({"kind": "sanction"}, "imposed", "said after it lifted the visa rules", "163", "SANCTION"),
    ({"kind": "sanction"}, "sanctions against Fiji were eased", "", "085", "CONCEDE"),
    ({"kind": "sanction"}, "resumed aid", "", "085", "CONCEDE"),
    ({"kind": "sanction"}, "suspended lending", "", "162", "SANCTION"),
    ({"kind": "sanction"}, "suspended", "suspended Fiji from the bloc", "163", "SANCTION"),
    ({"kind": "sanction", "status": "planned"}, "impose", "said it would impose tariffs from May", "163", "SANCTION"),
    ({"kind": "sanction", "status": "planned"}, "impose", "would impose tariffs unless", "1312", "THREATEN"),
    ({"kind": "aid"}, "sent", "sent food and medicine", "073", "AID"),
    ({"kind": "aid"}, "delivered", "delivered two artillery systems", "072", "AID"),
    ({"kind": "aid"}, "pledged", "pledged a loan", "033", "AID"),
    ({"kind": "agreement"}, "agreed", "", "030", "AGREE"),
    ({"kind": "military"}, "held", "held a joint exercise", "062", "COOPERATE"),
    ({"kind": "military"}, "deployed", "", "154", "MOBILIZE"),
]


def make_event(
    kind: EventKind,
    status: Any = "held",
    roles: tuple[Any, ...] = (),
    sides: tuple[str, ...] = (),
    place: str | None = None,
) -> Event:
    parties = [Participant(actor="a", name="A", role=role, span=Span(0, 1)) for role in roles]
    parties += [Participant(actor=side, name=side, country=side, role="participant", span=Span(0, 1)) for side in sides]
    return Event(
        id="e1", kind=kind, status=status, participants=tuple(parties), trigger=Span(0, 1),
        place=Place(name="there", country=place) if place else None,
    )  # fmt: skip


@pytest.mark.parametrize(("given", "trigger", "evidence", "cameo", "plover"), CASES)
def test_events_are_coded(given: dict[str, Any], trigger: str, evidence: str, cameo: str, plover: str | None) -> None:
    codes = code_event(make_event(**given), trigger, evidence)
    assert (codes.cameo, codes.plover) == (cameo, plover)
    assert codes.goldstein is not None


@pytest.mark.parametrize("kind", get_args(EventKind))
def test_every_kind_has_codes_unless_denied(kind: EventKind) -> None:
    assert code_event(make_event(kind), "").cameo is not None
    assert code_event(make_event(kind, status="denied"), "").cameo is None


@pytest.mark.parametrize("act", get_args(Act))
def test_every_statement_has_a_code(act: Act) -> None:
    assert code_statement(act).cameo is not None


@pytest.mark.parametrize(
    ("cameo", "quad"), [("010", 1), ("057", 1), ("062", 2), ("0333", 1), ("114", 3), ("1312", 3), ("163", 4)]
)
def test_the_quad_class_follows_from_the_root(cameo: str, quad: int) -> None:
    assert quad_class(cameo) == quad


def test_known_values_of_the_scale() -> None:
    assert code_event(make_event("visit"), "").goldstein == 1.9
    assert code_event(make_event("signing"), "").goldstein == 8.0
    assert code_statement("criticise").quad == 3


@pytest.mark.parametrize(
    ("act", "words", "cue", "plover"),
    [
        ("propose", "to host the talks", "offered", "AGREE"),
        ("propose", "a joint commission", "proposed", "REQUEST"),
        ("regret", "the incident", "apologised for", "SUPPORT"),
        ("reaffirm", "Oslo ease the rules", "reiterated its demand that", "REQUEST"),
        ("pledge", "it is committed to reform but will not be rushed", "said", "AGREE"),
        ("agree", "the demands of the envoys", "accepted", "CONCEDE"),
    ],
)
def test_the_cue_refines_the_act(act: Act, words: str, cue: str, plover: str | None) -> None:
    assert code_statement(act, words, cue).plover == plover


@pytest.mark.parametrize(
    ("act", "words", "plover"),
    [
        ("pledge", "it will boycott the summit", "THREATEN"),
        ("pledge", "it will send a delegation", "AGREE"),
        ("state", "it would not accept the plan", "REJECT"),
        ("reaffirm", "Both sides must lay down arms", "REQUEST"),
        ("state", "the envoy will visit Lima in May", "AGREE"),
        ("state", "the weather was fine", None),
        ("regret", "the delay", None),
        ("regret", "apologised for the delay", "SUPPORT"),
    ],
)
def test_what_words_do_refines_the_act(act: Act, words: str, plover: str | None) -> None:
    assert code_statement(act, words).plover == plover
