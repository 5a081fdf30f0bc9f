"""Score the events of one report: a Case goes in, its counts and differences are added to the tally."""

from collections.abc import Sequence

from communique.coding.record import Body, Event, Participant
from communique.evaluation.case import Case
from communique.evaluation.facts import is_same_date, is_same_place
from communique.evaluation.gold import GoldBody, GoldEvent, GoldParty
from communique.evaluation.names import is_same_name, is_same_party, is_same_post
from communique.evaluation.pairing import pair_best, unpaired
from communique.evaluation.wording import bare_words

PRINCIPALS = frozenset(
    {"host", "guest", "participant", "chair", "sender", "recipient", "signatory", "mediator", "target"}
)

# What makes two events of a kind more alike, beside one point for each party they share.
_SAME_DAY = 0.5
_SAME_STATUS = 0.25
_SAME_TRIGGER = 0.25


def score_events(case: Case) -> None:
    """Count the events that gold and record share, and the values of those they share."""
    gold, coded = case.gold.events, case.coded.events if case.coded else ()
    pairs = pair_events(case)
    missed, added = unpaired(pairs, len(gold), len(coded))
    case.tally.add("event", len(pairs), len(gold), len(coded))
    _count_news(case, gold, coded, pairs)
    for i in missed:
        _note_missed(case, gold[i], [coded[j] for j in added])
    for j in added:
        _note_added(case, coded[j], [gold[i] for i in missed])
    for i, j in pairs:
        _score_pair(case, gold[i], coded[j])
    case.tally.add("whole event right", 0, len(missed), len(added))


def pair_events(case: Case) -> list[tuple[int, int]]:
    """The events of gold and record that are one act, as pairs of their positions, the most alike first."""
    coded = case.coded.events if case.coded else ()
    return pair_best(case.gold.events, coded, lambda one, other: _alikeness(case, one, other))


def _alikeness(case: Case, gold: GoldEvent, coded: Event) -> float:
    """How much two events look like one act; 0 where the kinds differ or nothing but the kind ties them."""
    if gold.kind != coded.kind:
        return 0.0
    shared = sum(any(is_same_party(party, other) for other in coded.participants) for party in gold.participants)
    trigger = not set(bare_words(gold.trigger)).isdisjoint(bare_words(case.words(coded.trigger)))
    body = bool(gold.body and coded.body and is_same_name(gold.body.name, coded.body.name))
    if not (shared or body or (trigger and not gold.participants)):
        return 0.0
    day = is_same_date(gold.date.value if gold.date else None, coded.date.value if coded.date else None)
    status = gold.status == coded.status
    return 1 + shared + _SAME_DAY * day + _SAME_STATUS * status + _SAME_TRIGGER * trigger


def _count_news(
    case: Case, gold: Sequence[GoldEvent], coded: Sequence[Event], pairs: Sequence[tuple[int, int]]
) -> None:
    """Count the events told as news; what agrees with an act that gold only recalls is neither right nor wrong."""
    news = sum(not event.background for event in gold)
    right = sum(not gold[i].background for i, _ in pairs)
    recalled = {j for i, j in pairs if gold[i].background}
    claimed = sum(not event.background and j not in recalled for j, event in enumerate(coded))
    case.tally.add("event, told as news", right, news, max(claimed, right))


def _note_missed(case: Case, gold: GoldEvent, added: Sequence[Event]) -> None:
    place = case.place_of(gold.trigger)
    near = [event for event in added if place and place.overlaps(event.trigger)]
    told = f"{gold.kind}, {gold.status}{', recalled' if gold.background else ''}: {_names(gold.participants)}"
    coded = "; ".join(f"{event.kind}: {_names(event.participants)}" for event in near)
    pattern = f"missed: {gold.kind}{_instead(gold.kind, 'coded', near)}"
    case.note("event", pattern, gold=told, coded=coded, span=place)


def _note_added(case: Case, coded: Event, missed: Sequence[GoldEvent]) -> None:
    near = [event for event in missed if (place := case.place_of(event.trigger)) and place.overlaps(coded.trigger)]
    told = f"{coded.kind}, {coded.status}{', recalled' if coded.background else ''}: {_names(coded.participants)}"
    gold = "; ".join(f"{event.kind}: {_names(event.participants)}" for event in near)
    pattern = f"not in gold: {coded.kind}{_instead(coded.kind, 'gold', near)}"
    case.note("event", pattern, gold=gold, coded=told, span=coded.trigger)


def _instead(kind: str, side: str, near: Sequence[Event | GoldEvent]) -> str:
    """What the other side has at the same words, as the end of a pattern."""
    if not near:
        return ""
    kinds = [event.kind for event in near]
    return " (parties differ)" if kind in kinds else f" ({side} {kinds[0]})"


