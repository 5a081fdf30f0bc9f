"""Find gatherings that no list of bodies knows: sentences and the bodies found so far go in, further ones come out.

The tree tells whose gathering it is: "the 12th summit of the X Association", "the next X summit", "the leaders of X
concluded their 26th summit", "the X League convened an extraordinary session", "to host a donors' conference".
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from communique.language.analysis import BodyMention
from communique.language.bodies.names import ordinal_words
from communique.language.bodies.words import BodyWords, body_words
from communique.language.clauses import agents
from communique.language.nations.countries import find_country_names
from communique.language.words import Sentence, Word, span_of
from communique.lexicon import read_lexicon, words_of

PLURALS = frozenset("leaders ministers presidents officials heads sherpas foreign defence defense finance".split())

ASSEMBLING = frozenset({"leader", "minister", "president", "chief", "premier", "ambassador"})
COMING_TOGETHER = frozenset({"meet", "gather", "convene", "assemble", "reconvene"})


@dataclass(frozen=True, slots=True)
class GatheringWords:
    """Nouns of gatherings by how much must stand beside them, and the words that may."""

    free: frozenset[str]
    bound: frozenset[str]
    marks: frozenset[str]
    purposes: frozenset[str]
    people: frozenset[str]
    holding: frozenset[str]
    foreign: frozenset[str]
    formats: frozenset[str]
    inland: frozenset[str]


@cache
def gathering_words() -> GatheringWords:
    """Return the words for gatherings, read once a process."""
    table = read_lexicon("communique.language", "bodies")["gatherings"]
    return GatheringWords(**{name: words_of(table, name) for name in GatheringWords.__slots__})


def find_gatherings(sentences: Sequence[Sentence], found: Sequence[BodyMention]) -> list[BodyMention]:
    """Return `found` and the gatherings beside them, in the order of the text."""
    words, lexicon = gathering_words(), body_words()
    taken = {i for body in found for i in range(body.first, body.stop)}
    told: list[BodyMention] = []
    known = iter(found)
    following = next(known, None)
    last: str | None = None
    for sentence in sentences:
        for word in sentence.words:
            while following is not None and following.head.i <= word.i:
                last, following = following.name or last, next(known, None)
            lemma = word.lemma.lower()
            if word.i in taken or word.pos not in ("NOUN", "PROPN", "NUM", "PRON"):
                continue
            if word.tag == "NNS" and lemma in ASSEMBLING and word.dep == "nsubj":
                mention = _read_assembled(word, lexicon)
                if mention is not None and not taken & set(range(mention.first, mention.stop)):
                    told.append(mention)
                continue
            if lemma in words.free or lemma in words.bound or lemma == "one":
                mention = _read(word, last, words, lexicon)
                if mention is not None:
                    told.append(mention)
                    last = mention.name
    return sorted((*found, *told), key=lambda body: body.first)


def _read(noun: Word, last: str | None, words: GatheringWords, lexicon: BodyWords) -> BodyMention | None:
    if noun.dep in ("compound", "nmod", "amod", "poss") or (noun.tag == "NNS" and noun.lower != "talks"):
        return None
    before = [child for child in noun.children if child.i < noun.i]
    ordinal = next((count for child in before if (count := _ordinal(child)) is not None), None)
    qualifiers = {word.lower for child in before for word in child.subtree()}
    lemma = noun.lemma.lower()
    if qualifiers & words.inland or (lemma == "congress" and _is_parliament(noun)):
        return None
    if lemma == "one" or (lemma == "gathering" and qualifiers & {"the", "next"} and _owner(noun, words) is None):
        is_next = "next" in qualifiers or (lemma == "gathering" and noun.dep == "dobj")
        return _mention(noun, before, last, ordinal) if last and is_next and _is_held(noun, words) else None
    owner = _owner(noun, words)
    if owner is not None and (lexicon.shut_out.search(owner.lower()) or set(owner.lower().split()) & words.inland):
        return None
    marked = ordinal is not None or qualifiers & words.marks
    if owner is not None and all(part.lower().strip("'’") in PLURALS for part in owner.split()):
        owner = _phrase(noun, before)
    if owner is not None and (lemma in words.free or marked):
        return _mention(noun, before, owner, ordinal)
    if lemma in words.free and (of_whom := _of_people(noun, words)) is not None:
        return _mention(noun, before, of_whom, ordinal)
    if lemma in words.free and qualifiers & words.purposes and (qualifiers & words.foreign or _is_held(noun, words)):
        return _mention(noun, before, _phrase(noun, before), ordinal)
    if qualifiers & words.formats and (lemma in words.bound or lemma in words.free or noun.lower == "talks"):
        return _mention(noun, before, _phrase(noun, before), ordinal)
    return None


def _is_parliament(congress: Word) -> bool:
    """Whether a congress is the parliament of one state: "the U.S. Congress", "the Congress of Colombia"."""
    return len({name.country for name in find_country_names(congress.subtree())}) == 1


def _read_assembled(people: Word, lexicon: BodyWords) -> BodyMention | None:
    """The group whose leaders or ministers come together: "G7 foreign ministers met", "leaders of ECOWAS gather"."""
    verb = people.head
    while verb.dep == "xcomp" and verb.lemma not in COMING_TOGETHER:
        verb = verb.head
    if verb.lemma not in COMING_TOGETHER or verb.child_by("dobj", "dative") is not None:
        return None
    if any(child.dep == "prep" and child.lower in ("with", "for", "at") for child in verb.children):
        return None
    for child in people.children:
        group = child.child_by("pobj") if child.dep == "prep" and child.lower == "of" else child
        if group is None or (group is child and (child.dep not in ("compound", "nmod", "poss") or child.i > people.i)):
            continue
        run = [word for word in group.subtree() if word.dep != "det" and word.tag != "POS"]
        while run and run[-1].text[:1].islower():
            run.pop()
        name = _text(run)
        if name.lower() in lexicon.organisations or name.lower() in lexicon.groups:
            return BodyMention(
                span=span_of(tuple(run)), first=run[0].i, stop=run[-1].i + 1, head=people, name=name, session=None,
                ordinal=None,
            )  # fmt: skip
    return None


def _owner(noun: Word, words: GatheringWords) -> str | None:
    """The name of the body or group that gathers, from a phrase, the words before, or the subject."""
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "within", "under"):
            for target in child.children_by("pobj"):
                if name := _name_of(target, words):
                    return name
        if child.i < noun.i and child.dep in ("compound", "nmod", "amod") and (name := _name_before(child)):
            return name
        if child.dep == "poss" and child.tag != "PRP$" and (name := _name_of(child, words)):
            return name
    verb = noun.head
    if noun.dep != "dobj" or verb.lemma.lower() not in words.holding:
        return None
    own = any(child.tag == "PRP$" for child in noun.children)
    for subject in agents(verb):
        if subject.lemma.lower() in words.people or own or subject.entity == "ORG":
            return _name_of(subject, words)
    return None


def _name_of(word: Word, words: GatheringWords) -> str | None:
    """The capitalised name at `word`, or at what people are of: "leaders of the X", "X leaders", "X's ministers"."""
    is_institution = word.lower in body_words().institution and word.text[:1].isupper()
    if is_institution or (word.pos == "PROPN" and word.entity not in ("PERSON", "GPE", "DATE")):
        run = [w for w in word.subtree() if w.text not in (",", "(", ")") and w.dep != "det"]
        run = [w for w in run if _ordinal(w) is None][:9]
        name = _text(_until_small(run))
        return name if _is_name(name) else None
    if word.lemma.lower() not in words.people:
        return None
    for child in word.children:
        if child.dep in ("compound", "nmod", "poss", "amod") and child.text[:1].isupper() and child.entity != "PERSON":
            name = _text([w for w in child.subtree() if w.dep not in ("det", "case") and w.text[:1].isupper()])
            if _is_name(name):
                return name
        if child.dep == "prep" and child.lower == "of":
            for target in child.children_by("pobj"):
                inner = _name_of(target, words) or _bloc(target)
                if inner:
                    return inner
                for deeper in target.children_by("prep"):
                    for last in deeper.children_by("pobj"):
                        if (outer := _name_of(last, words) or _bloc(last)) is not None:
                            return outer
    return None


def _of_people(noun: Word, words: GatheringWords) -> str | None:
    """A gathering called by those who come, of more than one state: "a summit of Turkic states"."""
    for child in noun.children:
        for target in child.children_by("pobj") if child.lower == "of" else ():
            kept = [w for w in target.children if w.dep in ("amod", "compound") and w.i < target.i]
            if target.lemma.lower() in words.people and target.tag == "NNS" and any(w.text[:1].isupper() for w in kept):
                return _text([noun, child, *kept, target])
    return None


def _bloc(word: Word) -> str | None:
    """A bloc with a common noun for a name: "the Ibero-American community"."""
    if word.lemma.lower() not in body_words().blocs:
        return None
    parts = [w for w in word.subtree() if w.dep != "det" and w.i <= word.i]
    return _text(parts) if any(w.text[:1].isupper() for w in parts) else None


def _name_before(child: Word) -> str | None:
    """An organisation or a pair of regions before the noun: "SAARC summit", "the Africa-France Summit"."""
    run = [w for w in child.subtree() if w.dep != "det"]
    name = _text(run)
    if not name[:1].isupper() or _ordinal(child) is not None or child.entity in ("PERSON", "DATE"):
        return None
    if child.entity == "NORP" and not name.isupper():
        return None
    is_short = sum(letter.isupper() for letter in name) > 1 and " " not in name
    return name if is_short or "-" in name or "–" in name or (child.entity == "ORG" and " " in name) else None


def _until_small(run: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in run:
        if word.text[:1].islower() and word.lower not in ("of", "for", "the", "and", "on", "in", "to", "against"):
            break
        kept.append(word)
    while kept and kept[-1].text[:1].islower():
        kept.pop()
    return kept


def _is_name(name: str) -> bool:
    marked = len(name.split()) > 1 or sum(c.isupper() for c in name) > 1 or any(c.isdigit() for c in name)
    return marked and bool(re.search(r"[A-Z]", name))


def _phrase(noun: Word, before: Sequence[Word]) -> str:
    """The gathering's own words without article and ordinal, for a name: "international donors' conference"."""
    parts = {w.i for child in before for w in child.subtree() if w.dep != "det" and _ordinal(w) is None}
    return _text([w for w in noun.sentence.words if w.i in parts or w is noun])


