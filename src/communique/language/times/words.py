"""Cut sentences into pieces that mean something to a clock or calendar, and match patterns of them.

Takes a sentence's words; gives the stretches that fit a pattern of times.toml, each with its rule and values.
"""

import itertools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.errors import LanguageError
from communique.language.words import Word

type PieceValue = int | str

_PIECE = re.compile(r"[^-–—]+|[-–—]")
_DASHES = frozenset("-–—")
_ORDNUM = re.compile(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
_DECADE = re.compile(r"[’']?(\d{2}|\d{4})s")
_NUMERIC = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d[./]\d{1,2}[./]\d{1,2}")
_CLASS = re.compile(r"<(\w+)(?::(\w+))?>|([a-z]\w*)")
_TRIGGERS = frozenset(
    "month weekday weekdays unit units annum weekend quarter deictic season part soon later recent coming annual "
    "future delay date course".split()
)
_SURE_MONTHS = frozenset({"may", "march"})
_BEFORE_YEARS = frozenset({"month", "day", "ordnum", "early", "season", "-", "qtr", ","})
_YEAR_CUES = frozenset(
    "in since by of during until till from to through before after and between early late mid year - – fiscal end for "
    "over around circa about season spring summer autumn winter quarter annum on till as".split()
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a part of one between hyphens: its class, its value, and its characters in the report."""

    kind: str
    value: PieceValue
    word: Word
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces that fit a pattern: the rule that values them, the values kept, and the pieces themselves."""

    rule: str
    values: Mapping[str, PieceValue]
    pieces: Sequence[Piece]


def match_times(words: Sequence[Word]) -> Iterator[Match]:
    """Yield the stretches of a sentence that fit a pattern, in the order of the text, none overlapping another."""
    for run in _runs(words):
        letters = _lexicon().letters
        pieces = list(_pieces(run))
        regex, rules = _patterns()
        for match in regex.finditer("".join([letters[piece.kind] for piece in pieces])):
            rule, groups = rules[str(match.lastgroup)]
            kept = {name: pieces[match.start(index)].value for index, name in groups if match.start(index) >= 0}
            yield Match(rule, kept, pieces[match.start() : match.end()])


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Stretches in which every word has a class and one speaks of time, with the words just before and after them."""
    known, triggers = _lexicon().words, _lexicon().triggers
    begin, is_time = -1, False
    for at, word in enumerate(words):
        lower = word.lower
        if lower in known or lower in triggers:
            is_class, speaks = True, lower in triggers
        elif lower.isalpha():
            is_class = speaks = False
        else:
            speaks = any(map(str.isdigit, lower)) and (len(lower) > 3 or not lower.isdecimal())
            is_class = speaks or lower.isdecimal() or lower.rstrip(".") in known
        if is_class:
            begin = at if begin < 0 else begin
            is_time = is_time or speaks
        else:
            if is_time:
                yield words[max(begin - 1, 0) : at + 1]
            begin, is_time = -1, False
    if is_time:
        yield words[max(begin - 1, 0) :]


def _pieces(words: Sequence[Word]) -> Iterator[Piece]:
    """The pieces of a run of words; a word is cut at its hyphens where a figure is in it."""
    before: Piece | None = None
    for at, word in enumerate(words):
        text = word.text
        cuts = [(word.start, word.end, text)]
        if len(text) > 1 and word.end - word.start == len(text) and not _DASHES.isdisjoint(text):
            cuts = [(word.start + m.start(), word.start + m.end(), m.group()) for m in _PIECE.finditer(text)]
        follower = words[at + 1].text if at + 1 < len(words) else ""
        for place, (start, end, part) in enumerate(cuts):
            after = cuts[place + 1][2] if place + 1 < len(cuts) else follower
            kind, value = _classify(word, part, before, after)
            before = Piece(kind, value, word, start, end)
            yield before


def _classify(word: Word, text: str, before: Piece | None, after: str) -> tuple[str, PieceValue]:
    """The class and value of one piece of `word`."""
    lower = text.lower()
    if text[0].isdigit() or (len(text) > 1 and text[1].isdigit()):
        return _classify_figure(word, text, before)
    known = _lexicon().words.get(lower) or _lexicon().words.get(lower.rstrip("."))
    if known is None:
        return ("noun" if word.pos in ("NOUN", "PROPN") else "other" if text[0].isalnum() else "stop"), lower
    kind, value = known
    if kind == "month" and not _is_month(word, lower, before, after):
        return "other", lower
    if kind in ("weekday", "weekdays") and not text[0].isupper():
        return "other", lower
    if kind == "season" and lower in ("spring", "fall") and word.pos not in ("NOUN", "PROPN"):
        return "other", lower
    if (kind == "ordinal" and word.pos == "VERB") or (kind == "coming" and word.dep != "amod"):
        return "other", lower
    if kind == "annual" and word.pos == "PROPN":
        return "noun", lower
    return kind, value


def _is_month(word: Word, lower: str, before: Piece | None, after: str) -> bool:
    """Whether a month's name is meant, and not a person, a modal verb or a march."""
    if not word.text[0].isupper() and "-" not in word.text and not word.text[0].isdigit():
        return False
    if after[:1].isdigit() or (before is not None and before.kind in ("day", "ordnum")):
        return True
    if before is not None and before.kind == "noun" and before.word.tag == "NNP" and before.word.head is word:
        return False
    if word.entity == "PERSON" or (word.entity == "ORG" and lower not in _lexicon().sure):
        return False
    return word.tag[:3] == "NNP" if lower in _SURE_MONTHS else len(lower.rstrip(".")) > 4 or lower in _lexicon().sure


def _classify_figure(word: Word, text: str, before: Piece | None) -> tuple[str, PieceValue]:
    if text.isdecimal() and text.isascii():
        number = int(text)
        if len(text) == 4 and 1700 <= number < 2200 and _is_year(word, before):
            return "year", number
        return ("day", number) if 1 <= number <= 31 and len(text) < 3 else ("number", number)
    if match := _ORDNUM.fullmatch(text):
        return ("ordnum", int(match[1])) if 1 <= int(match[1]) <= 31 else ("other", text)
    if match := _DECADE.fullmatch(text):
        number = int(match[1])
        return "decade", number if number > 99 else 1900 + number
    if _NUMERIC.fullmatch(text):
        return "numeric", text
    if len(text) == 2 and text[0] == "Q" and text[1] in "1234":
        return "qtr", int(text[1])
    if text[:2] == "FY" and text[2:].isdecimal() and len(text) == 6:
        return "year", int(text[2:])
    return "other", text


def _is_year(word: Word, before: Piece | None) -> bool:
    """Whether a number of four figures is a year: the model hears no count, or the word before asks for one."""
    if word.dep == "nummod" and word.head.tag == "NNS" and word.head.i == word.i + 1 and word.entity != "DATE":
        return False
    if word.entity not in ("CARDINAL", "QUANTITY", "MONEY", "PERCENT") or before is None:
        return True
    if before.word.tag in ("DT", "PRP$", "POS") and word.head.tag in ("NN", "NNP"):
        return True
    return before.kind in _BEFORE_YEARS or before.word.lower in _YEAR_CUES


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: Mapping[str, tuple[str, PieceValue]]
    letters: Mapping[str, str]
    unions: Mapping[str, str]
    triggers: frozenset[str]
    sure: frozenset[str]
    patterns: tuple[str, ...]


@cache
def _lexicon() -> _Lexicon:
    """The words of times.toml by class and value, and a letter for every class."""
    table = tomllib.loads(files("communique.language").joinpath("lexicon/times.toml").read_text(encoding="utf-8"))
    for group, entries in table.items():
        if not entries:
            raise LanguageError(f"times.toml: [{group}]", reason="an empty group")
    words: dict[str, tuple[str, PieceValue]] = {w: (kind, w) for kind, group in table["classes"].items() for w in group}
    for kind, group in (("ordinal", "ordinals"), ("number", "numbers"), ("month", "months")):
        words |= {word: (kind, int(value)) for value, names in table[group].items() for word in names}
    for value, names in table["weekdays"].items():
        words |= {name: ("weekday", int(value)) for name in names}
        words[f"{names[0]}s"] = ("weekdays", int(value))
    for unit, plural in table["units"].items():
        words[unit] = ({"year": "annum", "quarter": "quarter", "weekend": "weekend"}.get(unit, "unit"), unit)
        words[plural] = ("units", unit)
    words |= {word: ("deictic", days) for word, days in table["deictic"].items()}
    words |= {word: ("season", month) for word, month in table["seasons"].items()}
    triggers = {word for word, (kind, _) in words.items() if kind in _TRIGGERS}
    figures = ("year", "day", "ordnum", "decade", "numeric", "qtr", "noun", "other", "stop")
    kinds = dict.fromkeys([*(kind for kind, _ in words.values()), *figures])
    letters = {kind: chr(0x400 + number) for number, kind in enumerate(kinds)}
    unions = {name: "[" + "".join(letters[kind] for kind in group) + "]" for name, group in table["unions"].items()}
    return _Lexicon(
        words, letters, unions, frozenset(triggers | {f"{name}." for name in triggers if len(name) < 5}),
        frozenset({"may", "june", "july"}), tuple(table["patterns"]["list"]),
    )  # fmt: skip


@cache
def _patterns() -> tuple[re.Pattern[str], Mapping[str, tuple[str, Sequence[tuple[int, str]]]]]:
    """All patterns as one expression over class letters; behind each outer group its rule and kept groups."""
    rules: dict[str, str] = {}
    parts: list[str] = []
    for number, line in enumerate(_lexicon().patterns):
        rule, _, pattern = line.partition(" ")
        rules[f"p{number}"] = rule
        parts.append(f"(?P<p{number}>{_translate(pattern, f'p{number}')})")
    idle = "".join(_lexicon().letters[kind] for kind in ("noun", "other", "stop"))
    regex = re.compile(f"(?![{idle}])(?:{'|'.join(parts)})")
    kept: dict[str, list[tuple[int, str]]] = {group: [] for group in rules}
    for name, index in regex.groupindex.items():
        plain, _, rest = name.partition("__")
        if rest:
            kept[rest.partition("__")[0]].append((index, plain))
    return regex, {group: (rule, kept[group]) for group, rule in rules.items()}


def _translate(pattern: str, group: str) -> str:
    """The pattern with a letter for each class, its kept classes as groups named after it."""
    lexicon = _lexicon()
    count = itertools.count()

    def letters_of(kind: str) -> str:
        found = lexicon.unions.get(kind) or lexicon.letters.get(kind)
        if found is None:
            raise LanguageError(f"times.toml: {pattern.strip()}", reason=f"no class {kind!r}")
        return found

    def letter(match: re.Match[str]) -> str:
        if match[3]:
            return letters_of(match[3])
        return f"(?P<{match[1]}__{group}__{next(count)}>{letters_of(match[2] or match[1])})"

    text = _CLASS.sub(letter, pattern)
    return re.sub(r"\s+", "", text.replace(",", lexicon.letters[","]).replace("-", lexicon.letters["-"]))
