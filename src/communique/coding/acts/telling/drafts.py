"""Turn a candidate into the draft of an event: its parties get roles, its clause gives standing, date and place."""

from dataclasses import dataclass, field

from communique.coding.acts.matching.candidates import Candidate, clause_verb
from communique.coding.acts.matching.encounters import complete_encounter
from communique.coding.acts.matching.frames import PARTY_CLASSES, Frame
from communique.coding.acts.matching.journeys import (
    SENDING,
    WAITING,
    complete_journey,
    is_journey,
    traveller_before,
    with_senders_country,
)
from communique.coding.acts.matching.manners import fits_manner
from communique.coding.acts.matching.presence import complete_session
from communique.coding.acts.matching.sessions import GATHERINGS
from communique.coding.acts.matching.travels import destinations, goes_somewhere
from communique.coding.acts.matching.wording import is_called_for, is_course, is_measured
from communique.coding.acts.parties.finding import Party, are_principals, is_plural, parties_of
from communique.coding.acts.parties.nations import states_carrying, states_in_front, states_opposed, states_within
from communique.coding.acts.settings.finding import Circumstances
from communique.coding.acts.settings.standing import Standing, standing_of
from communique.coding.record import EventDate, Participant, Place, Role
from communique.language.analysis import Analysis, BodyMention, PlaceMention
from communique.language.clauses import is_passive, subjects
from communique.language.words import Word

