"""Tell what a verb acts on: a verb and a frame go in, the noun or the cue that the frame asks for comes out."""

import re
from collections.abc import Iterator

from communique.coding.acts.matching.frames import Frame
from communique.language.clauses import is_passive, objects, phrases, subjects
from communique.language.nations.countries import demonym_country
from communique.language.words import Word

# Nouns that only portion out or carry the thing named in front of or behind them: "a sanctions package".
CARRIERS = frozenset(
    "package round set series wave list regime measure action program programme tranche batch step delivery order "
    "ceremony flight shipment convoy line load consignment cargo airlift corridor sharing supply service system truck "
    "container box crate parcel kit offer appeal bridge".split()
)
# A sum written as one token: "$20m", "NZ$20m", "€5bn".
SUM = re.compile(
    r"(?:[A-Z]{0,3}[$€£¥₹]|EUR|USD|GBP|CHF)\d[\d.,]*(?:m|mn|bn|b|k|tn)?$|[$€£¥]?\d[\d.,]*(?:m|mn|bn)$", re.IGNORECASE
)
HELPING = frozenset({"help", "assist", "aid", "support", "reinforce", "relieve", "save", "rescue"})
CAUSING = frozenset({"have", "see", "get"})
COUNTS = frozenset(
    "number dozen score couple pair host handful range slew raft trio group copy original text memorandum".split()
)
INNER = frozenset({"of", "in", "worth"})
BEFORE, BEHIND = 12, 40  # words of the sentence around the verb that are looked through for a cue


def find_thing(verb: Word, frame: Frame) -> Word | None:
    """The noun from the frame's list that the verb acts on, directly or behind a count ("two rounds of sanctions")."""
    if frame.moving:
        targets = subjects(verb)
    else:
        targets = objects(verb) or [child for child in verb.children if child.dep in ("attr", "oprd")]
    if not frame.moving and verb.tag == "VBN" and verb.head.lemma in CAUSING:  # "will have their assets frozen"
        targets = [*targets, *verb.children_by("nsubj"), *verb.head.children_by("dobj")]
    if is_passive(verb):
        targets = [*targets, *verb.children_by("dobj", "oprd", "attr")]
    for target in targets:
        portions = frame.kind != "signing" or target.lemma.lower() in CARRIERS | COUNTS or target.tag == "CD"
        inner = (noun for slot, noun in phrases(target) if slot in INNER and portions)
        for noun in (target, *inner, *target.children_by("appos")):
            if is_thing(noun, frame) and _is_modified(noun, target, frame):
                return noun
    if frame.thing_slots:
        beside = (found for part in (verb, *verb.children_by("advmod", "prt")) for found in phrases(part))
        for slot, noun in beside:
            if slot in frame.thing_slots and is_thing(noun, frame) and _is_modified(noun, noun, frame):
                return noun
    return None


def is_thing(noun: Word, frame: Frame) -> bool:
    """Whether `noun` is in the frame's list, or carries a word of it: a name with a title, a package, a measure."""
    lemma = noun.lemma.lower()
    if lemma in frame.things or noun.lower in frame.things:
        return True
    if "million" in frame.things and SUM.match(noun.text) and not noun.text.isdigit():
        return True
    if noun.pos != "PROPN" and lemma not in CARRIERS:
        return False
    return any(
        child.i < noun.i and child.dep in ("compound", "nmod", "amod") and child.lemma.lower() in frame.things
        for child in noun.children
    )


def phrases_around(thing: Word, verb: Word) -> Iterator[tuple[str, Word]]:
    """What hangs on the noun that holds the thing ("the issuance of visas for X"), and whom the act is to help."""
    holder = thing.head.head if thing.dep == "pobj" and thing.head.lower == "of" else None
    if holder is not None and holder.pos == "NOUN":
        yield from ((slot, filler) for slot, filler in phrases(holder) if slot != "of")
    for purpose in verb.children_by("advcl", "xcomp"):
        if purpose.tag == "VB" and purpose.lemma in HELPING:
            yield from (("for", helped) for helped in objects(purpose))


def acts_on_people(verb: Word, frame: Frame) -> bool:
    """Whether the verb acts on one of the people the frame names: "expelled three diplomats"."""
    targets = [*objects(verb), *(child for child in verb.children if child.dep == "dative")]
    targets += [filler for slot, filler in phrases(verb) if slot == "to"]
    for target in targets:
        if target.lemma.lower() in frame.thing_kinds:
            return True
        is_counted = target.tag in ("NNPS", "NNS") and target.child_by("nummod") is not None
        if "diplomat" in frame.thing_kinds and is_counted and demonym_country(target.text):
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
