"""Find who else was there: companions, attendees and inviters join the event that their words speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.coding.acts.matching.frames import PARTY_CLASSES
from communique.coding.acts.parties.finding import Party, parties_of
from communique.coding.acts.telling.drafts import Draft, participant
from communique.coding.record import Event, Participant
from communique.language.analysis import Analysis
from communique.language.clauses import agents, conjuncts, first_conjunct, is_passive, objects, phrases, subjects
from communique.language.words import Word

PEOPLE = PARTY_CLASSES["people"]
ENCOUNTERS = frozenset({"meeting", "visit", "session", "call", "signing", "ceremony", "negotiation"})
OCCASIONS = frozenset("meeting talk talks ceremony session dinner conversation call banquet reception signing".split())
TALKS = frozenset({"meeting", "negotiation", "call", "session"})
COMPANY = frozenset("delegation entourage party suite retinue team side".split())
TAKING_PART = frozenset({"sit", "take", "participate", "join"})
PRESENT = frozenset("those guests attendees participants dignitaries officials attending present".split())
ATTENDING = frozenset({"attend", "join", "take", "sit", "participate"})
STANDING_BY = {"hand": "on", "attendance": "in"}
REACH = 3


def add_attendees(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """Return `events` with those whom the report names as present beside the principals."""
    found = list(events)
    for word in analysis.words:
        if word.lemma == "chair" and word.dep == "pobj" and word.head.lower == "in":
            _seat_chairs(found, word, analysis)
        for party, before in _attendees_at(analysis, word):
            last = _event_for(found, word, before, analysis)
            for index in _told_together(found, last):
                event = found[index]
                if all(person.actor != party.actor.id for person in event.participants):
                    company = _in_company(participant(party, "attendee"), event, word)
                    found[index] = replace(event, participants=(*event.participants, company))
    return found


def without_attended(drafts: Sequence[Draft]) -> list[Draft]:
    """Return `drafts` without those that only say who was at talks just told: "the meeting was attended by"."""
    kept: list[Draft] = []
    for draft in drafts:
        if not (_tells_attendance(draft) and any(_is_just_told(first, draft) for first in kept)):
            kept.append(draft)
    return kept


def _tells_attendance(draft: Draft) -> bool:
    candidate = draft.candidate
    thing = candidate.thing or candidate.anchor
    is_attended = candidate.verb is not None and candidate.verb.lemma in ATTENDING
    if draft.frame.kind not in TALKS or not is_attended or candidate.fillers.get("with"):
        return False
    return thing.lemma.lower() in OCCASIONS and _is_pointed_at(thing)


def _is_just_told(first: Draft, draft: Draft) -> bool:
    gap = draft.anchor.sentence.index - first.anchor.sentence.index
    return first.frame.kind in TALKS and 0 < gap <= REACH and first.standing.status == draft.standing.status


def add_inviters(analysis: Analysis, events: Sequence[Event]) -> list[Event]:
    """Return `events` with the inviter of each visit, where its sentence or the next names one."""
    found = list(events)
    for word in analysis.words:
        if word.lemma != "invitation" or word.dep != "pobj" or word.head.lower not in ("at", "upon", "on"):
            continue
        inviters = list(parties_of(analysis, _inviters(word), PARTY_CLASSES["any"]))
        visit = _visit_for(found, word, analysis)
        if inviters and visit is not None:
            event = found[visit]
            host = inviters[0].actor
            people = event.participants
            if all(person.actor != host.id for person in people) and event.place is not None:
                people = (*people, participant(inviters[0], "host"))
            found[visit] = replace(event, invitation_by=host.name, participants=people)
    return found


def _seat_chairs(found: list[Event], word: Word, analysis: Analysis) -> None:
    """Make chairs of those told to be "in the chair"."""
    above = word.head.head
    if above.pos == "ADP":
        seated = [member for child in above.children_by("pobj") for member in conjuncts(child)]
    else:
        seated = subjects(above) if above.pos in ("VERB", "AUX") else conjuncts(first_conjunct(above))
    chairs = {party.actor.id for party in parties_of(analysis, seated, PEOPLE)}
    index = _event_for(found, word, True, analysis)
    if index is not None and chairs:
        event = found[index]
        people = tuple(replace(p, role="chair") if p.actor in chairs else p for p in event.participants)
        found[index] = replace(event, participants=people)


def _attendees_at(analysis: Analysis, word: Word) -> Iterator[tuple[Party, bool]]:
    """The parties that `word` tells to be present, and whether their event may stand in an earlier sentence."""
    lemma = word.lemma.lower()
    if word.pos == "VERB":
        if lemma in ("accompany", "join", "flank") and is_passive(word):
            yield from ((party, True) for party in parties_of(analysis, agents(word), PEOPLE))
        elif lemma == "accompany":
            yield from ((party, True) for party in parties_of(analysis, subjects(word), PEOPLE))
        elif lemma in TAKING_PART:
            if _takes_part(word):
                yield from ((party, True) for party in parties_of(analysis, subjects(word), PEOPLE))
        elif lemma in ("include", "comprise") and any(own.lemma.lower() in COMPANY for own in subjects(word)):
            yield from ((party, True) for party in parties_of(analysis, objects(word), PEOPLE))
        elif lemma == "witness" and is_passive(word):
            yield from ((party, True) for party in parties_of(analysis, agents(word), PEOPLE))
        elif lemma == "attend":
            if is_passive(word):
                yield from ((party, True) for party in parties_of(analysis, agents(word), PEOPLE))
            elif any(target.lemma.lower() in OCCASIONS and target.child_by("det") for target in objects(word)):
                yield from ((party, True) for party in parties_of(analysis, subjects(word), PEOPLE))
            elif word.tag == "VBG" and not objects(word):
                yield from ((party, False) for party in parties_of(analysis, subjects(word), PEOPLE))
    elif lemma == "present" and word.dep in ("acomp", "advcl", "amod", "ROOT") and word.head.lemma == "be":
        verb = word.head
        people = subjects(verb) or [target for c in verb.children_by("attr") for target in conjuncts(c)]
        yield from ((party, True) for party in parties_of(analysis, people, PEOPLE))
    elif lemma in ("presence", "participation") and word.dep == "pobj" and word.head.lower in ("in", "with"):
        named = [filler for slot, filler in phrases(word) if slot == "of"]
        yield from ((party, False) for party in parties_of(analysis, named, PEOPLE))
    elif (
        word.lower == "among"
        and word.head.lemma == "be"
        and any(target.lower in PRESENT for target in word.children_by("pobj"))
    ):
        verb = word.head
        people = [target for c in verb.children_by("attr", "nsubj") if c.i > verb.i for target in conjuncts(c)]
        yield from ((party, True) for party in parties_of(analysis, people, PEOPLE))
    elif STANDING_BY.get(lemma) == word.head.lower and word.dep == "pobj" and word.head.head.lemma == "be":
        verb = word.head.head
        people = subjects(verb) or [target for c in verb.children_by("attr") for target in conjuncts(c)]
        yield from ((party, True) for party in parties_of(analysis, people, PEOPLE))


def _takes_part(verb: Word) -> bool:
    """Whether somebody joins talks already told: "sat in on the talks", "took part in the meeting"."""
    lemma = verb.lemma.lower()
    if lemma == "join":
        joined = objects(verb)
    elif lemma == "take" and not any(target.lower == "part" for target in verb.children_by("dobj")):
        return False
    else:
        if lemma == "sit" and not any(child.lower == "in" for child in verb.children):
            return False
        part = [child for child in verb.children_by("dobj", "prt", "prep", "advmod") if child.i > verb.i]
        joined = [filler for word in (verb, *part) for _, filler in phrases(word)]
    return any(target.lemma.lower() in OCCASIONS and _is_pointed_at(target) for target in joined)


def _is_pointed_at(occasion: Word) -> bool:
    return any(child.lower in ("the", "this", "that", "these", "both") for child in occasion.children)


def _event_for(events: Sequence[Event], word: Word, before: bool, analysis: Analysis) -> int | None:
    """The encounter that words of attendance speak of: in their own sentence, else the last one told shortly before."""
    sentence = word.sentence
    best: int | None = None
    for index, event in enumerate(events):
        if event.kind not in ENCOUNTERS or event.trigger.start >= sentence.span.end:
            continue
        own = event.trigger.start >= sentence.span.start
        near = before and event.trigger.start >= _start_of_reach(analysis, sentence.index)
        if own or near:
            best = index
    return best


def _told_together(events: Sequence[Event], last: int | None) -> list[int]:
    """The event at `last` and the other legs of its tour: visits that the same words tell."""
    if last is None:
        return []
    event = events[last]
    if event.kind != "visit":
        return [last]
    return [n for n, other in enumerate(events) if other.kind == "visit" and other.trigger == event.trigger]


def _in_company(person: Participant, event: Event, word: Word) -> Participant:
    """A companion of unknown country on a visit travels for the visitor's."""
    if event.kind != "visit" or person.country is not None or word.lemma not in ("accompany", "join"):
        return person
    countries = {guest.country for guest in event.participants if guest.role == "guest"}
    return replace(person, country=countries.pop()) if len(countries) == 1 else person


def _start_of_reach(analysis: Analysis, index: int) -> int:
    return analysis.sentences[max(0, index - REACH)].span.start


def _inviters(invitation: Word) -> list[Word]:
    holder = invitation.child_by("poss")
    if holder is not None:
        return conjuncts(holder)
    return [filler for slot, filler in phrases(invitation) if slot in ("of", "from", "by")]


def _visit_for(events: Sequence[Event], word: Word, analysis: Analysis) -> int | None:
    near = [
        index
        for index, event in enumerate(events)
        if event.kind == "visit"
        and _start_of_reach(analysis, word.sentence.index + REACH - 1) <= event.trigger.start < word.sentence.span.end
    ]
    own = [index for index in near if events[index].trigger.start >= word.sentence.span.start]
    chosen = own or near
    return chosen[-1] if chosen else None
