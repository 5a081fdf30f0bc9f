"""Find what a report says is to come: who owes it, and when it falls due."""

from collections.abc import Iterator

from communique.coding.promises.events import promises_of_events, with_day_of_event
from communique.coding.promises.infinitives import UNITS, Future
from communique.coding.promises.kinds import is_tie, kind_of
from communique.coding.promises.marks import find_futures
from communique.coding.promises.needs import Arguments
from communique.coding.promises.nouns import find_named
from communique.coding.promises.scene import Scene, clause_words
from communique.coding.promises.times import count_of, day_after, is_ahead
from communique.coding.record import Due, Event, Promise, PromiseKind, Statement, Strength
from communique.coding.scope import is_diplomatic
from communique.language.analysis import Analysis, TimeExpression
from communique.language.clauses import is_passive
from communique.language.words import Word
from communique.report.span import Span

_GONE = frozenset("recent recently previous past ago earlier before then once last".split())


def find_promises(
    analysis: Analysis, events: tuple[Event, ...], statements: tuple[Statement, ...]
) -> tuple[Promise, ...]:
    """Return the promises of the report in the order of the text."""
    if not events and not statements and not is_diplomatic(analysis):
        return ()
    scene = Scene.of(analysis)
    found: list[Promise] = []
    for promise in (*_from_clauses(scene), *find_named(scene)):
        if not any(_is_same(promise, other) or _is_told(promise, other) for other in found):
            found.append(promise)
    for promise in promises_of_events(scene, events, [promise.span for promise in found]):
        if not any(_is_same(promise, other) or _is_told(promise, other) for other in found):
            found.append(promise)
    dated = [with_day_of_event(promise, events, analysis.report.day) for promise in found]
    return tuple(sorted(dated, key=lambda promise: promise.span))


def _from_clauses(scene: Scene) -> Iterator[Promise]:
    for future in find_futures(scene.analysis):
        judged = kind_of(future, scene)
        if judged is None:
            continue
        kind, arguments = judged
        told = _told(future)
        due = _due(future, told, scene)
        quoted = _without_asides(told, future.verb)
        if not _is_definite(kind, future, due, tie=is_tie(arguments)):
            continue
        by = _by(kind, arguments, scene)
        if kind == "measure" and by is None and due is None and _is_of_things(future.verb, arguments):
            continue
        text = scene.analysis.report.text
        yield Promise(
            kind=kind, what=_what(future, quoted, text), by=by,
            strength=_strength(kind, future), due=due, span=Span(quoted[0].start, quoted[-1].end),
        )  # fmt: skip
        if kind == "visit":
            yield from _errands(future, arguments, due, scene)


def _is_of_things(verb: Word, arguments: Arguments) -> bool:
    """Whether something, and nobody, will do what is told: "these steps will impose costs"."""
    told = arguments.subject and all(word.pos == "NOUN" or word.tag in ("DT", "WDT") for word in arguments.subject)
    return bool(told) and not is_passive(verb) and verb.child_by("dobj") is not None


def _errands(future: Future, arguments: Arguments, due: Due | None, scene: Scene) -> Iterator[Promise]:
    """The meeting that a visit is for: "will travel to Geneva for talks with …", "… to meet …"."""
    text = scene.analysis.report.text
    by = _by("meeting", arguments, scene)
    heads = [word for preposition, word in arguments.phrases if preposition == "for" and word.lower in _TALKS]
    heads += [
        child
        for child in future.verb.children
        if child.dep in {"advcl", "xcomp"} and child.lemma == "meet" and child.tag == "VB"
    ]
    for head in heads:
        words = clause_words(head)
        if any(scene.mention(word) is not None for word in words):
            span = Span(words[0].start, words[-1].end)
            yield Promise(kind="meeting", what=span.of(text), by=by, strength=future.strength, due=due, span=span)


