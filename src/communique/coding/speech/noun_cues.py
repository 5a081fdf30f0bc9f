"""Cues whose act lies in a noun or adjective: "expressed concern over …", "is ready to …"."""

from communique.coding.speech.cue import Cue, left_edge
from communique.coding.speech.lexicon import CueWords
from communique.coding.speech.spoken import is_finite
from communique.language.words import Word


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
    if act is None:
        return None
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
        if lemma == "have" and act in ("hope", "praise") or lemma != "have" or not _is_clause_noun(noun):
            return None
        return None
    return _after_noun(word, noun, act, impersonal=False)


def _is_clause_noun(noun: Word) -> bool:
    return any(c.dep == "acl" for c in noun.children)


def _after_noun(word: Word, noun: Word, act: str, *, impersonal: bool) -> Cue | None:
    """What is said begins behind the noun; where nothing follows it, the noun phrase itself is what is said."""
    addressee = next(
        (
            p.child_by("pobj")
            for c in (word, noun)
            for p in c.children
            if p.dep in ("prep", "dative") and p.lower == "to"
        ),
        None,
    )
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
            return Cue(
                word=word,
                first=min(word.i, noun.i),
                stop=last + 1,
                act=act,
                frame="that",
                start=following.i + 1,
                head=following.head,
                addressee=None,
                impersonal=impersonal,
            )
        if act == "content":
            return None
        if following.pos in ("ADP", "SCONJ") or following.tag in ("TO", "IN") or following.tag == "VBG":
            return Cue(
                word=word,
                first=min(word.i, noun.i),
                stop=last + 1,
                act=act,
                frame="preposition",
                start=following.i,
                head=following,
                addressee=addressee,
                impersonal=impersonal,
            )
        if following.pos in ("PRON", "DET", "PROPN", "NOUN") and any(
            c.dep in ("acl", "relcl", "ccomp") for c in noun.children
        ):
            clause = next(c for c in noun.children if c.dep in ("acl", "relcl", "ccomp"))
            return Cue(
                word=word,
                first=min(word.i, noun.i),
                stop=last + 1,
                act=act,
                frame="that",
                start=following.i,
                head=clause,
                impersonal=impersonal,
            )
    if impersonal:
        return None
    return Cue(
        word=word,
        first=word.i,
        stop=word.i + 1,
        act=act,
        frame="object",
        start=max(left_edge(noun), word.i + 1),
        head=noun,
        addressee=addressee,
    )


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
