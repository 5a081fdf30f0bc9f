"""Bytes that somebody hands over: a file, compressed or not, or standard input, bounded in what it may hold."""

import io
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.fetching.addresses import is_address, path_of
from communique.sources.unpacking import FAULTS, Unpacked, is_gzip, is_packed, without_packing

# More than any report has, and than a compressed trap should be allowed to unfold to.
LARGEST = 200 * 2**20
_HEAD = 2**16
_AT_ONCE = 2**18


class Allowance:
    """What archives (ZIP, tar) may still give, in bytes and members; those within others share theirs."""

    def __init__(self, *, size: int, members: int) -> None:
        self.size = size
        self.members = members

    def spend(self, size: int) -> None:
        """Take `size` bytes off; EOFError where there are not so many left."""
        self.size -= size
        if self.size < 0:
            raise EOFError("the archives hold more than they may")

    @property
    def is_spent(self) -> bool:
        """Whether more was asked for than may be given."""
        return self.size < 0 or self.members < 0


class Raw:
    """The bytes of one source, unpacked, to be read once; `head` is what they begin with.

    `name` is the path or the address, or "-" for standard input; of a member of an archive that of the archive and
    its own: "a/stories.zip!march/story.html". `suffix` is its ending in small letters, without that of a compressed
    file (".gz", ".bz2", ".xz", ".zst"). `columns` tells tables which of their columns is `text`, `published` and so
    on, by our name; `depth` counts the archives around this source, `allowance` is what they may still give together;
    `media_type` and `charset` are what HTTP or a mail header said of it.
    """

    def __init__(
        self, name: str, stream: Any, *, largest: int = LARGEST, columns: Mapping[str, str] | None = None,
        depth: int = 0, media_type: str | None = None, charset: str | None = None,
    ) -> None:  # fmt: skip
        self.name = name
        self.largest = largest
        self.columns = columns or {}
        self.depth = depth
        self.media_type = media_type
        self.charset = charset
        self.allowance: Allowance | None = None
        self._archive: str | None = None
        self._member = name
        self._stream: io.BufferedReader[Any] = io.BufferedReader(stream, _HEAD)
        self._packed = self._stream
        self._unpacked: Unpacked | None = None
        self._held: io.BytesIO | None = None
        with self._faults_named():
            start = self._stream.peek(10)[:10]
            if is_packed(start):
                self._unpacked = Unpacked(self._packed, start)
                self._stream = io.BufferedReader(self._unpacked, _HEAD)
            self.head = self._stream.peek(_HEAD)[:_HEAD]
            if not self.head:
                self._refuse_cut()

    def member(self, name: str, stream: Any) -> "Raw":
        """The member `name` of this archive as a source of its own."""
        raw = Raw(f"{self.name}!{name}", stream, largest=self.largest, columns=self.columns, depth=self.depth + 1)
        raw.allowance = self.allowance
        raw._archive = self._label
        raw._member = name
        return raw

    @property
    def suffix(self) -> str:
        """The ending of the name: ".txt" for "a/Story.TXT.gz" and "https://example.org/story.txt?page=1"."""
        path = path_of(self._member) if is_address(self._member) else self._member
        return Path(without_packing(path.lower())).suffix

    @property
    def stem(self) -> str:
        """The name without folder and endings; an address as it is; "-" for standard input.

        A member of an archive is called by that of the archive and its own, whole: "stories.zip!march/story.html".
        """
        if self._archive is not None:
            return self._label
        if is_address(self.name):
            return self.name
        return Path(without_packing(Path(self.name).name)).stem or self.name

    @property
    def _label(self) -> str:
        """What its members are called by."""
        if self._archive is not None:
            return f"{self._archive}!{self._member}"
        return self.name if is_address(self.name) else without_packing(Path(self.name).name)

    @contextmanager
    def packed(self) -> Iterator[Any]:
        """What there is before gzip is unpacked, from its beginning, for a library that unpacks better than Python.

        Where it cannot be gone back in, as in standard input, what is unpacked here is given.
        """
        with self._faults_named():
            if self._unpacked and self._packed.seekable():
                self._packed.seek(0)
                if is_gzip(self._packed.peek(2)):
                    yield self._packed
                    return
                self._unpacked = Unpacked(self._packed, self._packed.peek(10)[:10])
                self._stream = io.BufferedReader(self._unpacked, _HEAD)
            yield self._stream

    @contextmanager
    def anywhere(self) -> Iterator[Any]:
        """What there is, unpacked, to be read in any order, for formats that keep their table of contents at the end.

        A file is read where it lies. What cannot be gone back in, and what was compressed, is held in memory:
        UnreadableReport where it is larger than a report may be.
        """
        with self._faults_named():
            if self._unpacked is None and self._stream.seekable():
                self._stream.seek(0)
                yield self._stream
            else:
                self._held = self._held or io.BytesIO(self.read())
                self._held.seek(0)
                yield self._held

    @contextmanager
    def forward(self) -> Iterator[Any]:
        """What there is, unpacked, to be read once from its beginning to its end."""
        with self._faults_named():
            yield self._stream
            self._refuse_cut()

    def read(self, *, whole: bool = True) -> bytes:
        """Return everything; UnreadableReport where it is broken or larger than a report may be.

        Of a compressed file that was cut short, what there is of it is returned where it need not be `whole`.
        """
        pieces, left = [], self.largest
        with self._faults_named():
            # Piece by piece, as room is made at once for all that is asked for.
            while piece := self._stream.read(_AT_ONCE):
                pieces.append(piece)
                left -= len(piece)
                if left < 0:
                    raise UnreadableReport(self.name, reason=self._too_large(), hint="Split it into single reports.")
            if whole:
                self._refuse_cut()
        return b"".join(pieces)

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield the lines with their numbers from 1, None in the place of one that is larger than a report may be.

        Of a compressed file that was cut short, all whole lines are yielded first; then UnreadableReport is raised.
        """
        number = 0
        while True:
            number += 1
            with self._faults_named():
                line = self._stream.readline(self.largest + 1)
                too_large = len(line) > self.largest
                rest = line
                while too_large and rest and not rest.endswith(b"\n"):
                    rest = self._stream.readline(_HEAD)
                if not rest.endswith(b"\n"):
                    self._refuse_cut()
            if not line:
                return
            yield number, None if too_large else line

    def _refuse_cut(self) -> None:
        if self._unpacked and self._unpacked.fault:
            raise self._unpacked.fault

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except (*FAULTS, zipfile.BadZipFile, tarfile.TarError) as fault:
            hint = "The file was cut short or damaged on its way; fetch it again."
            raise UnreadableReport(self.name, reason=f"the compressed file is broken: {fault}", hint=hint) from fault
        except OSError as fault:
            hint = "Check that the file may be read."
            raise UnreadableReport(self.name, reason=fault.strerror or str(fault), hint=hint) from fault

    def _too_large(self) -> str:
        return f"it holds more than {self.largest // 2**20 or 1} MB"


@contextmanager
def open_raw(path: Path, *, largest: int = LARGEST, columns: Mapping[str, str] | None = None) -> Iterator[Raw]:
    """Open a file; UnreadableReport where it may not be read."""
    try:
        stream = path.open("rb", buffering=0)
    except OSError as fault:
        hint = "Check that the file may be read."
        raise UnreadableReport(str(path), reason=fault.strerror or str(fault), hint=hint) from fault
    with stream:
        yield Raw(str(path), stream, largest=largest, columns=columns)


def standard_input(*, largest: int = LARGEST, columns: Mapping[str, str] | None = None) -> Raw:
    """What another program pipes in."""
    return Raw("-", sys.stdin.buffer, largest=largest, columns=columns)
