"""ZIP: an archive goes in, what its members hold comes out, in the order of its table of contents."""

import stat
import zipfile
from collections.abc import Iterator
from functools import partial

from communique.settings import UNPACKED_RATIO, UNPACKED_UNASKED
from communique.sources.archives import Member, Spending, allowance_of, open_zip, read_members
from communique.sources.formats.word import is_office, read_office
from communique.sources.item import Found
from communique.sources.raw import Allowance, Raw

_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
# Others unfold without bounds in Python, and hardly anybody uses them.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What stands before the bytes of a member, at least, beside its name.
_HEADER = 30


class Zip:
    """Files packed into one, each of any other format; none is written to disk.

    A member that is locked, a link, or a part of another, or that unfolds as only a trap does, is rejected.
    """

    name = "zip"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` begins as a ZIP does; documents of Office, which are ZIPs too, are asked for before."""
        return raw.head.startswith(_MAGIC)

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield what each member holds; UnreadableReport where the archive is broken, empty or holds too much."""
        with open_zip(raw) as archive:
            if is_office(archive):
                yield from read_office(raw, archive)
            else:
                yield from read_members(raw, _members(archive, allowance_of(raw)))


def _members(archive: zipfile.ZipFile, allowance: Allowance) -> Iterator[Member]:
    overlapping = _overlapping(archive.infolist())
    for number, info in enumerate(archive.infolist()):
        if info.is_dir():
            continue
        fault = "it lies within another member, as only in a trap" if number in overlapping else _fault(info)
        yield Member(name=info.filename, open=partial(_open, archive, info, allowance), fault=fault)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo, allowance: Allowance) -> Spending:
    return Spending(archive.open(info), allowance)


def _overlapping(infos: list[zipfile.ZipInfo]) -> set[int]:
    """The numbers of the members whose bytes are those of another too."""
    found: set[int] = set()
    last, end = -1, 0
    for number in sorted(range(len(infos)), key=lambda one: infos[one].header_offset):
        info = infos[number]
        if info.header_offset < end:
            found |= {last, number}
        this_end = info.header_offset + _HEADER + len(info.orig_filename) + info.compress_size
        if this_end > end:
            last, end = number, this_end
    return found


def _fault(info: zipfile.ZipInfo) -> str:
    if info.flag_bits & 0x1:
        return "it is locked with a password"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link"
    if info.compress_type not in _METHODS:
        return f"it is packed in a way that is not read (number {info.compress_type})"
    if info.file_size > UNPACKED_UNASKED and info.file_size > info.compress_size * UNPACKED_RATIO:
        return f"it unfolds to more than {UNPACKED_RATIO} times its size, as only a trap does"
    return ""
