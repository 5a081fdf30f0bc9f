"""The coded report: every value the codebook names, as frozen records that write and read its JSON."""

from dataclasses import dataclass
from typing import Literal

import msgspec

from communique.language.actors import Actor
from communique.report.model import Caption, Credit, Dateline, Report
from communique.report.span import Span

EventKind = Literal[
    "meeting", "call", "visit", "session", "negotiation", "mediation", "message", "signing", "ceremony", "appointment",
    "relations", "protest", "sanction", "aid", "agreement", "military",
]  # fmt: skip
Status = Literal["held", "under way", "planned", "proposed", "cancelled", "postponed", "suspended", "denied"]
Mode = Literal["in person", "phone", "video", "letter"]
Role = Literal[
    "host", "guest", "participant", "chair", "sender", "recipient", "signatory", "mediator", "attendee", "target"
]  # fmt: skip
Form = Literal["direct", "indirect", "mixed", "impersonal", "joint"]
Act = Literal[
    "state", "praise", "welcome", "thank", "congratulate", "condole", "hope", "urge", "demand", "propose", "pledge",
    "agree", "reaffirm", "ask", "reject", "deny", "criticise", "warn", "concern", "regret",
]  # fmt: skip
Family = Literal["partnership", "principle", "initiative", "warning", "atmosphere", "commitment"]
PromiseKind = Literal[
    "visit", "meeting", "session", "anniversary", "themed year", "agreement", "aid", "measure", "other"
]  # fmt: skip
Strength = Literal["stated", "agreed", "pledged", "offered", "invited", "accepted", "hoped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What is kept of a report beside its record, as the codebook lays it out."""

    id: str
    source: str
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    captions: tuple[Caption, ...] = ()
    credits: tuple[Credit, ...] = ()
    text: str

    @classmethod
    def of(cls, report: Report) -> "Published":
        """The published side of `report`."""
        return cls(
            id=report.id, source=report.source, url=report.url, outlet=report.outlet, headline=report.headline,
            published=report.published, language=report.language, dateline=report.dateline, captions=report.captions,
            credits=report.credits, text=report.text,
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDate:
    """The day or period of an act: ISO 8601 at the words' precision, the words, and how the value was reached."""

    value: str | None
    end: str | None = None
    text: str | None = None
    span: Span | None = None
    basis: Literal["stated", "relative", "dateline"] = "relative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The finest place named for an act."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One party to an event, in the role and capacity it has there."""

    actor: str
    name: str
    country: str | None = None
    role: Role
    capacity: str | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The recurring institution an act is a session of."""

    name: str | None
    session: str | None = None
    ordinal: int | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """An act in the code systems of the field: CAMEO, PLOVER, quad class (1 to 4), Goldstein value (-10 to 10)."""

    cameo: str | None = None
    plover: str | None = None
    quad: int | None = None
    goldstein: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A diplomatic act that the report announces, describes or recalls."""

    id: str
    kind: EventKind
    mode: Mode | None = None
    status: Status = "held"
    background: bool = False
    date: EventDate | None = None
    place: Place | None = None
    participants: tuple[Participant, ...] = ()
    body: Body | None = None
    visit_type: str | None = None
    invitation_by: str | None = None
    topics: tuple[str, ...] = ()
    codes: Codes = Codes()
    trigger: Span
    evidence: tuple[Span, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that the report attributes to somebody. `countries` are those the content is about."""

    id: str
    speakers: tuple[str, ...]
    speaker_names: tuple[str, ...]
    form: Form
    act: Act
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    addressee: str | None = None
    reported_by: str | None = None
    event: str | None = None
    countries: tuple[str, ...] = ()
    codes: Codes = Codes()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A fixed phrase that is policy in itself, as written."""

    text: str
    family: Family
    speaker: str | None = None
    countries: tuple[str, ...] = ()
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a promise falls due; `value` is absent where the words fix no time ("soon")."""

    value: str | None
    end: str | None = None
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something definite that the report says is to come, with who owes it and when."""

    kind: PromiseKind
    what: str
    by: str | None = None
    strength: Strength = "stated"
    due: Due | None = None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedReport:
    """The record of one report."""

    report: Published
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    formulas: tuple[Formula, ...] = ()
    promises: tuple[Promise, ...] = ()

    def to_json(self) -> bytes:
        """One line of JSON as the codebook lays it out, UTF-8, without a line break."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, line: bytes | str) -> "CodedReport":
        """Read back what `to_json` wrote; msgspec.ValidationError where a field is missing or of the wrong kind."""
        return msgspec.json.decode(line, type=cls)
