"""Judge what a clause about the future promises: a visit, a meeting, a session, aid, a measure, or nothing."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.coding.promises.infinitives import Future
from communique.coding.promises.scene import Scene, crosses_borders
from communique.coding.promises.times import is_ahead
from communique.coding.record import PromiseKind
from communique.language.clauses import is_passive, objects, phrases, subjects
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

_VISITING = frozenset({"visit", "come", "go", "travel", "pay", "tour", "make", "return"})
_COUNTERPARTS = frozenset(
    """counterpart counterparts diplomats partners leaders officials heads ministers representatives allies dignitaries
    envoys delegations ambassadors""".split()
)
_TREATIES = frozenset(
    """agreement agreements treaty treaties protocol protocols memorandum memoranda mou accord accords pact document
    documents declaration communique communiqué convention""".split()
)
_TIMES = frozenset("day days week weeks month months year years monday tuesday wednesday thursday friday".split())
_TRIPS = frozenset("visit trip tour talks mission days meetings meeting".split())
_NO_GIFT = frozenset(
    {"investment", "investments", "plan", "plans", "cooperation", "commitments", "sanctions", "tariffs", "decision"}
)
_MONEY = re.compile(r"[$€£¥]|\b(?:million|billion|trillion|dollars|euros|yuan)\b")
_SELF_ACTING = frozenset(
    """take convene begin start open follow occur run be gather kick conclude enter expect leave arrive land depart come
    reach assemble""".split()
)


# Verbs that say at what point an act is: the thing done is below them ("will cease to recognise the government").
_PHASES = frozenset({"cease", "stop", "begin", "start", "legislate", "move", "refuse", "proceed"})
_JOINT = frozenset({"joint", "bilateral", "trilateral"})
_ORGANS = frozenset("council committee assembly commission parliament cabinet quartet troika board bureau".split())
_COUNTS = frozenset("series number set range package variety host importance role sense sort kind part".split())
# Lands told without their name: "will travel to the region".
_LANDS = frozenset(
    "region capital country kingdom island islands neighbour neighbor continent republic emirate city".split()
)


@dataclass(frozen=True, slots=True)
class _Kind:
    kind: PromiseKind
    verbs: frozenset[str]
    objects: frozenset[str]
    needs: str | None


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who acts, on what, and the phrases of the verb."""

    subject: list[Word]
    things: list[Word]
    phrases: list[tuple[str, Word]]


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
    if future.strength in {"invited", "accepted"} and (lemma not in _VISITING or _is_thanked(future.mark)):
        return None
    arguments = Arguments(subject, things, list(phrases(verb)))
    if (due := verb.child_by("acomp")) is not None and due.lower in {"due", "back", "expected"}:
        arguments.phrases.extend(phrases(due))
    if future.strength in {"invited", "accepted"}:
        travels = lemma not in {"make", "pay"} or any(word.lower in {"visit", "trip", "tour"} for word in acted)
        return ("visit", arguments) if travels else None
    for rule in _kinds():
        if lemma in rule.verbs and _fits(rule, verb, arguments, scene):
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
    if not _is_concrete(arguments):
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
def _kinds() -> tuple[_Kind, ...]:
    rows: list[dict[str, Any]] = read_lexicon("communique.coding", "promises")["kinds"]
    return tuple(
        _Kind(
            row["kind"],
            words_of(row, "verbs"),
            words_of(row, "objects") if "objects" in row else frozenset(),
            row.get("needs"),
        )
        for row in rows
    )


@cache
def things_called(group: str) -> frozenset[str]:
    """A group of the things of the lexicon."""
    return words_of(read_lexicon("communique.coding", "promises")["things"], group)


def _fits(rule: _Kind, verb: Word, arguments: Arguments, scene: Scene) -> bool:
    if rule.objects:
        nouns = arguments.things + [
            word for preposition, word in arguments.phrases if preposition in {"in", "for", "on", "to"}
        ]
        return any(word.lower in rule.objects or word.lemma.lower() in rule.objects for word in nouns)
    if rule.needs == "place":
        return any(scene.is_place(word) or word.lower in _LANDS for word in arguments.things) or any(
            scene.is_place(word) or word.lower in _LANDS or (word.tag == "NNP" and preposition == "to")
            for preposition, word in arguments.phrases
            if preposition in {"to", "in", "into", "through", "for"}
        )
    if rule.needs == "to place":
        wanted = {"to", "in", "at"} if verb.lemma in {"arrive", "expect", "welcome"} else {"to", "for"}
        return any(
            scene.is_place(word) or word.lower in _LANDS or (word.tag == "NNP" and preposition != "for")
            for preposition, word in arguments.phrases
            if preposition in wanted
        )
    if rule.needs == "stay":
        on_visit = any(word.lower in _TRIPS for preposition, word in arguments.phrases if preposition in {"on", "for"})
        there = any(scene.is_place(word) for preposition, word in arguments.phrases if preposition in {"in", "at"})
        return there and (on_visit or (_has_day_ahead(verb, scene) and _is_of_people(arguments, scene)))
    if rule.needs == "session":
        return any(_is_session(word, scene) for word in _all(arguments))
    if rule.needs == "aid":
        given = arguments.things + [word for preposition, word in arguments.phrases if preposition == "with"]
        return any(_is_aid(word) for word in given) and _is_giver(arguments, scene)
    if rule.needs == "partner":
        return not arguments.things or any(
            scene.is_actor(word) or word.lower in _COUNTERPARTS for word in arguments.things
        )
    if rule.needs == "person":
        return any(scene.is_actor(word) for word in arguments.things)
    if rule.needs == "counterpart":
        return any(
            scene.is_actor(word) for preposition, word in arguments.phrases if preposition in {"with", "to"}
        ) or any(child.lower == "down" for child in verb.children)
    if rule.needs == "organ":
        sits = any(word.i in scene.bodies or word.lower in _ORGANS for word in (*arguments.subject, *arguments.things))
        return sits and _has_day_ahead(verb, scene)
    if rule.needs == "concrete":
        return _is_concrete(arguments)
    return bool(arguments.things or arguments.phrases or arguments.subject)


