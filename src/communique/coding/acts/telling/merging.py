"""Make one record of one act: drafts that tell of the same act are brought together, the better told one leading."""

from collections.abc import Iterable
from dataclasses import replace

from communique.coding.record import Event, Participant

PLURAL_KINDS = frozenset({"session", "signing", "negotiation", "ceremony"})
OPEN = frozenset({"planned", "proposed"})


def merge_events(events: Iterable[Event]) -> list[Event]:
    """Return `events` with those that tell of one act made one; order of the first telling."""
    merged: list[Event] = []
    for event in events:
        for index, other in enumerate(merged):
            if is_same_act(other, event):
                merged[index] = join(other, event)
                break
        else:
            merged.append(event)
    return merged


def is_same_act(first: Event, second: Event) -> bool:
    """Whether two events of one report are tellings of one act."""
    if first.kind != second.kind:
        pairs = ((first, second), (second, first))
        return any(_is_meeting_of_states(*pair) or _is_mediated(*pair) for pair in pairs)
    if (first.status in OPEN) != (second.status in OPEN):
        return False
    if not _same_day(first, second) or not _same_background(first, second):
        return False
    if first.body and second.body and first.body.name and second.body.name:
        if first.kind == "session":
            return _same_body(first, second)
        if first.body.name != second.body.name:
            return False
    elif first.kind == "session":
        return False
    if first.kind == "visit":
        return _same_visit(first, second)
    if first.kind in ("message", "relations"):
        return _correspondents(first) == _correspondents(second)
    if first.kind in ("aid", "sanction", "appointment", "agreement", "signing", "relations", "military", "ceremony"):
        return _parties(first) == _parties(second) and (
            first.trigger == second.trigger or first.kind not in ("signing", "ceremony", "agreement")
        )
    return _parties_agree(first, second)


def join(first: Event, second: Event) -> Event:
    """One event from two tellings: the wording of the fuller one, the finer date and place, all participants."""
    if first.kind != second.kind:
        kinds = (first.kind, second.kind)
        behind = "negotiation" if "mediation" not in kinds else next(kind for kind in kinds if kind != "mediation")
        leading = second if first.kind == behind else first
        other = first if leading is second else second
        return replace(
            leading, evidence=tuple(sorted({*leading.evidence, *other.evidence})), place=leading.place or other.place
        )
    leading, other = (second, first) if _fullness(second) > _fullness(first) else (first, second)
    names = {person.actor for person in leading.participants}
    extra = tuple(person for person in other.participants if person.actor not in names)
    same_people = leading.kind == "visit" or (_same_session(first, second) and leading.kind == "meeting")
    keep = leading.participants if same_people else leading.participants + extra
    date = leading.date
    if date is None or (date.basis == "dateline" and other.date is not None) or (date.value is None and other.date):
        date = other.date or date
    return replace(
        leading,
        participants=keep,
        date=date,
        place=leading.place or other.place,
        body=leading.body or other.body,
        background=leading.background and other.background,
        visit_type=leading.visit_type or other.visit_type,
        invitation_by=leading.invitation_by or other.invitation_by,
        evidence=tuple(sorted({*leading.evidence, *other.evidence})),
        confidence=max(leading.confidence, other.confidence),
    )


def _fullness(event: Event) -> float:
    date = 0 if event.date is None else 1 if event.date.basis == "dateline" else 2
    return (
        len(event.participants)
        + date
        + 1.5 * (event.place is not None)
        + (event.body is not None)
        - 3 * event.background
    )


def _parties(event: Event) -> frozenset[str]:
    return frozenset(person.actor for person in event.participants if person.role != "attendee")


def _correspondents(event: Event) -> frozenset[tuple[str, str]]:
    """Who wrote and who was written to: two who exchange messages do more than one who sends the other a note."""
    return frozenset((person.actor, person.role) for person in event.participants if person.role != "attendee")


def _sides(people: Iterable[Participant]) -> frozenset[str]:
    return frozenset(person.country for person in people if person.country)


def _parties_agree(first: Event, second: Event) -> bool:
    """One set of parties holds the other, or they differ only in naming a side by its state."""
    a, b = _parties(first), _parties(second)
    if a <= b or b <= a:
        return bool(a & b)
    return bool(a & b) and first.body is not None and _same_session(first, second)


def _is_meeting_of_states(talks: Event, meeting: Event) -> bool:
    """Whether talks told of two states are the meeting of their leaders: "the Russian-Turkish talks"."""
    if talks.kind != "negotiation" or meeting.kind not in ("meeting", "call") or talks.body or talks.background:
        return False
    names = {person.name for person in talks.participants}
    sides = _sides(talks.participants)
    if meeting.background or len(sides) < 2 or sides != _sides(meeting.participants) or talks.status != meeting.status:
        return False
    return (
        bool(names)
        and all(len(person.country or "") == 3 and person.capacity is None for person in talks.participants)
        and (talks.date is None or talks.date.basis == "dateline" or _same_day(talks, meeting))
    )


def _is_mediated(talks: Event, mediation: Event) -> bool:
    """Whether talks are the very ones that somebody is told, in the same sentence, to mediate."""
    if mediation.kind != "mediation" or talks.kind not in ("negotiation", "meeting") or talks.body is not None:
        return False
    between = {person.actor for person in mediation.participants if person.role != "mediator"}
    talking = {person.actor for person in talks.participants if person.role != "attendee"}
    same = bool(set(talks.evidence) & set(mediation.evidence)) and talks.background == mediation.background
    return same and len(between) > 1 and talking <= {person.actor for person in mediation.participants}


def _same_visit(first: Event, second: Event) -> bool:
    guests = [{p.actor for p in event.participants if p.role == "guest"} for event in (first, second)]
    if not guests[0] & guests[1]:
        return False
    if first.place is None or second.place is None:
        return True
    if first.place.country and second.place.country and first.place.country != second.place.country:
        return False
    return True


def _same_body(first: Event, second: Event) -> bool:
    a, b = first.body, second.body
    if a is None or b is None:
        return False
    if a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal:
        return False
    return a.name == b.name


def _same_session(first: Event, second: Event) -> bool:
    """Whether both are told of one session of one body, so that its delegates are the same people."""
    a, b = first.body, second.body
    return a is not None and b is not None and (a.name, a.ordinal) == (b.name, b.ordinal)


def _same_day(first: Event, second: Event) -> bool:
    """Whether two dates can be one: equal at the coarser precision, one missing, or one within the other's period."""
    a, b = first.date, second.date
    if a is None or b is None or a.value is None or b.value is None:
        return True
    if a.basis == "dateline" or b.basis == "dateline":
        return True
    if a.value.startswith(b.value) or b.value.startswith(a.value):
        return True
    if a.end and a.value <= b.value <= a.end:
        return True
    return bool(b.end and b.value <= a.value <= b.end)


def _same_background(first: Event, second: Event) -> bool:
    if first.background == second.background:
        return True
    recalled = first if first.background else second
    told = second if first.background else first
    if recalled.date is not None and recalled.date.value:
        return told.date is not None and told.date.basis != "dateline" and _same_day(first, second)
    return True
