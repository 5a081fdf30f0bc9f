"""Signatures of stories: a text goes in, numbers come out by which near copies of it are found among millions.

The method is MinHash over runs of three words (Broder 1997), by the fast similarity sketching of Dahlgaard, Knudsen and
Thorup (2017) as rensa has it; the same text gives the same signature on every machine.
"""

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from struct import Struct

from communique.report.copies.words import hashes_of, story_of

SLOTS = 128
# Three slots a band: of two stories that share half of their runs of words, 99.6 per cent meet in some band.
ROWS = 3
BANDS = SLOTS // ROWS
RUN = 3

_SEED = 1961
_VERSION = b"\x01"
_SLOTS = Struct(f"<{SLOTS}I")
_SIZE = Struct("<I")
_BAND = Struct(f"<B{ROWS}I")
_MULTIPLIERS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9)


@dataclass(frozen=True)
class Signature:
    """What a story is found by: `slots`, 128 numbers of 32 bits, and `size`, how many runs of words it has.

    A text without words has no slots and no bands, and is like nothing.
    """

    slots: tuple[int, ...]
    size: int

    @cached_property
    def bands(self) -> tuple[int, ...]:
        """42 keys of an index, whole numbers from 0 to 2**63 - 1: two stories with a key in common may be copies.

        The number of the band is part of the key, so that keys of all bands may stand in one column.
        """
        return tuple(
            int.from_bytes(
                blake2b(_BAND.pack(band, *self.slots[band * ROWS : band * ROWS + ROWS]), digest_size=8).digest()
            )
            >> 1
            for band in range(BANDS if self.slots else 0)
        )

    def to_bytes(self) -> bytes:
        """The signature as 517 bytes to be stored; 5 for that of no words."""
        return _VERSION + _SIZE.pack(self.size) + (_SLOTS.pack(*self.slots) if self.slots else b"")

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Signature":
        """The signature that was stored; ValueError where it was made in another way, and must be made anew."""
        if stored[:1] != _VERSION or len(stored) not in (5, 5 + _SLOTS.size):
            raise ValueError("the signature was made by another version of Communiqué; make it anew from the text")
        (size,) = _SIZE.unpack_from(stored, 1)
        return cls(slots=_SLOTS.unpack_from(stored, 5) if len(stored) > 5 else (), size=size)


def signature_of(text: str) -> Signature:
    """The signature of a report's text; headline, dateline and credits count little or nothing."""
    import numpy as np
    from rensa import RMinHash

    words = np.array(hashes_of(story_of(text)), dtype=np.uint64)
    words = words[words != 0]
    if not len(words):
        return Signature(slots=(), size=0)
    if len(words) < RUN:
        words = np.concatenate([words, np.zeros(RUN - len(words), dtype=np.uint64)])
    last = len(words) - RUN + 1
    runs = np.zeros(last, dtype=np.uint64)
    for place, multiplier in enumerate(_MULTIPLIERS):
        runs = (runs ^ (runs >> np.uint64(29))) + words[place : place + last] * np.uint64(multiplier)
    runs ^= runs >> np.uint64(32)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(runs, [0, last], SLOTS, _SEED)
    return Signature(slots=tuple(matrix.to_rows()[0]), size=last)


def likeness(a: Signature, b: Signature) -> float:
    """How much of their runs of words two stories share, estimated: 0 to 1, the standard error at most .045."""
    if not a.slots or not b.slots:
        return 0.0
    return sum(one == other for one, other in zip(a.slots, b.slots, strict=True)) / SLOTS
