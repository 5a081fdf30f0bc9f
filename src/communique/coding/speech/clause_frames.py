"""Frames whose content is a clause: a verb and its lexicon entry go in, a cue comes out where a clause fits.

"Said that …", "pledged to …", "urged Rome to …", "highlighted how …", "drew attention to the fact that …".
"""

from communique.coding.speech.cue import SUBJECTS, Cue, left_edge, make_cue
from communique.coding.speech.lexicon import CueVerb, cue_words, lemma_of
from communique.coding.speech.lost_clauses import find_lost_clause
from communique.coding.speech.spoken import is_finite
from communique.language.clauses import is_joined
from communique.language.words import Word

# What these acts ask for may stand bare: "proposed Japan open its market".
ASKING = frozenset({"propose", "demand", "ask", "urge"})


def match_clause(word: Word, entry: CueVerb) -> Cue | None:
    """A finite clause behind the verb; where the parse lost it, the clause that "that" opens right behind the verb."""
    for child in (*word.children, *_hung_lower(word)):
        if (
            child.i > word.i
            and child.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl")
            and (child.pos in ("VERB", "AUX") or _is_misread_clause(child))
            and not is_joined(child)
        ):
            mark = _that_of(child)
            if child.dep != "ccomp" and mark is None:
                continue
            wished = entry.act in ASKING and child.tag == "VB" and child.child_by("nsubj", "nsubjpass") is not None
            if any(c.tag == "TO" and c.dep == "aux" for c in child.children) and mark is None:
                continue
            if mark is None and not wished and not is_finite(child):
                continue
            if mark is not None and mark.i < word.i:
                continue
            if _asks_how(child):
                continue
            start = mark.i + 1 if mark is not None else _first_of(child, word, entry)
            return make_cue(word, entry, "that", start, child, addressee=object_before(word, start))
    return find_lost_clause(word, entry)


def _is_misread_clause(word: Word) -> bool:
    """ "He said the agency could no longer vouch": the verb of the clause read as another kind of word."""
    return word.dep == "ccomp" and word.child_by("aux") is not None and word.child_by("nsubj") is not None


def _first_of(clause: Word, word: Word, entry: CueVerb) -> int:
    """Where a clause without "that" begins; a subject that the parse hung on the cue verb still belongs to it."""
    start = max(left_edge(clause), word.i + 1)
    lost = object_before(word, start)
    if lost is not None and "told" not in entry.frames and not any(c.dep in SUBJECTS for c in clause.children):
        return max(left_edge(lost), word.i + 1)
    return start


def _hung_lower(word: Word) -> list[Word]:
    """Clauses with "that" which a parse hung on the object or on a phrase: "vowed in a statement that …"."""
    nouns = [c for c in word.children if c.dep in ("dobj", "dative", "npadvmod")]
    nouns += [n for c in word.children if c.dep in ("prep", "dative") and (n := c.child_by("pobj")) is not None]
    return [
        clause
        for noun in nouns
        for clause in noun.children
        if clause.dep in ("acl", "relcl", "ccomp") and any(c.lower == "that" for c in clause.children_by("mark"))
    ]


def _that_of(clause: Word) -> Word | None:
    """The "that" which opens the clause, also where it was read as its object: "told them that troops would leave"."""
    for child in clause.children:
        if child.lower == "that" and child.i < clause.i:
            own = clause.child_by("nsubj", "nsubjpass", "expl")
            if child.dep == "mark" or (child.dep in ("dobj", "dep") and own is not None and child.i < own.i):
                return child
    return None


def _asks_how(verb: Word) -> bool:
    """Whether a clause opens with how, why, what: a question told, no statement of its own."""
    return any(
        c.i < verb.i and c.tag in ("WRB", "WP", "WDT") and c.dep != "nsubj" and c.lower != "that" for c in verb.children
    ) or any(c.dep == "mark" and c.lower in ("if", "whether") for c in verb.children)


def object_before(word: Word, limit: int) -> Word | None:
    """The object between the verb and word number `limit`: who is spoken to."""
    return next((c for c in word.children if c.dep in ("dobj", "dative") and word.i < c.i < limit), None)


def match_to(word: Word, entry: CueVerb) -> Cue | None:
    """An infinitive whose doer is the speaker: "pledged to help"."""
    found = find_infinitive(word)
    if found is None:
        return None
    to, verb = found
    if any(c.dep in ("nsubj", "nsubjpass") for c in verb.children) or object_before(word, to) is not None:
        return None
    if _is_on_something(word, entry, to):
        return None
    if entry.voice == "side" and (lemma_of(verb) in cue_words().verbs or verb.lemma in cue_words().encounters):
        return None
    return make_cue(word, entry, "to", to, verb)


