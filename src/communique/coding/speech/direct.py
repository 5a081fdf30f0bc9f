"""Find who speaks the words between quotation marks: quotations go in, direct speech with its cue comes out."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.coding.speech.cue import SUBJECTS
from communique.coding.speech.lexicon import cue_words, lemma_of
from communique.language.analysis import Quotation
from communique.language.clauses import subjects
from communique.language.words import Word

MARKS = frozenset({"“", "”", '"', "``", "''", "«", "»", "„", "‘", "’"})
FULL_STOPS = (".", ",", "!", "?", "…", "...", "—", ";")
LEAST_WORDS = 3
REACH = 30  # words between a quotation and the verb that attributes it


@dataclass(slots=True, eq=False, kw_only=True)
class DirectSpeech:
    """Quoted words (several quotations where the cue interrupts), the verb that attributes them and its subject."""

    quotations: list[Quotation]
    cue: Word | None = None
    speakers: list[Word] = field(default_factory=list)
    addressee: Word | None = None
    relay: Word | None = None
    carried: bool = False


def find_direct_speech(quotations: Sequence[Quotation], words: Sequence[Word]) -> list[DirectSpeech]:
    """Return the quotations that are statements of their own, each with who speaks as far as its surroundings tell."""
    found: list[DirectSpeech] = []
    for quotation in quotations:
        if not _is_whole(quotation, words):
            continue
        cue = _cue_after(quotation, words) or _cue_before(quotation, words)
        last = found[-1] if found else None
        if last is not None and _continues(last, quotation, cue, words):
            last.quotations.append(quotation)
            if last.cue is None and cue is not None:
                last.cue, last.speakers = cue, _speakers(cue)
            continue
        speech = DirectSpeech(quotations=[quotation], cue=cue)
        if cue is not None:
            speech.speakers = _speakers(cue)
            speech.addressee = cue.child_by("dobj", "dative")
            speech.relay = _relay(cue)
        elif last is None or not _stands_alone(quotation, words):
            if last is None or not _opens_paragraph(quotation, words):
                continue
            speech.speakers, speech.carried = last.speakers, True
        else:
            speech.speakers, speech.carried = last.speakers, True
        found.append(speech)
    return found


def _is_whole(quotation: Quotation, words: Sequence[Word]) -> bool:
    """Whether the marks hold a sentence of speech, not a few words inside the reporter's own sentence."""
    inside = [word for word in words[quotation.first : quotation.stop] if word.text not in MARKS]
    if len(inside) < LEAST_WORDS:
        return False
    before = _word_before(quotation, words)
    opens = (
        before is None
        or before.sentence.paragraph != inside[0].sentence.paragraph
        or before.text in (".", "!", "?", ":", ";")
    )
    after_cue = before is not None and (before.text == "," or before.text.endswith(":"))
    ends = inside[-1].text.endswith(FULL_STOPS)
    after = words[quotation.stop] if quotation.stop < len(words) else None
    while after is not None and after.text in MARKS and after.i + 1 < len(words):
        after = words[after.i + 1]
    stops = (
        after is None or after.text in (".", ",", "!", "?") or after.sentence.paragraph != inside[-1].sentence.paragraph
    )
    if opens:
        return ends or stops or _has_verb(inside)
    if after_cue:
        return (ends or stops) and _has_verb(inside)
    capital = inside[0].text[:1].isupper() and before is not None and before.pos in ("VERB", "AUX")
    return capital and _has_verb(inside) and (ends or stops)


def _has_verb(inside: Sequence[Word]) -> bool:
    return any(word.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for word in inside)


def _word_before(quotation: Quotation, words: Sequence[Word]) -> Word | None:
    number = quotation.first - 1
    while number >= 0 and words[number].text in MARKS:
        number -= 1
    if words[quotation.first].start < quotation.span.start:
        return words[quotation.first]  # the mark is glued to a word: part:"Throughout
    return words[number] if number >= 0 else None


