"""Find the names of persons in a sentence, without the titles and honours around them.

Takes the words of one sentence with its posts and nations; gives Names, whose indices count the words of that sentence.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from communique.language.nations import Nations
from communique.language.posts import Post, lexical_words
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

Gender = Literal["f", "m"]


@dataclass(slots=True)
class Name:
    """A person's name: the words `first` to `stop`; `lead` is where honours before it begin. `sure` tells that a title, an
    honour or the model's own view stands behind it."""

    lead: int
    first: int
    stop: int
    gender: Gender | None
    is_titled: bool


class _Lexicon(NamedTuple):
    honours: frozenset[str]
    phrases: dict[str, list[tuple[str, ...]]]
    particles: frozenset[str]
    suffixes: frozenset[str]
    never: frozenset[str]
    female_honours: frozenset[str]
    male_honours: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})


def find_names(
    words: Sequence[Word], posts: Sequence[Post], nations: Nations, places: Collection[int] = (), *, is_headline: bool = False
) -> list[Name]:
    """Return the names of persons in a sentence, in the order of the text.

    `places` holds the indices of words that name a place: the model's word alone makes them no person. In a headline
    every word may have a capital, and the model's word alone is taken.
    """
    taken = [False] * (len(words) + 1)
    for post in posts:
        for k in range(post.first, post.stop):
            taken[k] = True
    found: list[Name] = []
    for name in _titled_names(words, posts, nations, places, taken):
        if is_headline and (name := _as_tagged(words, name)) is None:
            continue
        found.append(name)
        for k in range(name.lead, name.stop):
            taken[k] = True
    for first, stop in _entities(words):
        for name in _entity_names(words, first, stop, nations, places, taken):
            found.append(name)
            for k in range(name.first, name.stop):
                taken[k] = True
    found.sort(key=lambda name: name.first)
    return found


def _as_tagged(words: Sequence[Word], name: Name) -> Name | None:
    """The part of a name in a headline that the model takes for a person."""
    stop = name.first
    while stop < name.stop and words[stop].entity == "PERSON":
        stop += 1
    name.stop = stop
    return name if stop > name.first else None


def gender_of(tokens: Sequence[str]) -> Gender | None:
    """What a full name's given name tells of its bearer's gender; `None` where it tells nothing."""
    lexicon = _lexicon()
    for token in tokens:
        if token in lexicon.female:
            return "f"
        if token in lexicon.male:
            return "m"
    return None


def name_parts(text: str) -> tuple[str, ...]:
    """The parts of a name as they are compared: without particles, suffixes and full stops."""
    lexicon = _lexicon()
    parts = [part.strip(".,“”\"'’‘()") for part in fold(text).replace("-", " ").split()]
    kept = tuple(part for part in parts if part and part not in lexicon.particles and part not in lexicon.suffixes)
    return kept or tuple(part for part in parts if part)


@cache
def fold(text: str) -> str:
    """Text in lower case and without accents."""
    import unicodedata

    if text.isascii():
        return text.lower()
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain.replace("ı", "i").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("’", "'").lower()


@cache
def _lexicon() -> _Lexicon:
    tables = read_lexicon("communique.language", "names")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in tables["honorifics"]["phrases"]:
        parts = tuple(phrase.split())
        phrases.setdefault(parts[0], []).append(parts)
    return _Lexicon(
        words_of(tables["honorifics"], "words"), phrases, words_of(tables["particles"], "words"),
        words_of(tables["suffixes"], "words"), words_of(tables["never"], "words"), words_of(tables["honorifics"], "female"),
        words_of(tables["honorifics"], "male"), frozenset(map(fold, words_of(tables["female"], "words"))),
        frozenset(map(fold, words_of(tables["male"], "words"))),
    )  # fmt: skip


def _titled_names(
    words: Sequence[Word], posts: Sequence[Post], nations: Nations, places: Collection[int], taken: list[bool]
) -> list[Name]:
    """Names that follow a post or an honour, whatever the model thinks of them."""
    found: list[Name] = []
    starts = [(post.stop, _behind_short(words, post.stop)) for post in posts if post.stop < len(words)]
    starts.extend(_before_posts(words, posts, nations, taken))
    lexicon = _lexicon()
    for k, word in enumerate(words):
        if word.lower in ("counterpart", "colleague", "guest", "host") and k + 1 < len(words):
            begin = k + 2 if words[k + 1].text == "," and k + 2 < len(words) else k + 1
            starts.append((begin, begin))
        elif not taken[k] and (word.lower in lexicon.honours or word.lower in lexicon.phrases) and word.text[0].isupper():
            starts.append((k, k))
    end = 0
    for lead, begin in sorted(starts):
        if lead < end:
            continue
        first, gender = _skip_honours(words, begin)
        is_honoured = first > begin
        if first >= len(words) or taken[first]:
            continue
        stop = _name_stop(words, first, nations, taken, is_titled=True)
        if first in places and words[first].entity != "PERSON":
            continue
        if stop == first or (not is_honoured and not _may_be_name(words, first, stop, nations)):
            continue
        end = stop
        found.append(Name(begin, first, stop, gender, True))
    return found


