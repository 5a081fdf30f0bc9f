"""A coded report written by hand, with overlapping evidence, for the tests of what people see."""

from typing import Any

import pytest

from communique.coding.record import (
    Body,
    CodedReport,
    Codes,
    Due,
    Event,
    EventDate,
    Formula,
    Participant,
    Place,
    Promise,
    Published,
    Statement,
)  # fmt: skip
from communique.language.actors import Actor, Capacity
from communique.report.model import Caption, Credit, Dateline
from communique.report.span import Span

TEXT = (
    "Foreign ministers at the lakeside venue. (Agency Photo/A. Bergman)\n\n"
    "HELSINKI, May 6 (Reuters) - Finnish Foreign Minister Aino Virtanen met her Estonian counterpart Jaan Tamm in "
    "Helsinki on Tuesday for the fourth session of the Baltic Water Commission.\n\n"
    "Virtanen said that Finland would host the next session in 2026 in the spirit of their strategic partnership.\n\n"
    "(Editor: Mary Olsen)"
)


@pytest.fixture(scope="session")
def sample() -> CodedReport:
    """The record of a short story in which statement, promise and formula overlap."""
    virtanen = Actor(
        id="a1", kind="person", name="Aino Virtanen", country="FIN", mentions=(span_of("Aino Virtanen"),),
        capacities=(
            Capacity(title="Foreign Minister", of="Finland", country="FIN", span=span_of("Finnish Foreign Minister")),
        ),
    )  # fmt: skip
    tamm = Actor(id="a2", kind="person", name="Jaan Tamm", country="EST", mentions=(span_of("Jaan Tamm"),))
    finland = Actor(id="a3", kind="state", name="Finland", country="FIN", mentions=(span_of("Finland"),))
    session = Event(
        id="e1", kind="session", status="held", trigger=span_of("met"), evidence=(span_of("met"),), confidence=0.9,
        date=EventDate(value="2025-05-06", text="Tuesday", span=span_of("Tuesday"), basis="relative"),
        place=Place(name="Helsinki", country="FIN", span=span_of("Helsinki")),
        participants=(
            Participant(
                actor="a1", name="Aino Virtanen", country="FIN", role="host", capacity="Foreign Minister",
                span=span_of("Aino Virtanen"),
            ),
            Participant(actor="a2", name="Jaan Tamm", country="EST", role="guest", span=span_of("Jaan Tamm")),
        ),
        body=Body(
            name="Baltic Water Commission", session="session", ordinal=4, span=span_of("Baltic Water Commission"),
        ),
        codes=Codes(cameo="040", plover="CONSULT", quad=1, goldstein=1.0),
    )  # fmt: skip
    statement = Statement(
        id="s1", speakers=("a1",), speaker_names=("Aino Virtanen",), form="indirect", act="pledge", cue=span_of("said"),
        content=(
            span_of("Finland would host the next session in 2026 in the spirit of their strategic partnership"),
        ),
    )  # fmt: skip
    fields: dict[str, Any] = {
        "report": Published(
            id="0123456789abcdef", source="baltic.txt", outlet="Example News", headline="Ministers meet in Helsinki",
            published="2025-05-07T09:00", language="en", text=TEXT,
            dateline=Dateline(
                place="Helsinki", country="FIN", date="2025-05-06", agency="Reuters",
                span=span_of("HELSINKI, May 6 (Reuters) -"),
            ),
            captions=(Caption(span=Span(0, 66), credit="Agency Photo/A. Bergman"),),
            credits=(Credit(role="editor", name="Mary Olsen", span=span_of("Mary Olsen")),),
        ),
        "actors": (virtanen, tamm, finland),
        "events": (session,),
        "statements": (statement,),
        "formulas": (
            Formula(
                text="strategic partnership", family="partnership", speaker="a1", span=span_of("strategic partnership"),
            ),
        ),
        "promises": (
            Promise(
                kind="session", what="the next session", by="Finland", strength="pledged",
                due=Due(value="2026", text="2026", span=span_of("2026")), span=span_of("host the next session in 2026"),
            ),
        ),
    }  # fmt: skip
    return CodedReport(**fields)


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))