def _is_held(noun: Word, words: GatheringWords) -> bool:
    return noun.head.pos == "VERB" and (
        noun.dep in ("dobj", "nsubjpass", "nsubj") and noun.head.lemma.lower() in words.holding
    )


def _ordinal(word: Word) -> int | None:
    if word.lower in ordinal_words():
        return ordinal_words()[word.lower]
    count = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word.lower)
    return int(count[1]) if count else None


def _text(run: Sequence[Word]) -> str:
    text, end = "", 0
    for word in run:
        text += word.text if word.start == end or not text else " " + word.text
        end = word.end
    return text.strip(" ,")


def _mention(noun: Word, before: Sequence[Word], name: str | None, ordinal: int | None) -> BodyMention:
    inside = [w for child in before if child.dep not in ("det", "poss") for w in child.subtree()]
    first = min((w.i for w in inside), default=noun.i)
    run = tuple(w for w in noun.sentence.words if first <= w.i <= noun.i)
    if ordinal is None and name is not None and (cop := re.fullmatch(r"COP-?(\d+)", name)):
        ordinal = int(cop[1])
    session = None if name is not None and name.lower().endswith(noun.lower) else noun.text
    return BodyMention(
        span=span_of(run), first=first, stop=noun.i + 1, head=noun, name=name, session=session, ordinal=ordinal
    )
