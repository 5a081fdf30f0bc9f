"""ninjs, the JSON of the IPTC: an item, a list of items, or one item a line goes in; a raw item for each comes out."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.decoding import decode, holdable_throughout
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.markup import plain_text
from communique.sources.publishing import published_of
from communique.sources.raw import Raw
from communique.sources.wires import address_of, cancelled, is_cancelled, language_of, with_dateline

_SUFFIXES = ("", ".json", ".ninjs", ".txt", ".jsonl", ".ndjson", ".jsonlines")
_SCHEMA = re.compile(r'"(?:\$schema|standard)"\s*:\s*(?:"[^"]*ninjs|\{[^{}]*ninjs)', re.I)
_NAMED = re.compile(r'"uri"\s*:\s*"')
_MARKS = re.compile(r'"(?:versioncreated|body_text|body_xhtml|bodies|pubstatus|contentcreated)"\s*:', re.I)
_NO_NINJS = re.compile(r'"text"\s*:')
_TEXTS = ("", "text", "composite")
_DATES = ("versioncreated", "contentcreated", "firstcreated")
_KEPT = (
    "subject", "subjects", "place", "places", "located", "urgency", "slugline", "copyrightnotice", "rightsinfo",
    "usageterms", "embargoed", "version",
)  # fmt: skip
_HINT = "Each item needs body_text, body_xhtml or bodies with its words."


class Ninjs:
    """Items of ninjs 1, 2 or 3."""

    name = "ninjs"

    def recognises(self, raw: Raw) -> bool:
        """Whether `raw` is JSON that names ninjs, or has its fields and not the `text` of our JSON Lines."""
        start = raw.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        if raw.suffix not in _SUFFIXES or start[:1] not in (b"{", b"["):
            return False
        head = decode(raw.head)
        marked = _NAMED.search(head) and _MARKS.search(head) and not _NO_NINJS.search(head)
        return bool(_SCHEMA.search(head) or marked)

    def parse(self, raw: Raw) -> Iterator[Found]:
        """Yield the text items; other kinds and what is associated with an item are passed over.

        Raises UnreadableReport where the JSON is broken or no item is a text.
        """
        seen = False
        for where, item in _lines(raw) if _is_one_a_line(raw) else _whole(raw):
            found = item if isinstance(item, Rejection) else _found(where, item)
            if found is not None:
                seen = True
                yield found
        if not seen:
            hint = "Pictures, sound and packages are passed over; ask the agency for its text items."
            raise UnreadableReport(raw.name, reason="none of its items is a text", hint=hint)


def _is_one_a_line(raw: Raw) -> bool:
    """Whether the first line is an object by itself; a line that is longer than the head is told by the name."""
    first, end, _ = raw.head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not end:
        return raw.suffix in (".jsonl", ".ndjson", ".jsonlines")
    return not isinstance(_decoded(first), str)


def _lines(raw: Raw) -> Iterator[tuple[str, Any]]:
    for number, line in raw.lines():
        where = f"{raw.name}:{number}"
        if line is None:
            reason = f"the line holds more than {raw.largest // 2**20 or 1} MB"
            yield where, Rejection(source=where, reason=reason, hint="Split it into single reports.")
        elif line.strip(b"\xef\xbb\xbf\x00 \t\r\n"):
            value = _decoded(line)
            if isinstance(value, str):
                yield where, Rejection(source=where, reason=value, hint="Each line needs one item of ninjs.")
                continue
            for item in _items(value):
                yield where, item


def _whole(raw: Raw) -> Iterator[tuple[str, Any]]:
    value = _decoded(raw.read())
    if isinstance(value, str):
        hint = "It may have been cut short; fetch it again."
        raise UnreadableReport(raw.name, reason=value, hint=hint)
    for number, item in enumerate(_items(value), 1):
        yield f"{raw.name}:{number}", item


def _decoded(content: bytes) -> Any:
    """The value of JSON that is an object or a list; else a text that says what is wrong with it."""
    try:
        value = json.loads(decode(content).lstrip("\ufeff"), strict=False)
    except json.JSONDecodeError as fault:
        return f"it is not JSON: {fault.msg} at character {fault.pos}"
    except (RecursionError, ValueError) as fault:
        return f"it is not JSON that can be read: {str(fault)[:80]}"
    return holdable_throughout(value) if isinstance(value, dict | list) else "it is JSON, but neither object nor list"


def _items(value: Any) -> Iterable[Any]:
    """The items in a value: itself, the members of a list, or those that an agency's answer wraps."""
    if isinstance(value, list):
        return value
    wrapped = (value.get("_items") or value.get("items")) if isinstance(value, dict) and "uri" not in value else None
    return wrapped if isinstance(wrapped, list) else [value]


