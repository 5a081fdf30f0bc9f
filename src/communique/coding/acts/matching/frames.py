"""Load the definitions of event kinds: TOML files go in, frames by the word that announces them come out."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, get_args

from communique.coding.record import EventKind, Mode, Role, Status
from communique.errors import InvalidKind

ANY_PARTY = "any"
PARTY_CLASSES = {
    ANY_PARTY: frozenset({"person", "office", "group", "organisation", "body", "state"}),
    "people": frozenset({"person", "office", "group"}),
    "officials": frozenset({"person", "office", "group"}),
    "state": frozenset({"state", "organisation", "body"}),
    "organisation": frozenset({"organisation", "body", "state"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way of announcing an act: the word, what must stand beside it, and which place in its clause has which role.

    `word` is the lemma of the verb or noun, `particle` a word that belongs to the verb ("sit down"). `things` are
    nouns one of which must be the verb's object ("impose" with "sanction") or stand behind a preposition of
    `thing_slots` ("agree" "on" a "partnership"), `thing_modifiers` words one of which must stand at it;
    `thing_kinds` are the people one of whom the verb acts on. `modifiers` are words one of which must stand before
    the noun ("phone" call), `cues` words one of which must stand in the clause. `roles` maps slots (subject,
    object, a preposition, possessive, pair) to roles; `places` are slots that name the destination, `bodies` slots
    that name the body. One of `needs` must be filled: a slot, a role, or "parties", "place", "body". `means` are
    ways one of which the words must name ("by phone"), `without` words no phrase of the act may hold, `heads` words
    one of which its subject must be, `counted` units that must count it ("rounds" of talks). `beside` lets the act
    stand beside another kind at the same words; `told` leaves out what the author does in the first person ("I send
    my condolences" is a statement); `people_only` and `states_only` say who all parties are; `understood` lets
    parties that the clause leaves unsaid be those of the talks told before; `moving` says that the thing is the
    verb's subject ("a plane with aid landed"); `status` is how the act stands where the verb tells it as done
    ("arrived": the visit is under way).
    """

    kind: EventKind
    anchor: str
    word: str
    particle: str | None = None
    mode: Mode | None = None
    roles: Mapping[str, Role] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    least_parties: int = 1
    things: frozenset[str] = frozenset()
    thing_modifiers: frozenset[str] = frozenset()
    thing_slots: tuple[str, ...] = ()
    thing_kinds: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    unless: tuple[str, ...] = ()
    support: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    counted: frozenset[str] = frozenset()
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    object_is: str = ANY_PARTY
    subject_is: str = ANY_PARTY
    tenses: tuple[str, ...] = ()
    status: Status | None = None
    adjective: bool = False
    course: bool = False
    measured: bool = False
    told: bool = False
    beside: bool = False
    people_only: bool = False
    states_only: bool = False
    understood: bool = False
    moving: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KindDefinition:
    """What one file of `coding/kinds` says: the kind, its definition and sentences that must and must not be coded."""

    kind: EventKind
    definition: str
    frames: tuple[Frame, ...]
    code: tuple[str, ...]
    leave: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameTable:
    """All frames, by the lemma of the verb or noun that announces them."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]


@cache
def load_kinds() -> tuple[KindDefinition, ...]:
    """Return the definitions of all kinds in the order of their names; InvalidKind where a file is at fault."""
    folder = files("communique.coding.kinds")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(define_kind(name, folder.joinpath(name).read_text("utf-8")) for name in names)


@cache
def load_frames() -> FrameTable:
    """Return the frames of all kinds, ready for looking up."""
    verbs: dict[str, list[Frame]] = defaultdict(list)
    nouns: dict[str, list[Frame]] = defaultdict(list)
    for kind in load_kinds():
        for frame in kind.frames:
            (verbs if frame.anchor == "verb" else nouns)[frame.word].append(frame)
    return FrameTable({w: tuple(f) for w, f in verbs.items()}, {w: tuple(f) for w, f in nouns.items()})


def define_kind(name: str, text: str) -> KindDefinition:
    """Return the definition that the TOML `text` of the file `name` holds.

    Raises InvalidKind, naming the file and the field, where a field is unknown, empty or has a value it cannot take.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise InvalidKind(name, reason=str(cause)) from cause
    if raw.get("kind") not in get_args(EventKind):
        raise InvalidKind(name, reason=f"kind {raw.get('kind')!r}", hint=f"One of: {', '.join(get_args(EventKind))}.")
    examples = raw.get("examples", {})
    for group in ("code", "leave"):
        if not examples.get(group):
            raise InvalidKind(
                name, reason=f"no examples.{group}", hint="Give sentences that must and must not be coded."
            )
    frames = [
        frame
        for anchor, group in (("verb", "verbs"), ("noun", "nouns"))
        for entry in raw.get(group, ())
        for frame in _frames_of(name, raw, anchor, entry)
    ]
    if not frames:
        raise InvalidKind(name, reason="no [[verbs]] and no [[nouns]]")
    return KindDefinition(
        kind=raw["kind"], definition=raw["definition"], frames=tuple(frames), code=tuple(examples["code"]),
        leave=tuple(examples["leave"]),
    )  # fmt: skip


def _frames_of(name: str, raw: Mapping[str, Any], anchor: str, entry: Mapping[str, Any]) -> list[Frame]:
    values: dict[str, Any] = {"least_parties": raw.get("least_parties", 1), "mode": raw.get("mode"), **entry}
    words = values.pop("words", None)
    if not words:
        raise InvalidKind(name, reason=f"a group of {anchor}s without words")
    for role in values.get("roles", {}).values():
        if role not in get_args(Role):
            raise InvalidKind(name, reason=f"role {role!r}", hint=f"One of: {', '.join(get_args(Role))}.")
    unknown = set(values) - set(Frame.__slots__)
    if unknown:
        raise InvalidKind(name, reason=f"unknown field {', '.join(sorted(unknown))}")
    for key in (
        "things", "thing_modifiers", "thing_kinds", "modifiers", "cues", "support", "means", "without", "heads",
        "counted",
    ):  # fmt: skip
        if key in values:
            values[key] = frozenset(values[key])
    for key in ("needs", "places", "bodies", "unless", "tenses", "thing_slots"):
        if key in values:
            values[key] = tuple(values[key])
    found = []
    for word in words:
        lemma, _, particle = word.partition(" ")
        found.append(Frame(kind=raw["kind"], anchor=anchor, word=lemma, particle=particle or None, **values))
    return found
