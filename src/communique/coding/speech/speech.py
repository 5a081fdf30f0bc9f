"""A speech: a cue with the words it attributes and who speaks them, still being put together."""

from dataclasses import dataclass, field

from communique.coding.speech.cue import Cue
from communique.language.words import Word


@dataclass(slots=True, eq=False, kw_only=True)
class Speech:
    """A cue with the words it attributes (numbers of words, ascending) and the heads of who speaks.

    `outer` is the speech that relays this one ("Peskov said that Putin believes"); `act` overrides the cue's.
    """

    cue: Cue
    speakers: list[Word]
    head: Word | None = None
    words: list[int] = field(default_factory=list)
    clause: tuple[int, int] | None = None
    outer: "Speech | None" = None
    act: str | None = None
    kept: bool = True
