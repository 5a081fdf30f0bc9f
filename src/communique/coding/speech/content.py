"""Cut out the words said: a speech goes in, the ranges of its words without cue, addressee and "that" come out."""

from collections.abc import Sequence

from communique.coding.speech.asides import without_afterthought, without_aside, without_occasion
from communique.coding.speech.cue import SUBJECTS, Cue, left_edge
from communique.coding.speech.heads import cannot_speak
from communique.coding.speech.lexicon import cue_words, lemma_of
from communique.coding.speech.speech import Speech
from communique.coding.speech.speeches import contrasts, is_told_of
from communique.language.analysis import Quotation
from communique.language.clauses import is_joined, leaves_relative, subjects
from communique.language.words import Word
from communique.report.span import Span

CIRCUMSTANCE = frozenset({"as", "while", "when", "after", "before"})
EDGES = frozenset(".,;:-–—--")
CLOSERS = {"”": "“", "''": "``", "’": "‘", ")": "("}


def fill_words(speeches: Sequence[Speech], words: Sequence[Word], quotations: Sequence[Quotation] = ()) -> None:
    """Give each speech the numbers of its words, leaving out what other speeches and their clauses take.

    A quotation that begins among the words is never cut in two.
    """
    by_sentence: dict[int, dict[int, Speech]] = {}
    for speech in speeches:
        by_sentence.setdefault(speech.cue.word.sentence.index, {})[speech.cue.word.i] = speech
    for speech in speeches:
        starts = by_sentence[speech.cue.word.sentence.index]
        if speech.cue.frame in ("quote", "according"):
            found = _beside(speech, words, starts)
        else:
            found = _behind(speech, starts)
        speech.words = _trimmed(_with_whole_quotation(found, words, quotations, starts), words)


def _with_whole_quotation(
    numbers: list[int], words: Sequence[Word], quotations: Sequence[Quotation], starts: dict[int, Speech]
) -> list[int]:
    """The numbers with the rest of a quotation in which they break off, and its closing mark."""
    if not numbers:
        return numbers
    for quotation in quotations:
        if quotation.first > numbers[-1]:
            break
        if quotation.first in numbers and numbers[-1] + 1 < quotation.stop:
            rest = range(numbers[-1] + 1, min(quotation.stop + 1, len(words)))
            sentence = words[numbers[-1]].sentence
            if not any(n in starts or words[n].sentence is not sentence for n in rest):
                return numbers + list(rest)
    return numbers


def content_spans(numbers: Sequence[int], words: Sequence[Word]) -> tuple[Span, ...]:
    """The ranges of the report that hold the words, one where they stand together."""
    spans: list[Span] = []
    runs: list[list[Word]] = []
    for number in numbers:
        word = words[number]
        if runs and runs[-1][-1].i == number - 1 and word.sentence.paragraph == runs[-1][-1].sentence.paragraph:
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        while run and run[-1].text in (",", ";"):
            run.pop()
        while run and run[0].text in (",", ";"):
            run.pop(0)
        if run:
            spans.append(Span(run[0].start, run[-1].end))
    return tuple(spans)


