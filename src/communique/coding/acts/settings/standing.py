"""Tell how an act stands: held, under way, planned, proposed, cancelled and so on, told as news or recalled.

The verb of the act, its auxiliaries and the verbs above it decide; a later check against the date corrects the tense.
"""

from dataclasses import dataclass

from communique.coding.record import Status
from communique.language.clauses import auxiliaries, is_negated
from communique.language.words import Word

FUTURE_MODALS = frozenset({"will", "would", "shall", "'ll", "’ll", "wo"})
WEAK_MODALS = frozenset({"may", "might", "could", "can", "should", "must", "ought", "need"})
CHANGES: dict[str, Status] = {
    "cancel": "cancelled", "scrap": "cancelled", "abandon": "cancelled", "call off": "cancelled", "scrub": "cancelled",
    "boycott": "cancelled", "postpone": "postponed", "delay": "postponed", "defer": "postponed", "put off": "postponed",
    "reschedule": "postponed", "shift": "postponed", "collapse": "suspended", "break down": "suspended",
    "break off": "suspended", "stall": "suspended", "founder": "suspended", "falter": "suspended",
    "suspend": "suspended", "halt": "suspended", "freeze": "suspended",
    "deny": "denied", "refute": "denied",
}  # fmt: skip
PLANNING = frozenset(
    "plan schedule expect intend prepare slate set agree arrange decide aim announce confirm accept due determine "
    "anticipate commit promise pledge look await poise bound ready anticipate vow undertake undertaking".split()
)
PROPOSING = frozenset(
    "propose offer invite request ask seek want hope wish urge suggest call demand like recommend express consider "
    "volunteer willing ready prepared mull appeal".split()
)
REFUSING = frozenset("refuse decline reject fail rule avoid need require".split())
UPCOMING = frozenset({"upcoming", "next", "forthcoming", "planned", "scheduled", "future", "coming", "proposed"})
PASSED = frozenset({"recent", "last", "previous", "earlier", "past", "latest", "former"})
AWAITING = frozenset("plan await anticipate envisage".split())
CLOSING = frozenset("end conclude finish complete wrap close wind crown cap round".split())
RECENTLY = frozenset({"recently", "previously", "formerly", "last"})
CONDITIONS = frozenset({"if", "unless", "once", "until", "whether"})
ENCOUNTERS = frozenset(
    "meeting talk talks summit session visit conference negotiation dialogue mediation office consultation round "
    "encounter audience".split()
)
OFFERING = frozenset("offer propose suggest request seek demand".split())
ASKING = frozenset("ask call appeal push press".split())
NEEDS = frozenset("need necessity importance urgency lack failure refusal inability".split())
CHANCES = frozenset("possibility prospect idea chance option likelihood opportunity".split())
IDEAS = frozenset("proposal suggestion idea offer request initiative wish".split())
OUTCOMES = frozenset("result outcome progress follow-up course".split())
TALKED_OF = frozenset({"about", "regarding", "concerning"})
# What the lemmatiser makes of "hopes" and "hoped".
MISREAD = {"hop": "hope"}
ONGOING = frozenset({"ongoing", "current", "present", "continuing"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of an act, and whether the words recall it from before ("had met") or fix its tense at all."""

    status: Status
    recalled: bool = False
    is_certain: bool = True


def standing_of(anchor: Word, verb: Word | None) -> Standing | None:
    """How the act at `anchor`, carried by `verb`, stands; `None` where the words say that it is no act at all."""
    by_modifier = _from_modifiers(anchor)
    if verb is None:
        return by_modifier or Standing("held", recalled=True, is_certain=False)
    change = _change_of(verb)
    if change is not None and (anchor is not verb):
        return Standing(change)
    if by_modifier is not None:
        return by_modifier
    if anchor is not verb and _is_asked_for(anchor, verb):
        return Standing("proposed")
    if anchor is not verb and _is_ahead_of(anchor):
        return Standing("planned", is_certain=False)
    if anchor is not verb and anchor.dep == "pobj" and _is_topic(anchor):
        return Standing("held", recalled=True, is_certain=False)
    standing = _from_verb(verb, depth=0)
    is_planned = standing is not None and standing.status == "planned" and anchor is not verb
    if is_planned and _follows_what_was_done(anchor, verb):
        return Standing("held", is_certain=False)
    if standing is not None and standing.status == "planned" and anchor is not verb and lemma_of(verb) in CLOSING:
        return Standing("under way")
    return standing


def _is_asked_for(noun: Word, verb: Word) -> bool:
    """Whether an encounter is what the verb offers or asks for: "offered talks", "has asked for a meeting"."""
    if noun.lemma.lower() not in ENCOUNTERS or _lies_ahead(verb):
        return False
    if noun.dep == "dobj" and noun.head is verb:
        return lemma_of(verb) in OFFERING
    return noun.dep == "pobj" and noun.head.lower == "for" and noun.head.head is verb and lemma_of(verb) in ASKING


def _lies_ahead(verb: Word) -> bool:
    """Whether the verb itself lies ahead: "will propose talks"."""
    return any(helper.lower in FUTURE_MODALS for helper in auxiliaries(verb))


def _is_ahead_of(noun: Word) -> bool:
    """Whether something else is told to come before the encounter: "ahead of his meeting with Y"."""
    return (
        noun.dep == "pobj"
        and noun.head.lower == "of"
        and noun.head.head.lower == "ahead"
        or noun.dep == "pobj"
        and noun.head.lower == "for"
        and noun.head.head.lower in ("preparation", "preparations")
    )


def _follows_what_was_done(noun: Word, verb: Word) -> bool:
    """Whether the encounter lies behind a decision told as past: "decided to resume ties after two hours of talks"."""
    above = noun
    while above.dep == "pobj" and above.head.lower == "of":
        above = above.head.head
    if above.dep != "pobj" or above.head.lower not in ("after", "following") or verb.tag != "VB":
        return False
    return not _lies_ahead(verb) and any(word.tag == "VBD" for word in verb.ancestors())


def _is_topic(noun: Word) -> bool:
    """Whether the act is what is spoken of: "told her about his talks", "discussed the results of the talks"."""
    preposition = noun.head
    if preposition.lower in TALKED_OF:
        return True
    holder = preposition.head
    return (
        holder.pos == "NOUN"
        and holder.lemma in OUTCOMES
        and holder.head.lower not in ("after", "following", "during", "in")
    )


def lemma_of(verb: Word) -> str:
    """The lemma of a verb in small letters, put right where it is known to be misread."""
    lemma = verb.lemma.lower()
    return MISREAD.get(lemma, lemma)


def _from_modifiers(anchor: Word) -> Standing | None:
    if anchor.pos not in ("NOUN", "PROPN"):
        return None
    for child in anchor.children:
        if child.dep in ("amod", "compound", "nmod") and child.i < anchor.i:
            word = child.lower
            if word in UPCOMING:
                return Standing("proposed" if word == "proposed" else "planned")
            if word in PASSED:
                return Standing("held", recalled=True)
            if word in ONGOING:
                return Standing("under way")
    return None


def _change_of(verb: Word) -> Status | None:
    particle = next((child.lower for child in verb.children if child.dep == "prt"), None)
    lemma = verb.lemma.lower()
    if particle and f"{lemma} {particle}" in CHANGES:
        return CHANGES[f"{lemma} {particle}"]
    return CHANGES.get(lemma)


def _from_verb(verb: Word, *, depth: int) -> Standing | None:
    """Read tense and mood at `verb`; infinitives and participles take theirs from the verbs above."""
    helpers = auxiliaries(verb)
    words = {helper.lower for helper in helpers}
    if is_negated(verb) and not words & FUTURE_MODALS:
        return None
    condition = verb.child_by("mark")
    if condition is not None and condition.lower in CONDITIONS:
        return Standing("proposed", is_certain=False)
    if words & FUTURE_MODALS:
        return None if is_negated(verb) else Standing("planned")
    if words & WEAK_MODALS:
        return None if words & {"should", "must", "ought", "need"} else Standing("proposed", is_certain=False)
    if "to" in words or verb.tag == "VB":
        return _from_infinitive(verb, depth)
    if words & {"had", "'d", "’d"} or any(child.lower in RECENTLY for child in verb.children_by("advmod")):
        return Standing("held", recalled=True)
    if words & {"has", "have", "'ve", "’ve"}:
        return Standing("held")
    if verb.tag == "VBN" and "being" in words and verb.dep in ("acl", "relcl"):
        return Standing("under way")
    if verb.tag == "VBG":
        if words & {"is", "are", "'s", "’s", "am", "’re", "'re"}:
            return Standing("under way", is_certain=False)
        if words & {"was", "were"}:
            return Standing("held", is_certain=False)
        return _from_above(verb, depth)
    if verb.tag in ("VBZ", "VBP") and _opens_future_clause(verb):
        return Standing("planned")
    if verb.tag in ("VBZ", "VBP") or words & {"is", "are"}:
        return Standing("held", is_certain=False)
    if verb.tag == "VBN" and not helpers:
        return Standing("held", recalled=verb.dep == "acl", is_certain=False)
    return Standing("held")


def _from_infinitive(verb: Word, depth: int) -> Standing | None:
    above = verb.head
    if above is verb or depth > 4:
        return Standing("planned", is_certain=False)
    lemma = lemma_of(above)
    if (lemma in REFUSING and above.pos == "VERB") or (lemma in NEEDS and above.pos == "NOUN"):
        return None
    if lemma == "be" or (lemma == "go" and above.tag == "VBG" and above.child_by("aux") is not None):
        return Standing("planned")
    if lemma in ("invitation", "invite") or lemma in PROPOSING:
        accepted = above.pos == "NOUN" and any(word.lemma == "accept" for word in above.ancestors())
        return Standing("planned" if accepted else "proposed")
    if lemma in IDEAS and above.pos == "NOUN":
        return Standing("proposed")
    if lemma in PLANNING:
        return Standing("planned")
    if lemma in ("plan", "intention", "decision", "schedule", "willingness", "readiness", "desire", "agreement"):
        return Standing("planned")
    return _from_above(verb, depth)


def _from_above(verb: Word, depth: int) -> Standing | None:
    above, passed = verb.head, {verb.head.lower}
    while above is not above.head and above.pos not in ("VERB", "AUX"):
        above = above.head
        passed.add(above.lower)
    if verb.tag == "VBG" and (lemma_of(above) in AWAITING or "forward" in passed or _looks_forward(above)):
        return Standing("planned")
    if verb.tag == "VBG" and verb.dep == "xcomp" and lemma_of(above) in PROPOSING:
        return Standing("proposed")
    if verb.tag == "VBG" and passed & NEEDS:
        return None
    if verb.tag == "VBG" and passed & CHANCES:
        return Standing("proposed")
    if above is verb or depth > 4 or above.pos not in ("VERB", "AUX"):
        return Standing("held", is_certain=False)
    standing = _from_verb(above, depth=depth + 1)
    return standing or Standing("held", is_certain=False)


def _looks_forward(verb: Word) -> bool:
    return lemma_of(verb) == "look" and any(child.lower == "forward" for child in verb.children)


def _opens_future_clause(verb: Word) -> bool:
    """Whether a present tense looks ahead: "when the conference opens next month, they will"."""
    if verb.dep != "advcl" or not any(child.lower in ("when", "before", "after", "once") for child in verb.children):
        return False
    return any(helper.lower in FUTURE_MODALS for helper in auxiliaries(verb.head))
