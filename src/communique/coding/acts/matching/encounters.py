"""Find who meets, talks or writes where the parser hung them elsewhere: a candidate goes in, its slots come out fuller.

"Talks were held on Monday in Rome between X and Y", "at a meeting with X, Y said", "received in Rome Minister X",
"X and Y signed it after two hours of talks": the words are there, only not where the tree puts a party.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from operator import attrgetter

from communique.coding.acts.matching.candidates import LIGHT_VERBS, Candidate
from communique.coding.acts.matching.carriers import counters_of
from communique.coding.acts.matching.correspondence import complete_message
from communique.coding.acts.matching.mediators import take_mediated
from communique.language.actors import Mention
from communique.language.analysis import Analysis
from communique.language.clauses import (
    agents,
    conjuncts,
    first_conjunct,
    governing_verb,
    is_passive,
    objects,
    phrases,
    subjects,
)
from communique.language.words import Word

ENCOUNTERS = frozenset({"meeting", "call", "negotiation", "mediation"})
LISTS = ("between", "among", "with", "of", "involving", "subject", "object", "by")
HOSTING = frozenset("host co-host organize organise chair co-chair preside lead convene arrange".split())
OTHER_SIDE = ("with", "from", "to", "on", "upon")
SIDES = frozenset({"with", "between", "among"})
AROUND = frozenset(
    "after before following during in at over on upon since amid through throughout by from into".split()
)
SAYING = frozenset("say tell note add announce report write state recall describe call confirm".split())
TELLING = frozenset(
    "tell inform ask urge thank congratulate assure warn invite request brief remind implore press advise notify "
    "reassure promise question welcome call exhort pressure caution encourage push".split()
)
STUCK = frozenset("lock engage involve bog embroil due".split())
PRESS = frozenset("reporter journalist newsman media press parliament lawmaker deputy crowd audience".split())
GATHERING = frozenset("bring gather unite assemble include involve group see draw put feature reunite".split())
PLACING = frozenset({"in", "at", "on", "for", "inside", "outside"})
COUNTS = frozenset(
    "hour minute day week month year night round series set string flurry marathon bout spate half couple number "
    "session stage phase end conclusion close course start beginning outset eve".split()
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
HOLDERS = frozenset("president minister leader premier head state king chief speaker".split())
REACH = 16  # words behind an act among which its other side may stand


def complete_encounter(candidate: Candidate, analysis: Analysis) -> None:
    """Fill the slots of an encounter or a message whose parties stand elsewhere in its sentence."""
    kind, anchor = candidate.frame.kind, candidate.anchor
    if kind == "message":
        complete_message(candidate)
    if kind not in ENCOUNTERS:
        return
    _name_owners(candidate)
    if candidate.frame.anchor == "noun":
        _complete_noun(candidate, anchor, analysis)
    else:
        _complete_verb(candidate, anchor)
    for slot in LISTS:
        held = candidate.fillers.get(slot)
        if held and slot in candidate.frame.roles:
            candidate.fill(slot, list(_listed_on(held, analysis)))
    if kind == "mediation":
        take_mediated(candidate)
    elif _is_told_of_others(candidate):
        candidate.fillers["subject"] = []


def _name_owners(candidate: Candidate) -> None:
    """Put the noun of a relative clause in the place of "whose": "X, whose talks with Y"."""
    owners = candidate.fillers.get("possessive", [])
    if any(word.lower == "whose" for word in owners):
        clause = next((above for above in owners[0].ancestors() if above.dep == "relcl"), None)
        if clause is not None:
            candidate.fillers["possessive"] = [clause.head]


def _is_told_of_others(candidate: Candidate) -> bool:
    """Whether the act is between parties of its own, and its clause only speaks of it: "reviewed the talks between"."""
    verb = candidate.verb
    inner = [*candidate.fillers.get("between", ()), *candidate.fillers.get("among", ())]
    return _are_several(inner) and (verb is None or verb.lemma not in HOSTING) and candidate.frame.anchor == "noun"


def _complete_noun(candidate: Candidate, noun: Word, analysis: Analysis) -> None:
    verb = candidate.verb
    if not _has_side(candidate, SIDES):
        starts = [noun, *counters_of(noun)]
        if verb is not None and verb.lemma.lower() in LIGHT_VERBS:
            starts.append(verb)
        for start in starts:
            _take_strayed(candidate, start, noun)
    if verb is not None and noun in subjects(verb) and verb.lemma in GATHERING and not is_passive(verb):
        candidate.fill("involving", objects(verb))
    if candidate.frame.kind != "mediation" and (verb is None or verb.lemma.lower() not in LIGHT_VERBS):
        _take_clause_around(candidate, noun, analysis)


def _complete_verb(candidate: Candidate, verb: Word) -> None:
    frame = candidate.frame
    if "object" in frame.roles and not candidate.fillers.get("object") and frame.kind == "meeting":
        candidate.fill("object", list(_shifted_object(verb)))
    if "with" in frame.roles and not _has_side(candidate, SIDES) and not candidate.fillers.get("object"):
        _take_strayed(candidate, verb, verb)
    if frame.things and is_passive(verb) and candidate.thing in verb.children_by("dobj"):
        candidate.fill("dative", subjects(verb))
        if candidate.thing is not None:
            candidate.fill("subject", [filler for slot, filler in phrases(candidate.thing) if slot == "by"])


def _has_side(candidate: Candidate, slots: Iterable[str]) -> bool:
    return any(candidate.fillers.get(slot) for slot in slots)


def _take_strayed(candidate: Candidate, start: Word, noun: Word) -> None:
    """Take in "with X", "between X and Y" hung on words between: "held talks on trade by video link with X"."""
    words = noun.sentence.words
    first = max(start.i, noun.i) - words[0].i + 1
    for word in words[first : first + REACH]:
        if word.tag in FINITE and word.dep not in ("aux", "auxpass"):
            return
        is_side = word.lower in SIDES and word.tag == "IN" and word.lower in candidate.frame.roles
        if is_side and start in _nouns_above(word):
            candidate.fill(word.lower, [m for target in word.children_by("pobj") for m in conjuncts(target)])
            if candidate.fillers.get(word.lower):
                return


def _nouns_above(preposition: Word) -> Iterator[Word]:
    """The words above a phrase up to the next clause."""
    for above in preposition.ancestors():
        yield above
        if above.pos in ("VERB", "AUX"):
            return


def _take_clause_around(candidate: Candidate, noun: Word, analysis: Analysis) -> None:
    """Take the subject of the clause that a phrase with the act belongs to: "after talks with Y, X said"."""
    if "subject" not in candidate.frame.roles and "possessive" not in candidate.frame.roles:
        return
    top = _whole(noun)
    if noun.dep in ("nsubj", "nsubjpass") and candidate.fillers.get("with") and not candidate.fillers.get("possessive"):
        candidate.fill("subject", _tellers(noun.head))
        return
    is_left = top.dep == "pobj" and top.head.lower == "of" and top.head.head.lower == "out"  # "walked out of talks"
    if top.dep not in ("pobj", "pcomp") or not (is_left or top.head.lower in AROUND):
        return
    verb = governing_verb(top.head)
    if verb is None or _is_rank_and_file(candidate):
        return
    slot = "subject" if "subject" in candidate.frame.roles else "possessive"
    owners = candidate.fillers.get("possessive") if slot == "subject" else None
    doers = _doers(verb)
    if owners and owners[0].pos != "PRON":
        return
    sides = [word for name in OTHER_SIDE if name in candidate.frame.roles for word in candidate.fillers.get(name, ())]
    if any(analysis.mention_at(word) is not None for word in sides):
        candidate.fill(slot, doers)
        return
    is_new = not any(child.lower in ("the", "this", "that", "these", "those") for child in top.children)
    told = _told(verb, top) if is_new or candidate.frame.kind == "call" else []
    if told:
        candidate.fill(slot, doers)
        candidate.fill("with", told)
    elif is_new and top.head.lower in ("after", "following", "during", "before") and _are_several(doers):
        candidate.fill(slot, doers)


def _whole(noun: Word) -> Word:
    """The noun with what it is counted by: "hours" in "two hours of talks"."""
    top = noun
    while top.dep == "pobj" and top.head.lower == "of" and top.head.head.pos == "NOUN" and top.head.head.tag != "NNP":
        above = top.head.head
        if above.lemma not in COUNTS:
            break
        top = above
    return top


def _is_rank_and_file(candidate: Candidate) -> bool:
    """Whether the act is told of parties by itself already."""
    return bool(candidate.fillers.get("between") or candidate.fillers.get("among") or candidate.fillers.get("subject"))


def _doers(verb: Word) -> list[Word]:
    """Who does what the clause says; the subject of the clause above where a participle has none of its own."""
    found = agents(verb)
    if not found and is_passive(verb) and verb.lemma in STUCK:
        return subjects(verb)
    if not found and verb.dep in ("acl", "advcl", "relcl"):
        above = governing_verb(verb)
        found = agents(above) if above is not None else []
    return found


def _tellers(verb: Word) -> list[Word]:
    """Who tells of talks whose other side alone is named: "talks with X were constructive, Y said"."""
    above = verb.head
    if verb.dep not in ("ccomp", "parataxis", "dep") or above.lemma not in SAYING:
        return []
    speakers = [word for word in agents(above) if word.pos == "PROPN"]
    return [word for word in speakers if not any("spokes" in child.lower for child in word.children)]


def _told(verb: Word, top: Word) -> list[Word]:
    """Whom the clause around an encounter speaks to: "told X in a call", "voiced regret to X at a meeting"."""
    if verb.lemma in TELLING and not is_passive(verb):
        found = [word for word in objects(verb) if word is not top]
        found += [member for child in verb.children_by("dative") for member in conjuncts(child)]
    else:
        found = [filler for slot, filler in phrases(verb) if slot == "to"]
        for child in verb.children_by("dobj"):
            found += [filler for slot, filler in phrases(child) if slot == "to"]
    return [word for word in found if word.lemma.lower() not in PRESS and word.pos in ("PROPN", "NOUN", "PRON")]


def _are_several(words: list[Word]) -> bool:
    return len(words) > 1 or any(word.tag in ("NNS", "NNPS") for word in words)


def _shifted_object(verb: Word) -> Iterator[Word]:
    """The person met or received behind a place or a time: "received on Monday in Rome Foreign Minister X"."""
    if is_passive(verb):
        return
    placed = (
        noun for child in verb.children_by("prep") if child.lower in PLACING for noun in child.children_by("pobj")
    )
    for noun in placed:
        opens = any(part.i < noun.i and part.dep in ("compound", "nmod", "amod", "poss") for part in noun.children)
        if noun.entity == "PERSON" and noun.i > verb.i and opens:
            yield from conjuncts(noun)


def _listed_on(words: Iterable[Word], analysis: Analysis) -> Iterator[Word]:
    """The members of a list that the tree breaks off: "President A, Premier B of C, and Minister D"."""
    for word in words:
        mention = analysis.mention_at(word) or _mention_from(word.i, analysis)
        if mention is None:
            continue
        waiting: list[Word] = []
        at = mention.stop
        while (step := _next_member(at, analysis)) is not None:
            member, at, is_last = step
            waiting.append(member)
            if is_last:
                yield from waiting
                waiting = []


def _next_member(at: int, analysis: Analysis) -> tuple[Word, int, bool] | None:
    """The mention behind the comma or "and" at word `at`: its head, where it stops, whether "and" closes the list."""
    words = analysis.words
    first, joined = at, False
    while first < len(words) and words[first].lower in (",", "and", "&", "as", "well", "along", "with", "the", "also"):
        joined = joined or words[first].lower in ("and", "&", "well")
        first += 1
    if first == at or first >= len(words) or words[first].sentence is not words[at].sentence:
        return None
    mention = _mention_from(first, analysis)
    if mention is not None and mention.stop < len(words) and words[mention.stop].tag == "POS":
        mention = _mention_from(mention.stop + 1, analysis)  # "Egypt's Ann Lee and Jordan's Omar Said"
    if mention is None or mention.form == "pronoun" or not mention.actors:
        return None
    if mention.form == "state" and _goes_on_within(mention.head, at):
        return None
    head = mention.head
    if head.dep in ("nsubj", "nsubjpass") and head.head.i >= mention.stop:
        return None
    return head, mention.stop, joined


def _goes_on_within(head: Word, at: int) -> bool:
    """Whether a state goes on the "of" phrase of the words before `at`: "the heads of state of A and B, X and Y"."""
    if head.dep != "conj":
        return False
    first = first_conjunct(head)
    is_of = first.dep == "pobj" and first.head.lower == "of" and first.i < at <= head.i
    return is_of and first.head.head.lemma.lower() in HOLDERS


def _mention_from(first: int, analysis: Analysis) -> Mention | None:
    """The mention that begins with the word `first`."""
    at = bisect_left(analysis.mentions, first, key=attrgetter("first"))
    if at < len(analysis.mentions) and analysis.mentions[at].first == first:
        return analysis.mentions[at]
    return None
