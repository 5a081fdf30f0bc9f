"""Read where a journey goes: a candidate for a visit goes in, the places it takes in come out.

A destination is a place of the gazetteer, a name that only its standing behind a verb of travel makes a place, or words
for a place without a name ("the region"). A tour takes in several, some of them told in a clause behind it.
"""

from collections.abc import Iterator

from communique.coding.acts.matching.candidates import Candidate
from communique.coding.acts.settings.finding import Circumstances
from communique.language.actors import Mention
from communique.language.analysis import Analysis, PlaceMention
from communique.language.clauses import conjuncts, objects, phrases
from communique.language.nations.countries import organisation_code
from communique.language.words import Word
from communique.report.span import Span

UNNAMED = frozenset(
    "country region capital kingdom republic island islands city nation state area territory zone town continent "
    "emirate archipelago federation sultanate principality neighbour neighbor subregion peninsula sub-region".split()
)
TAKING_IN = frozenset("include cover comprise encompass span feature involve entail".split())
LEADING = frozenset("take bring carry lead stretch start begin end conclude culminate".split())
STOPS = frozenset("stop stopover leg visit layover halt call stay".split())
STOPPING = frozenset({"in", "at", "to"})
REACHED = frozenset({"to", "through", "via"})
GOING_TO = frozenset({"to", "for", "in", "into", "at"})
BEHIND = frozenset({"in", "at"})
TO_LANDS = frozenset({"invite", "set"})  # who is invited to a ministry is summoned
COMPOSED = frozenset({"according", "thanks", "prior", "owing", "addition", "contrary"})
BACK = frozenset({"return", "be", "leave", "depart"})
NO_PLACE = frozenset({"PERSON", "NORP", "DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE", "PRODUCT"})
NAMED_PLACE = frozenset({"GPE", "LOC", "FAC"})


def destinations(candidate: Candidate, circumstances: Circumstances) -> list[PlaceMention]:
    """The places a visit goes to, as its verb or noun names them; several where a tour takes in several."""
    legs = _legs(candidate, circumstances) if candidate.anchor.pos in ("NOUN", "PROPN") else []
    if legs:
        return legs
    lemma = candidate.anchor.lemma.lower()
    for slot in candidate.frame.places:
        found: list[PlaceMention] = []
        for word in candidate.fillers.get(slot, ()):
            if word.head.head.lower in COMPOSED:
                continue
            place = (
                circumstances.place_at(word)
                or _place_behind(word, slot, circumstances)
                or _unknown_place(word, slot, circumstances.analysis)
            )
            if place is None or place in found or (place.kind == "venue" and lemma in TO_LANDS):
                continue
            found.append(place)
        if found:
            return found
    return []


def goes_somewhere(candidate: Candidate) -> bool:
    """Whether the journey has an end that the words leave without a name: "travelled to the region"."""
    return any(
        word.lemma.lower() in UNNAMED and any(child.lower in ("the", "this", "that") for child in word.children)
        for slot in candidate.frame.places
        if slot not in ("object", "from")
        for word in candidate.fillers.get(slot, ())
    )


def comes_back(candidate: Candidate) -> bool:
    """Whether the place after "from" was visited and not only set out from: "flew home from", "returned from"."""
    return bool(candidate.fillers.get("home")) or candidate.anchor.lemma.lower() in BACK


def _legs(candidate: Candidate, circumstances: Circumstances) -> list[PlaceMention]:
    """The places told behind the noun of a journey: "that takes her to A and B", "with stops in A and B"."""
    noun = candidate.anchor
    words: list[Word] = []
    for slot, filler in phrases(noun):
        if slot == "including":
            words.append(filler)
        elif slot == "with":
            words.extend(_stops(filler))
    for clause in noun.children:
        if clause.dep in ("relcl", "acl"):
            for verb in conjuncts(clause):
                words.extend(_taken_in(verb))
    found: list[PlaceMention] = []
    for word in words:
        place = circumstances.place_at(word) or _unknown_place(word, "legs", circumstances.analysis)
        if place is not None and place not in found:
            found.append(place)
    return found


def _taken_in(verb: Word) -> Iterator[Word]:
    lemma = verb.lemma.lower()
    if lemma in LEADING:
        yield from (filler for slot, filler in phrases(verb) if slot in (REACHED if lemma != "end" else STOPPING))
    if lemma in TAKING_IN or (lemma == "take" and any(child.lower == "in" for child in verb.children)):
        for target in objects(verb):
            yield target
            yield from _stops(target)


def _mention_as_place(mention: Mention) -> PlaceMention:
    """A state or capital that stands where only a place can: "a tour that includes Egypt", "dropped in on Kabul"."""
    words = mention.head.sentence.words
    start = mention.first - words[0].i
    name = " ".join(word.text for word in words[start : start + mention.stop - mention.first])
    return PlaceMention(
        span=mention.span, first=mention.first, stop=mention.stop, head=mention.head, name=name.removeprefix("the "),
        kind="city" if mention.form == "capital" else "country", country=mention.country,
    )  # fmt: skip


def _stops(noun: Word) -> Iterator[Word]:
    if noun.lemma.lower() in STOPS:
        yield from (filler for slot, filler in phrases(noun) if slot in STOPPING)


def _place_behind(word: Word, slot: str, circumstances: Circumstances) -> PlaceMention | None:
    """The place of what is visited: "visited a detention facility in Hasakah", "go to the inauguration in Quito"."""
    if word.pos != "NOUN" or slot not in ("to", "at", "object", "for"):
        return None
    return next(
        (place for inner, filler in phrases(word) if inner in BEHIND and (place := circumstances.place_at(filler))),
        None,
    )


def _unknown_place(word: Word, slot: str, analysis: Analysis) -> PlaceMention | None:
    """A name that no gazetteer holds, made a place by the verb of travel before it: "will travel to Galle"."""
    if word.pos != "PROPN" or not word.text[:1].isupper():
        return None
    mention = analysis.mention_at(word)
    if mention is not None and mention.form in ("state", "capital") and mention.country and len(mention.country) == 3:
        return _mention_as_place(mention)
    if word.entity in NO_PLACE or (slot not in GOING_TO and word.entity not in NAMED_PLACE):
        return None
    actors = mention.actors if mention is not None and (mention.capacities or mention.form != "name") else ()
    if any(analysis.actors[actor].kind in ("person", "office", "group") for actor in actors):
        return None
    first = word.i
    while first > 0 and analysis.words[first - 1].head is word and analysis.words[first - 1].dep == "compound":
        first -= 1
    span = Span(analysis.words[first].start, word.end)
    name = span.of(analysis.report.text)
    if organisation_code(name) or any(time.first <= word.i < time.stop for time in analysis.times):
        return None
    if any(body.first <= word.i < body.stop for body in analysis.bodies):
        return None
    return PlaceMention(span=span, first=first, stop=word.i + 1, head=word, name=name, kind="city")
