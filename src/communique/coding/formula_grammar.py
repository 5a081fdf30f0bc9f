"""Compile patterns of fixed phrases: the lines of a lexicon go in, searches with the words that call for them come out.

The grammar is told at the head of `lexicon/formulas.toml`.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"<\w+>|[()|?*+]|@'s|[^\s()|?*+]+")
_SMALL = frozenset(
    "of for and to the in on with is are was not will would be by at from as a an all its no have".split()
)
_NAME = r"(?-i:(?:[A-Z][\w.]*|U\.S\.|[A-Z]\w+[’']s?)(?:[\s–-](?:of\s(?:the\s)?)?[A-Z][\w.]*)*)"
_PAIR = r"(?-i:[A-Z][\w.]*[-–][A-Z][\w.]*)"
_JOINT = r"(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+)"


@dataclass(frozen=True, slots=True)
class Search:
    """A compiled pattern, and the words of which a sentence must hold one for the search to be worth while."""

    pattern: re.Pattern[str]
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: its expression, how often it comes, and its fixed words, one of which must come."""

    expression: str
    times: str
    anchors: frozenset[str]


def compile_pattern(pattern: str, groups: Mapping[str, Sequence[str] | str]) -> Search:
    """Return the search for one pattern; ValueError where no fixed word must come in it."""
    tokens = _TOKEN.findall(pattern)
    part, rest = _choice(tokens, groups)
    if rest:
        raise ValueError(f"the pattern {pattern!r} closes a bracket it has not opened")
    if not part.anchors:
        raise ValueError(f"the pattern {pattern!r} has no word that must come in it")
    return Search(re.compile(rf"(?<![\w-])(?:{part.expression})(?![\w])", re.IGNORECASE), part.anchors)


def _choice(tokens: list[str], groups: Mapping[str, Sequence[str] | str]) -> tuple[_Part, list[str]]:
    """Read alternatives up to a closing bracket or the end."""
    ways: list[_Part] = []
    while True:
        way, tokens = _sequence(tokens, groups)
        ways.append(way)
        if not tokens or tokens[0] == ")":
            break
        tokens = tokens[1:]
    anchors = frozenset().union(*(way.anchors for way in ways)) if all(way.anchors for way in ways) else frozenset()
    longest_first = sorted((way.expression for way in ways), key=len, reverse=True)
    return _Part("(?:" + "|".join(longest_first) + ")", "", anchors), tokens


def _sequence(tokens: list[str], groups: Mapping[str, Sequence[str] | str]) -> tuple[_Part, list[str]]:
    parts: list[_Part] = []
    while tokens and tokens[0] not in {"|", ")"}:
        written, tokens = tokens[0], tokens[1:]
        if written == "(":
            part, tokens = _choice(tokens, groups)
            tokens = tokens[1:]
        else:
            part = _atom(written, groups)
        times = tokens[0] if tokens and tokens[0] in {"?", "*", "+"} else ""
        parts.append(_Part(part.expression, times, part.anchors))
        tokens = tokens[1:] if times else tokens
    offers = [part.anchors for part in parts if part.anchors and part.times in {"", "+"}]
    rarest = min(offers, key=_commonness, default=frozenset())
    return _Part(_joined(parts), "", rarest), tokens


def _commonness(anchors: frozenset[str]) -> tuple[int, int, int]:
    """How often the anchors are to be expected: small words come in nearly every sentence, long ones seldom."""
    return sum(word in _SMALL for word in anchors), len(anchors), -min(map(len, anchors))


def _atom(written: str, groups: Mapping[str, Sequence[str] | str]) -> _Part:
    if written in {"@", "@'s"}:
        return _Part(_NAME + (r"[’']s?" if written == "@'s" else ""), "", frozenset())
    if written == "@-@":
        return _Part(_PAIR, "", frozenset())
    if written.startswith("<"):
        value = groups[written[1:-1]]
        if isinstance(value, str):
            return _choice(_TOKEN.findall(value), groups)[0]
        return _choice(_TOKEN.findall(" | ".join(value)), groups)[0]
    if written == "#":
        return _Part(r"[\w’'-]+", "", frozenset())
    if written == ",":
        return _Part(",", "", frozenset())
    pieces = [piece for piece in re.split(r"[^\w]+", written.lower()) if len(piece) > 1 or piece.isdigit()]
    expression = re.sub(r"\\?-", r"[-‐‑–\\s]", re.escape(written)).replace("'", "[’']")
    return _Part(expression, "", frozenset({max(pieces, key=len)}) if pieces else frozenset())


def _joined(parts: list[_Part]) -> str:
    """The expression for parts in a row: white space between them, taken along by those that may be absent."""
    solid = next((n for n, part in enumerate(parts) if part.times in {"", "+"}), len(parts))
    written: list[str] = []
    for n, part in enumerate(parts):
        gap = r"(?:\s+|(?=,))"
        if part.times in {"*", "+"}:
            many = f"{part.expression}(?:{_JOINT}{part.expression})*"
            expression = f"(?:{many})"
        else:
            expression = part.expression
        absent = part.times in {"?", "*"}
        if n < solid:
            written.append(f"(?:{expression}{_JOINT if part.times == '*' else gap})?")
        elif n == solid:
            written.append(expression)
        else:
            lead = _JOINT if part.times in {"*", "+"} or parts[n - 1].times in {"*", "+"} else gap
            written.append(f"(?:{lead}{expression})" + ("?" if absent else ""))
    return "".join(written)
