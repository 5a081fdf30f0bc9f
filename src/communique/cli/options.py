"""Options that several commands share, and how they are answered."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from communique.errors import NoCluster
from communique.scale.crew import scheduler_of
from communique.settings import ARCHIVE_VARIABLE
from communique.sources.rows import OUR_NAMES

ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help=f"The archive; else the one that {ARCHIVE_VARIABLE} names, else the one in your data folder.",
    ),
]

MapOption = Annotated[
    list[str] | None,
    typer.Option(
        "--map",
        metavar="NAME=COLUMN",
        help=f"Which column of a table, or field of JSON, is {', '.join(OUR_NAMES[:-1])} or {OUR_NAMES[-1]}: "
        "--map text=body --map published=date",
    ),
]

WorkersOption = Annotated[
    str,
    typer.Option(
        "--workers",
        metavar="N",
        help="Processes that share the work, up to one a core; or the workers of a cluster: dask://HOST:PORT.",
    ),
]

_PAIR = re.compile(r"(?:^|[\s,;])\s*(\w+)=")


def read_map(values: Iterable[str] | None) -> dict[str, str]:
    """Return the columns by our names, out of values such as "text=body" or "text=Full Text, published=Date".

    Raises typer.BadParameter where a value is no such pair, names none of ours, or names one twice.
    """
    columns: dict[str, str] = {}
    for value in values or ():
        begin, *parts = _PAIR.split(value)
        pairs = list(zip(parts[::2], (column.strip(" ,;") for column in parts[1::2]), strict=True))
        if begin.strip() or not pairs or not all(column for _, column in pairs):
            raise _wrong_map(f"{value!r} is no pair such as text=body")
        for name, column in pairs:
            if name.lower() not in OUR_NAMES:
                raise _wrong_map(f"{name} is none of our names; those are {', '.join(OUR_NAMES)}")
            if columns.setdefault(name.lower(), column) != column:
                raise _wrong_map(f"{name} is given twice, as {columns[name.lower()]} and as {column}")
    return columns


def read_workers(value: str) -> int | str:
    """Return how many processes, or the address of a scheduler; typer.BadParameter where the value is neither."""
    if value.isascii() and value.isdigit() and int(value):
        return int(value)
    try:
        scheduler_of(value)
    except NoCluster as error:
        raise typer.BadParameter(str(error), param_hint="--workers") from error
    return value


def _wrong_map(reason: str) -> typer.BadParameter:
    return typer.BadParameter(reason, param_hint="--map")