def _found(where: str, item: Any) -> RawItem | Rejection | None:
    """The report in an item, a rejection, or None where the item is of another kind than text."""
    if not isinstance(item, dict):
        return Rejection(source=where, reason="the item is no JSON object", hint=_HINT)
    if _words(item.get("type")) not in (None, *_TEXTS):
        return None
    source = _words(item.get("uri")) or where
    if is_cancelled(_words(item.get("pubstatus")) or ""):
        return cancelled(source)
    text = _text(item)
    if not text:
        return Rejection(source=source, reason="the item has no text", hint=_HINT)
    extra = {key: item[key] for key in _KEPT if item.get(key)}
    written = [item.get(name) for name in _DATES]
    published = next((moment for moment in map(published_of, written) if moment), None)
    if published is None and any(written):
        extra["published"] = next(filter(None, written))
    if byline := _words(item.get("byline")) or _value(item.get("bylines")):
        extra["author"] = byline
    return RawItem(
        source=source,
        text=with_dateline(text, _words(item.get("dateline"))),
        url=_address(item),
        outlet=_outlet(item),
        headline=_words(item.get("headline")) or _value(item.get("headlines")) or _words(item.get("title")),
        published=published,
        language=language_of(_words(item.get("language"))),
        extra=extra,
    )


def _text(item: Mapping[str, Any]) -> str:
    """The words of the body: plain where the item has them so, else out of its HTML."""
    plain, marked = [item.get("body_text")], [item.get("body_xhtml"), item.get("body_html")]
    for body in _members(item.get("bodies")):
        kind = f"{body.get('contenttype') or ''}{body.get('contentType') or ''}".lower()
        (marked if "html" in kind else plain).append(body.get("value"))
    for words in plain:
        if isinstance(words, str) and words.strip():
            return words.replace("\r\n", "\n").replace("\r", "\n").strip()
    return next((text for words in marked if isinstance(words, str) and (text := plain_text(words))), "")


def _outlet(item: Mapping[str, Any]) -> str | None:
    named = [one for key in ("infosources", "infosource", "infoSources") for one in _members(item.get(key))]
    provider = item.get("provider")
    given = [provider, _name(provider), *map(_name, named), item.get("source"), item.get("copyrightholder")]
    return next((words for one in given if (words := _words(one))), None)


def _name(value: object) -> object:
    return (value.get("name") or value.get("literal")) if isinstance(value, dict) else None


def _address(item: Mapping[str, Any]) -> str | None:
    """Where the item can be read on the web; its `uri` only names it."""
    given = [item.get("url"), item.get("canonical_url"), *(one.get("href") for one in _members(item.get("altids")))]
    return next((address for one in given if (address := address_of(_words(one)))), None)


def _value(members: object) -> str | None:
    """The words of the main one of several, as ninjs 2 and 3 give headlines and bylines."""
    found = sorted(_members(members), key=lambda one: one.get("role") not in (None, "main"))
    return next((words for one in found if (words := _words(one.get("value")))), None)


def _members(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _words(value: object) -> str | None:
    return (" ".join(value.split()) or None) if isinstance(value, str) else None
