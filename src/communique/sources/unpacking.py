"""Compressed bytes go in, what they unfold to comes out: gzip, bzip2, xz, and zstd where Python has it."""

import bz2
import gzip
import importlib
import io
import lzma
import re
import zlib
from typing import Any

from communique.settings import UNPACKED_RATIO, UNPACKED_UNASKED

_GZIP = b"\x1f\x8b"
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)")
_XZ = b"\xfd7zXZ\x00"
_ZSTD = b"(\xb5/\xfd"
_PACKED_AT_ONCE = 2**14
# What xz may ask for while it unfolds; its strongest usual setting takes 65 MB.
_XZ_MEMORY = 2**27
SUFFIXES = (".gz", ".bz2", ".xz", ".zst")

FAULTS = (EOFError, gzip.BadGzipFile, zlib.error, lzma.LZMAError)
"""What is raised where compressed bytes are cut short or damaged."""


class Unpacked(io.RawIOBase):
    """What compressed bytes unfold to; several, one after another, count as one.

    Where they are cut short or damaged, what stands before that can still be read: then they end, and `fault` says why.
    They end so too where they unfold to far more than anything but a trap does.
    """

    def __init__(self, packed: Any, start: bytes) -> None:
        super().__init__()
        self.fault: Exception | None = None
        self._packed = packed
        self._start = start
        self._unfolding: Any = None
        self._waiting = b""
        self._taken = 0
        self._given = 0

    def readable(self) -> bool:
        """Always: it is only read."""
        return True

    def readinto(self, room: Any) -> int:
        """Fill `room` as far as there is something to fill it with, so that the first look at a file sees enough."""
        filled = 0
        try:
            while self.fault is None and filled < len(room):
                piece = self._next(len(room) - filled)
                if not piece:
                    break
                room[filled : filled + len(piece)] = piece
                filled += len(piece)
        except (*FAULTS, OSError, ValueError) as fault:
            self.fault = fault
        return filled

    def _next(self, most: int) -> bytes:
        """The next piece, empty at the end."""
        while True:
            if self._unfolding is None or self._unfolding.eof:
                if not self._begin():
                    return b""
            elif not self._waiting and self._needs_more():
                self._waiting = self._more()
                if not self._waiting:
                    raise EOFError("it ends before its end is marked")
            piece = self._unfold(most)
            if piece:
                self._given += len(piece)
                if self._given > UNPACKED_UNASKED and self._given > self._taken * UNPACKED_RATIO:
                    raise EOFError(f"it unfolds to more than {UNPACKED_RATIO} times its size")
                return piece

    def _begin(self) -> bool:
        """Begin with the bytes after those that ended; whether there are any."""
        if self._unfolding is not None:
            self._waiting = self._unfolding.unused_data
            while not self._waiting.strip(b"\0"):
                self._waiting = self._more()
                if not self._waiting:
                    return False
            self._waiting = self._waiting.lstrip(b"\0")
        self._unfolding = _unfolding_of(self._start)
        return True

    def _needs_more(self) -> bool:
        return isinstance(self._unfolding, _Gzip) or bool(self._unfolding.needs_input)

    def _unfold(self, most: int) -> bytes:
        waiting, self._waiting = self._waiting, b""
        piece: bytes = self._unfolding.decompress(waiting, most)
        if isinstance(self._unfolding, _Gzip):
            self._waiting = self._unfolding.unconsumed_tail
        return piece

    def _more(self) -> bytes:
        more: bytes = self._packed.read(_PACKED_AT_ONCE)
        self._taken += len(more)
        return more


_Gzip = type(zlib.decompressobj())


def is_gzip(head: bytes) -> bool:
    """Whether bytes that begin with `head` are compressed by gzip."""
    return head.startswith(_GZIP)


def is_packed(head: bytes) -> bool:
    """Whether bytes that begin with `head` are compressed in a way that can be unfolded here."""
    known = is_gzip(head) or head.startswith(_XZ) or bool(_BZIP2.match(head))
    return known or (head.startswith(_ZSTD) and _zstd() is not None)


def without_packing(name: str) -> str:
    """`name` without the ending that says how it is compressed."""
    return next((name[: -len(suffix)] for suffix in SUFFIXES if name.lower().endswith(suffix)), name)


def _unfolding_of(start: bytes) -> Any:
    """What unfolds bytes of the kind that begins with `start`."""
    if is_gzip(start):
        return zlib.decompressobj(zlib.MAX_WBITS | 16)
    if start.startswith(_XZ):
        return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)
    return bz2.BZ2Decompressor() if start.startswith(b"BZh") else _zstd().ZstdDecompressor()


def _zstd() -> Any:
    """The module that unfolds zstd, which Python has from 3.14 on; None before."""
    try:
        return importlib.import_module("compression.zstd")
    except ImportError:
        return None