def _behind(speech: Speech, starts: dict[int, Speech]) -> list[int]:
    """What follows the cue: all below its verb from the first word said up to where the report goes on."""
    cue = speech.cue
    if cue.start is None:
        return []
    if cue.limit is not None and cue.head is not None:
        return [word.i for word in cue.head.subtree() if word.i < cue.limit]
    begin, end = cue.start, cue.word.sentence.words[-1].i + 1
    base = list(cue.word.subtree())
    if cue.head is not None and cue.head.i not in {word.i for word in base}:
        base = cue.head.subtree()
    below = {word.i for word in base}
    for child in cue.word.children:
        if child.i < begin:
            continue
        joined = (is_joined(child) or child.dep == "parataxis") and _goes_on_reporting(child, cue.word)
        if joined or (child.i in starts and child.dep in ("advcl", "acl")) or _is_circumstance(child, cue):
            end = min(end, _report_resumes(child))
    for word in base:
        if begin < word.i < end and _leaves_clause(word, cue.word):
            end = min(end, _report_resumes(word))
        elif begin < word.i < end and word.i in starts:
            other_cue = starts[word.i].cue
            if contrasts(other_cue, cue):
                end = min(end, _report_resumes(word))
            elif is_told_of(other_cue):
                end = min(end, _relative_opens(word))
    if (source := _source_behind(cue.word, begin)) is not None:
        end = min(end, source)
    for other in starts.values():
        if other is speech or other.outer is speech:
            continue
        place = other.cue.word.i
        if other.clause is not None and other.clause[0] >= begin:
            first, stop = other.clause
            if first == begin or other.outer is speech:
                continue
            base = [word for word in base if not first <= word.i < stop]
        elif begin < place < end and other.cue.frame != "quote" and place in below and not _inside(other, speech):
            end = min(end, _report_resumes(other.cue.word))
    numbers = without_aside([word.i for word in base if begin <= word.i < end], base)
    return without_afterthought(without_occasion(numbers, base, cue), cue)


def _source_behind(word: Word, begin: int) -> int | None:
    """The comma before a closing ", according to the statement"."""
    sentence = word.sentence.words
    for at in range(len(sentence) - 2, 0, -1):
        if sentence[at].i <= begin:
            return None
        if sentence[at].text == "," and sentence[at + 1].lower == "according":
            return sentence[at].i
    return None


def _relative_opens(word: Word) -> int:
    """Where the relative clause of `word` begins, at the comma before its pronoun."""
    for other in word.sentence.words:
        if word.head.i < other.i < word.i and other.tag == "WDT":
            return other.head.i if other.dep == "pobj" and other.head.i == other.i - 1 else other.i
    return left_edge(word)


def _goes_on_reporting(child: Word, cue: Word) -> bool:
    """Whether a verb joined to the cue is the reporter's next verb; another tense belongs to what is said."""
    if child.pos not in ("VERB", "AUX"):
        return False
    if any(c.dep == "mark" and c.lower == "that" for c in child.children):
        return False
    auxiliaries = [c.lower for c in child.children if c.dep == "aux"]
    if child.tag == "VB" and (auxiliaries == ["to"] or (not auxiliaries and cue.tag in ("VBD", "VBZ"))):
        return any(c.lower == "to" for c in cue.children if c.dep == "aux")  # "urged Rome to stop and to talk"
    if any(c.dep in SUBJECTS for c in child.children):
        own = child.child_by(*SUBJECTS)
        told = own is not None and own.lower in ("it", "there", "this") and "would" in auxiliaries
        return not (told and cue.tag == "VBD")
    tenses = {"VBD": "past", "VBN": "past", "VBZ": "now", "VBP": "now", "VB": "now", "VBG": "ing"}
    aux = any(c.dep == "aux" for c in child.children)
    return aux or tenses.get(child.tag) == tenses.get(cue.tag)


def _leaves_clause(word: Word, cue: Word) -> bool:
    """Whether a past verb joined to another tense goes on with the report: "said it is wrong and outlined"."""
    if leaves_relative(word) and cue.tag == "VBD":
        return True
    if word.dep != "conj" or word.tag != "VBD" or cue.tag != "VBD" or word.head is cue:
        return False
    if any(c.dep in (*SUBJECTS, "aux", "auxpass") for c in word.children):
        return False
    above = word.head
    if above.tag == "VBD" and above.dep == "ccomp" and lemma_of(word) in cue_words().verbs:
        return cannot_speak(subjects(above))  # "told reporters the curbs were unfair and urged Oslo to lift them"
    return above.tag in ("VB", "VBZ", "VBP") and above.pos in ("VERB", "AUX")


