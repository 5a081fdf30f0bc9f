"""Judge what a clause about the future promises: a visit, a meeting, a session, aid, a measure, or nothing."""

from functools import cache
from typing import Any

from communique.coding.promises.infinitives import Future
from communique.coding.promises.needs import (
    COUNTERPARTS,
    Arguments,
    KindRule,
    all_of,
    has_day_ahead,
    has_needed,
    is_concrete,
    things_called,
)
from communique.coding.promises.scene import Scene, crosses_borders
from communique.coding.record import PromiseKind
from communique.language.clauses import is_passive, objects, phrases, subjects
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

_VISITING = frozenset({"visit", "come", "go", "travel", "pay", "tour", "make", "return"})
_ATTENDING = frozenset({"attend", "participate", "join"})
_COMPANY = frozenset({"join", "accompany"})  # "will be joined by": who comes along promises nothing more
# Who acts at home, as long as no state is named beside.
_AT_HOME = frozenset("company firm court team club squad parliament lawmakers senate police ministry".split())
_TREATIES = frozenset(
    """agreement agreements treaty treaties protocol protocols memorandum memoranda mou accord accords pact document
    documents declaration communique communiqué convention""".split()
)
_TIMES = frozenset("day days week weeks month months year years monday tuesday wednesday thursday friday".split())
_SELF_ACTING = frozenset(
    """take convene begin start open follow occur run be gather kick resume restart recommence reopen conclude
    enter expect leave arrive land depart come
    reach assemble""".split()
)


# Verbs that say at what point an act is: the thing done is below them ("will cease to recognise the government").
_PHASES = frozenset({"cease", "stop", "begin", "start", "legislate", "move", "refuse", "proceed"})
_JOINT = frozenset({"joint", "bilateral", "trilateral"})


def kind_of(future: Future, scene: Scene) -> tuple[PromiseKind, Arguments] | None:
    """Return what the clause promises and its arguments; `None` where nothing definite is owed to another state."""
    verb = future.verb
    lemma = verb.lemma.lower()
    acted = [word for word in objects(verb) if not is_span_of_time(word)]
    subject = subjects(verb)
    if lemma in _PHASES and not acted:
        inner = verb.child_by("xcomp", "advcl")
        acted = objects(inner) if inner is not None and inner.tag in {"VB", "VBG"} else []
    acted = [word for word in acted if word.lower not in {"that", "which"}] or list(verb.children_by("attr"))
    things = acted or (subject if lemma in _SELF_ACTING else [])
    if lemma == "take" and any(word.lower == "place" for word in acted):
        things = subject
    if lemma in _COMPANY and is_passive(verb):
        return None
    if any(word.lower in _AT_HOME for word in subject) and not scene.states_in(verb.sentence):
        return None
    called = future.strength in {"invited", "accepted"} and lemma not in _ATTENDING
    if called and (lemma not in _VISITING or (future.strength == "invited" and _is_thanked(future.mark))):
        return None
    arguments = Arguments(subject, things, list(phrases(verb)))
    if (due := verb.child_by("acomp")) is not None and due.lower in {"due", "back", "expected"}:
        arguments.phrases.extend(phrases(due))
    if called:
        travels = lemma not in {"make", "pay"} or any(word.lower in {"visit", "trip", "tour"} for word in acted)
        return ("visit", arguments) if travels else None
    for rule in _kinds():
        if lemma in rule.verbs and has_needed(rule, verb, arguments, scene):
            return (rule.kind, arguments) if _is_between_states(rule.kind, future, arguments, scene) else None
    return ("measure", arguments) if _is_deed(arguments, scene, future) else None


def _is_deed(arguments: Arguments, scene: Scene, future: Future) -> bool:
    """Whether a state or its people do a thing to something definite in which another state has a part.

    Embassies, borders, flights and their like are between states by themselves, whoever opens or shuts them.
    """
    verb = future.verb
    if verb.tag == "VBG" or verb.pos == "AUX" or verb.lemma.lower() in things_called("gradual"):
        return False
    if is_tie(arguments):
        return True
    if not is_concrete(arguments):
        return False
    if not is_passive(verb) and not any(scene.is_actor(word) for word in arguments.subject):
        return False
    return _is_of_both(future, arguments) or crosses_borders(scene, arguments.subject, verb.sentence)


