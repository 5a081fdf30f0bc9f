"""Cut off the report's own words behind what is said: where, when and after what it was said, closing asides."""

from collections.abc import Sequence

from communique.coding.speech.cue import SUBJECTS, Cue
from communique.language.words import Word

CLAUSES = frozenset({"that", "told", "how"})
# What a reporter calls the words themselves behind a last comma: "…, a move that", "…, a sum which".
REMARKS = frozenset(
    "move step sum first figure gesture reference allusion term phrase charge claim demand decision reversal shift "
    "departure u-turn comment remark sign rarity milestone amount accusation allegation position reaction echo nod "
    "message pledge promise concession condition".split()
)
AFTERTHOUGHTS = frozenset({"after", "following", "amid"})
ATTENDING = frozenset({"stand", "sit", "look", "listen", "watch", "nod", "wait"})
LENGTHS = frozenset(
    "a an the few several day days hour hours week weeks month months year years just only shortly".split()
)
OCCASIONS = frozenset(
    "call conversation talk talks meeting briefing conference interview letter message statement communique "
    "communiqué speech address remarks tweet post release note telegram cable commentary".split()
)


def without_afterthought(numbers: list[int], cue: Cue) -> list[int]:
    """Without what came before the words were said, behind the last comma: ", a day after …", ", following talks"."""
    if cue.word.tag not in ("VBD", "VBN") or len(numbers) < 2:
        return numbers
    inside = frozenset(numbers)
    sentence = cue.word.sentence.words
    for place in range(len(sentence) - 2, 0, -1):
        comma = sentence[place]
        if comma.text != "," or comma.i not in inside or comma.i <= numbers[0]:
            continue
        first = next((w for w in sentence[place + 1 : place + 5] if w.lower not in LENGTHS and w.pos != "NUM"), None)
        if first is not None and first.lower in AFTERTHOUGHTS and first.dep in ("prep", "mark"):
            return [n for n in numbers if n < comma.i]
        beside = first.child_by("pcomp") if first is not None and first.lower == "with" else None
        if beside is not None and beside.lemma in ATTENDING:
            return [n for n in numbers if n < comma.i]
        if _is_remark(sentence[place + 1 : place + 5]):
            return [n for n in numbers if n < comma.i]
        return numbers
    return numbers


def _is_remark(words: Sequence[Word]) -> bool:
    """Whether an article and a noun open what the reporter says of the words: "a first in", "a charge that"."""
    if len(words) < 2 or words[0].lower not in ("a", "an"):
        return False
    return any(
        word.lemma.lower() in REMARKS and word.dep in ("appos", "npadvmod", "conj", "attr") for word in words[1:]
    )


def without_occasion(numbers: list[int], base: list[Word], cue: Cue) -> list[int]:
    """Without where or when it was said, at the end: "… in a phone call with him", "… while hosting her"."""
    inside = frozenset(numbers)
    for word in base:
        if word.i not in inside or word.i <= numbers[0]:
            continue
        mark = word
        if word.dep == "advcl" and word.tag == "VBG" and not any(c.dep in SUBJECTS for c in word.children):
            mark = next((c for c in word.children if c.i < word.i and c.lower in ("while", "during", "when")), word)
        elif word.dep == "prep" and word.lower in ("in", "at", "during") and cue.frame not in CLAUSES:
            noun = word.child_by("pobj")
            if noun is not None and noun.lemma.lower() in OCCASIONS and noun.child_by("det", "prep", "compound"):
                return _cut(numbers, word, word.subtree()[-1])
        if mark is not word:
            return _cut(numbers, mark, word.subtree()[-1])
    return numbers


def _cut(numbers: list[int], first: Word, last: Word) -> list[int]:
    """The numbers before `first`, where nothing of weight follows `last`."""
    return [n for n in numbers if n < first.i] if last.i >= numbers[-1] - 1 else numbers


def without_aside(numbers: list[int], base: list[Word]) -> list[int]:
    """Without a closing clause of the reporter's, set off by a comma: ", on which …", ", whose president …"."""
    for word in base:
        if word.dep != "relcl" or word.i not in numbers:
            continue
        below = word.subtree()
        if below[-1].i < numbers[-1] - 1:
            continue
        first = below[0]
        place = first.i - first.sentence.words[0].i
        if place == 0 or first.sentence.words[place - 1].text != ",":
            continue
        second = below[1].lower if len(below) > 1 else ""
        if first.lower in ("whose", "where", "when", "who", "whom") or (
            first.pos == "ADP" and second in ("which", "whom")
        ):
            return [number for number in numbers if number < first.i]
    return numbers
