"""tar, compressed or not: an archive goes in, what its members hold comes out, in the order of the archive."""

import re
import tarfile
from collections.abc import Iterator
from functools import partial
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.archives import Member, allowance_of, read_members
from communique.sources.decoding import is_binary
from communique.sources.item import Found
from communique.sources.raw import Allowance, Raw

_SUFFIXES = (".tar", ".tgz", ".tbz2", ".tbz", ".txz", ".tzst")
_MAGIC_AT = slice(257, 262)
_MAGIC = b"ustar"
_BLOCK = 512
_AT_ONCE = 2**16
# More than the headers of any one member need; a trap would fill memory with them.
_LARGEST_HEADERS = 2**16
# Python looks for numbers in headers in a way that takes long where digits go on and on.
_LONG_NUMBER = re.compile(rb"\d{64}")
_CUT = "What stands before is taken. It was cut short or damaged on its way; fetch it again for the rest."


class Tar:
    """Files put together into one, each of any other format; read once from beginning to end, never written to disk."""

    name = "tar"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` begins as a tar does, or is named so and no text."""
        return raw.head[_MAGIC_AT] == _MAGIC or (raw.suffix in _SUFFIXES and is_binary(raw.head))

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield what each member holds; UnreadableReport where the archive breaks off, is empty or holds too much."""
        with raw.forward() as stream:
            yield from read_members(raw, _members(raw, _Tape(stream, allowance_of(raw))))


class _Tape:
    """A tar that is only read forwards, and of which all that is read counts, also what is passed over."""

    def __init__(self, stream: Any, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance
        self._at = 0
        self.headers_left: int | None = None

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        return self._at

    def seek(self, to: int) -> None:
        """Go forwards to `to`, or to the end where that comes before."""
        if to < self._at:
            raise tarfile.ReadError("it points back to what was read")
        while to > self._at and self._take(min(to - self._at, _AT_ONCE)):
            pass

    def read(self, size: int) -> bytes:
        if self.headers_left is not None:
            self.headers_left -= size
            if self.headers_left < 0:
                raise tarfile.ReadError("the headers of a member have no end")
        content = self._take(size)
        if self.headers_left is not None and size > _BLOCK and _LONG_NUMBER.search(content):
            raise tarfile.ReadError("a header holds a number without end")
        return content

    def _take(self, size: int) -> bytes:
        content: bytes = self._stream.read(size)
        self._at += len(content)
        self._allowance.spend(len(content))
        return content


def _members(raw: Raw, tape: _Tape) -> Iterator[Member]:
    archive: tarfile.TarFile | None = None
    while True:
        tape.headers_left = _LARGEST_HEADERS
        try:
            if archive is None:
                archive = tarfile.TarFile(fileobj=tape, errors="surrogateescape", encoding="utf-8")  # type: ignore[arg-type]
            info = archive.next()
        except EOFError:
            raise
        except (tarfile.TarError, ValueError, LookupError, OverflowError, RecursionError) as fault:
            raise UnreadableReport(raw.name, reason=f"the tar breaks off: {fault}", hint=_CUT) from fault
        tape.headers_left = None
        if info is None:
            return
        # It would else keep all that it has seen.
        archive.members = []  # type: ignore[attr-defined]
        if not info.isdir():
            yield Member(name=info.name, open=partial(archive.extractfile, info), fault=_fault(info))


def _fault(info: tarfile.TarInfo) -> str:
    if info.issym() or info.islnk():
        return "it is a link"
    if not info.isreg():
        return "it is a device, not a file"
    if info.issparse():
        return "it is written with holes"
    return ""
