"""Find promises that planned events make: events with their scene go in, promises with the clause of each come out."""

from collections.abc import Iterator
from dataclasses import replace

from communique.coding.promises.marks import is_asked, is_supposed
from communique.coding.promises.scene import Scene, clause_words
from communique.coding.promises.times import is_day_ahead
from communique.coding.record import Due, Event, Promise, PromiseKind, Strength
from communique.language.clauses import auxiliaries, is_negated, is_passive
from communique.language.words import Word
from communique.report.span import Span

_LEAST_WORDS = 4  # a planned event told in fewer words is no more than a mention
_NEAR = 200  # characters within which a day or body belongs to the words of an event
_BEFORE = 6  # words before an event proposed that tell a hope from an offer
_HOPING = frozenset("hope hopes hoped hoping wants wish wishes wished seeks desire".split())
_OF_EVENT: dict[str, PromiseKind] = {
    "meeting": "meeting", "call": "meeting", "negotiation": "meeting", "mediation": "meeting", "visit": "visit",
    "session": "session", "signing": "agreement", "aid": "aid", "sanction": "measure", "relations": "measure",
    "military": "other", "ceremony": "other",
}  # fmt: skip
_ENDING = frozenset({"end", "conclude", "wrap", "finish", "complete", "continue"})
# What a meeting told elsewhere is about, unless it has a day of its own.
_ON_THE_TABLE = frozenset("discuss review engage exchange address consult work talk touch cover consider".split())
_GONE = frozenset({"earlier", "last", "ago", "past", "recent"})
_WILLING = frozenset(
    "will would 'll ’ll planned scheduled upcoming forthcoming coming next likely due expected".split()
)


def promises_of_events(scene: Scene, events: tuple[Event, ...], told: list[Span]) -> Iterator[Promise]:
    """Yield what planned events promise whose words stand in none of the clauses already `told`."""
    starts = {word.start: word for word in scene.analysis.words}
    for event in events:
        kind = _OF_EVENT.get(event.kind)
        anchor = starts.get(event.trigger.start)
        if kind is None or anchor is None or event.status not in {"planned", "proposed"} or event.background:
            continue
        if any(span.overlaps(event.trigger) for span in told) and kind != "meeting":
            continue
        if (
            is_asked(anchor.sentence)
            or anchor.sentence.kind == "headline"
            or _is_over(event, scene.analysis.report.day)
        ):
            continue
        words = _clause_of(anchor)
        if len(words) < _LEAST_WORDS or _is_ending(anchor) or not _is_told_ahead(anchor, words, event):
            continue
        yield _promise(kind, event, words, scene)


def with_day_of_event(promise: Promise, events: tuple[Event, ...], day: str | None) -> Promise:
    """The promise with the day of the planned event it tells of, where its own words have none: a stop on a tour."""
    if promise.due is not None:
        return promise
    for event in events:
        inside = promise.span.covers(event.trigger) and _OF_EVENT.get(event.kind) == promise.kind
        if inside and event.status == "planned" and (due := _due_of(event)) is not None and not _is_over(event, day):
            return replace(promise, due=due)
    return promise


def _due_of(event: Event) -> Due | None:
    date = event.date
    if date is None or not date.text or not date.span:
        return None
    return Due(value=date.value, end=date.end, text=date.text, span=date.span)


def _is_over(event: Event, day: str | None) -> bool:
    """Whether the event's day is not ahead of the report's."""
    value = None if event.date is None else event.date.end or event.date.value
    return value is not None and day is not None and not is_day_ahead(value, day)


def _is_ending(anchor: Word) -> bool:
    going_home = any(child.lower in {"home", "always"} for child in anchor.children)
    return going_home or any(word.lemma in _ENDING for word in (anchor, anchor.head)) or is_negated(anchor)


def _is_told_ahead(anchor: Word, words: list[Word], event: Event) -> bool:
    """Whether the words themselves look ahead: a noun needs a day or "upcoming", a verb more than a bare form."""
    when = event.date.text or "" if event.date is not None else ""
    if anchor.lemma in _ON_THE_TABLE and not when:
        return False
    if any(word in _GONE for word in when.lower().split()):
        return False
    if anchor.pos in {"NOUN", "PROPN"}:
        return bool(when) or any(word.lower in _WILLING for word in words)
    if anchor.tag == "VBD" or (anchor.tag == "VBG" and not auxiliaries(anchor)):
        return is_passive(anchor)
    if event.status == "proposed" and not when:
        return False
    return (anchor.dep not in {"acl", "advcl"} or bool(when)) and not is_supposed(anchor)


def _clause_of(anchor: Word) -> list[Word]:
    """The words that tell of an event: the clause of its verb, of the verb that a noun is with, or the noun's own."""
    if anchor.pos not in {"NOUN", "PROPN"}:
        return clause_words(anchor)
    verb = anchor.head
    if anchor.dep in {"nsubj", "nsubjpass", "dobj"} and any(child.lower in _WILLING for child in verb.children):
        return clause_words(verb)
    return clause_words(anchor)


def _promise(kind: PromiseKind, event: Event, words: list[Word], scene: Scene) -> Promise:
    spans = [Span(words[0].start, words[-1].end)]
    due = _due_of(event)
    near = [due.span if due else None, event.body.span if event.body else None]
    spans += [span for span in near if span is not None and abs(span.start - event.trigger.end) < _NEAR]
    span = Span.around(*spans)
    actors = [party.name for party in event.participants if party.role != "host"]
    what = span.of(scene.analysis.report.text)
    return Promise(
        kind=kind,
        what=what,
        by=actors[0] if actors else None,
        strength=_strength(kind, event, scene),
        due=due,
        span=span,
    )


def _strength(kind: PromiseKind, event: Event, scene: Scene) -> Strength:
    if event.status == "proposed":
        before = scene.analysis.report.text[: event.trigger.start].lower().split()[-_BEFORE:]
        if any(word.startswith("invit") for word in before):
            return "invited"
        return "hoped" if any(word in _HOPING for word in before) else "offered"
    return "pledged" if kind == "aid" else "stated"
