"""Tell what a verb acts on: a verb and a frame go in, the noun or the cue that the frame asks for comes out."""

from communique.coding.acts.frames import Frame
from communique.language.clauses import objects, phrases
from communique.language.words import Word

# Nouns that only portion out or carry the thing named in front of or behind them: "a sanctions package".
CARRIERS = frozenset(
    "package round set series wave list regime measure action program programme tranche batch step delivery order "
    "ceremony flight shipment convoy".split()
)
INNER = frozenset({"of", "in", "worth"})
BEFORE, BEHIND = 12, 40  # words of the sentence around the verb that are looked through for a cue


def find_thing(verb: Word, frame: Frame) -> Word | None:
    """The noun from the frame's list that the verb acts on, directly or behind a count ("two rounds of sanctions")."""
    targets = objects(verb) or [child for child in verb.children if child.dep in ("attr", "oprd")]
    for target in targets:
        inner = (noun for slot, noun in phrases(target) if slot in INNER)
        for noun in (target, *inner, *target.children_by("appos")):
            if is_thing(noun, frame) and _is_modified(noun, target, frame):
                return noun
    if frame.thing_slots:
        for slot, noun in phrases(verb):
            if slot in frame.thing_slots and is_thing(noun, frame) and _is_modified(noun, noun, frame):
                return noun
    return None


def is_thing(noun: Word, frame: Frame) -> bool:
    """Whether `noun` is in the frame's list, or carries a word of it: a name with a title, a package, a measure."""
    lemma = noun.lemma.lower()
    if lemma in frame.things or noun.lower in frame.things:
        return True
    if noun.pos != "PROPN" and lemma not in CARRIERS:
        return False
    return any(
        child.i < noun.i and child.dep in ("compound", "nmod", "amod") and child.lemma.lower() in frame.things
        for child in noun.children
    )


def acts_on_people(verb: Word, frame: Frame) -> bool:
    """Whether the verb acts on one of the people the frame names: "expelled three diplomats"."""
    targets = [*objects(verb), *(child for child in verb.children if child.dep == "dative")]
    targets += [filler for slot, filler in phrases(verb) if slot == "to"]
    for target in targets:
        if target.lemma.lower() in frame.thing_kinds:
            return True
        if any(
            c.i < target.i and c.dep == "compound" and c.lemma.lower() in frame.thing_kinds for c in target.children
        ):
            return True
    return False


def has_cue(verb: Word, frame: Frame) -> bool:
    """Whether one of the frame's cues stands in the sentence near the verb."""
    sentence = verb.sentence.words
    low, high = max(0, verb.i - sentence[0].i - BEFORE), verb.i - sentence[0].i + BEHIND
    return any(word.lower in frame.cues or word.lemma.lower() in frame.cues for word in sentence[low:high])


def _is_modified(noun: Word, target: Word, frame: Frame) -> bool:
    if not frame.thing_modifiers:
        return True
    beside = (*noun.children, *target.children)
    return any(word.lower in frame.thing_modifiers or word.lemma.lower() in frame.thing_modifiers for word in beside)