OFFICIALS = frozenset(
    "delegation leader minister official guest counterpart president premier ambassador envoy senator representative "
    "delegate member parliamentarian lawmaker dignitary king head chief diplomat colleague visitor mission team troika "
    "mediator negotiator emissary inspector secretary chairman chair co-chair rapporteur commissioner".split()
)
ORDINARY = frozenset(
    "refugee migrant national people citizen student child tourist pilgrim athlete voter family worker fan".split()
)
# Whom a side is forever in touch with, and meets on no day.
VAGUE = frozenset("partner ally nation friend community government producer".split())
FIRST_PERSON = frozenset({"i", "we"})
# What can be proposed; a measure that somebody asks for is a statement.
ENCOUNTERS = frozenset({"meeting", "visit", "session", "call"})
PROPOSABLE = ENCOUNTERS - {"call"} | {"negotiation", "mediation"}
PLACED = frozenset({"meeting", "visit", "session", "call", "negotiation", "ceremony", "relations"})
# Whose parties are told by ships, troops and goods.
FORCES = frozenset({"military", "aid"})
PARTY_SLOTS = frozenset({"subject", "between", "with", "pair", "by", "among"})
SUPPORT_ROLES: dict[str, Role] = {
    "host": "host", "co-host": "host", "organize": "host", "organise": "host", "chair": "chair", "co-chair": "chair",
    "preside": "chair", "lead": "chair",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Draft:
    """An event in the making: the candidate, those who take part, and what its clause says of it."""

    candidate: Candidate
    standing: Standing
    participants: list[Participant] = field(default_factory=list)
    date: EventDate | None = None
    place: Place | None = None
    body: BodyMention | None = None
    destination: PlaceMention | None = None

    @property
    def frame(self) -> Frame:
        """The frame that announced it."""
        return self.candidate.frame

    @property
    def anchor(self) -> Word:
        """The word that announced it."""
        return self.candidate.anchor


class Drafting:
    """Drafts events of one report."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.circumstances = Circumstances(analysis)
        self._body_at = {body.head.i: body for body in analysis.bodies}

    def draft(self, candidate: Candidate) -> Draft | None:
        """The draft of what `candidate` announces; `None` where nobody takes part or nothing is said to take place."""
        standing = standing_of(candidate.anchor, clause_verb(candidate))
        if standing is None or ("future" in candidate.frame.tenses and standing.status != "planned"):
            return None
        if candidate.frame.measured and not is_measured(candidate):
            return None
        kind, anchor = candidate.frame.kind, candidate.anchor
        if kind == "visit":
            complete_journey(candidate, self.analysis)
            if not is_journey(candidate, self.analysis):
                return None
        else:
            if kind == "session":
                complete_session(candidate, self.analysis)
            complete_encounter(candidate, self.analysis)
            if not fits_manner(candidate):
                return None
        if standing.status == "proposed" and kind not in PROPOSABLE:
            return None
        if anchor.pos == "VERB" and kind not in ENCOUNTERS and is_called_for(anchor):
            return None
        if candidate.frame.told and any(word.lower in FIRST_PERSON for word in candidate.fillers.get("subject", ())):
            return None
        draft = Draft(candidate, standing)
        self._fill_participants(draft)
        if kind == "visit" and not draft.participants and standing.status in WAITING and anchor.pos == "NOUN":
            candidate.fill("subject", list(traveller_before(candidate, self.analysis)))
            self._fill_participants(draft)
        draft.body = self._find_body(candidate)
        if draft.body is not None:
            draft.participants = [person for person in draft.participants if person.name != draft.body.name]
        if not self._has_needs(draft):
            return None
        return draft

    def body_at(self, word: Word) -> BodyMention | None:
        """The body or session whose name hangs on `word` or holds it as its last word."""
        found = self._body_at.get(word.i)
        if found is not None:
            return found
        return next((body for body in self.analysis.bodies if body.first <= word.i < body.stop and body.session), None)

    def _fill_participants(self, draft: Draft) -> None:
        frame, candidate = draft.frame, draft.candidate
        seen: set[str] = set()
        roles = dict(frame.roles)
        is_carried = frame.kind == "message" and roles.get("subject") == "sender" and roles.get("of") != "recipient"
        if is_carried and self._has_author(candidate):
            roles["subject"] = "attendee"
            roles["of"] = "sender"
        for slot, role in roles.items():
            kinds = self._kinds_for(slot, frame)
            if slot == "pair" and frame.moving and candidate.thing is not None:
                parties = states_carrying(self.analysis, candidate.thing)
            elif slot == "pair":
                parties = states_in_front(self.analysis, candidate.thing or candidate.anchor)
            else:
                words = candidate.fillers.get(slot, ())
                parties = list(parties_of(self.analysis, words, kinds))
                loose = kinds is PARTY_CLASSES["any"] or slot in ("of", "possessive") or frame.kind in FORCES
                struck = role in ("recipient", "target") and slot != "subject"
                if not parties and loose and (struck or frame.kind == "military"):
                    parties = states_within(self.analysis, self.circumstances, words, role=role)
            if slot == "target":
                parties = states_opposed(self.analysis, candidate.thing or candidate.anchor)
            for party in parties:
                if party.actor.id in seen or not self._may_fill(party, slot, candidate):
                    continue
                seen.add(party.actor.id)
                draft.participants.append(participant(party, self._role_in(slot, role, candidate)))
        if candidate.anchor.lemma in SENDING and frame.kind == "visit":
            draft.participants = with_senders_country(draft.participants, candidate, self.analysis)

    def _has_author(self, candidate: Candidate) -> bool:
        """Whether a message goes in the name of somebody other than who hands it over: "the greetings of"."""
        words = [*candidate.fillers.get("from", ()), *candidate.fillers.get("of", ())]
        return any(True for _ in parties_of(self.analysis, words, PARTY_CLASSES["people"]))

    def _kinds_for(self, slot: str, frame: Frame) -> frozenset[str]:
        if slot in ("subject", "possessive", "of") and frame.subject_is != "any":
            return PARTY_CLASSES[frame.subject_is]
        if slot in ("object", "on") and frame.object_is != "any":
            return PARTY_CLASSES[frame.object_is]
        return PARTY_CLASSES["any"]

    def _may_fill(self, party: Party, slot: str, candidate: Candidate) -> bool:
        """A capital under "of", "in" or "to" of a visit or meeting is a place, no party."""
        is_left = slot in ("from", "in") and candidate.frame.kind == "relations"  # "recalled from Lima" turns on Peru
        if party.mention.form == "capital" and candidate.frame.kind in PLACED and not (is_left or slot in PARTY_SLOTS):
            return False
        if party.mention.form == "capital" and self._role_in(slot, "participant", candidate) == "host":
            return False
        head = party.mention.head.lemma.lower()
        if party.actor.kind == "group" and candidate.frame.kind in ("visit", "meeting", "call"):
            if head in ORDINARY or head in GATHERINGS or (head in VAGUE and candidate.frame.kind != "visit"):
                return False
            whose = {"object": candidate.frame.object_is, "subject": candidate.frame.subject_is}.get(slot)
            if whose == "officials" and head not in OFFICIALS:
                return False
        if party.mention.head.lower in ("you", "your") and party.mention.form == "pronoun":
            return False
        return not (slot == "of" and candidate.anchor.pos == "NOUN" and party.actor.kind in ("organisation", "body"))

    def _role_in(self, slot: str, role: Role, candidate: Candidate) -> Role:
        if slot == "with" and role == "participant" and candidate.frame.kind == "meeting":
            return "guest" if candidate.verb is not None and candidate.verb.lemma == "host" else role
        if slot in ("subject", "by") and role in ("participant", "host") and candidate.anchor.pos in ("NOUN", "PROPN"):
            verb = candidate.verb
            if verb is not None and verb.lemma in SUPPORT_ROLES:
                return SUPPORT_ROLES[verb.lemma]
        return role

    def _find_body(self, candidate: Candidate) -> BodyMention | None:
        for slot in candidate.frame.bodies:
            if slot == "self":
                found = self.body_at(candidate.anchor)
                if found is not None:
                    return found
            for word in candidate.fillers.get(slot, ()):
                found = self.body_at(word)
                if found is not None:
                    return found
        return self._body_of_guests(candidate) if candidate.frame.kind == "meeting" else None

    def _body_of_guests(self, candidate: Candidate) -> BodyMention | None:
        """The session that those who are met come from: "met representatives of the 14th session"."""
        for slot in ("object", "with", "subject"):
            for word in candidate.fillers.get(slot, ()):
                mention = self.analysis.mention_at(word)
                if mention is None or mention.form != "group":
                    continue
                for body in self.analysis.bodies:
                    inside = mention.first <= body.head.i < mention.stop
                    if body.session and (inside or mention.head in body.head.ancestors()):
                        return body
        return None

    def _has_needs(self, draft: Draft) -> bool:
        frame = draft.frame
        if frame.understood and self._is_left_unsaid(draft):
            return not frame.course or is_course(draft.anchor)
        count = sum(2 if is_plural(person) and self._kind_of(person) != "state" else 1 for person in draft.participants)
        if draft.body is None and count < frame.least_parties:
            return False
        if frame.kind == "message" and all(person.role != "sender" for person in draft.participants):
            return False
        kinds = {self._kind_of(person) for person in draft.participants}
        if frame.kind == "negotiation" and draft.body is None and are_principals(draft.participants, kinds):
            return False
        if frame.people_only and kinds & {"state", "organisation", "body"}:
            return False
        if frame.states_only and kinds - {"state", "organisation", "body"}:
            return False
        if frame.course and not is_course(draft.anchor):
            return False
        if not frame.needs:
            return True
        roles = {person.role for person in draft.participants}
        filled = {slot for slot in frame.roles if self._slot_filled(slot, draft)}
        for need in frame.needs:
            if need == "parties" and count >= max(1, frame.least_parties):
                return True
            if need == "body" and draft.body is not None:
                return True
            if need == "place" and self._goes_somewhere(draft.candidate):
                return True
            if need == "home" and draft.candidate.fillers.get("home"):
                return True
            if need in roles or need in filled:
                return True
        return False

    def _is_left_unsaid(self, draft: Draft) -> bool:
        """Whether the clause names none of its principals: nobody in the subject, or a mere "it"."""
        if any(person.role != "attendee" for person in draft.participants):
            return False
        named = draft.candidate.fillers.get("subject", ())
        verb = draft.anchor
        if not named and verb.tag in ("VBD", "VBZ", "VBP") and verb.pos == "VERB" and not is_passive(verb):
            return draft.candidate.thing in subjects(verb)  # else the parser lost the subject
        return all(word.lower == "it" for word in named)

    def _kind_of(self, person: Participant) -> str:
        actor = self.analysis.actors.get(person.actor)
        return actor.kind if actor is not None else "state"

    def _slot_filled(self, slot: str, draft: Draft) -> bool:
        words = draft.candidate.fillers.get(slot, ())
        kinds = self._kinds_for(slot, draft.frame)
        return any(True for _ in parties_of(self.analysis, words, kinds))

    def _goes_somewhere(self, candidate: Candidate) -> bool:
        if candidate.fillers.get("here") or destinations(candidate, self.circumstances):
            return True
        return goes_somewhere(candidate)


def participant(party: Party, role: Role) -> Participant:
    """The record of `party` in `role`."""
    return Participant(
        actor=party.actor.id, name=party.actor.name, country=party.country, role=role, capacity=party.capacity,
        span=party.span,
    )  # fmt: skip
