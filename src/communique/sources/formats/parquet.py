"""Parquet: a table with one report a row goes in, raw items and rejections come out, batch by batch."""

import io
import math
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from datetime import time as time_of_day
from typing import TYPE_CHECKING, Any

from communique.errors import UnreadableReport
from communique.settings import UNPACKED_RATIO, UNPACKED_UNASKED
from communique.sources.decoding import holdable
from communique.sources.item import RawItem, Rejection
from communique.sources.raw import Raw
from communique.sources.rows import find_places, item_of_row, refuse_unknown, refuse_without_text, unknown_columns

if TYPE_CHECKING:
    from pyarrow import DataType, RecordBatch, Scalar, Schema
    from pyarrow.parquet import FileMetaData, ParquetFile

_MAGIC = b"PAR1"
_LOCKED = b"PARE"
_SUFFIXES = (".parquet", ".pq")
_MOST_ROWS_AT_ONCE = 1_000
_HELD_AT_ONCE = 2**24
# How much texts are packed at most that do not recur.
_FEW_TIMES = 50
_LARGEST_SCHEMA = 2**24
_DEEPEST = 20
_CUT = "It was cut short or damaged on its way; what stands before is taken. Write or fetch it again."


class Parquet:
    """A table of reports; a bad row is rejected by its number. Dates are taken as ISO 8601, bytes where they are UTF-8.

    A row is held in memory with some others, never the table.
    """

    name = "parquet"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` begins as Parquet does."""
        return raw.head.startswith((_MAGIC, _LOCKED))

    def parse(self, raw: Raw) -> Iterator[RawItem | Rejection]:
        """Yield each row's report; its source is its id, else the number of the row.

        Raises UnreadableReport where there is no column of texts, where the map names a column that is not there, and
        where the file is locked or (from there on) broken.
        """
        if raw.head.startswith(_LOCKED):
            raise UnreadableReport(raw.name, reason="the table is encrypted", hint="Write it again unencrypted.")
        with raw.anywhere() as stream:
            table = _opened(raw, stream)
            columns = [field.name for field in table.schema_arrow]
            _refuse_twice(raw, columns)
            places = find_places(_names_in(table.schema_arrow), raw.columns)
            refuse_unknown(raw.name, unknown_columns(places, raw.columns), columns)
            refuse_without_text(raw.name, places, columns)
            number = 0
            for batch in _batches(raw, table):
                for row in range(batch.num_rows):
                    number += 1
                    where = f"{raw.name}:{number}"
                    values = _row(batch, row)
                    found = item_of_row(where, values, places, what="column")
                    yield _too_large(raw, where) if _is_too_large(raw, found) else found


def _is_too_large(raw: Raw, found: RawItem | Rejection) -> bool:
    return isinstance(found, RawItem) and len(found.text) > raw.largest


def _too_large(raw: Raw, where: str) -> Rejection:
    reason = f"the row holds more than {raw.largest // 2**20 or 1} MB"
    return Rejection(source=where, reason=reason, hint="Split it into single reports.")


def _opened(raw: Raw, stream: Any) -> "ParquetFile":
    from pyarrow.parquet import ParquetFile

    limits: Any = {"thrift_string_size_limit": _LARGEST_SCHEMA, "thrift_container_size_limit": 2**20}
    try:
        size = stream.seek(0, io.SEEK_END)
        described = ParquetFile(stream, schema_depth_limit=_DEEPEST, **limits).metadata
        _refuse_traps(raw, described, size)
        stream.seek(0)
        return ParquetFile(
            stream, read_dictionary=_recurring(described, size), buffer_size=2**20, pre_buffer=False,
            metadata=described, schema_depth_limit=_DEEPEST, **limits,
        )  # fmt: skip
    except UnreadableReport:
        raise
    except Exception as fault:
        reason = f"the table is broken: {_first_line(fault)}"
        raise UnreadableReport(raw.name, reason=reason, hint="Write or fetch it again.") from fault


def _recurring(described: "FileMetaData", size: int) -> list[str]:
    """The columns of texts, where they may recur: then they are to stay one in memory until they are looked at.

    Else one large text, written once and meant a thousand times, would fill it; held so, a column is in memory whole.
    What single columns of a group say of themselves is not asked: pyarrow ends the process where that is damaged.
    """
    largest = _largest_group(described)
    if largest > _HELD_AT_ONCE and largest <= size * _FEW_TIMES:
        return []
    columns = [described.schema.column(at) for at in range(described.num_columns)]
    return [column.path for column in columns if column.physical_type == "BYTE_ARRAY" and "." not in column.path]


def _largest_group(described: "FileMetaData") -> int:
    return max((described.row_group(group).total_byte_size for group in range(described.num_row_groups)), default=0)


def _refuse_traps(raw: Raw, described: "FileMetaData", size: int) -> None:
    largest = _largest_group(described)
    if largest > UNPACKED_UNASKED and largest > size * UNPACKED_RATIO:
        reason = f"a part of it unfolds to {largest // max(size, 1)} times the size of all"
        raise UnreadableReport(raw.name, reason=reason, hint="It may be a trap; else write it uncompressed.")


def _refuse_twice(raw: Raw, columns: list[str]) -> None:
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice:
        raise UnreadableReport(raw.name, reason=f"two columns are called {twice[:40]}", hint="Rename one of them.")


def _names_in(schema: "Schema") -> dict[str, Any]:
    """What a row of that schema looks like, as far as its names go."""
    return {field.name: _inner_names(field.type) for field in schema}


def _inner_names(kind: "DataType") -> Any:
    from pyarrow import types

    if not types.is_struct(kind):
        return None
    return {kind.field(at).name: _inner_names(kind.field(at).type) for at in range(kind.num_fields)}


def _batches(raw: Raw, table: "ParquetFile") -> Iterator["RecordBatch"]:
    """Yield the rows, so many at once as memory should hold."""
    described = table.metadata
    groups = [described.row_group(group) for group in range(described.num_row_groups)]
    size = sum(group.total_byte_size for group in groups) // max(described.num_rows, 1)
    at_once = max(1, min(_MOST_ROWS_AT_ONCE, _HELD_AT_ONCE // max(size, 1)))
    try:
        yield from table.iter_batches(batch_size=at_once, use_threads=False)
    except Exception as fault:
        raise UnreadableReport(raw.name, reason=f"the table breaks off: {_first_line(fault)}", hint=_CUT) from fault


def _row(batch: "RecordBatch", row: int) -> dict[str, Any]:
    return {name: _value(column[row]) for name, column in zip(batch.schema.names, batch.columns, strict=True)}


def _value(cell: "Scalar[Any]") -> Any:
    """A cell as JSON would hold it; None where there is no such value."""
    try:
        return _plain(cell.as_py())
    except (ValueError, OverflowError, ArithmeticError, LookupError, ImportError):
        return _instant(cell)


def _instant(cell: "Scalar[Any]") -> str | None:
    """An instant that is finer or further off than Python holds, or in a zone it does not know; in UTC."""
    from pyarrow import ArrowException, timestamp, types

    if not types.is_timestamp(cell.type):
        return None
    try:
        instant = cell.cast(timestamp(cell.type.unit, "UTC" if cell.type.tz else None))
        held = instant.cast(timestamp("us", instant.type.tz), safe=False).as_py()
        return held.isoformat() if held else None
    except (ArrowException, ValueError, OverflowError):
        return None


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return holdable(value)
    if isinstance(value, bytes):
        return _words(value)
    if isinstance(value, datetime | date | time_of_day):
        return value.isoformat()
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value if value is None or isinstance(value, bool | int) else str(value)


def _words(content: bytes) -> str | None:
    try:
        return holdable(content.decode())
    except UnicodeDecodeError:
        return None


def _first_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:160]
