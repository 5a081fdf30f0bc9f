"""Find sessions of bodies: the bodies named in a report go in, candidates for sessions come out."""

from collections.abc import Iterator
from dataclasses import replace

from communique.coding.acts.matching.candidates import Candidate, fill_from_noun
from communique.coding.acts.matching.carriers import support_of
from communique.coding.acts.matching.frames import Frame
from communique.language.analysis import Analysis, BodyMention
from communique.language.clauses import agents, conjuncts, is_passive, objects, phrases, subjects
from communique.language.words import Word

CONVENING = frozenset("meet gather convene assemble sit reconvene".split())
ATTENDING = frozenset({"attend", "join", "address"})
ANNOUNCED = frozenset("expect schedule set plan be slate decide agree due".split())
DELIBERATING = frozenset("discuss consider debate hear deliberate vote examine".split())
TAKING_PART = frozenset(
    "attend join participate take address lead host co-host chair co-chair hold have open launch convene conclude "
    "bring preside organize organise kick begin start close end inaugurate conduct wrap adopt speak deliver represent "
    "skip".split()
)
GATHERINGS = frozenset(
    "summit conference dialogue forum ministerial consultations consultation meeting session round roundtable event "
    "symposium plenary intersessional retreat congress talks 2+2 cop unga conclave seminar assembly".split()
)
HAPPENING = frozenset(
    "hold take begin start open end close conclude convene meet occur happen schedule plan postpone cancel suspend "
    "kick follow mark run last wrap gather adjourn be shift set slate delay resume adopt bring agree decide issue wind "
    "put call commence reconvene ensue produce endorse approve collapse fail break draw proceed".split()
)
PREPARING = frozenset({"preparation", "prepare", "organisation", "organization", "success", "role", "importance"})
STANDING_BODIES = frozenset({"committee", "commission", "council", "group", "mechanism", "association", "union"})
MARGINS = frozenset(
    "margin margins sideline sidelines fringe fringes opening closing launch framework ahead eve end beginning "
    "conclusion "
    "advance start outset host organisers organizers participants meetings session sessions work".split()
)
UPCOMING = frozenset({"upcoming", "next", "forthcoming", "recent", "last"})
PEOPLE = frozenset("representative delegate participant member leader head guest attendee chairman".split())
AHEAD = frozenset("ahead before leadup run-up upcoming towards prior advance lead-up".split())

SESSION = Frame(
    kind="session", anchor="noun", word="session", least_parties=0, needs=("body",), bodies=("self",),
    roles={
        "subject": "participant", "with": "participant", "between": "participant", "by": "host", "among": "participant",
        "involving": "participant", "attended by": "participant",
    },
)  # fmt: skip

ROUND_OF_TALKS = replace(
    SESSION,
    kind="negotiation",
    least_parties=1,
    needs=("parties", "body"),
    roles={**SESSION.roles, "of": "participant", "possessive": "participant"},
)


def find_sessions(analysis: Analysis) -> Iterator[Candidate]:
    """Yield a candidate for each naming of a body's session, in the order of the text."""
    seen: set[int] = set()
    for body in analysis.bodies:
        noun = body.head
        if noun.i in seen or not is_gathering(body):
            convening = _convened(body)
            if convening is not None and noun.i not in seen:
                yield convening
            continue
        seen.add(noun.i)
        outer = _outermost(body)
        if outer.dep in ("compound", "poss", "amod", "nmod") or _names_people(outer) or _is_topic(body, outer):
            continue
        if any(post.span.covers(body.span) for actor in analysis.actors.values() for post in actor.capacities):
            continue
        yield _candidate(body)


def is_gathering(body: BodyMention) -> bool:
    """Whether the words name a gathering (a session, a summit) and not the standing body."""
    if body.ordinal is not None or (body.session is not None and body.session.lower() not in STANDING_BODIES):
        return True
    last = (body.name or "").rsplit(" ", 1)[-1].lower()
    head = body.head.lemma.lower()
    return head in GATHERINGS or last in GATHERINGS or head.startswith("cop")


def is_ahead(noun: Word) -> bool:
    """Whether the words around a session put it into the future: "ahead of COP27", "preparations for the summit"."""
    above = noun
    for _ in range(4):
        if above.lower in AHEAD or above.lemma in AHEAD:
            return True
        if above.head is above:
            return False
        above = above.head
    return False


def _names_people(noun: Word) -> bool:
    """Whether the session only says who somebody is: "representatives of the 14th session", "who came for it"."""
    if noun.dep == "pobj" and noun.head.lower == "of" and noun.head.head.lemma.lower() in PEOPLE:
        return True
    clause = next((above for above in noun.ancestors() if above.dep == "relcl"), None)
    return clause is not None and clause.head.lemma.lower() in PEOPLE - {"leader", "head"}


