"""Cues whose act lies in a noun or adjective: "expressed concern over …", "is ready to …"."""

from communique.coding.speech.cue import Cue, left_edge
from communique.coding.speech.lexicon import CueWords
from communique.coding.speech.spoken import is_finite
from communique.language.words import Word

REASONS = frozenset({"for", "over", "on", "at", "about"})
ASSESSMENTS = frozenset({"assessment", "appraisal", "evaluation"})


def find_noun_cue(word: Word, lemma: str, table: CueWords) -> Cue | None:
    """A verb that carries a noun which is the act: "expressed the hope that", "offered condolences over"."""
    subject = word.child_by("nsubjpass")
    if subject is not None:
        act = table.nouns.get(subject.lower)
        if act is None or not any(c.dep == "auxpass" for c in word.children):
            return None
        return _after_noun(word, subject, act, impersonal=True)
    noun = next((c for c in word.children if c.dep in ("dobj", "attr") and c.i > word.i), None)
    if noun is None:
        return None
    act = table.nouns.get(noun.lower)
    if act is None or (lemma in table.making and noun.lower not in table.made):
        return None
    if lemma == "renew" and act in ("urge", "demand", "ask", "propose", "warn", "pledge"):
        return _after_noun(word, noun, act, impersonal=False)
    if lemma in table.saying:
        if act not in ("thank", "condole", "congratulate", "concern", "pledge", "criticise") or (
            lemma in ("reaffirm", "reiterate", "renew", "affirm") and act in ("pledge",)
        ):
            return None
        if act in ("concern", "pledge", "criticise"):
            return Cue(
                word=word,
                first=word.i,
                stop=word.i + 1,
                act=act,
                frame="object",
                start=max(left_edge(noun), word.i + 1),
                head=noun,
            )
    elif (
        lemma in table.sending
        and act not in ("thank", "condole", "congratulate")
        and noun.lower not in ("wishes", "tribute")
    ):
        return None
    return _after_noun(word, noun, act, impersonal=False)


def _after_noun(word: Word, noun: Word, act: str, *, impersonal: bool) -> Cue | None:
    """What is said begins behind the noun; where nothing follows it, the noun phrase itself is what is said."""
    last = _last_of(noun, word)
    found = _what_follows(noun, last)
    addressee = _spoken_to(word, noun)
    if found is None:
        if impersonal:
            return None
        start = max(left_edge(noun), word.i + 1)
        return Cue(
            word=word,
            first=word.i,
            stop=word.i + 1,
            act=act,
            frame="object",
            start=start,
            head=noun,
            addressee=addressee,
        )
    frame, start, head = found
    if act == "content" and frame != "that" and not (noun.lower in ASSESSMENTS and noun.child_by("amod")):
        return None
    return Cue(
        word=word,
        first=min(word.i, noun.i),
        stop=last + 1,
        act=act,
        frame=frame,
        start=start,
        head=head,
        addressee=addressee if frame == "preposition" else None,
        impersonal=impersonal,
    )


def _last_of(noun: Word, word: Word) -> int:
    """The number of the last of the joined nouns, "concern and regret", or of the verb behind them."""
    last = max(noun.i, word.i)
    joined = [c for c in noun.children if c.dep == "conj"]
    while joined:
        last = max(last, joined[0].i)
        joined = [c for c in joined[0].children if c.dep == "conj"]
    return last


def _spoken_to(word: Word, noun: Word) -> Word | None:
    for holder in (word, noun):
        for child in holder.children:
            if child.dep in ("prep", "dative") and child.lower == "to":
                return child.child_by("pobj")
    return None


def _what_follows(noun: Word, last: int) -> tuple[str, int, Word] | None:
    """The frame, first word and head of what stands behind the noun: a clause, an infinitive or a phrase."""
    sentence = noun.sentence.words
    place = last + 1 - sentence[0].i
    if place >= len(sentence):
        return None
    following = sentence[place]
    if following.lower == "that" and following.dep == "mark":
        return "that", following.i + 1, following.head
    if following.lower == "to" and (reason := _reason_behind(following, noun)) is not None:
        return "preposition", reason.i, reason
    if following.pos in ("ADP", "SCONJ") or following.tag in ("TO", "IN", "VBG"):
        return "preposition", following.i, following
    clause = noun.child_by("acl", "relcl", "ccomp")
    if following.pos in ("PRON", "DET", "PROPN", "NOUN") and clause is not None:
        return "that", following.i, clause
    return None


def _reason_behind(to: Word, noun: Word) -> Word | None:
    """The preposition behind who is spoken to: "gratitude to Norway for its help"."""
    whom = to.child_by("pobj")
    if whom is None:
        return None
    holders = (
        to.head,
        noun,
        to,
        *(() if whom.text[:1].isupper() and whom.entity not in ("PERSON", "GPE") else (whom,)),
    )
    found = [c for holder in holders for c in holder.children if c.dep == "prep" and c.i > whom.i]
    return min((c for c in found if c.lower in REASONS), key=lambda c: c.i, default=None)


def find_adjective_cue(word: Word, table: CueWords) -> Cue | None:
    """ "is ready to", "remains concerned about", "are grateful for", "has been clear that"."""
    state = word.child_by("acomp", "oprd", "attr")
    if state is None or state.i < word.i:
        return None
    act = table.adjectives.get(state.lower)
    if act is None:
        return None
    if state.lower == "united":
        return _united_in(word, state, table)
    return adjective_frame(word, state, act)


def find_participle_adjective(word: Word, table: CueWords) -> Cue | None:
    """ "Is concerned by" read as a passive; "are united in our concern" speaks through its noun."""
    if not any(child.dep in ("auxpass", "aux") and child.lemma in table.copulas for child in word.children):
        return None
    if word.lower == "united":
        return _united_in(word, word, table)
    return adjective_frame(word, word, table.adjectives[word.lower])


def _united_in(word: Word, state: Word, table: CueWords) -> Cue | None:
    """ "Are united in our concern over": the noun is the act."""
    for child in state.children:
        noun = child.child_by("pobj") if child.dep == "prep" and child.lower in ("in", "by") else None
        act = table.nouns.get(noun.lower) if noun is not None else None
        if noun is not None and act is not None:
            return _after_noun(word, noun, act, impersonal=False)
    return None


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
                return Cue(
                    word=word, first=word.i, stop=state.i + 1, act=act, frame="adjective", start=start, head=child
                )
            if child.dep in ("prep", "agent") and child.lower in (
                "to",
                "about",
                "by",
                "over",
                "at",
                "for",
                "with",
                "in",
                "of",
            ):
                return Cue(
                    word=word, first=word.i, stop=state.i + 1, act=act, frame="adjective", start=child.i, head=child
                )
    return None
