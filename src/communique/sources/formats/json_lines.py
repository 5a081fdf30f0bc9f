"""JSON Lines: one report a line goes in as an object, raw items and rejections come out.

The fields are named as in `rows`; in the map of columns, `article.body` is the field body of the object article.
"""

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, holdable_throughout
from communique.sources.item import RawItem, Rejection
from communique.sources.raw import Raw
from communique.sources.rows import find_places, item_of_row, kind_of, refuse_unknown, unknown_columns

_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
# Lines looked at before the first is taken, to see whether the map of columns fits them; a field that is missing in
# fewer than the smaller number may still be one that only some reports have.
_LOOKED_AT, _ENOUGH = 200, 20
_ONE_A_LINE = "Write one report a line; jq -c '.[]' does that for a list, jq -c . for an object spread over lines."


class JsonLines:
    """A file of reports, one JSON object a line; a broken line is rejected by its number, the others are taken."""

    name = "json lines"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is named so, or begins as an object of JSON does."""
        start = raw.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return raw.suffix in _SUFFIXES or (
            raw.suffix in ("", ".json", ".txt") and start[:2] in (b'{"', b"{}", b"{\n", b"{ ", b"[{", b"[\n")
        )

    def parse(self, raw: Raw) -> Iterator[RawItem | Rejection]:
        """Yield each line's report.

        Raises UnreadableReport where the file is one JSON value over several lines, is empty, or has none of the fields
        that the map of columns names.
        """
        lines = self._objects(raw)
        if raw.columns:
            ahead, fault = _look_ahead(lines)
            _refuse_wrong_map(raw, [fields for _, fields in ahead if isinstance(fields, dict)])
            lines = _from_the_first(ahead, lines, fault)
        for where, fields in lines:
            yield fields if isinstance(fields, Rejection) else _item(where, fields, raw.columns)

    def _objects(self, raw: Raw) -> Iterator[tuple[str, Any]]:
        """Yield what each line holds, with where it stands; a rejection in the place of one that is broken."""
        seen = False
        for number, line in raw.lines():
            where = f"{raw.name}:{number}"
            if line is None:
                reason = f"the line holds more than {raw.largest // 2**20 or 1} MB"
                yield where, fault_at(where, reason, "Split it into single reports.")
            elif line.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
                fields, fault = _decoded(line)
                if not seen and (fault or isinstance(fields, list)) and line.lstrip(b"\xef\xbb\xbf \t")[:1] in b"[{":
                    _refuse_spread(raw, line)
                seen = True
                yield where, fault_at(where, fault, _ONE_A_LINE) if fault else fields
            seen = seen or line is None
        if not seen:
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")


def _look_ahead(lines: Iterator[tuple[str, Any]]) -> tuple[list[tuple[str, Any]], UnreadableReport | None]:
    """The first lines, and the fault that ended the file among them: it is told once they are taken."""
    ahead: list[tuple[str, Any]] = []
    try:
        ahead.extend(islice(lines, _LOOKED_AT))
    except UnreadableReport as fault:
        return ahead, fault
    return ahead, None


def _from_the_first(
    ahead: list[tuple[str, Any]], rest: Iterator[tuple[str, Any]], fault: UnreadableReport | None
) -> Iterator[tuple[str, Any]]:
    yield from ahead
    if fault:
        raise fault
    yield from rest


def fault_at(where: str, reason: str, hint: str) -> Rejection:
    """The rejection of one line."""
    return Rejection(source=where, reason=reason, hint=hint)


def _refuse_wrong_map(raw: Raw, objects: list[dict[str, Any]]) -> None:
    """Refuse the file where the map names a field that none of its first objects has."""
    if not objects:
        return
    found = {name for fields in objects for name in find_places(fields, raw.columns)}
    if len(objects) < _ENOUGH and "text" in found:
        return
    unknown = unknown_columns(found, raw.columns)
    refuse_unknown(raw.name, unknown, {name for fields in objects for name in fields})


def _decoded(line: bytes) -> tuple[Any, str]:
    try:
        return json.loads(decode(line)), ""
    except json.JSONDecodeError as fault:
        return None, f"the line is not JSON: {fault.msg} at character {fault.pos}"
    except (RecursionError, ValueError) as fault:
        return None, f"the line is not JSON that can be read: {str(fault)[:80]}"


def _refuse_spread(raw: Raw, line: bytes) -> None:
    """Refuse a whole file whose first line opens a list, or an object that goes on in the next line."""
    if len(line.strip()) <= 2 or line.lstrip(b"\xef\xbb\xbf \t")[:1] == b"[":
        raise UnreadableReport(raw.name, reason="it is one JSON value, not one a line", hint=_ONE_A_LINE)


def _item(where: str, fields: Any, columns: Mapping[str, str]) -> RawItem | Rejection:
    if not isinstance(fields, dict):
        return fault_at(where, f"the line is no JSON object but {kind_of(fields)}", _ONE_A_LINE)
    fields = holdable_throughout(fields)
    return item_of_row(where, fields, find_places(fields, columns), what="field")
