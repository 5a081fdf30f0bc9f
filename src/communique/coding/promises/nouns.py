"""Find promises that nouns make: anniversaries, themed years, acts that are "upcoming" or have a day ahead."""

from collections.abc import Iterator
from functools import cache

from communique.coding.promises.marks import is_asked
from communique.coding.promises.scene import Scene, clause_words, crosses_borders
from communique.coding.promises.times import is_ahead, is_later
from communique.coding.record import Due, Promise, PromiseKind
from communique.language.analysis import TimeExpression
from communique.language.clauses import governing_verb
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of
from communique.report.span import Span

_UPCOMING = frozenset({"upcoming", "forthcoming", "coming", "planned", "scheduled"})
_OFF = frozenset({"suspend", "cancel", "postpone", "scrap", "delay"})
_NEAR = 14  # words between a session's name and its day
_ACTS: dict[str, PromiseKind] = {
    "visit": "visit", "trip": "visit", "summit": "session", "forum": "session", "conference": "session",
    "meeting": "meeting", "talks": "meeting", "consultations": "meeting", "negotiations": "meeting",
    "session": "session", "dialogue": "session", "round": "session", "event": "session",
    "intersessional": "session", "ministerial": "session",
}  # fmt: skip
_DATED = frozenset({"visit", "trip", "summit", "talks", "round", "consultations", "meeting"})


def find_named(scene: Scene) -> Iterator[Promise]:
    """Yield what nouns promise, in the order of the text."""
    groups = _groups()
    for word in scene.analysis.words:
        if is_asked(word.sentence):
            continue
        if word.pos not in {"NOUN", "PROPN"} or word.sentence.kind == "headline":
            continue
        lower = word.lower
        if lower in groups["nouns"] or (lower in groups["spans"] and _is_of(word, groups["of"])):
            yield from _anniversary(word, scene, groups["verbs"])
        elif lower in {"year", "years"} and word.text[0].isupper():
            yield from _themed_year(word, scene)
        elif word.i in scene.bodies or lower in _ACTS:
            yield from _act(word, scene)


@cache
def _groups() -> dict[str, frozenset[str]]:
    table = read_lexicon("communique.coding", "promises")["anniversaries"]
    return {group: words_of(table, group) for group in table}


def _is_of(word: Word, wanted: frozenset[str]) -> bool:
    return any(
        noun.lower in wanted
        for child in word.children
        if child.lower == "of"
        for noun in child.children
        if noun.dep == "pobj"
    )


def _anniversary(word: Word, scene: Scene, verbs: frozenset[str]) -> Iterator[Promise]:
    verb = governing_verb(word)
    if verb is None or verb.tag in {"VBD", "VBN"} and not any(child.lower in {"will", "be"} for child in verb.children):
        return
    time = _time_of(word, scene, within_verb=True)
    if time is None or not (
        _is_of(word, _groups()["of"]) or any(child.lower == "diplomatic" for child in word.children)
    ):
        return
    words = clause_words(verb) if verb.lemma in verbs else clause_words(word)
    yield _promise("anniversary", word, words, time, scene)


def _themed_year(word: Word, scene: Scene) -> Iterator[Promise]:
    named = any(child.lower == "of" and any(n.text[0].isupper() for n in child.children) for child in word.children)
    time = _time_of(word, scene, within_verb=True)
    if named and time is not None and is_later(time, scene.analysis.report.day):
        yield _promise("themed year", word, clause_words(word), time, scene)


def _act(word: Word, scene: Scene) -> Iterator[Promise]:
    """A session, visit or meeting called upcoming, or with a day ahead in its own phrase."""
    if any(child.lower in {"any", "no"} for child in word.children):
        return
    body = scene.bodies.get(word.i)
    upcoming = _upcoming_at(word, scene)
    time = _time_of(word, scene, within_verb=False) or _time_after(word, scene)
    if upcoming is None and (time is None or (body is None and word.lower not in _DATED)):
        return
    kind: PromiseKind = _ACTS.get(word.lower, "session") if body is None else "session"
    if body is None and not crosses_borders(scene, [], word.sentence):
        return
    verb = governing_verb(word)
    if verb is not None and verb.lemma in _OFF:
        return
    words = _own_words(word, scene)
    if time is not None:
        time_words = [w for w in word.sentence.words if time.first <= w.i < time.stop]
        words = sorted({w.i: w for w in (*words, *time_words)}.values(), key=lambda w: w.i)
        yield _promise(kind, word, words, time, scene)
    elif upcoming is not None:
        due = Due(value=None, text=upcoming.text, span=upcoming.span)
        span = Span(words[0].start, words[-1].end)
        yield Promise(kind=kind, what=span.of(scene.analysis.report.text), strength="stated", due=due, span=span)