def _is_of_people(arguments: Arguments, scene: Scene) -> bool:
    """Whether the subject is somebody who can be somewhere."""
    return any(scene.is_actor(word) or word.pos == "PRON" for word in arguments.subject)


def _has_day_ahead(verb: Word, scene: Scene) -> bool:
    day = scene.analysis.report.day
    return any(is_ahead(time, day) for time in scene.times.get(verb.sentence.index, []))


def _has_time(verb: Word, scene: Scene) -> bool:
    return any(not time.is_recurring for time in scene.times.get(verb.sentence.index, []))


def _all(arguments: Arguments) -> list[Word]:
    return arguments.things + [word for _, word in arguments.phrases]


def _parties(arguments: Arguments) -> list[Word]:
    return arguments.subject + _all(arguments)


def _is_session(word: Word, scene: Scene) -> bool:
    body = scene.bodies.get(word.i)
    if body is not None:
        return True
    return (
        word.lower in {"summit", "ministerial", "gathering", "conclave"}
        or (word.lower in {"one", "edition"} and any(child.lower == "next" for child in word.children))
        or word.lower in {"forum", "conference", "session", "round", "consultations", "dialogue", "commission", "games"}
        and (
            word.text[0].isupper()
            or any(child.dep in {"amod", "compound", "nummod", "poss"} for child in word.children)
        )
    )


def _is_aid(word: Word) -> bool:
    """Whether what is given is money, goods, forces or relief."""
    if word.lower in _NO_GIFT:
        return False
    near = [word, *word.children_by("amod", "compound", "nummod", "nmod", "quantmod")]
    near += [inner for child in near[1:] for inner in child.children_by("nummod", "compound", "quantmod", "nmod")]
    near += [inner for child in word.children if child.lower in {"of", "in"} for inner in child.children_by("pobj")]
    money = any(_MONEY.search(other.text.lower()) for other in near)
    return money or (word.lower != "support" and any(other.lower in things_called("aid") for other in near))


def _is_thanked(invitation: Word) -> bool:
    """Whether the invitation is one given thanks for: its visit is under way."""
    return any(
        word.lemma in {"thank", "gratitude", "grateful", "appreciate", "appreciation"}
        for word in invitation.ancestors()
    )


def _is_giver(arguments: Arguments, scene: Scene) -> bool:
    """Whether who gives is a state, its people, or an international organisation; no company."""
    for word in arguments.subject:
        mention = scene.mention(word)
        if mention is None:
            return word.pos == "PRON"
        kinds = {scene.analysis.actors[actor].kind for actor in mention.actors if actor in scene.analysis.actors}
        if "organisation" in kinds and not scene.countries(word) and word.lower not in things_called("donors"):
            return False
    return True


def _is_concrete(arguments: Arguments) -> bool:
    vague = things_called("vague")
    things = arguments.things or [
        word for preposition, word in arguments.phrases if preposition in {"from", "to", "into", "for"}
    ]
    things += [noun for word in things if word.lower in _COUNTS for noun in _of(word)]
    return bool(things) and not any(word.lower in vague or word.lemma in vague for word in things)


def _of(word: Word) -> list[Word]:
    """What a number, a series or a set is of."""
    return [noun for child in word.children if child.lower == "of" for noun in child.children_by("pobj")]


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
    if kind == "agreement" and _has_day_ahead(verb, scene):
        return True
    if kind == "meeting" and any(word.lower in {"talks", "negotiations", "summit"} for word in arguments.things):
        return True
    if kind == "meeting" and any(child.lower == "again" for child in verb.children):
        return True
    if kind == "aid" and any(word.tag in {"NNP", "NNPS"} for at, word in arguments.phrases if at in {"for", "to"}):
        return True
    if kind == "meeting" and any(word.lower in _COUNTERPARTS for word in _all(arguments)):
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
        places = [word for word in _all(arguments) if scene.is_place(word)]
        countries = {scene.place_country(word) for word in places} - {None}
        if countries and own and countries <= own:
            return any(word.i > verb.i and word.i in scene.bodies for word in verb.sentence.words)
        return bool(countries) or crosses_borders(scene, arguments.subject, verb.sentence)
    return crosses_borders(scene, arguments.subject, verb.sentence)
