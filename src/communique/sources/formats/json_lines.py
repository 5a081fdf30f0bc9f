"""JSON Lines: one report a line goes in as an object, raw items and rejections come out.

The fields are `text` and, where known, `id`, `outlet`, `url`, `published`, `headline`, `language`; others are kept.
"""

import json
from collections.abc import Iterator
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, holdable_throughout
from communique.sources.item import RawItem, Rejection
from communique.sources.publishing import published_of
from communique.sources.raw import Raw

_SUFFIXES = (".jsonl", ".ndjson", ".jsonlines")
_FIELDS = ("id", "text", "url", "outlet", "headline", "published", "language")
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
        """Yield each line's report; UnreadableReport where the file is one JSON value over several lines, or empty."""
        seen = False
        for number, line in raw.lines():
            where = f"{raw.name}:{number}"
            if line is None:
                yield Rejection(
                    source=where,
                    reason=f"the line holds more than {raw.largest // 2**20 or 1} MB",
                    hint="Split it into single reports.",
                )
            elif line.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
                fields, fault = _decoded(line)
                if not seen and (fault or isinstance(fields, list)) and line.lstrip(b"\xef\xbb\xbf \t")[:1] in b"[{":
                    _refuse_spread(raw, line)
                seen = True
                yield fault_at(where, fault, _ONE_A_LINE) if fault else _item(where, fields)
            seen = seen or line is None
        if not seen:
            raise UnreadableReport(raw.name, reason="the file is empty", hint="Check that it was saved.")


def fault_at(where: str, reason: str, hint: str) -> Rejection:
    """The rejection of one line."""
    return Rejection(source=where, reason=reason, hint=hint)


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


def _item(where: str, fields: Any) -> RawItem | Rejection:
    if not isinstance(fields, dict):
        return fault_at(where, f"the line is no JSON object but {_kind(fields)}", _ONE_A_LINE)
    fields = holdable_throughout(fields)
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        state = "is empty" if isinstance(text, str) else f"is {_kind(text)}" if "text" in fields else "is missing"
        has = ", ".join(sorted(fields)[:8]) or "no fields"
        hint = f"Each line needs a field text with the words of the report; this one has {has}."
        return fault_at(where, f"the field text {state}", hint)
    extra = {key: value for key, value in fields.items() if key not in _FIELDS}
    published = published_of(fields.get("published"))
    if published is None and fields.get("published") not in (None, ""):
        extra["published"] = fields["published"]
    return RawItem(
        source=_words(fields.get("id")) or where,
        text=text,
        url=_words(fields.get("url")),
        outlet=_words(fields.get("outlet")),
        headline=_words(fields.get("headline")),
        published=published,
        language=_words(fields.get("language")),
        extra=extra,
    )


def _words(value: object) -> str | None:
    """A field as words; None where it is empty or something else than words or a number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _kind(value: object) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "a text",
        bool: "a truth value",
        int: "a number",
        float: "a number",
        type(None): "null",
    }
    return names.get(type(value), type(value).__name__)
