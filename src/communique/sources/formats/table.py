"""CSV and its kin: a table with a header and one report a row goes in, raw items and rejections come out."""

import csv
import io
import re
from collections.abc import Iterator

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, holdable, is_binary
from communique.sources.item import RawItem, Rejection
from communique.sources.raw import Raw
from communique.sources.rows import (
    OUR_NAMES,
    find_places,
    item_of_row,
    refuse_unknown,
    refuse_without_text,
    unknown_columns,
)

_SUFFIXES = (".csv", ".tsv")
_DELIMITERS = (",", ";", "\t", "|")
_COLUMN = re.compile(r"[\w .-]{1,40}")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# More than any report has; a quotation mark that is never closed would else swallow the rest of the file.
_LARGEST_CELL = 2**24
_QUOTES = "Quote cells that hold the delimiter or line breaks, and double the quotation marks inside them."


class Table:
    """A table of reports, parted by commas, semicolons, tabs or bars; a bad row is rejected by its line."""

    name = "table"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is named so, or begins with a header in which `text` and another of our names stand."""
        if is_binary(raw.head):
            return False
        if raw.suffix in _SUFFIXES:
            return True
        header = raw.head[:4096].split(b"\n", 1)[0].decode("utf-8-sig", "replace")
        cells = [cell.strip() for cell in _cells(header, _delimiter(header))]
        ours = {cell.casefold() for cell in cells} & set(OUR_NAMES)
        return raw.suffix in ("", ".txt") and "text" in ours and len(ours) > 1 and all(map(_COLUMN.fullmatch, cells))

    def parse(self, raw: Raw) -> Iterator[RawItem | Rejection]:
        """Yield each row's report; its source is its id, else the line it begins in.

        Raises UnreadableReport where there is no header with a column of texts, where the map names a column that is
        not there, and where a quotation mark is never closed.
        """
        too_large: list[int] = []
        lines = _lines(raw, too_large)
        header = next((line for line in lines if line.strip()), "")
        if not header:
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")
        delimiter = _delimiter(header)
        columns = _columns(raw, header, delimiter)
        places = find_places(dict.fromkeys(columns), raw.columns)
        refuse_unknown(raw.name, unknown_columns(places, raw.columns), columns)
        refuse_without_text(raw.name, places, columns)
        for where, cells in _rows(raw, lines, delimiter):
            while too_large:
                yield _too_large(raw, too_large.pop(0))
            if isinstance(cells, Rejection):
                yield cells
            elif len(cells) != len(columns):
                reason = f"the row has {len(cells)} cells, the header {len(columns)}"
                yield Rejection(source=where, reason=reason, hint=_QUOTES)
            else:
                yield item_of_row(where, dict(zip(columns, cells, strict=True)), places, what="column")
        for number in too_large:
            yield _too_large(raw, number)


def _lines(raw: Raw, too_large: list[int]) -> Iterator[str]:
    """Yield the lines as text, an empty one in the place of one that is too large, whose number is noted."""
    if raw.head.startswith(_UTF_16):
        yield from io.StringIO(decode(raw.read()).removeprefix("\ufeff").replace("\r\n", "\n"))
        return
    otherwise = _encoding_beside_utf8(raw.head)
    for number, line in raw.lines():
        if line is None:
            too_large.append(number)
        try:
            text = (line or b"\n").decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            text = (line or b"\n").decode(otherwise, "replace")
        yield holdable(text).replace("\r\n", "\n")


def _encoding_beside_utf8(head: bytes) -> str:
    """What the bytes are in where they are no UTF-8, by the letters at the beginning of the file."""
    if head.isascii():
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(head).best()
    return best.encoding if best and best.encoding not in ("ascii", "utf_8") else "cp1252"


def _delimiter(header: str) -> str:
    """What parts the header into most cells."""
    return max(_DELIMITERS, key=lambda one: len(_cells(header, one)))


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _columns(raw: Raw, header: str, delimiter: str) -> list[str]:
    """The names of the columns; UnreadableReport where two are alike, as no one could say which is meant."""
    cells = enumerate(_cells(header, delimiter), start=1)
    columns = [cell.strip() or f"column {number}" for number, cell in cells]
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice:
        raise UnreadableReport(raw.name, reason=f"two columns are called {twice[:40]}", hint="Rename one of them.")
    return columns


def _rows(raw: Raw, lines: Iterator[str], delimiter: str) -> Iterator[tuple[str, list[str] | Rejection]]:
    """Yield each row that is not blank with where it begins, a rejection in the place of one that is no CSV."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        where = f"{raw.name}:{rows.line_num + 2}"
        try:
            cells = _next(rows)
        except StopIteration:
            return
        except csv.Error as fault:
            if "end of data" in str(fault) or "field limit" in str(fault):
                reason = f"a quotation mark in the row at line {where.rpartition(':')[2]} is never closed"
                raise UnreadableReport(raw.name, reason=reason, hint=_QUOTES) from fault
            yield where, Rejection(source=where, reason=f"the row is no CSV: {fault}", hint=_QUOTES)
        else:
            if any(cells):
                yield where, cells


def _next(rows: Iterator[list[str]]) -> list[str]:
    """The next row, with cells as long as a report may be; the bound holds for all of Python, so it is put back."""
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        return next(rows)
    finally:
        csv.field_size_limit(before)


def _too_large(raw: Raw, number: int) -> Rejection:
    reason = f"the line holds more than {raw.largest // 2**20 or 1} MB"
    return Rejection(source=f"{raw.name}:{number}", reason=reason, hint="Split it into single reports.")
