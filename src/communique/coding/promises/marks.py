"""Find the clauses that tell of things to come: an analysis goes in, verbs with the strength of a promise come out."""

from collections.abc import Iterator

from communique.coding.promises.infinitives import Future, governors, is_infinitive, read_infinitive, strength_above
from communique.coding.promises.times import is_ahead, is_later
from communique.coding.record import Strength
from communique.language.analysis import Analysis
from communique.language.clauses import auxiliaries, is_negated, is_passive
from communique.language.words import Sentence, Word

# "shall" is left out: it is the language of treaties, whose text is no report of a promise.
_WILL = frozenset({"will", "'ll", "’ll", "would"})
_PAST_SAYING = frozenset({"VBD", "VBN"})
_VERBAL = frozenset({"VERB", "AUX"})


_BRINGING = frozenset("provide send give deliver donate contribute release allocate commit dispatch".split())
_ASKING = frozenset({"when", "how", "why", "whether"})
_SETTING = frozenset({"schedule", "plan", "slate", "expect", "set", "due", "shift", "postpone", "move"})


def find_futures(analysis: Analysis) -> Iterator[Future]:
    """Yield the verbs of the report that tell of something to come, in the order of the text."""
    dated, later = _verbs_with_dates(analysis)
    for word in analysis.words:
        if is_asked(word.sentence):
            continue
        if word.tag[:2] != "VB" or word.dep in {"aux", "auxpass"} or word.sentence.kind == "headline":
            continue
        future = _read(word, dated, later)
        if future is None or is_negated(word) or _is_conditional(word) or _is_called_off(word) or _is_of_none(word):
            continue
        if word.dep != "ccomp" or not any(child.lower in _ASKING for child in word.children):
            yield future


def is_supposed(verb: Word) -> bool:
    """Whether a verb tells what might be, not what is to come: "would sign if", "is not to sign"."""
    would = any(aux.lower in {"would", "could", "might", "may", "should"} for aux in auxiliaries(verb))
    return is_negated(verb) or _is_conditional(verb) or _is_called_off(verb) or (would and not _is_reported(verb))


def _read(verb: Word, dated: set[int], later: set[int]) -> Future | None:
    modal = next((aux for aux in auxiliaries(verb) if aux.lower in _WILL), None)
    if modal is not None:
        if any(aux.lower in {"have", "has"} for aux in auxiliaries(verb)) and verb.tag == "VBN":
            return None
        if modal.lower == "would" and not _is_reported(verb):
            return None
        return Future(verb, modal, strength_above(verb) or "stated")
    if is_infinitive(verb):
        return read_infinitive(verb)
    if verb.dep == "conj" and verb.tag == "VB" and verb.head.tag == "VB" and not verb.child_by("nsubj", "nsubjpass"):
        above = _read(verb.head, dated, later)
        return Future(verb, above.mark, above.strength) if above else None
    if verb.dep == "ccomp" and verb.tag in {"VB", "VBP"} and verb.head.lemma in {"propose", "agree", "suggest"}:
        return Future(verb, verb.head, _settled(verb.head, "offered" if verb.head.lemma != "agree" else "agreed"))
    if verb.tag == "VBG" and verb.dep == "pcomp":
        if _looks_forward(verb):
            return Future(verb, verb.head, "stated")
        if verb.head.lower == "to" and verb.head.head.lemma in {"commit", "pledge", "commitment"}:
            return Future(verb, verb.head.head, "pledged")
        return None
    if verb.tag == "VBG" and verb.dep == "ccomp" and verb.head.lemma == "announce" and verb.lemma in _BRINGING:
        return Future(verb, verb, "pledged")
    if verb.tag == "VBG" and any(aux.lower in {"is", "are", "'s", "’s", "'re", "’re"} for aux in auxiliaries(verb)):
        return Future(verb, verb, "stated") if verb.i in (later if verb.lemma != "meet" else dated) else None
    if verb.tag in {"VBN", "VBD"} and verb.lemma in _SETTING:
        return Future(verb, verb, "stated") if is_passive(verb) and verb.i in dated else None
    if verb.tag in {"VBZ", "VBP"} and verb.i in later and not auxiliaries(verb) and verb.sentence.kind == "body":
        return Future(verb, verb, "stated")
    if verb.lemma in {"pledge", "promise", "vow", "announce", "offer", "invite"} and verb.tag in {
        "VBD",
        "VBN",
        "VBZ",
        "VBG",
    }:
        by_verb, _ = governors()
        if _is_dated_before(verb) or (verb.lemma == "announce" and not _is_news(verb)):
            return None
        return Future(verb, verb, "pledged" if verb.lemma == "announce" else by_verb[verb.lemma])
    return None


