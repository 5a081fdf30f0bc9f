"""Tell whether a clause has what a kind of promise needs: its arguments go in, yes or no comes out."""

import re
from dataclasses import dataclass
from functools import cache

from communique.coding.promises.scene import Scene
from communique.coding.promises.times import is_ahead
from communique.coding.record import PromiseKind
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

COUNTERPARTS = frozenset(
    """counterpart counterparts diplomats partners leaders officials heads ministers representatives allies dignitaries
    envoys delegations ambassadors""".split()
)
_TRIPS = frozenset("visit trip tour talks mission days meetings meeting".split())
_NO_GIFT = frozenset(
    {"investment", "investments", "plan", "plans", "cooperation", "commitments", "sanctions", "tariffs", "decision"}
)
_MONEY = re.compile(r"[$€£¥]|\b(?:million|billion|trillion|dollars|euros|yuan)\b")
_ORGANS = frozenset("council committee assembly commission parliament cabinet quartet troika board bureau".split())
_COUNTS = frozenset("series number set range package variety host importance role sense sort kind part".split())
# Lands told without their name: "will travel to the region".
_LANDS = frozenset(
    "region capital country kingdom island islands neighbour neighbor continent republic emirate city".split()
)


@dataclass(frozen=True, slots=True)
class Arguments:
    """Who acts, on what, and the phrases of the verb."""

    subject: list[Word]
    things: list[Word]
    phrases: list[tuple[str, Word]]


@dataclass(frozen=True, slots=True)
class KindRule:
    """A row of the lexicon: the verbs of a kind, and the objects or the circumstance they need."""

    kind: PromiseKind
    verbs: frozenset[str]
    objects: frozenset[str]
    needs: str | None


def has_needed(rule: KindRule, verb: Word, arguments: Arguments, scene: Scene) -> bool:
    """Whether the clause has the objects that a row asks for, or what it needs instead."""
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
        return there and (on_visit or (has_day_ahead(verb, scene) and _is_of_people(arguments, scene)))
    if rule.needs == "session":
        return any(_is_session(word, scene) for word in all_of(arguments))
    if rule.needs == "aid":
        given = arguments.things + [word for preposition, word in arguments.phrases if preposition == "with"]
        return any(_is_aid(word) for word in given) and _is_giver(arguments, scene)
    if rule.needs == "partner":
        return not arguments.things or any(
            scene.is_actor(word) or word.lower in COUNTERPARTS for word in arguments.things
        )
    if rule.needs == "person":
        return any(scene.is_actor(word) for word in arguments.things)
    if rule.needs == "counterpart":
        return any(
            scene.is_actor(word) for preposition, word in arguments.phrases if preposition in {"with", "to"}
        ) or any(child.lower == "down" for child in verb.children)
    if rule.needs == "organ":
        sits = any(word.i in scene.bodies or word.lower in _ORGANS for word in (*arguments.subject, *arguments.things))
        return sits and has_day_ahead(verb, scene)
    if rule.needs == "concrete":
        return is_concrete(arguments)
    return bool(arguments.things or arguments.phrases or arguments.subject)


def has_day_ahead(verb: Word, scene: Scene) -> bool:
    """Whether the sentence names a day still to come."""
    day = scene.analysis.report.day
    return any(is_ahead(time, day) for time in scene.times.get(verb.sentence.index, []))


def is_concrete(arguments: Arguments) -> bool:
    """Whether what is acted on is definite enough to be owed."""
    vague = things_called("vague")
    things = arguments.things or [
        word for preposition, word in arguments.phrases if preposition in {"from", "to", "into", "for"}
    ]
    things += [noun for word in things if word.lower in _COUNTS for noun in _of(word)]
    return bool(things) and not any(word.lower in vague or word.lemma in vague for word in things)


@cache
def things_called(group: str) -> frozenset[str]:
    """A group of the things of the lexicon."""
    return words_of(read_lexicon("communique.coding", "promises")["things"], group)


def _is_of_people(arguments: Arguments, scene: Scene) -> bool:
    """Whether the subject is somebody who can be somewhere."""
    return any(scene.is_actor(word) or word.pos == "PRON" for word in arguments.subject)


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


def all_of(arguments: Arguments) -> list[Word]:
    """What is acted on, with the nouns of the phrases."""
    return arguments.things + [word for _, word in arguments.phrases]


def _of(word: Word) -> list[Word]:
    """What a number, a series or a set is of."""
    return [noun for child in word.children if child.lower == "of" for noun in child.children_by("pobj")]
