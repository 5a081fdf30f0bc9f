"""Archives and hand-made records for the tests of the archive."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.archive.archive import Archive
from communique.coding.record import CodedReport, Event, EventDate, Participant, Place, Published, Statement
from communique.language.actors import Actor, Capacity
from communique.report.span import Span

TEXT = "Foreign Minister {host} met {guest} in {place} on {day}. {host} said the two sides would meet again. {more}"

type Maker = Callable[..., CodedReport]


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """An archive with nothing in it."""
    with Archive(tmp_path / "archive.sqlite", create=True) as made:
        yield made


@pytest.fixture
def make_record() -> Maker:
    """A maker of small records: one event with a host and a guest, and one statement of the host's."""
    return _make_record


def _make_record(
    *, host: str = "Espen Barth Eide", guest: str = "Lars Løkke Rasmussen", countries: tuple[str, str] = ("NOR", "DNK"),
    place: str = "Oslo", day: str | None = "2024-05-14", kind: str = "meeting", status: str = "held",
    outlet: str | None = "Nordic Wire", source: str = "a.txt", more: str = "",
) -> CodedReport:  # fmt: skip
    text = TEXT.format(host=host, guest=guest, place=place, day=day, more=more)

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    fields: dict[str, Any] = {"kind": kind, "status": status}
    event = Event(
        id="e1", trigger=span("met"), evidence=(Span(0, text.index(".") + 1),),
        place=Place(name=place, span=span(place)),
        date=EventDate(value=day, text=day, span=span(str(day)), basis="stated") if day else None,
        participants=(
            Participant(
                actor="a1", name=host, country=countries[0], role="host", capacity="Foreign Minister", span=span(host)
            ),
            Participant(actor="a2", name=guest, country=countries[1], role="guest", span=span(guest)),
        ), **fields,
    )  # fmt: skip
    statement = Statement(
        id="s1", speakers=("a1",), speaker_names=(host,), form="indirect", act="pledge", cue=span("said"),
        content=(span("the two sides would meet again"),), event="e1",
    )  # fmt: skip
    post = Capacity(title="Foreign Minister", country=countries[0], span=span("Foreign Minister"))
    return CodedReport(
        report=Published(
            id=hashlib.sha256(text.encode()).hexdigest(), source=source, text=text, outlet=outlet,
            headline=f"{host} meets {guest}", published=f"{day}T09:00" if day else None,
        ),
        actors=(
            Actor(id="a1", kind="person", name=host, country=countries[0], mentions=(span(host),), capacities=(post,)),
            Actor(id="a2", kind="person", name=guest, country=countries[1], mentions=(span(guest),)),
        ),
        events=(event,), statements=(statement,),
    )  # fmt: skip
