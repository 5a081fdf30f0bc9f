"""Find the words that attribute speech: an Analysis goes in, cues with their frame and the start of what is said come out."""

import calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.coding.speech.lexicon import CueVerb, CueWords, cue_words, lemma_of, speaking_nouns
from communique.coding.speech.spoken import is_finite, is_spoken
from communique.language.words import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
MONTHS = frozenset(calendar.month_name[1:])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Cue:
    """A word that attributes speech, and where the words it attributes begin.

    `word` heads the cue's clause; `first` and `stop` bound the cue's own words (half-open, words of the report). `start`
    is the first word of what is said and `head` the word it hangs on; both are None for a cue that stands beside its
    words ("…, he added"). `act` is "content" where the words said decide what they do. `impersonal` marks "it was
    noted that", `passive` a speaker behind "by".
    """

    word: Word
    first: int
    stop: int
    act: str
    frame: str
    start: int | None = None
    limit: int | None = None
    head: Word | None = None
    addressee: Word | None = None
    impersonal: bool = False
    passive: bool = False
    verb: CueVerb | None = None


def find_cues(words: tuple[Word, ...], closed: frozenset[int]) -> Iterator[Cue]:
    """Yield the cues of a report in the order of the text; words whose numbers are in `closed` are not looked at."""
    table = cue_words()
    verbs, light, copulas = table.verbs, table.light, table.copulas
    for word in words:
        if word.i in closed or (word.pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ") and word.lower != "according"):
            continue
        if word.lower == "according":
            cue = _according(word)
            if cue is not None:
                yield cue
            continue
        lemma = lemma_of(word)
        if word.tag == "VBN" and word.lower in table.adjectives and is_spoken(word):
            cue = _participle_adjective(word, table)
            if cue is not None:
                yield cue
                continue
        if lemma not in verbs and lemma not in light and lemma not in copulas:
            continue
        if not (word.tag.startswith("VB") or _is_misread_verb(word)) or not is_spoken(word):
            continue
        cue = None
        if lemma in light:
            cue = _noun_cue(word, lemma, table)
        if cue is None and lemma in copulas:
            cue = _adjective_cue(word, table)
        if cue is None and lemma in verbs:
            cue = _verb_cue(word, verbs[lemma], table)
        if cue is not None:
            yield cue


def _according(word: Word) -> Cue | None:
    """ "According to officials": the rest of the sentence is what is said."""
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    if place + 1 >= len(sentence) or sentence[place + 1].lower != "to":
        return None
    source = sentence[place + 1].child_by("pobj") or word.child_by("pobj")
    if source is None or place > 0 and sentence[place - 1].pos in ("VERB", "AUX"):
        return None
    return Cue(word=word, first=word.i, stop=word.i + 2, act="content", frame="according", addressee=None, head=source)


def _is_misread_verb(word: Word) -> bool:
    """ "It remains concerned and calls on Rome to act": the second verb read as a noun."""
    if word.tag != "NNS" or word.dep != "conj" or word.head.pos not in ("VERB", "AUX"):
        return False
    return not any(child.dep in ("det", "amod", "poss", "compound") for child in word.children)


def _participle_adjective(word: Word, table: CueWords) -> Cue | None:
    """ "Is concerned by", "are committed to", read as a passive; "are united in our concern" speaks through its noun."""
    if not any(child.dep in ("auxpass", "aux") and child.lemma in table.copulas for child in word.children):
        return None
    if word.lower == "united":
        for child in word.children:
            noun = child.child_by("pobj") if child.dep == "prep" and child.lower in ("in", "by") else None
            act = table.nouns.get(noun.lower) if noun is not None else None
            if noun is not None and act is not None:
                return _after_noun(word, noun, act, table, impersonal=False)
        return None
    return adjective_frame(word, word, table.adjectives[word.lower])


def left_edge(word: Word) -> int:
    """The number of the first word below `word`."""
    edge = word.i
    stack = [word]
    while stack:
        for child in stack.pop().children:
            if child.i < edge:
                edge = child.i
            stack.append(child)
    return edge


def _verb_cue(word: Word, entries: tuple[CueVerb, ...], table: CueWords) -> Cue | None:
    passive = any(child.dep == "auxpass" for child in word.children)
    if passive:
        return _passive_cue(word, entries, table)
    for entry in entries:
        if entry.recalled and _is_recalled(word):
            return None
        if entry.particle and not any(c.lower == entry.particle for c in word.children if c.i > word.i):
            continue
        for frame, match in _FRAMES:
            if frame in entry.frames and (cue := match(word, entry)) is not None:
                return cue
    for entry in entries:
        if "quote" in entry.frames and (not entry.particle or any(c.lower == entry.particle for c in word.children)):
            return Cue(word=word, first=word.i, stop=word.i + 1, act=entry.act, frame="quote", verb=entry)
    return None


def _is_recalled(word: Word) -> bool:
    """Whether the act is dated by a bare year or month, and so recalled, not reported."""
    for child in word.children:
        if child.dep == "prep" and child.lower in ("in", "since", "during"):
            time = child.child_by("pobj")
            if time is not None and time.entity == "DATE" and (time.text.isdigit() or time.text in MONTHS):
                return not any(c.dep == "nummod" for c in time.children)
    return False


def _clause(word: Word, entry: CueVerb) -> Cue | None:
    """A finite clause behind the verb; where the parse lost it, the clause that "that" opens right behind the verb."""
    target = word.child_by("dobj", "dative")
    lost = [c for c in target.children if c.dep in ("acl", "relcl", "ccomp") and _opens_with_that(c)] if target is not None else []
    for child in (*word.children, *lost):
        if child.i > word.i and child.dep in ("ccomp", "xcomp", "advcl", "acl", "relcl") and child.pos in ("VERB", "AUX"):
            mark = next((c for c in child.children if c.dep == "mark" and c.lower == "that"), None)
            if child.dep != "ccomp" and mark is None:
                continue
            if mark is None and (not is_finite(child) or any(c.tag == "TO" and c.dep == "aux" for c in child.children)):
                continue
            if mark is not None and mark.i < word.i:
                continue
            if _asks_how(child):
                continue
            start = mark.i + 1 if mark is not None else max(left_edge(child), word.i + 1)
            return _cue(word, entry, "that", start, child, addressee=_object_before(word, start))
    return _lost_clause(word, entry)


def _opens_with_that(clause: Word) -> bool:
    return any(c.dep == "mark" and c.lower == "that" for c in clause.children)


def _lost_clause(word: Word, entry: CueVerb) -> Cue | None:
    sentence = word.sentence.words
    place = word.i - sentence[0].i
    for following in sentence[place + 1 : place + 6]:
        if following.lower == "that" and following.dep == "mark" and following.head is not word:
            return _cue(word, entry, "that", following.i + 1, following.head, addressee=_object_before(word, following.i))
        if following.text in (",", ".", ";") or following.pos == "VERB":
            return None
    return None


def _asks_how(verb: Word) -> bool:
    """Whether a clause opens with how, why, what: a question told, no statement of its own."""
    return any(c.i < verb.i and c.tag in ("WRB", "WP", "WDT") and c.dep != "nsubj" for c in verb.children) or any(
        c.dep == "mark" and c.lower in ("if", "whether") for c in verb.children
    )


def _object_before(word: Word, limit: int) -> Word | None:
    return next((c for c in word.children if c.dep in ("dobj", "dative") and word.i < c.i < limit), None)


def _told(word: Word, entry: CueVerb) -> Cue | None:
    cue = _clause(word, entry)
    if cue is None or cue.addressee is not None or cue.start is None:
        return cue
    # "told reporters trade grew" may be read with the addressee inside the clause.
    return cue


def _infinitive(word: Word) -> tuple[int, Word] | None:
    for child in word.children:
        if child.i > word.i and child.dep in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp") and child.tag == "VB":
            to = next((c for c in child.children if c.lower == "to" and c.dep == "aux"), None)
            if to is not None and to.i > word.i:
                return to.i, child
    return None


def _to(word: Word, entry: CueVerb) -> Cue | None:
    """An infinitive whose doer is the speaker: "pledged to help"."""
    found = _infinitive(word)
    if found is None:
        return None
    to, verb = found
    if any(c.dep in ("nsubj", "nsubjpass") for c in verb.children) or _object_before(word, to) is not None:
        return None
    if entry.voice == "side" and (lemma_of(verb) in cue_words().verbs or verb.lemma in cue_words().encounters):
        return None
    return _cue(word, entry, "to", to if verb.children else to, verb)


def _other_to(word: Word, entry: CueVerb) -> Cue | None:
    """An infinitive whose doer is spoken to: "urged Rome to help", "called on all sides to stop"."""
    if entry.through:
        return _called_on(word, entry)
    found = _infinitive(word)
    if found is None:
        target = _object_before(word, word.sentence.words[-1].i)
        found = _infinitive(target) if target is not None else None
        if found is None or target is None:
            return None
        return _cue(word, entry, "other-to", found[0], found[1], addressee=target)
    to, verb = found
    target = _object_before(word, to) or next((c for c in verb.children if c.dep in ("nsubj", "nsubjpass") and c.i < to), None)
    if target is None:
        return None
    return _cue(word, entry, "other-to", to, verb, addressee=target)


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
            return _cue(word, entry, "other-to", following.i, following.head, addressee=target)
        if following.pos in ("VERB", "AUX") or following.text == ";":
            return None
    return None


def _object(word: Word, entry: CueVerb) -> Cue | None:
    """A noun phrase behind the verb: "condemned the attack"."""
    if lemma_of(word) == "wish":
        return _wished(word, entry)
    found = [c for c in word.children if c.dep in ("dobj", "oprd", "attr", "dative") and c.i > word.i and c.pos != "ADV"]
    if not found:
        return None
    target = found[-1] if entry.things else found[0]
    if entry.things and (target.tag in ("PRP", "WP") or target.entity == "PERSON" or target.lemma in speaking_nouns()):
        return None
    if entry.nouns and target.lemma not in entry.nouns:
        return None
    if target.tag in ("WP", "WDT", "PRP") and target.i < word.i:
        return None
    addressee = found[0] if entry.things and len(found) > 1 else None
    return _cue(word, entry, "object", max(left_edge(target), word.i + 1), target, addressee=addressee)


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
    return _cue(word, entry, "object", sentence[place].i, word)


def _about(word: Word, entry: CueVerb) -> Cue | None:
    """Somebody spoken to, then a preposition that opens what is said: "thanked Rome for its help"."""
    target = next((c for c in word.children if c.dep in ("dobj", "dative") and c.i != word.i), None)
    if target is None:
        return None
    begin = max(target.i, word.i)
    sentence = word.sentence.words
    for following in sentence[begin - sentence[0].i + 1 :]:
        if following.lower in entry.prepositions and following.dep in ("prep", "mark", "dative"):
            return _cue(word, entry, "about", following.i, following, addressee=target)
        if following.text in (".", ";") or (following.pos == "VERB" and following.tag in ("VBD", "VBZ")):
            return None
    return None


def _preposition(word: Word, entry: CueVerb) -> Cue | None:
    """A preposition that opens what is said: "called for calm", "agreed on a plan"."""
    for child in word.children:
        if child.dep in ("prep", "agent", "dative") and child.i > word.i and child.lower in entry.prepositions:
            inner = child.child_by("pobj", "pcomp")
            if inner is None:
                return None
            start = child.i if entry.act not in ("urge", "demand", "agree") else child.i + 1
            return _cue(word, entry, "preposition", start, inner)
        if child.dep == "prt" and child.lower in entry.prepositions:
            return None
    return None


def _gerund(word: Word, entry: CueVerb) -> Cue | None:
    for child in word.children:
        if child.i > word.i and child.dep in ("xcomp", "ccomp", "dobj", "pcomp") and child.tag == "VBG":
            return _cue(word, entry, "gerund", max(left_edge(child), word.i + 1), child)
    return None


def _how(word: Word, entry: CueVerb) -> Cue | None:
    for child in word.children:
        if child.i > word.i and child.dep in ("ccomp", "advcl") and any(c.lower in ("how", "why") for c in child.children):
            return _cue(word, entry, "how", max(left_edge(child), word.i + 1), child)
    return None


def _preposition_how(word: Word, entry: CueVerb) -> Cue | None:
    for child in word.children:
        if child.dep == "prep" and child.i > word.i and child.lower in entry.prepositions:
            clause = child.child_by("pcomp")
            if clause is not None and any(c.lower in ("how", "why") for c in clause.children):
                return _cue(word, entry, "how", child.i + 1, clause)
    return None


def _as(word: Word, entry: CueVerb) -> Cue | None:
    """Something and what it is called: "described the raid as a mistake", "called it a first step"."""
    inner = [c for c in word.children if c.i > word.i]
    if any(c.dep == "prep" and c.lower == "as" and c.children for c in inner):
        return _cue(word, entry, "as", word.i + 1, word)
    if lemma_of(word) in ("describe", "regard", "view", "see", "characterise", "characterize"):
        return None
    if any(c.dep == "prep" and c.lower in ("on", "upon", "for") for c in inner if c.i == word.i + 1):
        return None
    named = any((c.dep == "oprd" and c.lower not in ("home", "back", "in", "off")) or (c.dep == "dobj" and _is_named_behind(c)) for c in inner)
    small = any(c.dep in ("ccomp", "xcomp") and not is_finite(c) and c.child_by("nsubj") is not None for c in inner)
    return _cue(word, entry, "as", word.i + 1, word) if named or small else None


def _is_named_behind(target: Word) -> bool:
    """Whether the object is followed at once by what it is called: the decision "a surrender"."""
    sentence = target.sentence.words
    after = target.i - sentence[0].i + 1
    return after < len(sentence) and sentence[after].text in ("“", '"', "``", "‘") and target.child_by("appos") is not None


def _noun_that(word: Word, entry: CueVerb) -> Cue | None:
    """A fixed noun, then a clause or a phrase: "drew attention to the fact that"."""
    noun = next((c for c in word.children if c.dep == "dobj" and c.lower in entry.nouns), None)
    if noun is None:
        return None
    sentence = word.sentence.words
    for following in sentence[noun.i - sentence[0].i + 1 :][:6]:
        if following.lower == "that" and following.dep == "mark":
            return _cue(word, entry, "that", following.i + 1, following.head, stop=following.i)
    for following in sentence[noun.i - sentence[0].i + 1 :][:3]:
        if following.lower == "to" and following.dep in ("prep", "dative"):
            return _cue(word, entry, "preposition", following.i, following, stop=noun.i + 1)
    return None


def _cue(
    word: Word, entry: CueVerb, frame: str, start: int, head: Word, *, addressee: Word | None = None, stop: int | None = None
) -> Cue:
    return Cue(
        word=word, first=word.i, stop=stop or word.i + 1, act=entry.act, frame=frame, start=start, head=head,
        addressee=addressee, verb=entry,
    )  # fmt: skip


_FRAMES: tuple[tuple[str, Callable[[Word, CueVerb], Cue | None]], ...] = (
    ("noun-that", _noun_that),
    ("that", _clause),
    ("told", _told),
    ("other-to", _other_to),
    ("to", _to),
    ("how", _how),
    ("preposition-how", _preposition_how),
    ("as", _as),
    ("gerund", _gerund),
    ("about", _about),
    ("object", _object),
    ("preposition", _preposition),
)


def _passive_cue(word: Word, entries: tuple[CueVerb, ...], table: CueWords) -> Cue | None:
    """A speaker behind "by", or none: "was urged by Rome to help", "it was noted that", "the need for calm was noted"."""
    entry = entries[0]
    agent = next((c.child_by("pobj") for c in word.children if c.dep == "agent"), None)
    subject = word.child_by("nsubjpass", "nsubj", "expl")
    if agent is not None:
        found = _infinitive(word)
        if found is not None and "other-to" in entry.frames:
            return Cue(word=word, first=word.i, stop=word.i + 1, act=entry.act, frame="other-to", start=found[0],
                       head=found[1], addressee=subject, passive=True, verb=entry)  # fmt: skip
        if (
            subject is not None
            and "object" in entry.frames
            and (not entry.nouns or subject.lemma in entry.nouns)
            and not subject.entity
            and subject.tag not in ("PRP", "WDT", "WP")
        ):
            return Cue(word=word, first=word.i, stop=word.i + 1, act=entry.act, frame="subject", start=left_edge(subject),
                       limit=word.i, head=subject, passive=True, verb=entry)  # fmt: skip
        return None
    if lemma_of(word) not in table.impersonal or subject is None:
        return None
    clause = next((c for e in entries if "that" in e.frames and (c := _clause(word, e)) is not None), None)
    first = subject.i if subject.lower == "it" else word.i
    if clause is not None and subject.lower in ("it", "there"):
        return Cue(word=word, first=first, stop=word.i + 1, act=_noted_gladly(word) or clause.act, frame="that", start=clause.start,
                   head=clause.head, impersonal=True, verb=clause.verb)  # fmt: skip
    if lemma_of(word) not in table.noted or subject.tag in ("PRP", "WDT", "WP") or subject.entity:
        return None
    return Cue(word=word, first=word.i, stop=word.i + 1, act=entry.act, frame="subject", start=left_edge(subject),
               limit=word.i, head=subject, impersonal=True, verb=entry)  # fmt: skip


def _noted_gladly(word: Word) -> str | None:
    """ "It was noted with satisfaction that" welcomes."""
    for child in word.children:
        if child.dep == "prep" and child.lower == "with":
            noun = child.child_by("pobj")
            return cue_words().nouns.get(noun.lower) if noun is not None else None
    return None


def _noun_cue(word: Word, lemma: str, table: CueWords) -> Cue | None:
    """A verb that carries a noun which is the act: "expressed the hope that", "offered condolences over"."""
    subject = word.child_by("nsubjpass")
    if subject is not None:
        act = table.nouns.get(subject.lower)
        if act is None or not any(c.dep == "auxpass" for c in word.children):
            return None
        return _after_noun(word, subject, act, table, impersonal=True)
    noun = next((c for c in word.children if c.dep in ("dobj", "attr") and c.i > word.i), None)
    if noun is None:
        return None
    act = table.nouns.get(noun.lower)
    if act is None:
        return None
    if lemma in table.saying:
        if act not in ("thank", "condole", "congratulate", "concern", "pledge", "criticise") or (
            lemma in ("reaffirm", "reiterate", "renew", "affirm") and act in ("pledge",)
        ):
            return None
        if act in ("concern", "pledge", "criticise"):
            return Cue(word=word, first=word.i, stop=word.i + 1, act=act, frame="object", start=max(left_edge(noun), word.i + 1), head=noun)
    elif lemma in table.sending and act not in ("thank", "condole", "congratulate") and noun.lower not in ("wishes", "tribute"):
        if lemma == "have" and act in ("hope", "praise") or lemma != "have" or not _is_clause_noun(noun):
            return None
        return None
    return _after_noun(word, noun, act, table, impersonal=False)


def _is_clause_noun(noun: Word) -> bool:
    return any(c.dep == "acl" for c in noun.children)


def _after_noun(word: Word, noun: Word, act: str, table: CueWords, *, impersonal: bool) -> Cue | None:
    """What is said begins behind the noun; where nothing follows it, the noun phrase itself is what is said."""
    addressee = next((p.child_by("pobj") for c in (word, noun) for p in c.children if p.dep in ("prep", "dative") and p.lower == "to"), None)
    sentence = word.sentence.words
    base = sentence[0].i
    last = max(noun.i, word.i)
    conjoined = [c for c in noun.children if c.dep == "conj"]
    while conjoined:
        last = max(last, conjoined[0].i)
        conjoined = [c for c in conjoined[0].children if c.dep == "conj"]
    if last + 1 - base < len(sentence):
        following = sentence[last + 1 - base]
        if following.lower == "that" and following.dep == "mark":
            return Cue(word=word, first=min(word.i, noun.i), stop=last + 1, act=act, frame="that", start=following.i + 1,
                       head=following.head, addressee=None, impersonal=impersonal)  # fmt: skip
        if following.pos in ("ADP", "SCONJ") or following.tag in ("TO", "IN") or following.tag == "VBG":
            return Cue(word=word, first=min(word.i, noun.i), stop=last + 1, act=act, frame="preposition", start=following.i,
                       head=following, addressee=addressee, impersonal=impersonal)  # fmt: skip
        if following.pos in ("PRON", "DET", "PROPN", "NOUN") and any(c.dep in ("acl", "relcl", "ccomp") for c in noun.children):
            clause = next(c for c in noun.children if c.dep in ("acl", "relcl", "ccomp"))
            return Cue(word=word, first=min(word.i, noun.i), stop=last + 1, act=act, frame="that", start=following.i,
                       head=clause, impersonal=impersonal)  # fmt: skip
    if impersonal:
        return None
    return Cue(word=word, first=word.i, stop=word.i + 1, act=act, frame="object", start=max(left_edge(noun), word.i + 1), head=noun,
               addressee=addressee)  # fmt: skip


def _adjective_cue(word: Word, table: CueWords) -> Cue | None:
    """ "is ready to", "remains concerned about", "are grateful for", "has been clear that"."""
    state = word.child_by("acomp", "oprd", "attr")
    if state is None or state.i < word.i:
        return None
    act = table.adjectives.get(state.lower)
    if act is None:
        return None
    return adjective_frame(word, state, act)


def adjective_frame(word: Word, state: Word, act: str) -> Cue | None:
    """What follows the adjective: a clause, an infinitive or a preposition."""
    for holder in (state, word):
        for child in holder.children:
            if child.i < state.i:
                continue
            if child.dep in ("ccomp", "advcl", "xcomp", "acl") and child.pos in ("VERB", "AUX"):
                mark = next((c for c in child.children if c.dep == "mark" and c.lower == "that"), None)
                to = next((c for c in child.children if c.tag == "TO" and c.dep == "aux"), None)
                if to is not None:
                    start = to.i
                elif mark is not None:
                    start = mark.i + 1
                elif is_finite(child) and child.dep == "ccomp":
                    start = left_edge(child)
                else:
                    continue
                return Cue(word=word, first=word.i, stop=state.i + 1, act=act, frame="adjective", start=start, head=child)
            if child.dep in ("prep", "agent") and child.lower in ("to", "about", "by", "over", "at", "for", "with", "in", "of"):
                return Cue(word=word, first=word.i, stop=state.i + 1, act=act, frame="adjective", start=child.i, head=child)
    return None