def _is_circumstance(child: Word, cue: Cue) -> bool:
    """Whether a clause on the cue tells when or while it was said, and not what."""
    if child.dep != "advcl" or child is cue.head:
        return False
    if child.tag == "VBG" and cue.frame == "that" and cue.word.tag == "VBD":
        words = child.sentence.words
        before = words[max(left_edge(child) - words[0].i - 1, 0)]
        return before.text == "," and not any(c.dep in (*SUBJECTS, "mark") for c in child.children)
    mark = next((c for c in child.children if c.dep in ("mark", "advmod") and c.lower in CIRCUMSTANCE), None)
    if mark is None or mark.i > child.i or mark.i == cue.start:
        return False
    if mark.lower == "as" and (
        cue.word.tag != "VBD"
        or (child.tag == "VBN" and any(c.dep in ("aux", "auxpass") for c in child.children))
        or not any(c.dep in SUBJECTS for c in child.children)
    ):
        return False
    before = mark.sentence.words[max(mark.i - mark.sentence.words[0].i - 1, 0)]
    return before.lower not in ("particularly", "especially", "even", "just")


def _inside(other: Speech, speech: Speech) -> bool:
    """Whether the other cue stands in a relative clause of these words, which goes on with them."""
    word = other.cue.word
    while word.head is not word and word is not speech.cue.word:
        if word.dep in ("relcl",):
            return True
        word = word.head
    return False


def _report_resumes(word: Word) -> int:
    """Where the clause of `word` begins, with the comma and "and" before it."""
    first = left_edge(word)
    sentence = word.sentence.words
    place = first - sentence[0].i
    while place > 0 and (
        sentence[place - 1].text == "," or sentence[place - 1].lower in ("and", "but", "while", "also")
    ):
        place -= 1
    return sentence[place].i


def _beside(speech: Speech, words: Sequence[Word], starts: dict[int, Speech]) -> list[int]:
    """What stands around a cue between commas: the sentence without the cue's clause."""
    if speech.clause is None or speech.head is None:
        return []
    first, stop = speech.clause
    sentence = speech.cue.word.sentence.words
    begin, end = sentence[0].i, sentence[-1].i + 1
    if speech.cue.word.dep == "conj":
        begin = max(begin, min(left_edge(speech.head), first))
    found = list(range(begin, first))
    if (
        speech.cue.frame == "quote"
        and speech.head.i > stop
        and first > begin
        and words[first - 1].text not in (",", "”", '"', "''")
    ):
        found = []  # "To all of them I say, we hear you"
    if stop < end and words[stop].text == "," and not _goes_on(stop, end, starts):
        inside = {word.i for word in speech.head.subtree()}
        rest = [number for number in range(stop + 1, end) if number in inside or words[number].dep == "punct"]
        if any(words[number].dep != "punct" for number in rest):
            found += rest
    if found and words[found[0]].dep == "cc":
        found.pop(0)
    for other in starts.values():
        if other is not speech and other.clause is not None:
            found = [number for number in found if not other.clause[0] <= number < other.clause[1]]
    return found


def _goes_on(stop: int, end: int, starts: dict[int, Speech]) -> bool:
    """Whether the next cue follows right behind the comma: ", he said, adding that"."""
    return any(number in starts for number in range(stop, min(stop + 4, end)))


def _trimmed(numbers: list[int], words: Sequence[Word]) -> list[int]:
    """Without punctuation at either end; a closing mark stays where its opening mark stands inside."""
    while numbers and (words[numbers[0]].text in EDGES or words[numbers[0]].text in ("”", "''", ")")):
        numbers = numbers[1:]
    while numbers:
        text = words[numbers[-1]].text
        opener = CLOSERS.get(text)
        if opener is not None:
            if any(words[number].text == opener for number in numbers):
                break
        elif text == '"':
            if sum(words[number].text == '"' for number in numbers) % 2 == 0:
                break
        elif text not in EDGES and words[numbers[-1]].pos != "SPACE" and words[numbers[-1]].dep != "cc":
            break
        numbers = numbers[:-1]
    return numbers
