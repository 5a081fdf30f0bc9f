"""Rows of named values, of tables and of JSON: a row and the map of its columns go in, a raw item comes out.

Our names are `text` and, where known, `id`, `outlet`, `url`, `published`, `headline`, `language`; capitals do not
matter. A column of another name is taken where the map of columns says so; other columns are kept in `extra`.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from communique.errors import UnreadableReport
from communique.sources.item import RawItem, Rejection
from communique.sources.publishing import published_of

OUR_NAMES = ("text", "id", "outlet", "url", "published", "headline", "language")
# What others call our columns: offered in a hint, never taken unasked.
_CALLED_ELSEWHERE = {
    "text": "body content articletext fulltext articlebody maintext article story plaintext transcript words",
    "published": "date pubdate publicationdate publisheddate publishedat datepublished datetime timestamp day created",
    "headline": "title heading head hed",
    "outlet": "source publisher publication newspaper sourcename domain agency ministry",
    "url": "link address uri weburl sourceurl permalink",
    "id": "guid docid documentid articleid uid number",
    "language": "lang locale",
}
_MOST_TOLD = 12

type Place = tuple[str, ...]
"""Where a value stands in a row: the name of its column, then the names inside it."""


def find_places(row: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, Place]:
    """Where each of our names stands in a row such as `row`: by the map `columns`, else under our own name."""
    found = ((name, _find_place(row, columns.get(name, name))) for name in OUR_NAMES)
    return {name: place for name, place in found if place}


def unknown_columns(places: Collection[str], columns: Mapping[str, str]) -> list[str]:
    """The columns that the map names and no place was found for."""
    return [column for name, column in columns.items() if name not in places]


def refuse_unknown(source: str, unknown: Iterable[str], there: Iterable[str]) -> None:
    """Raise UnreadableReport where the map names columns that are not among those `there`."""
    unknown = list(unknown)
    if unknown:
        reason = f"it has no column {' and no column '.join(_short(column) for column in unknown)}"
        hint = f"The columns are {_listed(there)}; name one of them with --map, as in --map text=COLUMN."
        raise UnreadableReport(source, reason=reason, hint=hint)


def refuse_without_text(source: str, places: Collection[str], there: Collection[str]) -> None:
    """Raise UnreadableReport where no column holds the words of the reports."""
    if "text" not in places:
        raise UnreadableReport(source, reason="it has no column text", hint=hint_to_map(there, "column"))


def hint_to_map(there: Collection[str], what: str) -> str:
    """What to try where the words of a report are not found among the columns, or fields, `there`."""
    likely = _likely(there)
    example = " ".join(f"--map {name}={column}" for name, column in likely.items()) or "--map text=NAME"
    told = f"Say which {what} holds the words of the report, as in {example}"
    return f"{told}; there are {_listed(there)}."


def item_of_row(where: str, row: Mapping[str, Any], places: Mapping[str, Place], *, what: str) -> RawItem | Rejection:
    """Return the report in one row; a rejection where it has no words.

    `where` is its source unless it has an id; `what` is what a value of the row is called: "field" or "column".
    """
    value = {name: _value_at(row, place) for name, place in places.items()}
    text = value.get("text")
    if not isinstance(text, str) or not text.strip():
        state = "is empty" if isinstance(text, str) else f"is {kind_of(text)}" if "text" in value else "is missing"
        called = ".".join(places["text"]) if "text" in places else "text"
        hint = f"The words of the report belong there; this one has {_listed(row)}."
        hint = hint if "text" in value else hint_to_map(list(row), what)
        return Rejection(source=where, reason=f"the {what} {_short(called)} {state}", hint=hint)
    extra = _without(row, places.values())
    published = published_of(value.get("published"))
    if published is None and value.get("published") not in (None, ""):
        extra["published"] = value["published"]
    return RawItem(
        source=_words(value.get("id")) or where,
        text=text,
        url=_words(value.get("url")),
        outlet=_words(value.get("outlet")),
        headline=_words(value.get("headline")),
        published=published,
        language=_words(value.get("language")),
        extra=extra,
    )


def kind_of(value: object) -> str:
    """What a value is, in words."""
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


def _find_place(row: Mapping[str, Any], wanted: str) -> Place | None:
    """The column of that name, by its letters before its capitals; else the value that a dotted path leads to."""
    if wanted in row:
        return (wanted,)
    folded = [column for column in row if column.casefold() == wanted.casefold()]
    if len(folded) == 1:
        return (folded[0],)
    head, dot, rest = wanted.partition(".")
    inner = row.get(head)
    if not dot or not isinstance(inner, Mapping):
        return None
    below = _find_place(inner, rest)
    return (head, *below) if below else None


def _value_at(row: Mapping[str, Any], place: Place) -> Any:
    value: Any = row
    for name in place:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _without(row: Mapping[str, Any], places: Iterable[Place]) -> dict[str, Any]:
    """The row without the values that are told elsewhere."""
    rest = dict(row)
    for first, *inner in places:
        if not inner:
            rest.pop(first, None)
        elif isinstance(rest.get(first), Mapping):
            rest[first] = _without(rest[first], [tuple(inner)])
    return rest


def _words(value: object) -> str | None:
    """A value as words; None where it is empty or something else than words or a number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _likely(there: Iterable[str]) -> dict[str, str]:
    """Which columns may be ours, by what they are called elsewhere."""
    plain = {"".join(filter(str.isalnum, column.casefold())): column for column in reversed(list(there))}
    found = {
        name: next((plain[called] for called in names.split() if called in plain), None)
        for name, names in _CALLED_ELSEWHERE.items()
        if name not in plain
    }
    return {name: _quoted(column) for name, column in found.items() if column}


def _quoted(column: str) -> str:
    return f"'{_short(column)}'" if " " in column else _short(column)


def _listed(there: Iterable[str]) -> str:
    names = sorted(there)
    more = f" and {len(names) - _MOST_TOLD} more" if len(names) > _MOST_TOLD else ""
    return (", ".join(_short(name) for name in names[:_MOST_TOLD]) or "none") + more


def _short(column: str) -> str:
    return column if len(column) <= 40 else f"{column[:39]}…"
