"""Object storage and shared file systems: an address such as s3://bucket/folder goes in, its files come out.

What gives access (keys, endpoints) is taken from where the library for the kind of storage looks for it, such as the
environment variables of AWS, never from the address.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from communique.errors import SourceNotFound, UnreadableReport
from communique.sources.raw import LARGEST, Raw

KINDS = ("s3", "gs", "gcs", "az", "abfs", "abfss", "hdfs", "webhdfs", "sftp", "memory")
_STORED = re.compile(rf"(?:{'|'.join(KINDS)})://", re.I)
_ACCESS = "Check the address and what gives access to it, such as AWS_ACCESS_KEY_ID and AWS_ENDPOINT_URL for s3."


def is_stored(name: object) -> bool:
    """Whether `name` is an address of object storage or a shared file system."""
    return isinstance(name, str) and bool(_STORED.match(name))


def files_at(address: str) -> Iterator[str]:
    """Yield the addresses of the files at or below `address`, by name; hidden ones are passed over.

    Raises SourceNotFound where nothing is there, UnreadableReport where it cannot be reached.
    """
    system, path = _system_of(address)
    try:
        names = [path] if system.isfile(path) else sorted(system.find(path))
    except Exception as fault:
        raise _unreachable(address, fault) from fault
    below = [name for name in names if not any(part.startswith(".") for part in name[len(path) :].split("/"))]
    if not below:
        raise SourceNotFound(address)
    yield from map(system.unstrip_protocol, below)


@contextmanager
def open_stored(address: str, *, largest: int = LARGEST, columns: Mapping[str, str] | None = None) -> Iterator[Raw]:
    """Open one file; UnreadableReport where it cannot be read."""
    system, path = _system_of(address)
    try:
        stream = system.open(path, "rb")
    except Exception as fault:
        raise _unreachable(address, fault) from fault
    with stream:
        yield Raw(address, stream, largest=largest, columns=columns)


def _system_of(address: str) -> tuple[Any, str]:
    if "::" in address:
        raise UnreadableReport(address, reason="it names one storage within another", hint="Name the storage itself.")
    try:
        from fsspec.core import url_to_fs

        system, path = url_to_fs(address)
    except ImportError as fault:
        kind = address.partition(":")[0]
        hint = f"Install what reads {kind}; for s3: pip install 'communique[cluster]'."
        raise UnreadableReport(address, reason=str(fault), hint=hint) from fault
    except Exception as fault:
        raise _unreachable(address, fault) from fault
    return system, path


def _unreachable(address: str, fault: Exception) -> UnreadableReport:
    said = " ".join(str(fault).split())[:160] or type(fault).__name__
    return UnreadableReport(address, reason=f"the storage cannot be read: {said}", hint=_ACCESS)
