"""Members of archives (ZIP, tar): an archive goes in member by member, what each holds comes out.

Nothing is written to disk. A member is read as a file of its name would be; one that cannot be read is rejected by
itself. What the outermost archive may give, with all within it, is bounded in bytes and members, and so is how deep
archives may lie within each other.
"""

import io
import struct
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from communique.errors import SourceError, UnreadableReport
from communique.settings import ARCHIVE_BYTES, ARCHIVE_DEPTH, ARCHIVE_MEMBERS
from communique.sources.intake import is_passed_over, read_raw, refused
from communique.sources.item import Found, Rejection
from communique.sources.raw import Allowance, Raw

_LONGEST_NAME = 1024
# The table of contents of a ZIP is held in memory.
_LARGEST_TABLE = 2**26
_ENTRY = b"PK\x01\x02"
_FOR_SYSTEMS = ("__MACOSX",)
_AGAIN = "Pack the reports again, as plain files in one ZIP or tar."
_CUT = "It was cut short or damaged on its way; fetch it again."


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member of an archive; `fault` says why it is not to be opened, "" where it may be."""

    name: str
    open: Callable[[], Any]
    fault: str = ""


def read_members(raw: Raw, members: Iterable[Member]) -> Iterator[Found]:
    """Yield what the members of the archive `raw` hold, in the order given, and a rejection for each that is broken.

    Hidden members and notes such as README are passed over. Raises UnreadableReport where the archive lies too deep in
    others, holds too much, or nothing.
    """
    allowance = allowance_of(raw)
    if raw.depth >= ARCHIVE_DEPTH:
        raise UnreadableReport(raw.name, reason=f"it lies {raw.depth} archives deep", hint=_AGAIN)
    seen: set[str] = set()
    for member in members:
        allowance.members -= 1
        if allowance.is_spent:
            raise _too_much(raw)
        name = "".join(sign if sign.isprintable() else "\ufffd" for sign in member.name[: _LONGEST_NAME + 1])
        fault = _fault_of_name(name, seen) or member.fault
        seen.add(name)
        if _is_passed_over(name):
            continue
        if fault:
            yield Rejection(source=f"{raw.name}!{name[:200]}", reason=fault, hint=_AGAIN)
        else:
            yield from _read_member(raw, name, member)
    if not seen:
        raise UnreadableReport(raw.name, reason="the archive is empty", hint="Check that it was saved.")


def allowance_of(raw: Raw) -> Allowance:
    """What `raw` and the archives within it may give; a full one for the outermost."""
    if raw.allowance is None:
        raw.allowance = Allowance(size=ARCHIVE_BYTES, members=ARCHIVE_MEMBERS)
    return raw.allowance


@contextmanager
def open_zip(raw: Raw) -> Iterator[zipfile.ZipFile]:
    """Open a ZIP; UnreadableReport where it is cut short, or its table of contents damaged or too large."""
    with raw.anywhere() as stream:
        try:
            archive = zipfile.ZipFile(_Watched(stream, allowance_of(raw).members))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, struct.error) as fault:
            is_cut = "not a zip file" in str(fault)
            reason = f"the ZIP is broken: {'its table of contents is missing' if is_cut else fault}"
            raise UnreadableReport(raw.name, reason=reason, hint=_CUT) from fault
        with archive:
            yield archive


class Spending(io.RawIOBase):
    """A member of a ZIP, whose bytes are taken off what the archive may give."""

    def __init__(self, stream: Any, allowance: Allowance) -> None:
        super().__init__()
        self._stream = stream
        self._allowance = allowance

    def readable(self) -> bool:
        """Always: it is only read."""
        return True

    def readinto(self, room: Any) -> int:
        """Fill `room`; EOFError where the archive gives no more."""
        piece = self._stream.read(len(room))
        self._allowance.spend(len(piece))
        room[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        """Close the member."""
        self._stream.close()
        super().close()


class _Watched:
    """A ZIP whose table of contents is read only where memory holds it: it is read at once, before all else."""

    def __init__(self, stream: Any, members: int) -> None:
        self._stream = stream
        self._members = members
        self.seek, self.tell, self.seekable = stream.seek, stream.tell, stream.seekable

    def read(self, size: int = -1) -> bytes:
        if size > _LARGEST_TABLE:
            raise zipfile.BadZipFile(f"its table of contents claims {size} bytes")
        content: bytes = self._stream.read(size)
        if content.count(_ENTRY) > self._members:
            raise zipfile.BadZipFile(f"it has more than {self._members} members")
        return content


def _read_member(raw: Raw, name: str, member: Member) -> Iterator[Found]:
    where = f"{raw.name}!{name}"
    try:
        stream = member.open()
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError, EOFError) as fault:
        yield Rejection(source=where, reason=f"it cannot be unpacked: {fault}", hint=_CUT)
        return
    with stream:
        try:
            yield from read_raw(raw.member(name, stream))
        except SourceError as error:
            if allowance_of(raw).is_spent:
                raise _too_much(raw) from error
            yield refused(where, error)


def _fault_of_name(name: str, seen: set[str]) -> str:
    parts = name.replace("\\", "/").split("/")
    if not name.strip("/"):
        return "it has no name"
    if len(name) > _LONGEST_NAME:
        return f"its name has more than {_LONGEST_NAME} characters"
    if ".." in parts or not parts[0] or parts[0].endswith(":"):
        return "its name leads out of the archive"
    return "another member before it has the same name" if name in seen else ""


def _is_passed_over(name: str) -> bool:
    *folders, file = name.replace("\\", "/").split("/")
    hidden = any(folder.startswith(".") and folder != "." and folder != ".." for folder in folders)
    return hidden or is_passed_over(file) or folders[:1] == list(_FOR_SYSTEMS)


def _too_much(raw: Raw) -> UnreadableReport:
    reason = f"unpacked, it holds more than {ARCHIVE_BYTES // 2**30} GB or {ARCHIVE_MEMBERS} members"
    return UnreadableReport(raw.name, reason=reason, hint="It may be a trap; else split it into several.")