def _is_dated_before(verb: Word) -> bool:
    """Whether a pledge is one of years ago: "pledged 220 million in 2015"."""
    below = [word for child in verb.children for word in (child, *child.children)]
    return (
        verb.tag == "VBD"
        and any(word.entity == "DATE" and (word.text[:2] in {"19", "20"} and len(word.text) == 4) for word in below)
        or any(
            word.entity == "DATE" and word.dep == "pobj" and word.head.lower == "in" and word.head.i < verb.i
            for word in below
        )
    )


def _is_news(verb: Word) -> bool:
    """Whether what is announced is announced now, not recalled: "we have announced", "announced in March"."""
    return verb.dep in {"ROOT", "conj", "ccomp"} and not any(
        child.lower in {"have", "has", "had", "'ve", "’ve", "recently", "previously", "already"}
        for child in verb.children
    )


def _settled(proposal: Word, strength: Strength) -> Strength:
    """A proposal "to which the President agreed" is agreed."""
    agreed = any(word.lemma in {"agree", "accept"} for word in proposal.sentence.words if word.i > proposal.i)
    return "agreed" if agreed else strength


def _is_reported(verb: Word) -> bool:
    """Whether "would" tells what somebody said would come, not what might."""
    word = verb
    for _ in range(6):
        if word.dep in {"ccomp", "acl"} and word.head is not word:
            above = word.head
            if above.lemma in {"wish", "if", "suggest"}:
                return False
            return above.tag in _PAST_SAYING or above.pos in {"NOUN", "AUX"} or above.tag == "VBG"
        if word.head is word:
            return any(child.dep in {"ccomp", "parataxis"} and child.tag in _PAST_SAYING for child in word.children)
        word = word.head
    return False


def is_asked(sentence: Sentence) -> bool:
    """Whether the sentence is a question: what it asks after is not told."""
    return sentence.words[-1].text == "?" or (len(sentence.words) > 1 and sentence.words[-2].text == "?")


def _is_conditional(verb: Word) -> bool:
    """Whether the clause hangs on a condition: "if", "unless", "whether"."""
    word = verb
    for _ in range(4):
        if any(child.dep == "mark" and child.lower in {"if", "unless", "whether", "until"} for child in word.children):
            return True
        if word.dep not in {"conj", "xcomp"} or word.head is word:
            return False
        word = word.head
    return False


def _is_of_none(verb: Word) -> bool:
    """Whether the subject is none: "no tariffs will apply"."""
    subject = verb.child_by("nsubj", "nsubjpass")
    return subject is not None and any(child.lower == "no" for child in subject.children)


def _is_called_off(verb: Word) -> bool:
    """Whether what was planned is told to be off: "the talks set for May were put off"."""
    if verb.tag != "VBN" or verb.dep != "acl":
        return False
    above = next((word for word in verb.ancestors() if word.pos in _VERBAL), None)
    return above is not None and above.lemma in {"postpone", "cancel", "suspend", "scrap", "call", "abandon", "delay"}


def _looks_forward(verb: Word) -> bool:
    preposition = verb.head
    above = preposition.head
    return (
        preposition.lower == "to" and above.lemma == "look" or (above.lower == "forward" and above.head.lemma == "look")
    )


def _verbs_with_dates(analysis: Analysis) -> tuple[set[int], set[int]]:
    """The verbs on which a date from the report's day on hangs, and those with one after it."""
    day = analysis.report.day
    found: set[int] = set()
    later: set[int] = set()
    for time in analysis.times:
        if is_ahead(time, day):
            verb = next((word for word in time.head.ancestors() if word.pos in _VERBAL), None)
            if verb is not None:
                found.add(verb.i)
                if is_later(time, day):
                    later.add(verb.i)
    return found, later
