"""Reports coded by hand: files of JSON Lines go in, frozen records with quotations instead of offsets come out."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from communique.errors import SourceNotFound, UnreadableReport


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """A date as its words give it; `value` is absent where they fix no time."""

    value: str | None = None
    end: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPlace:
    """The place of an act."""

    name: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldParty:
    """One participant of an event."""

    name: str
    country: str | None = None
    role: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldBody:
    """The recurring institution of an event."""

    name: str | None = None
    session: str | None = None
    ordinal: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """One diplomatic act; `trigger` is quoted from the report."""

    kind: str
    mode: str | None = None
    status: str | None = None
    background: bool = False
    trigger: str | None = None
    date: GoldDate | None = None
    place: GoldPlace | None = None
    participants: tuple[GoldParty, ...] = ()
    body: GoldBody | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """One statement; `cue` and the pieces of `content` are quoted."""

    speakers: tuple[str, ...]
    form: str | None = None
    act: str | None = None
    cue: str | None = None
    content: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldCapacity:
    """A post that the report gives a person."""

    name: str
    title: str
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFormula:
    """A fixed phrase, quoted."""

    text: str
    family: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPromise:
    """Something that is to come; `quote` is quoted."""

    quote: str
    kind: str | None = None
    what: str | None = None
    due: GoldDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDateline:
    """Where and when a story was filed."""

    place: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldReport:
    """All that a careful reader recorded from one report."""

    id: str
    text: str | None = None
    dateline: GoldDateline | None = None
    events: tuple[GoldEvent, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    capacities: tuple[GoldCapacity, ...] = ()
    formulas: tuple[GoldFormula, ...] = ()
    promises: tuple[GoldPromise, ...] = ()


def read_gold(paths: Iterable[Path]) -> list[GoldReport]:
    """Return the hand-coded reports of all files, in order.

    Raises SourceNotFound for a missing file and UnreadableReport for a line that is not hand-coded gold.
    """
    decoder = msgspec.json.Decoder(GoldReport)
    return [_decode(decoder, line, path, number) for path in paths for number, line in _lines(path)]


def reports_beside(gold: Path) -> Path | None:
    """Return the reports that belong to a gold file by its name (`x_gold.jsonl` → `x_reports.jsonl`), if there."""
    if "_gold." not in gold.name:
        return None
    beside = gold.with_name("_reports.".join(gold.name.rsplit("_gold.", 1)))
    return next((path for path in (beside, beside.with_name(beside.name + ".gz")) if path.is_file()), None)


def _lines(path: Path) -> Iterable[tuple[int, bytes]]:
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line
    except OSError as cause:
        raise SourceNotFound(path, reason=cause.strerror or "") from cause


def _decode(decoder: "msgspec.json.Decoder[GoldReport]", line: bytes, path: Path, number: int) -> GoldReport:
    try:
        return decoder.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError) as cause:
        hint = "A gold file holds one hand-coded report a line; coded reports go to --coded."
        raise UnreadableReport(f"{path}, line {number}", reason=str(cause), hint=hint) from cause