def _time_of(word: Word, scene: Scene, *, within_verb: bool) -> TimeExpression | None:
    """A time ahead that hangs on the noun, or on its verb where that may count."""
    day = scene.analysis.report.day
    verb = governing_verb(word)
    for time in scene.times.get(word.sentence.index, []):
        if (
            not (is_ahead if within_verb else is_later)(time, day)
            or time.is_duration
            or (not within_verb and not _is_fine(time, word))
        ):
            continue
        for above in (time.head, *time.head.ancestors()):
            if above is word or (within_verb and above is verb):
                return time
            if above.pos in {"VERB", "AUX"}:
                break
    return None


def _own_words(word: Word, scene: Scene) -> list[Word]:
    """The noun's own phrase: its name where it is a body, without what it is joined to."""
    body = scene.bodies.get(word.i)
    words = clause_words(word)
    if body is None:
        return words
    extent = [w for w in word.sentence.words if body.first <= w.i < body.stop]
    joined = next((w.i for w in word.sentence.words if w.i >= body.stop and w.lower in {"and", ","}), body.stop + 12)
    kept = {w.i: w for w in (*extent, *(w for w in words if w.i < joined))}
    return sorted(kept.values(), key=lambda w: w.i)


def _upcoming_at(word: Word, scene: Scene) -> Word | None:
    """The word "upcoming" or its like at the noun, before its name, or before the name it is joined to."""
    body = scene.bodies.get(word.i)
    words = word.sentence.words
    base = words[0].i
    first = body.first if body is not None else min((child.i for child in word.children), default=word.i)
    for k in range(first - 1, max(base, first - 1) - 1, -1):
        before = words[k - base]
        if before.lower in _UPCOMING:
            return before
        if before.lower == "and" and body is not None:
            joined = next(
                (other for other in scene.bodies.values() if k - 3 <= other.stop <= k and other is not body), None
            )
            return _upcoming_at(joined.head, scene) if joined is not None else None
    return next((child for child in word.children if child.lower in _UPCOMING), None)


def _time_after(word: Word, scene: Scene) -> TimeExpression | None:
    """A time ahead in the words after a named session, wherever the tree hangs it: "the talks in Paris next month"."""
    body = scene.bodies.get(word.i)
    if body is None:
        return None
    words = word.sentence.words
    base = words[0].i
    for time in scene.times.get(word.sentence.index, []):
        between = words[body.stop - base : time.first - base] if time.first >= body.stop else None
        if (
            between is None
            or len(between) > _NEAR
            or any(w.pos in {"VERB", "AUX"} and w.tag not in {"VBN", "VBG"} for w in between)
        ):
            continue
        if is_later(time, scene.analysis.report.day) and _is_fine(time, word) and not time.is_duration:
            return time
    return None


def _is_fine(time: TimeExpression, word: Word) -> bool:
    """Whether a time says more than the year that tells one session from another ("the 2022 summit")."""
    return time.first > word.i and (
        len(time.value or "") > 4 or any(w.lower == "next" for w in word.sentence.words if w.i == time.first)
    )


def _promise(kind: PromiseKind, word: Word, words: list[Word], time: TimeExpression, scene: Scene) -> Promise:
    text = scene.analysis.report.text
    span = Span(words[0].start, words[-1].end)
    own = clause_words(word)
    due = Due(value=time.value, end=time.end, text=time.span.of(text), span=time.span)
    return Promise(kind=kind, what=text[own[0].start : own[-1].end], strength="stated", due=due, span=span)
