"""Frames whose content is a phrase: a verb and its lexicon entry go in, a cue comes out where a phrase fits.

"Condemned the attack", "thanked Rome for …", "called for calm", "described it as …".
"""

from communique.coding.speech.cue import Cue, left_edge, make_cue
from communique.coding.speech.lexicon import CueVerb, lemma_of, speaking_nouns
from communique.coding.speech.spoken import is_finite
from communique.language.words import Word

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourselves"})


def match_object(word: Word, entry: CueVerb) -> Cue | None:
    """A noun phrase behind the verb: "condemned the attack"."""
    if lemma_of(word) == "wish":
        return _wished(word, entry)
    found = [
        c for c in word.children if c.dep in ("dobj", "oprd", "attr", "dative") and c.i > word.i and c.pos != "ADV"
    ]
    if not found:
        return _small_clause(word, entry)
    if len(found) > 1 and found[0].dep == "dative" and found[1].dep == "dobj":
        found = found[1:]  # "promised Chad 50 million": the sum is what is promised
    target = found[-1] if entry.things else found[0]
    if entry.things and (target.tag in ("PRP", "WP") or target.entity == "PERSON" or target.lemma in speaking_nouns()):
        return None
    if target.lower in REFLEXIVE:
        return _bound_to(word, entry, target)
    if entry.nouns and target.lemma not in entry.nouns:
        return None
    if target.tag in ("WP", "WDT", "PRP") and target.i < word.i:
        return None
    addressee = found[0] if entry.things and len(found) > 1 else None
    return make_cue(word, entry, "object", max(left_edge(target), word.i + 1), target, addressee=addressee)


def _bound_to(word: Word, entry: CueVerb, itself: Word) -> Cue | None:
    """ "Committed themselves to ending the war": what stands behind the preposition."""
    for holder in (word, itself):
        for child in holder.children:
            if child.dep in ("prep", "dative") and child.i > itself.i and child.lower in entry.prepositions:
                return make_cue(word, entry, "preposition", child.i, child)
    return None


def _small_clause(word: Word, entry: CueVerb) -> Cue | None:
    """ "Welcomes the agreement to hold a vote": the noun read as the subject of what follows."""
    for child in word.children:
        if child.dep == "ccomp" and child.tag == "VB" and child.i > word.i:
            target = child.child_by("nsubj")
            if (
                target is not None
                and target.i > word.i
                and target.pos == "NOUN"
                and (not entry.nouns or target.lemma in entry.nouns)
            ):
                return make_cue(word, entry, "object", left_edge(child), target)
    return None


def _wished(word: Word, entry: CueVerb) -> Cue | None:
    """All that follows "wished", without a pronoun for who is addressed."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i + 1
    if place >= len(sentence) or sentence[place].lower in ("to", "for", "that", ",", "."):
        return None
    if sentence[place].tag == "PRP":
        place += 1
    if place >= len(sentence) or sentence[place].pos in ("PUNCT", "AUX", "VERB"):
        return None
    return make_cue(word, entry, "object", sentence[place].i, word)


def match_about(word: Word, entry: CueVerb) -> Cue | None:
    """Somebody spoken to, then a preposition that opens what is said: "thanked Rome for its help"."""
    target = next((c for c in word.children if c.dep in ("dobj", "dative") and c.i != word.i), None)
    if target is None:
        return None
    return _behind_addressee(word, entry, target) or _praised_alone(word, entry, target)


def _praised_alone(word: Word, entry: CueVerb, target: Word) -> Cue | None:
    """ "Congratulated both leaders": where nothing says what for, who is thanked is all that is said."""
    if entry.act not in ("congratulate", "thank") or target.pos == "PRON" or target.i < word.i:
        return None
    return make_cue(word, entry, "object", max(left_edge(target), word.i + 1), target)


def _behind_addressee(word: Word, entry: CueVerb, target: Word) -> Cue | None:
    begin = max(target.i, word.i)
    for child in sorted((*word.children, *target.children), key=lambda child: child.i):
        if child.i > begin and child.dep == "prep" and child.lower == "as" and entry.act == "praise":
            return None  # "lauded Chile as a model for the region"
        if child.i > begin and child.dep in ("prep", "dative") and child.lower in entry.prepositions:
            return make_cue(word, entry, "about", child.i, child, addressee=target)
    if entry.act == "criticise" or entry.prepositions == {"of"}:
        return None
    sentence = word.sentence.words
    for following in sentence[begin - sentence[0].i + 1 :]:
        if following.pos in ("VERB", "AUX") and following.dep == "conj" and following.head is word:
            return None
        if following.lower in entry.prepositions and following.dep in ("prep", "mark", "dative"):
            return make_cue(word, entry, "about", following.i, following, addressee=target)
        if following.text in (".", ";") or (following.pos == "VERB" and following.tag in ("VBD", "VBZ")):
            return None
    return None


def match_preposition(word: Word, entry: CueVerb) -> Cue | None:
    """A preposition that opens what is said: "called for calm", "agreed on a plan"."""
    holders = [word, *(c for c in word.children if entry.particle and c.lower == entry.particle)]
    for child in (child for holder in holders for child in holder.children):
        if child.dep in ("prep", "agent", "dative") and child.i > word.i and child.lower in entry.prepositions:
            inner = child.child_by("pobj", "pcomp")
            if inner is None:
                return None
            start = child.i if entry.act not in ("urge", "demand", "agree") else child.i + 1
            return make_cue(word, entry, "preposition", start, inner)
        if child.dep == "prt" and child.lower in entry.prepositions:
            return None
    return _clause_with_for(word, entry)


def _clause_with_for(word: Word, entry: CueVerb) -> Cue | None:
    """ "Called for the border to be reopened": the preposition read as what opens a clause."""
    for clause in word.children:
        mark = clause.child_by("mark") if clause.i > word.i and clause.dep in ("advcl", "ccomp", "xcomp") else None
        if mark is not None and word.i < mark.i <= word.i + 2 and mark.lower in entry.prepositions:
            start = mark.i if entry.act not in ("urge", "demand", "agree") else mark.i + 1
            return make_cue(word, entry, "preposition", start, clause)
    return None


def match_as(word: Word, entry: CueVerb) -> Cue | None:
    """Something and what it is called: "described the raid as a mistake", "called it a first step"."""
    inner = [c for c in word.children if c.i > word.i]
    below = [c for target in inner if target.dep == "dobj" for c in target.children if c.i > target.i]
    if any(c.dep == "prep" and c.lower == "as" and c.children for c in (*inner, *below)):
        return make_cue(word, entry, "as", word.i + 1, word)
    if lemma_of(word) in ("describe", "regard", "view", "see", "characterise", "characterize", "offer"):
        return None
    if any(c.dep == "prep" and c.lower in ("on", "upon", "for") for c in inner if c.i == word.i + 1):
        return None
    named = any(
        (c.dep == "oprd" and c.lower not in ("home", "back", "in", "off"))
        or (c.dep == "dobj" and (_is_named_behind(c) or (c.pos == "ADJ" and c.child_by("nsubj") is not None)))
        for c in inner
    )
    small = any(c.dep in ("ccomp", "xcomp") and not is_finite(c) and c.child_by("nsubj") is not None for c in inner)
    return make_cue(word, entry, "as", word.i + 1, word) if named or small else None


def _is_named_behind(target: Word) -> bool:
    """Whether the object is followed at once by what it is called: the decision "a surrender"."""
    sentence = target.sentence.words
    after = target.i - sentence[0].i + 1
    return (
        after < len(sentence) and sentence[after].text in ("“", '"', "``", "‘") and target.child_by("appos") is not None
    )
