"""Bytes that somebody hands over: a file, compressed or not, or standard input, bounded in what it may hold."""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.fetching.addresses import is_address, path_of

# More than any report has, and than a compressed trap should be allowed to unfold to.
LARGEST = 200 * 2**20
_HEAD = 2**16
_GZIP = b"\x1f\x8b"


class Raw:
    """The bytes of one source, unpacked, to be read once; `head` is what they begin with.

    `name` is the path or the address, or "-" for standard input; `suffix` is its ending in small letters, without
    ".gz". `columns` tells tables which of their columns is `text`, `published` and so on, by our name; `depth` counts
    the archives (ZIP, tar) around this source; `media_type` and `charset` are what HTTP or a mail header said of it.
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
        self._stream: io.BufferedReader[Any] = io.BufferedReader(stream, _HEAD)
        self._packed = self._stream
        with self._faults_named():
            if self._stream.peek(2)[:2] == _GZIP:
                self._stream = io.BufferedReader(gzip.GzipFile(fileobj=self._stream), _HEAD)
            self.head = self._stream.peek(_HEAD)[:_HEAD]

    @property
    def suffix(self) -> str:
        """The ending of the name: ".txt" for "a/Story.TXT.gz" and "https://example.org/story.txt?page=1"."""
        path = path_of(self.name) if is_address(self.name) else self.name
        return Path(path.lower().removesuffix(".gz")).suffix

    @property
    def stem(self) -> str:
        """The name without folder and endings; an address as it is; "-" for standard input."""
        if is_address(self.name):
            return self.name
        name = Path(self.name).name
        name = name[:-3] if name.lower().endswith(".gz") else name
        return Path(name).stem or self.name

    @contextmanager
    def packed(self) -> Iterator[Any]:
        """What there is before it is unpacked, from its beginning, for a library that unpacks better than Python.

        Where it cannot be gone back in, as in standard input, what is unpacked here is given.
        """
        with self._faults_named():
            if self._packed is not self._stream and self._packed.seekable():
                self._packed.seek(0)
                yield self._packed
            else:
                yield self._stream

    def read(self) -> bytes:
        """Return everything; UnreadableReport where it is broken or larger than a report may be."""
        with self._faults_named():
            content = self._stream.read(self.largest + 1)
        if len(content) > self.largest:
            raise UnreadableReport(self.name, reason=self._too_large(), hint="Split it into single reports.")
        return content

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Yield the lines with their numbers from 1, None in the place of one that is larger than a report may be."""
        number = 0
        while True:
            number += 1
            with self._faults_named():
                line = self._stream.readline(self.largest + 1)
                too_large = len(line) > self.largest
                rest = line
                while too_large and rest and not rest.endswith(b"\n"):
                    rest = self._stream.readline(_HEAD)
            if not line:
                return
            yield number, None if too_large else line

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except (EOFError, gzip.BadGzipFile, zlib.error) as fault:
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