def _is_definite(kind: PromiseKind, future: Future, due: Due | None, *, tie: bool) -> bool:
    """Whether enough is said to hold somebody to it: hopes and measures need a day, or words that bind."""
    if kind == "other":
        return due is not None or future.verb.lemma in _SPEAKING
    if kind == "measure":
        if future.strength == "hoped":
            return due is not None
        if future.mark is future.verb and future.mark.tag != "VBG":
            return False
        if future.mark.pos == "NOUN" and (future.strength == "agreed" or future.mark.lower == "commitment"):
            return due is not None
        inner = future.verb.child_by("xcomp") or future.verb
        plain = (
            tie
            or not {future.verb.lemma, inner.lemma}.isdisjoint(_PLAIN)
            or (future.mark.lower in _INTENT and future.verb.lemma in _INTENDED)
        )
        bound = plain or (future.strength in {"pledged", "agreed"} and future.mark.lower not in _INTENT)
        return due is not None or (bound and future.verb.lemma not in _GRADUAL)
    if future.strength == "hoped" or (
        future.mark.lemma in {"decide", "resolve"} and kind != "aid" and future.verb.lemma not in _PLAIN
    ):
        return due is not None
    return True


# Measures plain enough to be owed without a day.
_PLAIN = frozenset(
    """open reopen close impose lift remove expel withdraw appoint establish restore recall exempt waive abolish revoke
    ban exchange ratify extradite repatriate join deploy hand set station dispatch host sever suspend reinstate
    blacklist sanction evict recognize recognise release free pardon denounce terminate scrap cancel nominate""".split()
)
_GRADUAL = frozenset(
    "increase raise reduce expand launch begin start bring create continue lower end cut double introduce".split()
)
_INTENDED = frozenset({"issue", "suspend", "deploy", "send", "hand"})
_INTENT = frozenset({"plan", "plans", "intention", "intentions"})
_TALKS = frozenset({"talks", "consultations", "meetings", "meeting", "negotiations", "discussions"})
_SPEAKING = frozenset({"deliver", "give", "address", "present", "make"})


def _told(future: Future) -> list[Word]:
    """The words of the promise: the clause from its subject, where that is short, to its last phrase."""
    words = clause_words(future.verb)
    mark = future.mark
    if mark is not future.verb and mark.i < words[0].i and mark.sentence is future.verb.sentence:
        words = (
            [*(word for word in clause_words(mark) if word.i < words[0].i), *words]
            if mark.pos in {"VERB", "AUX"}
            else [mark, *words]
        )
    return words


