"""Read the name of an institution around its head word: words and a place among them go in, its parts come out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

HYPHENS = frozenset({"-", "–", "—", "/", "+"})
_OPENING = frozenset({'"', "“", "‘", "'", "``"})
_CLOSING = frozenset({'"', "”", "’", "'", "''"})
_LEADERS = frozenset(
    """leaders ministers women people children peoples presidents speakers parliamentarians youth heads officials
    experts states nations chiefs veterans students teachers workers directors governors sherpas journalists writers
    businesswomen""".split()
)
_TIMES = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
_POSTS = frozenset(
    """president minister secretary chairman chair chairwoman ambassador king prime premier chancellor mr mrs ms dr
    minister-counsellor senator governor director spokesperson spokesman representative envoy sheikh prince lady
    emir sultan excellency co-chair commissioner administrator advisor adviser""".split()
)


# Words that pass by in small letters and belong to a name in capitals: "Annual Tripartite Consultations".
_KEPT = frozenset({"annual", "virtual", "open-ended", "major", "global", "joint"})


@dataclass(frozen=True, slots=True)
class Qualified:
    """What stands before a head: where the phrase begins, where the qualifying words begin, and the ordinal between."""

    start: int
    first: int
    ordinal: int | None


@cache
def ordinal_words() -> dict[str, int]:
    """Counting words and what they count."""
    table = read_lexicon("communique.language", "bodies")["ordinals"]
    numbers = {word: n for n, word in enumerate(table["words"].split(), 1)}
    numbers |= {word: n * 10 for n, word in enumerate(table["whole_tens"], 3)}
    return numbers | dict.fromkeys(table["ones"], 1)


@cache
def _passing() -> frozenset[str]:
    return words_of(read_lexicon("communique.language", "bodies")["qualifiers"], "passing")


@cache
def _heads() -> frozenset[str]:
    """Words that a longer name may hold before its last head: "Partnership for Prosperity Leaders' Summit"."""
    heads = read_lexicon("communique.language", "bodies")["heads"]
    return (
        words_of(heads, "institution")
        | words_of(heads, "gathering")
        | words_of(heads, "sitting")
        | {"initiative", "coalition"}
    )


@cache
def _joins() -> tuple[frozenset[str], frozenset[str]]:
    table = read_lexicon("communique.language", "bodies")["right"]
    return words_of(table, "joins"), words_of(table, "inner")


def read_left(words: Sequence[Word], head: int, floor: int) -> Qualified:
    """Walk left from the head over the words that qualify it, then over an ordinal before them."""
    small = words[head].text[0].islower()
    k = head
    while k > floor:
        ordinal, start = ordinal_before(words, k, floor)
        if ordinal is not None:
            return Qualified(start, _without_hyphen(words, k, head), ordinal)
        step = _step_left(words, k, floor, small)
        if step == k:
            break
        quoted = step <= k - 3 and words[step].text in _OPENING
        k = step
        if quoted:
            break
    first = _without_hyphen(words, k, head)
    if not small and first < head and words[first].lower == "joint" and words[first].text[0].islower():
        first += 1
    ordinal, start = _ordinal_beyond(words, first, floor)
    return Qualified(start if ordinal is not None else first, first, ordinal)


def ordinal_before(words: Sequence[Word], k: int, floor: int) -> tuple[int | None, int]:
    """The ordinal that ends just before word `k`, with the place where it begins."""
    if k <= floor:
        return None, k
    word = words[k - 1]
    text = word.lower
    numbers = ordinal_words()
    if text in numbers:
        value = numbers[text]
        if value < 10 and k - 3 >= floor and words[k - 2].text in HYPHENS:
            tens = read_lexicon("communique.language", "bodies")["ordinals"]["tens"]
            if words[k - 3].lower in tens:
                return (tens.index(words[k - 3].lower) + 2) * 10 + value, k - 3
        return value, k - 1
    if text[:-2].isdigit() and text[-2:] in {"st", "nd", "rd", "th"}:
        return int(text[:-2]), k - 1
    if (
        text in {"st", "nd", "rd", "th"}
        and k - 3 >= floor
        and words[k - 2].text in HYPHENS
        and words[k - 3].text.isdigit()
    ):
        return int(words[k - 3].text), k - 3
    if text == "ever" and k - 3 >= floor and words[k - 2].text in HYPHENS and words[k - 3].lower == "first":
        return 1, k - 3
    if word.text.isupper() and set(word.text) <= set("IVXL") and (len(word.text) > 1 or word.text in "VX"):
        return _roman(word.text), k - 1
    return None, k


def _ordinal_beyond(words: Sequence[Word], k: int, floor: int) -> tuple[int | None, int]:
    """An ordinal parted from the name by passing words only: "first in-person", "fourth joint", "third such"."""
    for back in range(4):
        if k - back <= floor:
            break
        ordinal, start = ordinal_before(words, k - back, floor)
        if ordinal is not None:
            return ordinal, start
        word = words[k - back - 1]
        if word.lower not in _passing() and word.text not in HYPHENS and word.lower not in {"joint", "person", "in"}:
            break
    return None, k


def _roman(text: str) -> int:
    values = {"I": 1, "V": 5, "X": 10, "L": 50}
    total = 0
    for here, after in zip(text, text[1:] + "I", strict=True):
        total += values[here] if values[here] >= values[after] else -values[here]
    return total


def _step_left(words: Sequence[Word], k: int, floor: int, small: bool) -> int:
    """The place one qualifying word further left of `k`, or `k` where the name begins there."""
    word = words[k - 1]
    after = words[k] if k < len(words) else word
    text = word.text
    if text in HYPHENS:
        joined = word.end == after.start or text == "–"
        return k - 1 if joined and k - 2 >= floor and words[k - 2].text[-1].isalnum() else k
    if word.tag == "POS" or text in {"'", "’"}:
        if k - 2 >= floor and words[k - 2].lower in _LEADERS:
            return k - 2
        if text not in _CLOSING:
            return k
    if text in _CLOSING:
        return _before_quotation(words, k - 1, floor)
    if text == ")" and k - 3 >= floor and words[k - 3].text == "(" and words[k - 2].text[:2] != "":
        return k - 3 if k - 4 >= floor and is_name_word(words[k - 4]) else k
    if text in {"and", "&"}:
        fits = k - 2 >= floor and is_name_word(words[k - 2]) and is_name_word(after) and words[k - 2].entity != "PERSON"
        apart = fits and (
            words[k - 2].lower in _heads() or (words[k - 2].text.isupper() and len(words[k - 2].text) > 2)
        )
        return k - 1 if fits and not apart else k
    if text in {"for", "on", "of"} and k - 2 >= floor and words[k - 2].lower in _heads() and is_name_word(words[k - 2]):
        return k - 1
    if text == "of" and k - 2 >= floor and is_name_word(words[k - 2]) and words[k - 2].lower.endswith("s"):
        return k - 1
    if is_name_word(word):
        return k - 1
    if text[0].islower() and (small or word.lower in {"joint", "ministerial"}) and _describes(word):
        return k - 1
    return k


def _describes(word: Word) -> bool:
    """Whether a small word before a head may belong to the name of what it heads."""
    return (
        word.tag in {"JJ", "NN", "NNP", "VBN", "CD", "NNS", "CC"} and word.lower not in _passing() and word.tag != "CC"
    )


def _before_quotation(words: Sequence[Word], closing: int, floor: int) -> int:
    """Where the quotation that closes at `closing` opens, if it is a short one."""
    for k in range(closing - 1, max(floor, closing - 7) - 1, -1):
        if words[k].text in _OPENING and k < closing - 1:
            return k
    return closing + 1


def _without_hyphen(words: Sequence[Word], first: int, head: int) -> int:
    while first < head and (words[first].text in HYPHENS or words[first].lower in {"and", "&", "of"}):
        first += 1
    return first


def is_name_word(word: Word) -> bool:
    """Whether a word may be part of a capitalised name."""
    text = word.text
    if not (text[0].isupper() or text[0].isdigit() or (len(text) > 2 and text[1:].isupper())):
        return False
    lower = word.lower
    if lower in _TIMES or lower in _POSTS or (lower in _passing() and lower not in _KEPT):
        return False
    if word.tag in {"PRP", "DT", "IN", "WDT", "PRP$", "WRB", "MD"} and not text.isupper() and "-" not in text:
        return False
    if text[0].isdigit():
        return len(text) <= 2 or not text.isdigit()
    return word.entity != "PERSON" or lower.endswith("'s") or text.isupper()


def read_right(words: Sequence[Word], k: int) -> int:
    """From the place after a capitalised head, the end of what it is of, for or on: "Committee for Peace"."""
    joins, inner = _joins()
    end = k
    joined = False
    while k < len(words):
        word = words[k]
        if is_name_word(word) and joined and word.tag not in {"VBZ", "VBD"}:
            k += 1
            end = k
        elif word.text in HYPHENS and joined and k + 1 < len(words) and word.start == words[k - 1].end:
            k += 1
        elif word.tag == "POS" and joined and words[k - 1].lower in _LEADERS:
            k += 1
        elif word.lower in joins and _name_follows(words, k + 1):
            joined = True
            k += 1
        elif joined and word.lower in inner and _name_follows(words, k + 1) and not _is_party(words, k):
            if word.lower == "in" and words[k + 1].entity == "GPE":
                break
            k += 1
        else:
            break
    return end


def _is_party(words: Sequence[Word], k: int) -> bool:
    """Whether "and" before a person or a post opens another party, not another word of the name."""
    if words[k].lower not in {"and", "&"}:
        return False
    after = words[k + 1]
    return (
        after.entity == "PERSON"
        or after.lower in _POSTS
        or after.lower == "the"
        or (after.entity in {"GPE", "NORP"} and words[k - 1].entity not in {"GPE", "NORP"})
    )


def _name_follows(words: Sequence[Word], k: int) -> bool:
    if k < len(words) and words[k].lower == "the":
        k += 1
    return k < len(words) and is_name_word(words[k]) and not words[k].text[0].isdigit()