def _cue_after(quotation: Quotation, words: Sequence[Word]) -> Word | None:
    """The verb that follows the closing mark in the same paragraph: ”, she said; ” said the minister."""
    paragraph = words[quotation.stop - 1].sentence.paragraph
    inside = [word for word in words[quotation.first : quotation.stop] if word.text not in MARKS]
    if inside and inside[-1].text == "." and words[quotation.stop - 1].text not in (",",):
        return None
    seen_subject = False
    for number in range(quotation.stop, min(quotation.stop + REACH, len(words))):
        word = words[number]
        if word.sentence.paragraph != paragraph or word.text in (".", ":", ";", "?", "!"):
            return None
        if word.text in MARKS:
            if number > quotation.stop:
                return None
            continue
        if _is_quote_verb(word):
            subject = word.child_by(*SUBJECTS)
            if subject is None and not seen_subject:
                return None if word.tag == "VBG" else word
            return word
        if word.pos in ("NOUN", "PROPN", "PRON"):
            seen_subject = True
        if word.dep == "mark" or (
            word.tag in ("VBD", "VBZ") and not _is_quote_verb(word) and word.dep not in ("relcl", "aux", "auxpass")
        ):
            return None
    return None


def _is_quote_verb(word: Word) -> bool:
    if word.pos not in ("VERB", "NOUN", "AUX") or not word.tag.startswith("V"):
        return False
    entries = cue_words().verbs.get(lemma_of(word))
    return (
        entries is not None
        and any("quote" in entry.frames for entry in entries)
        and word.tag in ("VBD", "VBZ", "VBN", "VBP", "VBG")
    )


def _cue_before(quotation: Quotation, words: Sequence[Word]) -> Word | None:
    """The verb before the opening mark: she said: “; the message reads, in part: “ — also at the end of a paragraph."""
    before = _word_before(quotation, words)
    if before is None or not (
        before.text in (",", ":")
        or before.text.endswith(":")
        or before.pos in ("VERB", "AUX")
        or before.text == "that"
        or before.end > quotation.span.start
    ):
        return None
    first = words[quotation.first]
    if before.sentence.paragraph != first.sentence.paragraph and not before.text.endswith(":"):
        return None
    for number in range(before.i, max(before.i - REACH, -1), -1):
        word = words[number]
        if word.text in (".", "!", "?") or word.text in MARKS:
            return None
        if _is_quote_verb(word):
            return word
    return None


def _continues(last: DirectSpeech, quotation: Quotation, cue: Word | None, words: Sequence[Word]) -> bool:
    """Whether the quotation goes on with the one before: the cue stood between, or a paragraph's mark was left open."""
    previous = last.quotations[-1]
    if words[previous.stop - 1].sentence.paragraph == words[quotation.first].sentence.paragraph:
        gap = range(previous.stop, quotation.first)
        between = [words[number] for number in gap if words[number].text not in MARKS]
        if len(between) > REACH:
            return False
        if cue is not None and cue is not last.cue and cue.i > quotation.first:
            return False
        if cue is not None and cue is last.cue:
            return True
        stops = sum(word.text in (".", "!", "?") for word in between)
        return cue is None and stops <= 1 and last.cue is not None and last.cue.i >= previous.stop
    closed = previous.stop < len(words) and words[previous.stop].text in ("”", "''", '"', "»", "’")
    return not closed and quotation.first - previous.stop <= 2


def _speakers(cue: Word) -> list[Word]:
    if cue.child_by(*SUBJECTS) is None:
        # "…,” asserted the minister": the name behind the verb may be read as its object.
        behind = cue.child_by("dobj", "attr", "oprd")
        if behind is not None and behind.i > cue.i and cue.tag in ("VBD", "VBZ"):
            return [behind]
    if cue.tag == "VBG" and cue.dep == "pcomp" and cue.head.lower == "as":
        quoting = cue.head.head
        return subjects(quoting)
    return subjects(cue)


def _relay(cue: Word) -> Word | None:
    """Who is named behind the cue as its source: ", he told reporters, according to an aide"."""
    sentence = cue.sentence.words
    for word in sentence[cue.i - sentence[0].i + 1 :]:
        if word.lower == "according":
            for below in word.subtree():
                if below.dep == "pobj":
                    return below
    return None


def _opens_paragraph(quotation: Quotation, words: Sequence[Word]) -> bool:
    before = _word_before(quotation, words)
    return before is None or before.sentence.paragraph != words[quotation.first].sentence.paragraph


def _stands_alone(quotation: Quotation, words: Sequence[Word]) -> bool:
    """Whether the quotation is a paragraph by itself."""
    if not _opens_paragraph(quotation, words):
        return False
    number = quotation.stop
    while number < len(words) and words[number].text in (*MARKS, ".", ","):
        number += 1
    return number >= len(words) or words[number].sentence.paragraph != words[quotation.stop - 1].sentence.paragraph