def _outermost(body: BodyMention) -> Word:
    """The word of the name that the rest hangs on: "Council" in "the Council of Heads of Government meeting"."""
    noun = body.head
    while noun.dep == "pobj" and body.first <= noun.head.head.i < noun.i:
        noun = noun.head.head
    return noun


def _is_topic(body: BodyMention, noun: Word) -> bool:
    """Whether an unnumbered gathering is only spoken of: "the forum has gained respect"."""
    if body.ordinal is not None:
        return False
    if noun.dep == "pobj" and not _is_attended(noun):
        return True
    if noun.dep == "nsubjpass" and noun.head.lemma in TAKING_PART:
        return False
    if noun.dep in ("nsubj", "nsubjpass") and noun.head.lemma not in HAPPENING:
        return True
    return noun.dep == "pobj" and noun.head.head.lemma in PREPARING


def _is_attended(noun: Word) -> bool:
    """Whether a phrase puts somebody at the gathering or before it: "at the forum", "on the margins of the summit"."""
    preposition, above = noun.head, noun.head.head
    if preposition.lower in (
        "at",
        "during",
        "for",
        "to",
        "before",
        "in",
        "after",
        "since",
        "into",
        "with",
        "on",
        "over",
    ):
        return preposition.lower not in ("with", "on") or above.pos in ("VERB", "AUX") or _has_time(noun)
    if preposition.lower in ("including", "through", "like", "via", "as", "of"):
        return (
            above.lower in MARGINS
            or is_ahead(noun)
            or _has_time(noun)
            or any(w.lower in UPCOMING for w in noun.children)
        )
    return is_ahead(noun)


def _has_time(noun: Word) -> bool:
    """Whether a date, place or clause of holding hangs on the gathering itself."""
    return any(slot in ("in", "on", "at") for slot, _ in phrases(noun)) or any(
        (child.dep in ("acl", "relcl") and child.lemma in HAPPENING) or (child.i < noun.i and child.entity == "DATE")
        for child in noun.children
    )


def _convened(body: BodyMention) -> Candidate | None:
    """A standing body whose coming together is told by a verb alone: "the Joint Commission met in Baku"."""
    noun = body.head
    verb = noun.head
    if noun.dep in ("nsubj", "nsubjpass") and verb.lemma in ANNOUNCED:
        verb = verb.child_by("xcomp") or verb
    if noun.dep in ("nsubj", "nsubjpass") and (
        verb.lemma in DELIBERATING or (verb.lemma == "brief" and is_passive(verb))
    ):
        return Candidate(SESSION, noun, verb, thing=noun)
    if noun.dep == "dobj" and verb.lemma == "brief":
        return Candidate(SESSION, noun, verb, thing=noun, fillers={"subject": agents(verb)})
    clause = next((child for child in noun.children if child.dep == "relcl" and child.lemma in CONVENING), None)
    if clause is not None and noun in subjects(clause):
        return Candidate(SESSION, noun, clause, thing=noun)
    above = noun.head.head
    if (
        noun.dep == "pobj"
        and noun.head.lower in ("for", "at")
        and above.lemma in CONVENING
        and not _meets_somebody(above)
    ):
        return Candidate(SESSION, noun, above, thing=noun, fillers={"subject": agents(above)})
    if noun.dep in ("nsubj", "nsubjpass") and verb.lemma in CONVENING and verb.pos == "VERB":
        if _meets_somebody(verb):
            return None
        if any(slot == "for" for slot, _ in phrases(verb)):
            return None
        return Candidate(SESSION, noun, verb, thing=noun)
    return None


def _meets_somebody(verb: Word) -> bool:
    """Whether those who come together do so with another party, which is a meeting: "met X", "met with X"."""
    if verb.child_by("dobj") is not None:
        return True
    for child in verb.children:
        if child.lower == "with" and child.dep == "prep":  # "met in Baku, with X in the chair" sets the scene
            before = child.sentence.words[child.i - child.sentence.words[0].i - 1]
            if before.text != ",":
                return True
    return False


def _candidate(body: BodyMention) -> Candidate:
    noun = body.head
    verb = support_of(noun)
    frame = SESSION if body.name else ROUND_OF_TALKS
    candidate = Candidate(frame, noun, None, thing=noun)
    fill_from_noun(candidate, noun)
    if verb is None or not _carries(verb, noun):
        return candidate
    candidate.verb = verb
    if noun not in subjects(verb):
        candidate.fill("subject", agents(verb))
    elif is_passive(verb):
        candidate.fill("attended by" if verb.lemma in ATTENDING else "by", agents(verb))
    for slot, filler in phrases(verb):
        if filler is not noun and filler not in conjuncts(noun):
            candidate.fill(slot, [filler])
    return candidate


def _carries(verb: Word, noun: Word) -> bool:
    """Whether the verb tells of the session itself, not of something done about it."""
    if noun in subjects(verb) or verb.lemma in TAKING_PART:
        return True
    return verb.lemma in CONVENING and (noun in objects(verb) or not _meets_somebody(verb))
