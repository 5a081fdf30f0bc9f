"""A hand-coded report of a made-up story, and the record that agrees with it in everything."""

import pytest

from communique.coding.record import (
    Body,
    CodedReport,
    Due,
    Event,
    EventDate,
    Formula,
    Participant,
    Place,
    Promise,
    Published,
    Statement,
)
from communique.evaluation.gold import (
    GoldBody,
    GoldCapacity,
    GoldDate,
    GoldDateline,
    GoldEvent,
    GoldFormula,
    GoldParty,
    GoldPlace,
    GoldPromise,
    GoldReport,
    GoldStatement,
)
from communique.language.actors import Actor, Capacity
from communique.report.model import Dateline
from communique.report.span import Span

TEXT = (
    "LIMA, June 3 (Agency) - Peruvian Trade Minister Rosa Quispe received Kenyan envoy Peter Otieno in Lima on Monday "
    "for the second session of the Coffee Council. Quispe said the two would build a strategic partnership and meet "
    "again in 2031."
)


@pytest.fixture
def gold() -> GoldReport:
    return GoldReport(
        id="story-1",
        dateline=GoldDateline(place="Lima", date="2030-06-03"),
        events=(
            GoldEvent(
                kind="meeting",
                mode="in person",
                status="held",
                trigger="received",
                date=GoldDate(value="2030-06-03", text="Monday"),
                place=GoldPlace(name="Lima", country="PER"),
                participants=(
                    GoldParty(name="Rosa Quispe", country="PER", role="host", capacity="Trade Minister"),
                    GoldParty(name="Peter Otieno", country="KEN", role="guest", capacity="envoy"),
                ),
                body=GoldBody(name="Coffee Council", session="session", ordinal=2),
            ),
        ),
        statements=(
            GoldStatement(
                speakers=("Rosa Quispe",),
                form="indirect",
                act="pledge",
                cue="said",
                content=("the two would build a strategic partnership and meet again in 2031",),
            ),
        ),
        capacities=(
            GoldCapacity(name="Rosa Quispe", title="Trade Minister", quote="Peruvian Trade Minister Rosa Quispe"),
        ),
        formulas=(GoldFormula(text="strategic partnership", family="partnership"),),
        promises=(
            GoldPromise(
                kind="meeting", what="meet again", quote="meet again in 2031", due=GoldDate(value="2031", text="2031")
            ),
        ),
    )


@pytest.fixture
def coded() -> CodedReport:
    return CodedReport(
        report=Published(
            id="0",
            source="stories.jsonl#story-1",
            text=TEXT,
            dateline=Dateline(
                place="Lima", country="PER", date="2030-06-03", agency="Agency", span=_span("LIMA, June 3")
            ),
        ),
        actors=(
            Actor(
                id="a1",
                kind="person",
                name="Rosa Quispe",
                country="PER",
                mentions=(_span("Rosa Quispe"),),
                capacities=(Capacity(title="Trade Minister", country="PER", span=_span("Trade Minister")),),
            ),
        ),
        events=(
            Event(
                id="e1",
                kind="meeting",
                mode="in person",
                status="held",
                trigger=_span("received"),
                date=EventDate(value="2030-06-03", text="Monday", span=_span("Monday")),
                place=Place(name="Lima", country="PER", span=_span("Lima")),
                participants=(
                    Participant(
                        actor="a1",
                        name="Rosa Quispe",
                        country="PER",
                        role="host",
                        capacity="Trade Minister",
                        span=_span("Rosa Quispe"),
                    ),
                    Participant(
                        actor="a2",
                        name="Peter Otieno",
                        country="KEN",
                        role="guest",
                        capacity="envoy",
                        span=_span("Peter Otieno"),
                    ),
                ),
                body=Body(name="Coffee Council", session="session", ordinal=2, span=_span("Coffee Council")),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                speakers=("a1",),
                speaker_names=("Rosa Quispe",),
                form="indirect",
                act="pledge",
                cue=_span("said"),
                content=(_span("the two would build a strategic partnership and meet again in 2031"),),
            ),
        ),
        formulas=(Formula(text="strategic partnership", family="partnership", span=_span("strategic partnership")),),
        promises=(
            Promise(
                kind="meeting",
                what="meet again",
                due=Due(value="2031", text="2031", span=_span("2031")),
                span=_span("meet again in 2031"),
            ),
        ),
    )


def _span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))
