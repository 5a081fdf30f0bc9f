"""Find fixed phrases that are policy in themselves: an analysis and its statements go in, formulas come out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import get_args

from communique.coding.formula_grammar import Search, compile_pattern
from communique.coding.record import Family, Formula, Statement
from communique.language.analysis import Analysis
from communique.language.nations.countries import find_country_names
from communique.language.words import Sentence
from communique.lexicon import read_lexicon, words_of
from communique.report.span import Span

_NEAR = 10  # words on either side of a formula in which countries named are those it is about


@dataclass(frozen=True, slots=True)
class _Found:
    family: Family
    span: Span
    sentence: Sentence


# The pair of states belongs to a name ("the U.S.-Romania Strategic Partnership"), not to a phrase in small letters.
_PAIR_BEFORE = re.compile(r"[A-Z][\w.]*[-–][A-Z][\w.]*\s+(?=[a-z])")

# A phrase in the name of a document is no more than its name: "the Treaty of Friendship, Cooperation and …".
_NAME_BEFORE = re.compile(
    r"(?:Treaty|Treaties|Agreement|Pact|Convention|Protocol|Memorandum|Declaration|Accord|Law|Act) (?:of|on|for)\s+"
    r"(?:the\s+)?$"
)
_NAME_REACH = 30


def find_formulas(analysis: Analysis, statements: tuple[Statement, ...]) -> tuple[Formula, ...]:
    """Return the formulas of the report, the longest form as written, with the speaker of the statement they stand in.

    A phrase that comes again in the same report is coded once, where it first stands.
    """
    text = analysis.report.text
    told: set[str] = set()
    formulas: list[Formula] = []
    for sentence in analysis.sentences:
        for found in _longest(_matches(text, sentence)):
            written = found.span.of(text)
            key = " ".join(re.split(r"\W+", written.lower()))
            if key in told:
                continue
            told.add(key)
            statement = next((s for s in statements if any(c.overlaps(found.span) for c in s.content)), None)
            formulas.append(
                Formula(
                    text=written, family=found.family, span=found.span,
                    speaker=statement.speakers[0] if statement and statement.speakers else None,
                    countries=_countries_near(found),
                )
            )  # fmt: skip
    return tuple(formulas)


def is_known_formula(phrase: str) -> bool:
    """Whether the lexicon finds a formula that makes up half of the phrase or more."""
    searches = _searches()
    called = set(re.findall(r"[\w.]*\w", phrase.lower())) & searches.keys()
    found = [match for anchor in called for _, pattern in searches[anchor] for match in pattern.finditer(phrase)]
    return any(2 * (match.end() - match.start()) >= len(phrase) for match in found)


@cache
def _searches() -> dict[str, tuple[tuple[Family, re.Pattern[str]], ...]]:
    """The searches by the word that calls for them."""
    tables = read_lexicon("communique.coding", "formulas")
    groups = tables["groups"] | {"security_object": tables["commitment"]["security_object"]}
    by_anchor: dict[str, list[tuple[Family, re.Pattern[str]]]] = {}
    for family in get_args(Family):
        searches = [compile_pattern(pattern, groups) for pattern in tables[family]["patterns"]]
        searches += [_name_search(head) for head in tables[family].get("heads", ())]
        for search in searches:
            for anchor in search.anchors:
                by_anchor.setdefault(anchor, []).append((family, search.pattern))
    return {anchor: tuple(patterns) for anchor, patterns in by_anchor.items()}


def _name_search(head: str) -> Search:
    """The search for a name in capitals that holds `head`: "Global VAX Initiative", "Declaration on Migration"."""
    capital = r"(?!(?:The|This|That|These|A|An|Our|Its|Their|His|In|At|On)\b)[A-Z][\w.’'-]*"
    own = head.rsplit(maxsplit=1)[-1]
    goes_on = own[0].islower() and own not in {"of"}
    after = rf"(?:\s+(?:the\s+)?{capital})(?:,?\s+(?:and\s+|of\s+(?:the\s+)?|in\s+)?{capital})*" if goes_on else ""
    before = rf"(?<![\w.])(?:{capital}\s+(?:(?:and|for|of)\s+)?){{{0 if head.startswith('Initiative ') else 1},5}}"
    pattern = re.compile(before + re.sub(r"\\? ", r"\\s+", re.escape(head)) + r"\b" + after)
    return Search(pattern, frozenset({max(head.split(), key=len).lower()}))


def _matches(text: str, sentence: Sentence) -> Iterator[_Found]:
    searches = _searches()
    called = {word.lower for word in sentence.words} & searches.keys()
    if not called:
        return
    begin, end = sentence.span
    tried: set[re.Pattern[str]] = set()
    for anchor in called:
        for family, pattern in searches[anchor]:
            if pattern in tried:
                continue
            tried.add(pattern)
            for match in pattern.finditer(text, begin, end):
                if family == "initiative" and _is_at_home(match.group()):
                    continue
                if _NAME_BEFORE.search(text, max(0, match.start() - _NAME_REACH), match.start()):
                    continue
                words = match.group().rstrip(".,;:’' ")
                pair = _PAIR_BEFORE.match(words)
                start = match.start() + (pair.end() if pair else 0)
                yield _Found(family, Span(start, match.start() + len(words)), sentence)


def _is_at_home(name: str) -> bool:
    """Whether the words of a name are those of a programme at home ("Small Business Credit Initiative")."""
    return not _domestic().isdisjoint(re.findall(r"[^\W\d_]+", name.lower()))


@cache
def _domestic() -> frozenset[str]:
    return words_of(read_lexicon("communique.coding", "formulas")["initiative"], "domestic")


def _longest(found: Iterator[_Found]) -> list[_Found]:
    """Of matches that overlap, the longest; in the order of the text."""
    kept: list[_Found] = []
    for match in sorted(found, key=lambda match: (match.span.start - match.span.end, match.span.start, match.family)):
        if not any(match.span.overlaps(other.span) for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda match: match.span)


def _countries_near(found: _Found) -> tuple[str, ...]:
    """The states named in and around the formula, within its sentence."""
    words = found.sentence.words
    inside = [n for n, word in enumerate(words) if word.start >= found.span.start and word.end <= found.span.end]
    if not inside:
        return ()
    near = words[max(0, inside[0] - _NEAR) : inside[-1] + 1 + _NEAR]
    return tuple(dict.fromkeys(name.country for name in find_country_names(near) if name.form in {"name", "demonym"}))
