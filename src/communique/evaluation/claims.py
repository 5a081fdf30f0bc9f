"""Score datelines, posts, formulas, promises and evidence: a Case goes in, its counts are added to the tally."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.evaluation.case import Case
from communique.evaluation.facts import is_same_date, is_same_place
from communique.evaluation.gold import GoldPromise
from communique.evaluation.names import is_same_name, is_same_post
from communique.evaluation.pairing import pair_best, unpaired
from communique.evaluation.wording import bare_words, likeness
from communique.report.span import Span

_SAME_FORMULA = 0.6
_SAME_PROMISE = 0.4


@dataclass(frozen=True, slots=True)
class _Post:
    name: str
    title: str
    span: Span


def score_dateline(case: Case) -> None:
    """Score place and date of the dateline, where gold has one."""
    gold = case.gold.dateline
    if gold is None:
        return
    have = case.coded.report.dateline if case.coded else None
    place, date = (have.place, have.date) if have else (None, None)
    agrees = is_same_place(gold.place, place) and is_same_date(gold.date, date)
    if not case.tally.check("dateline", agrees=agrees):
        pattern = "none" if have is None else "place" if not is_same_place(gold.place, place) else "date"
        span = have.span if have else Span(0, min(len(case.text), 60)) if case.text else None
        case.note("dateline", pattern, gold=f"{gold.place}, {gold.date}", coded=f"{place}, {date}", span=span)


def score_capacities(case: Case) -> None:
    """Score the posts that the report gives to people, whatever the event."""
    gold = case.gold.capacities
    actors = case.coded.actors if case.coded else ()
    have = [_Post(actor.name, post.title, post.span) for actor in actors for post in actor.capacities]
    pairs = pair_best(
        gold,
        have,
        lambda one, other: float(is_same_name(one.name, other.name) and is_same_post(one.title, other.title)),
    )
    task = "capacity (person and post)"
    case.tally.add(task, len(pairs), len(gold), len(have))
    missed, added = unpaired(pairs, len(gold), len(have))
    for i in missed:
        same = [post.title for post in have if is_same_name(gold[i].name, post.name)]
        pattern = "missed: person has other posts" if same else "missed: person has no post"
        told = f"{gold[i].name}: {gold[i].title}"
        case.note(task, pattern, gold=told, coded="; ".join(same), quote=gold[i].quote)
    for j in added:
        same = [post.title for post in gold if is_same_name(post.name, have[j].name)]
        pattern = "not in gold: person has other posts" if same else "not in gold: person has no post"
        case.note(task, pattern, gold="; ".join(same), coded=f"{have[j].name}: {have[j].title}", span=have[j].span)


def score_formulas(case: Case) -> None:
    """Score the fixed phrases."""
    gold, have = case.gold.formulas, case.coded.formulas if case.coded else ()
    pairs = pair_best(gold, have, lambda one, other: _at_least(_SAME_FORMULA, one.text, other.text))
    case.tally.add("formula", len(pairs), len(gold), len(have))
    missed, added = unpaired(pairs, len(gold), len(have))
    for i in missed:
        case.note("formula", f"missed: {gold[i].family}", gold=gold[i].text, quote=gold[i].text)
    for j in added:
        case.note("formula", f"not in gold: {have[j].family}", coded=have[j].text, span=have[j].span)


def score_promises(case: Case) -> None:
    """Score the promises by their words, and when those that agree fall due."""
    gold, have = case.gold.promises, case.coded.promises if case.coded else ()
    pairs = pair_best(gold, have, lambda one, other: _promise_likeness(case, one, other.span))
    case.tally.add("promise", len(pairs), len(gold), len(have))
    case.tally.add("promise's due date", 0, 0, 0)
    for i, j in pairs:
        due, found = gold[i].due, have[j].due
        value = found.value if found else None
        if not due or not due.value or case.tally.check("promise's due date", agrees=is_same_date(due.value, value)):
            continue
        told = f"{due.value} “{due.text}”"
        pattern = "none" if value is None else "another"
        case.note("promise's due date", pattern, gold=told, coded=str(value), span=have[j].span)
    missed, added = unpaired(pairs, len(gold), len(have))
    for i in missed:
        case.note("promise", f"missed: {gold[i].kind}", gold=gold[i].what or "", quote=gold[i].quote)
    for j in added:
        case.note("promise", f"not in gold: {have[j].kind}", coded=have[j].what, span=have[j].span)


def score_evidence(case: Case) -> None:
    """Count the items of the record that point at words which lie in the text."""
    length = len(case.text)
    items = list(_evidence(case))
    sound = [bool(spans) and all(0 <= span.start < span.end <= length for span in spans) for spans in items]
    case.tally.add("item with evidence in the text", sum(sound), len(items), len(items))
    for spans, is_sound in zip(items, sound, strict=True):
        if not is_sound:
            case.note("item with evidence in the text", "outside the text", coded=str([tuple(span) for span in spans]))


def _evidence(case: Case) -> Iterator[Sequence[Span]]:
    """Yield the ranges of each item of the record."""
    if case.coded is None:
        return
    for event in case.coded.events:
        yield (event.trigger, *event.evidence)
    for statement in case.coded.statements:
        yield (*([statement.cue] if statement.cue else []), *statement.content)
    for formula in case.coded.formulas:
        yield (formula.span,)
    for promise in case.coded.promises:
        yield (promise.span,)


def _promise_likeness(case: Case, gold: GoldPromise, coded: Span) -> float:
    share = likeness(bare_words(gold.quote), bare_words(case.words(coded)))
    return share if share >= _SAME_PROMISE else 0.0


def _at_least(threshold: float, one: str, other: str) -> float:
    return float(likeness(bare_words(one), bare_words(other)) >= threshold)