def _is_on_something(word: Word, entry: CueVerb, to: int) -> bool:
    """ "Agreed on the need to act": the infinitive only goes on with what stands behind "on"."""
    for child in word.children:
        if child.dep == "prep" and word.i < child.i < to and child.lower in ("on", "upon"):
            noun = child.child_by("pobj") if child.lower in entry.prepositions else None
            if noun is not None and noun.pos == "NOUN" and noun.entity not in ("DATE", "TIME"):
                return noun.lemma not in ("sideline", "margin", "phone", "telephone", "occasion", "fringe")
    return False


def find_infinitive(word: Word) -> tuple[int, Word] | None:
    """The "to" and the verb of an infinitive behind `word`."""
    for child in word.children:
        if child.i > word.i and child.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp") and child.tag == "VB":
            to = next((c for c in child.children if c.lower == "to" and c.dep == "aux"), None)
            if to is not None and to.i > word.i:
                negation = next((c for c in child.children if c.dep == "neg" and c.i == to.i - 1), None)
                return (negation or to).i, child
    return None


def match_other_to(word: Word, entry: CueVerb) -> Cue | None:
    """An infinitive whose doer is spoken to: "urged Rome to help", "called on all sides to stop"."""
    if entry.through:
        return _called_on(word, entry)
    found = find_infinitive(word)
    if found is None:
        target = object_before(word, word.sentence.words[-1].i)
        found = find_infinitive(target) if target is not None else None
        if found is None or target is None or target.lemma in entry.nouns:
            return None
        return make_cue(word, entry, "other-to", found[0], found[1], addressee=target)
    to, verb = found
    target = object_before(word, to) or next(
        (c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < to), None
    )
    if target is None:
        return None
    return make_cue(word, entry, "other-to", to, verb, addressee=target)


def _called_on(word: Word, entry: CueVerb) -> Cue | None:
    sentence = word.sentence.words
    base = sentence[0].i
    place = word.i - base
    if place + 1 >= len(sentence) or sentence[place + 1].lower not in entry.through:
        return None
    for following in sentence[place + 2 :]:
        if following.tag == "TO" and following.dep == "aux" and following.head.tag == "VB":
            target = next((c for c in sentence[place + 1].children if c.dep in ("pobj", "pcomp")), None)
            if target is not None and target.pos == "VERB":
                target = target.child_by("nsubj")
            return make_cue(word, entry, "other-to", following.i, following.head, addressee=target)
        if following.pos in ("VERB", "AUX") or following.text == ";":
            return None
    return None


def match_gerund(word: Word, entry: CueVerb) -> Cue | None:
    """An -ing form: "proposed holding talks"."""
    for child in word.children:
        if child.i > word.i and child.dep in ("xcomp", "ccomp", "dobj", "pcomp") and child.tag == "VBG":
            return make_cue(word, entry, "gerund", max(left_edge(child), word.i + 1), child)
    return None


def match_how(word: Word, entry: CueVerb) -> Cue | None:
    """A clause with how or why: "highlighted how trade grew"."""
    for child in word.children:
        if (
            child.i > word.i
            and child.dep in ("ccomp", "advcl")
            and any(c.lower in ("how", "why") for c in child.children)
        ):
            return make_cue(word, entry, "how", max(left_edge(child), word.i + 1), child)
    return None


def match_preposition_how(word: Word, entry: CueVerb) -> Cue | None:
    """A preposition and a clause with how or why: "spoke about how trade grew"."""
    for child in word.children:
        if child.dep == "prep" and child.i > word.i and child.lower in entry.prepositions:
            clause = child.child_by("pcomp")
            if clause is not None and any(c.lower in ("how", "why") for c in clause.children):
                return make_cue(word, entry, "how", child.i + 1, clause)
    return None


def match_noun_that(word: Word, entry: CueVerb) -> Cue | None:
    """A fixed noun, then a clause or a phrase: "drew attention to the fact that"."""
    noun = next((c for c in word.children if c.dep == "dobj" and c.lower in entry.nouns), None)
    if noun is None:
        return None
    sentence = word.sentence.words
    for following in sentence[noun.i - sentence[0].i + 1 :][:6]:
        if following.lower == "that" and following.dep == "mark":
            return make_cue(word, entry, "that", following.i + 1, following.head, stop=following.i)
    for following in sentence[noun.i - sentence[0].i + 1 :][:3]:
        if following.lower == "to" and following.dep in ("prep", "dative"):
            return make_cue(word, entry, "preposition", following.i, following, stop=noun.i + 1)
    return None
