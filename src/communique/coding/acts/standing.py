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
    "reschedule": "postponed", "shift": "postponed", "suspend": "suspended", "halt": "suspended", "freeze": "suspended",
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
    return _from_verb(verb, depth=0)


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
    if words & FUTURE_MODALS:
        return None if is_negated(verb) else Standing("planned")
    if words & WEAK_MODALS:
        return None if words & {"should", "must", "ought", "need"} else Standing("proposed", is_certain=False)
    if "to" in words or verb.tag == "VB":
        return _from_infinitive(verb, depth)
    if words & {"had", "'d", "’d"}:
        return Standing("held", recalled=True)
    if words & {"has", "have", "'ve", "’ve"}:
        return Standing("held")
    if verb.tag == "VBG":
        if words & {"is", "are", "'s", "’s", "am", "’re", "'re"}:
            return Standing("under way", is_certain=False)
        if words & {"was", "were"}:
            return Standing("held", is_certain=False)
        return _from_above(verb, depth)
    if verb.tag in ("VBZ", "VBP") or words & {"is", "are"}:
        return Standing("held", is_certain=False)
    if verb.tag == "VBN" and not helpers:
        return Standing("held", recalled=verb.dep == "acl", is_certain=False)
    return Standing("held")


def _from_infinitive(verb: Word, depth: int) -> Standing | None:
    above = verb.head
    if above is verb or depth > 4:
        return Standing("planned", is_certain=False)
    lemma = above.lemma.lower()
    if lemma in REFUSING and above.pos == "VERB":
        return None
    if lemma == "be":
        return Standing("planned")
    if lemma in ("invitation", "invite") or lemma in PROPOSING:
        accepted = above.pos == "NOUN" and any(word.lemma == "accept" for word in above.ancestors())
        return Standing("planned" if accepted else "proposed")
    if lemma in PLANNING:
        return Standing("planned")
    if lemma in ("plan", "intention", "decision", "schedule", "willingness", "readiness", "desire", "agreement"):
        return Standing("planned")
    return _from_above(verb, depth)


def _from_above(verb: Word, depth: int) -> Standing | None:
    above = verb.head
    while above is not above.head and above.pos not in ("VERB", "AUX"):
        above = above.head
    if above is verb or depth > 4 or above.pos not in ("VERB", "AUX"):
        return Standing("held", is_certain=False)
    standing = _from_verb(above, depth=depth + 1)
    return standing or Standing("held", is_certain=False)
