"""Confidence is a probability, falls with what speaks against an event, and its table names only features there are."""

from dataclasses import replace
from typing import get_args

import pytest

from communique.coding.confidence import (
    LEAST,
    MOST,
    confidence_of_event,
    confidence_of_statement,
    event_features,
    statement_features,
)
from communique.coding.record import Event, EventDate, EventKind, Form, Participant, Place, Statement
from communique.lexicon import read_lexicon
from communique.report.span import Span

ITO = Participant(actor="a1", name="Ito", country="JPN", role="host", capacity="Prime Minister", span=Span(0, 3))
PARK = Participant(actor="a2", name="Park", country="KOR", role="guest", capacity="President", span=Span(9, 13))
MEETING = Event(
    id="e1", kind="meeting", participants=(ITO, PARK), date=EventDate(value="2024-03-05"), place=Place(name="Tokyo"),
    trigger=Span(4, 8), evidence=(Span(0, 30), Span(40, 60)),
)  # fmt: skip
SAID = Statement(
    id="s1", speakers=("a1",), speaker_names=("Ito",), form="indirect", act="praise", cue=Span(70, 74),
    content=(Span(75, 140),), confidence=0.95,
)  # fmt: skip


@pytest.mark.parametrize("kind", get_args(EventKind))
def test_an_event_has_a_probability(kind: EventKind) -> None:
    assert LEAST <= confidence_of_event(replace(MEETING, kind=kind), 500) <= MOST


@pytest.mark.parametrize("form", get_args(Form))
def test_a_statement_has_a_probability(form: Form) -> None:
    assert LEAST <= confidence_of_statement(replace(SAID, form=form), 500) <= MOST


def test_the_fuller_event_is_the_surer() -> None:
    bare = replace(MEETING, participants=(replace(ITO, country=None, capacity=None),), date=None, evidence=())
    assert confidence_of_event(MEETING, 500) > confidence_of_event(bare, 500)


def test_every_weight_belongs_to_a_feature() -> None:
    table = read_lexicon("communique.coding", "confidence")
    kinds = {f"kind {kind}" for kind in get_args(EventKind)}
    forms = {f"form {form}" for form in get_args(Form)}
    bare = replace(MEETING, participants=(), date=None, background=True, status="planned")
    events = {*event_features(MEETING, 5000), *event_features(bare, 500), *kinds, "ordinal"}
    other = replace(SAID, speakers=("a", "b"), reported_by="X", event="e1", cue=None, content=(Span(3, 400),))
    short = replace(SAID, content=(Span(3, 9),))
    statements = {name for case in (SAID, other, short) for name in statement_features(case, 5000)} | forms
    assert set(table["event"]) <= events
    assert set(table["statement"]) <= statements