def is_tie(arguments: Arguments) -> bool:
    """Whether the clause is about what binds or parts states: embassies, borders, flights, sanctions, troops."""
    ties = things_called("ties")
    about = arguments.things or arguments.subject
    return any(word.lower in ties or any(child.lower in _JOINT for child in word.children) for word in about)


def _is_of_both(future: Future, arguments: Arguments) -> bool:
    """Whether several agreed it: an agreement is between sides, named in its sentence or before."""
    if future.strength != "agreed":
        return False
    subject = arguments.subject
    return len(subject) > 1 or any(
        word.tag in {"NNS", "NNPS"} or word.lower in {"they", "we", "both"} for word in subject
    )


def is_span_of_time(word: Word) -> bool:
    """Whether a noun that stands like an object only says when: "meet every six months"."""
    return word.entity in {"DATE", "TIME"} or word.lower in _TIMES


@cache
def _kinds() -> tuple[KindRule, ...]:
    rows: list[dict[str, Any]] = read_lexicon("communique.coding", "promises")["kinds"]
    return tuple(
        KindRule(
            row["kind"],
            words_of(row, "verbs"),
            words_of(row, "objects") if "objects" in row else frozenset(),
            row.get("needs"),
        )
        for row in rows
    )


def _has_time(verb: Word, scene: Scene) -> bool:
    return any(not time.is_recurring for time in scene.times.get(verb.sentence.index, []))


def _parties(arguments: Arguments) -> list[Word]:
    return arguments.subject + all_of(arguments)


def _is_thanked(invitation: Word) -> bool:
    """Whether the invitation is one given thanks for: its visit is under way."""
    return any(
        word.lemma in {"thank", "gratitude", "grateful", "appreciate", "appreciation"}
        for word in invitation.ancestors()
    )


def _is_between_states(kind: PromiseKind, future: Future, arguments: Arguments, scene: Scene) -> bool:
    """Whether another state than the actor's own has a part in it."""
    verb = future.verb
    if kind == "session" or _is_of_both(future, arguments) or (kind == "measure" and is_tie(arguments)):
        return True
    if kind in {"agreement", "measure"} and future.strength in {"agreed", "pledged"} and _has_time(verb, scene):
        return True
    if (
        kind == "agreement"
        and verb.lemma in {"sign", "initial"}
        and any(word.lower in _TREATIES or word.pos == "PRON" for word in arguments.things)
    ):
        return True
    if kind == "agreement" and has_day_ahead(verb, scene):
        return True
    if kind == "meeting" and any(word.lower in {"talks", "negotiations", "summit"} for word in arguments.things):
        return True
    if kind == "meeting" and any(child.lower == "again" for child in verb.children):
        return True
    if kind == "aid" and any(word.tag in {"NNP", "NNPS"} for at, word in arguments.phrases if at in {"for", "to"}):
        return True
    if kind == "meeting" and any(word.lower in COUNTERPARTS for word in all_of(arguments)):
        return True
    if kind in {"agreement", "meeting", "visit"} and any(word.lower == "you" for word in _parties(arguments)):
        return True
    if kind == "other" and any(word.lower in {"chairmanship", "presidency"} for word in arguments.things):
        return True
    if kind == "other" and any(word.lower in {"delegates", "participants", "assembly"} for word in arguments.things):
        return True
    if any(child.lower in {"together", "jointly"} for child in verb.children):
        return True
    own = set().union(*(scene.countries(word) for word in arguments.subject)) if arguments.subject else set()
    if kind == "visit":
        places = [word for word in all_of(arguments) if scene.is_place(word)]
        countries = {scene.place_country(word) for word in places} - {None}
        if countries and own and countries <= own:
            return any(word.i > verb.i and word.i in scene.bodies for word in verb.sentence.words)
        return bool(countries) or crosses_borders(scene, arguments.subject, verb.sentence)
    return crosses_borders(scene, arguments.subject, verb.sentence)
