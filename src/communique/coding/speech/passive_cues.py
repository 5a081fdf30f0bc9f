"""Cues in the passive: "was urged by Rome to help", "it was noted that …", "the need for calm was noted"."""

from communique.coding.speech.clause_frames import find_infinitive, match_clause
from communique.coding.speech.cue import Cue, left_edge
from communique.coding.speech.lexicon import CueVerb, CueWords, cue_words, lemma_of
from communique.language.words import Word


def find_passive_cue(word: Word, entries: tuple[CueVerb, ...], table: CueWords) -> Cue | None:
    """The cue that a verb in the passive gives: its speaker stands behind "by", or nobody is named."""
    entry = entries[0]
    agent = next((c.child_by("pobj") for c in word.children if c.dep == "agent"), None)
    subject = word.child_by("nsubjpass", "nsubj", "expl")
    if agent is not None:
        found = find_infinitive(word)
        if found is not None and "other-to" in entry.frames:
            return Cue(
                word=word,
                first=word.i,
                stop=word.i + 1,
                act=entry.act,
                frame="other-to",
                start=found[0],
                head=found[1],
                addressee=subject,
                passive=True,
                verb=entry,
            )
        if (
            subject is not None
            and "object" in entry.frames
            and (not entry.nouns or subject.lemma in entry.nouns)
            and not subject.entity
            and subject.tag not in ("PRP", "WDT", "WP")
        ):
            return Cue(
                word=word,
                first=word.i,
                stop=word.i + 1,
                act=entry.act,
                frame="subject",
                start=left_edge(subject),
                limit=word.i,
                head=subject,
                passive=True,
                verb=entry,
            )
        return None
    if lemma_of(word) not in table.impersonal or subject is None:
        return None
    clause = next((c for e in entries if "that" in e.frames and (c := match_clause(word, e)) is not None), None)
    first = subject.i if subject.lower == "it" else word.i
    if clause is not None and subject.lower in ("it", "there"):
        return Cue(
            word=word,
            first=first,
            stop=word.i + 1,
            act=_noted_gladly(word) or clause.act,
            frame="that",
            start=clause.start,
            head=clause.head,
            impersonal=True,
            verb=clause.verb,
        )
    found = find_infinitive(word)
    if subject.lower == "it" and found is not None and any("to" in e.frames for e in entries):
        return Cue(
            word=word,
            first=first,
            stop=word.i + 1,
            act=entry.act,
            frame="to",
            start=found[0],
            head=found[1],
            impersonal=True,
            verb=entry,
        )
    if lemma_of(word) not in table.noted or subject.tag in ("PRP", "WDT", "WP") or subject.entity:
        return None
    return Cue(
        word=word,
        first=word.i,
        stop=word.i + 1,
        act=entry.act,
        frame="subject",
        start=left_edge(subject),
        limit=word.i,
        head=subject,
        impersonal=True,
        verb=entry,
    )


def _noted_gladly(word: Word) -> str | None:
    """ "It was noted with satisfaction that" welcomes."""
    for child in word.children:
        if child.dep == "prep" and child.lower == "with":
            noun = child.child_by("pobj")
            return cue_words().nouns.get(noun.lower) if noun is not None else None
    return None
