"""What the archive answers with: frozen records, each with the words of its report."""

from dataclasses import dataclass

from communique.coding.record import CodedReport, Event, Participant, Statement
from communique.language.actors import Capacity
from communique.linking.people.identity import Spelling
from communique.linking.people.tenures import Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One coding: by which version with which model and settings, begun when (UTC), and how many reports it coded."""

    number: int
    version: str
    model: str
    model_version: str
    settings: str
    started: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReport:
    """A report that something was found in. `name` is what `show` takes."""

    name: str
    id: str
    source: str
    outlet: str | None
    headline: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """An event as a search gives it: `words` is the sentence that announces it, `trigger` the words in it that do."""

    name: str
    event: Event
    report: FoundReport
    words: str
    trigger: str

    @property
    def kind(self) -> str:
        """The kind of the event."""
        return self.event.kind

    @property
    def status(self) -> str:
        """Whether it was held, is planned, and so on."""
        return self.event.status

    @property
    def date(self) -> str | None:
        """The day, or the beginning of the period, at the precision the report gives; `None` where it gives none."""
        return self.event.date.value if self.event.date else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """A statement with its words."""

    name: str
    statement: Statement
    report: FoundReport
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEvent:
    """One event with the whole record of its report, the run that coded it, and the statements made at it."""

    name: str
    event: Event
    coded: CodedReport
    run: Run
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStatement:
    """One statement with the whole record of its report and the run that coded it."""

    name: str
    statement: Statement
    coded: CodedReport
    run: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """One report's record, the run that coded it, all runs that did, and the sources that gave the same text."""

    name: str
    coded: CodedReport
    run: Run
    runs: tuple[int, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldPost:
    """A post as one report gives it on its day, with its words."""

    day: str | None
    post: Capacity
    words: str
    report: FoundReport


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEvent:
    """An event and the part that the person has in it."""

    found: FoundEvent
    part: Participant


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """What the reports say of one person under every name that is taken for theirs.

    `spellings` are all namings that may be meant, with the verdict on each; those that are "same" are gathered here.
    `tenures` are the posts in time.
    """

    name: str
    names: tuple[str, ...]
    countries: tuple[str, ...]
    reports: int
    posts: tuple[HeldPost, ...]
    events: tuple[PersonEvent, ...]
    statements: tuple[FoundStatement, ...]
    spellings: tuple[Spelling, ...] = ()
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPhrase:
    """A fixed phrase with its spread: in how many reports, by how many voices (outlets and speakers), on how many days.

    `family` is `None` for a phrase that no lexicon names, `score` for one that it does. `report` is one that holds it.
    """

    words: str
    family: str | None
    score: float | None
    reports: int
    voices: int
    days: int
    first: str | None
    last: str | None
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRejection:
    """A source that could not be taken, when that was first seen, and details where Communiqué itself was at fault."""

    source: str
    reason: str
    hint: str
    detail: str
    version: str
    seen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the archive holds, of what people see: the newest coding of each report."""

    reports: int
    runs: int
    events: int
    statements: int
    people: int
    formulas: int
    promises: int
    rejections: int