def _behind_short(words: Sequence[Word], k: int) -> int:
    """Skip the short form of an office before the name: "Director of National Intelligence (DNI) Avril Haines"."""
    if k + 3 < len(words) and words[k].text == "(" and words[k + 1].text.isupper() and words[k + 2].text == ")":
        return k + 3
    return k


def _before_posts(
    words: Sequence[Word], posts: Sequence[Post], nations: Nations, taken: Sequence[bool]
) -> list[tuple[int, int]]:
    """Where capitalised words stand before a comma or "as" and a post: "Hong Son Ok, vice-chairwoman of the committee"."""
    found: list[tuple[int, int]] = []
    never = _lexicon().never
    for post in posts:
        k = post.lead - 1
        if k < 1 or post.plural or words[k].lower not in (",", "as"):
            continue
        first = k
        while first > 0 and not taken[first - 1] and first > k - 6:
            word = words[first - 1]
            is_part = word.text[0].isupper() and word.text[0].isalpha() and (word.tag in ("NNP", "NNPS") or word.entity == "PERSON")
            is_joint = word.text == "-" and first - 1 > 0 or word.lower in _lexicon().particles and first < k
            is_pronoun = word.text in ("He", "May") and word.tag[:3] == "NNP"
            if not (is_part or is_joint) or word.lower in never and not is_pronoun or nations.ending_at(first) is not None:
                break
            if word.entity in ("DATE", "EVENT", "FAC"):
                break
            first -= 1
        while first < k and not words[first].text[0].isupper():
            first += 1
        if first < k and (k - first > 1 or words[first].entity == "PERSON"):
            found.append((first, first))
    return found


def _skip_honours(words: Sequence[Word], begin: int) -> tuple[int, Gender | None]:
    lexicon = _lexicon()
    gender: Gender | None = None
    k = begin
    while k < len(words):
        lower = words[k].lower
        for parts in lexicon.phrases.get(lower, ()):
            if all(k + n < len(words) and words[k + n].lower == part for n, part in enumerate(parts)):
                gender = gender or ("f" if parts[0] == "her" else "m" if parts[0] == "his" else None)
                k += len(parts)
                break
        else:
            if lower in lexicon.honours and words[k].text[0].isupper() and k + 1 < len(words):
                if lower in lexicon.female_honours:
                    gender = "f"
                elif lower in lexicon.male_honours:
                    gender = gender or "m"
                k += 1
            elif k > begin and words[k].text in (",", "(") and k + 1 < len(words) and words[k + 1].lower in lexicon.honours:
                k += 1
            else:
                break
            continue
    while k > begin and k < len(words) and words[k].text in (",", "("):
        k += 1
    return k, gender


def _name_stop(words: Sequence[Word], first: int, nations: Nations, taken: Sequence[bool], *, is_titled: bool) -> int:
    """Where a name that begins at `first` stops; `first` where there is none."""
    lexicon = _lexicon()
    k, last = first, first
    while k < len(words) and not taken[k]:
        word = words[k]
        text, lower = word.text, word.lower
        if text[0].isupper() and text[0].isalpha():
            is_initial = len(text) == 2 and text[1] == "."
            if not is_initial and lower.strip(".") in lexicon.never or (lower in lexicon.never) or lower in lexicon.honours and k > first and lower not in ("sultan", "sheikh", "shaikh"):
                if word.text in ("He", "May") and word.tag[:3] == "NNP" and k == first and _capital_ahead(words, k):
                    pass
                elif word.entity != "PERSON" or k == first or lower in ("meeting", "call", "readout", "statement", "visit"):
                    break
            if word.tag in ("VBD", "VBZ", "MD", "IN", "CC", "DT", "PRP", "WDT", "WP") and word.entity != "PERSON" and not (len(text) == 2 and text[1] == "."):
                break
            if k > first and nations.starting_at(k) is not None and word.entity != "PERSON":
                break
            if k > first and word.entity_begins and word.entity not in ("PERSON", "ORG", "NORP", "GPE") and word.entity:
                break
            if last > first and text == words[last - 1].text and len(text) > 1:
                break  # a page's own label repeats the name: "Sergei Shoigu Shoigu Sergei"
            k += 1
            last = k
        elif text == "-" and k > first and k + 1 < len(words) and words[k].start == words[k - 1].end and words[k + 1].start == words[k].end:
            if not words[k + 1].text[0].isalpha():
                break
            k += 2
            last = k
        elif lower in lexicon.particles and _capital_ahead(words, k) and (k > first or is_titled or _opens_name(words, k)):
            k += 1
        elif text == "," and k + 1 < len(words) and words[k + 1].lower in ("jr", "jr.", "sr", "sr."):
            k += 2
            last = k
        elif text in _QUOTES and k > first and k + 2 < len(words) and words[k + 1].text[0].isupper() and words[k + 2].text in _QUOTES and k + 3 < len(words) and words[k + 3].text[0].isupper() and words[k + 3].entity == "PERSON":
            k += 3
        else:
            break
    return last