def _score_pair(case: Case, gold: GoldEvent, coded: Event) -> None:
    """Score the values of one event that both sides have."""
    found = _score_parties(case, gold, coded)
    day = _score_date(case, gold, coded)
    place = _score_place(case, gold, coded)
    status = case.tally.check("event's status", agrees=gold.status == coded.status)
    if not status:
        case.note("event's status", f"{gold.status} → {coded.status}", gold=gold.kind, span=coded.trigger)
    if not case.tally.check("event's mode", agrees=gold.mode == coded.mode):
        case.note("event's mode", f"{gold.kind}: {gold.mode} → {coded.mode}", span=coded.trigger)
    if gold.body and not case.tally.check("event's body and ordinal", agrees=_is_same_body(gold.body, coded.body)):
        _note_body(case, gold.body, coded)
    principals = {i for i, party in enumerate(gold.participants) if party.role in PRINCIPALS}
    nobody_else = len(coded.participants) <= len(gold.participants)
    whole = day and place and status and principals <= found and nobody_else
    case.tally.check("whole event right", agrees=whole)


def _score_parties(case: Case, gold: GoldEvent, coded: Event) -> set[int]:
    """Score the participants; return the positions of those of gold that were found."""
    wanted, have = gold.participants, coded.participants
    pairs = pair_best(wanted, have, lambda one, other: float(is_same_party(one, other)))
    case.tally.add("participant", len(pairs), len(wanted), len(have))
    missed, added = unpaired(pairs, len(wanted), len(have))
    for i in missed:
        case.note("participant", f"missed in {gold.kind}", gold=wanted[i].name, coded=_names(have), span=coded.trigger)
    for j in added:
        case.note(
            "participant", f"not in gold: {gold.kind}", gold=_names(wanted), coded=have[j].name, span=have[j].span
        )
    for task in ("participant's role", "participant's country", "participant's capacity"):
        case.tally.add(task, 0, 0, 0)
    for i, j in pairs:
        _score_party(case, gold.kind, wanted[i], have[j])
    return {i for i, _ in pairs}


def _score_party(case: Case, kind: str, gold: GoldParty, coded: Participant) -> None:
    if not case.tally.check("participant's role", agrees=gold.role == coded.role):
        pattern = f"{kind}: {gold.role} → {coded.role}"
        case.note("participant's role", pattern, gold=gold.name, coded=coded.name, span=coded.span)
    if gold.country and not case.tally.check("participant's country", agrees=gold.country == coded.country):
        pattern = "none" if coded.country is None else "another"
        gold_is, coded_is = f"{gold.name}: {gold.country}", f"{coded.name}: {coded.country}"
        case.note("participant's country", pattern, gold=gold_is, coded=coded_is, span=coded.span)
    if gold.capacity:
        agrees = is_same_post(gold.capacity, coded.capacity)
        if not case.tally.check("participant's capacity", agrees=agrees):
            pattern = "none" if coded.capacity is None else "another"
            gold_is, coded_is = f"{gold.name}: {gold.capacity}", f"{coded.name}: {coded.capacity}"
            case.note("participant's capacity", pattern, gold=gold_is, coded=coded_is, span=coded.span)


def _score_date(case: Case, gold: GoldEvent, coded: Event) -> bool:
    """Whether the date agrees, counted where gold has one."""
    if not (gold.date and gold.date.value):
        return True
    value = coded.date.value if coded.date else None
    agrees = case.tally.check("event's date", agrees=is_same_date(gold.date.value, value))
    if not agrees:
        pattern = "none" if value is None else "another"
        words = f"{value} “{coded.date.text or coded.date.basis}”" if coded.date else "none"
        told = f"{gold.date.value} “{gold.date.text or 'dateline'}”"
        case.note("event's date", f"{gold.kind}: {pattern}", gold=told, coded=words, span=coded.trigger)
    return agrees


def _score_place(case: Case, gold: GoldEvent, coded: Event) -> bool:
    """Whether the place agrees, counted where gold has one."""
    if not (gold.place and gold.place.name):
        return True
    name, country = (coded.place.name, coded.place.country) if coded.place else (None, None)
    same = is_same_place(gold.place.name, name, gold_country=gold.place.country, coded_country=country)
    agrees = case.tally.check("event's place", agrees=same)
    if not agrees:
        pattern = f"{gold.kind}: {'none' if name is None else 'another'}"
        told = f"{gold.place.name}, {gold.place.country}"
        case.note("event's place", pattern, gold=told, coded=f"{name}, {country}", span=coded.trigger)
    return agrees


def _is_same_body(gold: GoldBody, coded: Body | None) -> bool:
    if coded is None or gold.ordinal != coded.ordinal:
        return False
    return is_same_name(gold.name, coded.name) or not (gold.name or coded.name)


def _note_body(case: Case, gold: GoldBody, coded: Event) -> None:
    have = coded.body
    pattern = "none" if have is None else "ordinal" if gold.ordinal != have.ordinal else "name"
    told = f"{gold.name}, {gold.session}, {gold.ordinal}"
    found = f"{have.name}, {have.session}, {have.ordinal}" if have else ""
    span = have.span if have and have.span else coded.trigger
    case.note("event's body and ordinal", pattern, gold=told, coded=found, span=span)


def _names(parties: Sequence[GoldParty | Participant]) -> str:
    return ", ".join(f"{party.name} ({party.role})" for party in parties) or "nobody"