def _without_asides(words: list[Word], verb: Word) -> list[Word]:
    """The words without a subject that asides part from its verb, and without the phrases that end a long clause."""
    begin = next((n for n, word in enumerate(words) if word.i >= verb.i), 0)
    while begin > 0 and words[begin].i - words[begin - 1].i <= _ASIDE and verb.i - words[begin - 1].i <= _FAR:
        begin -= 1
    if begin > 0:
        begin = min((n for n, word in enumerate(words) if word.head is verb and word.dep in _HELPING), default=begin)
    words = words[begin:]
    if len(words) <= _LONG:
        return words
    end = next((n for n in range(_LONG - 1, _LONG // 2, -1) if words[n].dep == "prep" and words[n].i > verb.i), _LONG)
    return words[:end] if words[end - 1].i >= verb.i else words


# In words: an aside longer is left out, what stands farther before the verb too, a clause longer is cut at a phrase.
_HELPING = frozenset({"aux", "auxpass", "neg"})
_ASIDE, _FAR, _LONG = 7, 14, 30


def _due(future: Future, quoted: list[Word], scene: Scene) -> Due | None:
    """The time at which the promise falls due, of those in its clause the one that hangs nearest to its verb."""
    if (deadline := _deadline(future, scene)) is not None:
        return deadline
    times = scene.times.get(future.verb.sentence.index, [])
    inside = {word.i for word in quoted}
    day = scene.analysis.report.day
    usable = [
        time for time in times if not time.is_recurring and (is_ahead(time, day) if time.value else _is_vague(time))
    ]
    own = [time for time in usable if any(i in inside for i in range(time.first, time.stop))]
    if not own:
        own = [time for time in usable if _hangs_above(future.verb, time.head)]
    if not own:
        return None
    best = min(
        own,
        key=lambda time: (time.value is None, not _hangs_on(future.verb, time.head), abs(time.first - future.verb.i)),
    )
    return due_of(best, scene)


def _deadline(future: Future, scene: Scene) -> Due | None:
    """The day on which the time runs out that somebody is given: "have 40 days to ratify"."""
    if future.mark.lemma not in {"have", "give"}:
        return None
    unit = next((child for child in future.mark.children if child.lower in UNITS), None)
    if unit is None:
        return None
    text, day = scene.analysis.report.text, scene.analysis.report.day
    number = unit.child_by("nummod") or unit.child_by("det")
    amount = count_of(number.lower) if number is not None else None
    value = day_after(day, amount, unit.lower) if day and amount else None
    span = Span(number.start if number is not None else unit.start, unit.end)
    return Due(value=value, text=span.of(text), span=span)


def due_of(time: TimeExpression, scene: Scene) -> Due:
    """The due time that a time expression gives."""
    return Due(value=time.value, end=time.end, text=time.span.of(scene.analysis.report.text), span=time.span)


def _is_vague(time: TimeExpression) -> bool:
    """Whether words without a value speak of what is to come ("soon"), not of what was ("recently")."""
    words = {word.lower for word in time.head.sentence.words if time.first <= word.i < time.stop}
    return not time.is_duration and not words & _GONE


def _hangs_on(verb: Word, time: Word) -> bool:
    """Whether nothing but prepositions stands between a time and the verb."""
    word = time
    while word.head is not word:
        word = word.head
        if word is verb:
            return True
        if word.pos not in {"ADP", "NUM", "ADV", "SCONJ"}:
            return False
    return False


def _hangs_above(verb: Word, time: Word) -> bool:
    """Whether the time belongs to the clause that this one is part of."""
    holders = {word.i for word in verb.ancestors()}
    word = time
    while word.head is not word:
        word = word.head
        if word.pos in {"VERB", "AUX"}:
            return word.i in holders and word.lemma not in {"say", "tell", "announce", "add", "confirm"}
    return False


def _strength(kind: PromiseKind, future: Future) -> Strength:
    return "pledged" if kind == "aid" and future.strength == "stated" else future.strength


def _by(kind: PromiseKind, arguments: Arguments, scene: Scene) -> str | None:
    if kind in {"anniversary", "themed year"}:
        return None
    names = [name for word in arguments.subject if word.i not in scene.bodies and (name := scene.name(word))]
    return "; ".join(dict.fromkeys(names)) or None


def _what(future: Future, quoted: list[Word], text: str) -> str:
    """What is promised, in the report's own words: the clause from its verb on."""
    words = [word for word in quoted if word.i >= future.verb.i]
    return text[words[0].start : words[-1].end]


def _is_told(promise: Promise, other: Promise) -> bool:
    """Whether a noun or event only names again what another promise of the same kind sets for the same day."""
    day = promise.due.value if promise.due else None
    return (
        promise.by is None
        and promise.kind == other.kind
        and day is not None
        and other.due is not None
        and other.due.value == day
    )


def _is_same(one: Promise, other: Promise) -> bool:
    """Whether two promises are one: most of the shorter lies in the longer."""
    shared = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
    sizes = sorted((one.span.end - one.span.start, other.span.end - other.span.start))
    apart = one.kind != other.kind and (
        {one.kind, other.kind} & {"anniversary", "themed year"} or {one.kind, other.kind} == {"visit", "meeting"}
    )
    return shared > 0.5 * sizes[1 if apart else 0] + (0.2 * sizes[1] if apart else 0)