def _capital_ahead(words: Sequence[Word], k: int) -> bool:
    for n in range(k + 1, min(k + 4, len(words))):
        if words[n].text[0].isupper():
            return True
        if words[n].lower not in _lexicon().particles and words[n].text != "-":
            return False
    return False


def _may_be_name(words: Sequence[Word], first: int, stop: int, nations: Nations) -> bool:
    """Whether capitalised words behind a post are a name and not a place, an institution or a month."""
    word = words[first]
    nation = nations.starting_at(first)
    if nation is not None and not (word.entity == "PERSON" and nation.stop < stop) or word.lower in lexical_words():
        return False
    if word.entity in ("DATE", "EVENT", "LAW", "FAC", "TIME", "CARDINAL", "ORDINAL", "WORK_OF_ART"):
        return False
    if stop == first + 1 and (word.entity in ("GPE", "LOC") or word.text.isupper()) and len(word.text) > 1:
        return word.entity not in ("GPE", "LOC") and len(word.text) > 4
    return word.tag in ("NNP", "NNPS", "NN", "JJ", "FW", "VBN", "VBG", "UH", "XX", "NNS", "RB") or word.entity == "PERSON"


def _entities(words: Sequence[Word]) -> list[tuple[int, int]]:
    """The stretches that the model takes for persons."""
    found: list[tuple[int, int]] = []
    first: int | None = None
    for k, word in enumerate(words):
        inside = word.entity == "PERSON"
        if first is not None and (not inside or word.entity_begins):
            found.append((first, k))
            first = None
        if inside and first is None:
            first = k
    if first is not None:
        found.append((first, len(words)))
    return found


def _entity_names(
    words: Sequence[Word], first: int, stop: int, nations: Nations, places: Collection[int], taken: Sequence[bool]
) -> list[Name]:
    """The names within one stretch: titles inside it part it, what is no name is left out."""
    lexicon = _lexicon()
    found: list[Name] = []
    k = first
    while k < stop:
        word = words[k]
        lower = word.lower
        starts = word.text[0].isupper() or (lower in lexicon.particles and _capital_ahead(words, k))
        if taken[k] or not starts or lower in lexicon.never or lower.strip(".") in lexicon.never or lower in lexical_words():
            k += 1
            continue
        begin, gender = _skip_honours(words, k) if lower in lexicon.honours else (k, None)
        if begin >= len(words) or taken[begin]:
            k += 1
            continue
        begin = _name_start(words, begin, nations, taken) if begin == k else begin
        end = _name_stop(words, begin, nations, taken, is_titled=False)
        if end <= begin:
            k = max(k, begin) + 1
            continue
        if _is_person(words, begin, end, nations, places):
            found.append(Name(min(k, begin), begin, end, gender, False))
        k = max(end, k + 1)
    return found


def _name_start(words: Sequence[Word], begin: int, nations: Nations, taken: Sequence[bool]) -> int:
    """How far to the left a name reaches beyond what the model takes for it."""
    lexicon = _lexicon()
    k = begin
    while k > 0 and not taken[k - 1]:
        before = words[k - 1]
        if before.text in ("To", "He", "An", "Do") and words[k].entity == "PERSON" and (k > 1 or before.tag == "NNP"):
            k -= 1
            continue
        if before.text == "-" and k > 1 and before.start == words[k - 2].end and words[k].start == before.end and words[k - 2].text[0].isupper() and not taken[k - 2]:
            k -= 2
            continue
        if before.lower in lexicon.particles and before.text.islower() and _opens_name(words, k - 1):
            k -= 1
            continue
        if (
            not before.text[0].isupper() or before.tag not in ("NNP", "NNPS") or before.entity not in ("", "PERSON")
            or before.lower in lexicon.never or before.lower in lexicon.honours or before.lower in lexical_words()
            or nations.ending_at(k) is not None or before.text.isupper() and len(before.text) > 2
        ):  # fmt: skip
            break
        k -= 1
    return k


def _opens_name(words: Sequence[Word], k: int) -> bool:
    """Whether a particle in lower case can be the first of a name: "von der Leyen"."""
    return words[k].lower in ("von", "van", "der", "de", "da", "dos", "al", "bin", "el", "du", "del", "della", "di", "den", "ter")


def _is_person(words: Sequence[Word], first: int, stop: int, nations: Nations, places: Collection[int]) -> bool:
    nation = nations.starting_at(first)
    if nation is not None and nation.stop >= stop:
        return False
    if all(k in places for k in range(first, stop)):
        return False
    single = stop == first + 1
    word = words[first]
    if single and (word.text.isupper() and len(word.text) > 1 or word.lower in lexical_words() or not word.text[0].isupper()):
        return False
    after = words[stop] if stop < len(words) else None
    if after is not None and after.text[0].isupper() and after.entity in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART") and not after.entity_begins:
        return False
    return not (single and word.tag not in ("NNP", "NNPS", "NN", "FW", "PRP"))
