"""Find the names of persons in a sentence, without the titles and honours around them.

Takes the words of one sentence with its posts and nations; gives Names, whose indices count the words of that sentence.
"""

from bisect import insort
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from communique.language.nations.finding import Nations
from communique.language.people.name_ends import (
    behind_short,
    find_start,
    find_stop,
    has_capital_ahead,
    is_also_name,
    skip_honours,
)
from communique.language.people.name_openings import apposed, before_posts, goes_on_list, possessed
from communique.language.people.name_words import Gender, name_words
from communique.language.people.post_words import lexical_words, post_words
from communique.language.people.posts import Post
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of


@dataclass(slots=True)
class Name:
    """A person's name: the words `first` to `stop`; `lead` is where honours before it begin.

    `is_titled` tells that a post or an honour stands before it, or a post behind it.
    """

    lead: int
    first: int
    stop: int
    gender: Gender | None
    is_titled: bool


def find_names(
    words: Sequence[Word],
    posts: Sequence[Post],
    nations: Nations,
    places: Collection[int] = (),
    *,
    is_headline: bool = False,
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
    for titled in _titled_names(words, posts, nations, places, taken):
        name = _as_tagged(words, titled) if is_headline else titled
        if name is None:
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


def _titled_names(
    words: Sequence[Word], posts: Sequence[Post], nations: Nations, places: Collection[int], taken: list[bool]
) -> list[Name]:
    """Names that follow a post or an honour, whatever the model thinks of them."""
    found: list[Name] = []
    starts = [(post.stop, behind_short(words, post.stop)) for post in posts if post.stop < len(words)]
    starts.extend(before_posts(words, posts, nations, taken))
    starts.extend(apposed(words, posts))
    behind_state = possessed(words, nations)
    starts.extend(behind_state)
    lists = {post.stop for post in posts if post.plural}
    lexicon = name_words()
    for k, word in enumerate(words):
        if word.lower in ("counterpart", "colleague", "guest", "host") and k + 1 < len(words):
            begin = k + 2 if words[k + 1].text == "," and k + 2 < len(words) else k + 1
            starts.append((begin, begin))
        elif (
            not taken[k]
            and word.text[0].isupper()
            and (word.lower in lexicon.honours or word.lower in lexicon.phrases and skip_honours(words, k)[0] > k)
        ):
            starts.append((k, k))
    end = 0
    starts.sort()
    for lead, begin in starts:
        if lead < end:
            continue
        first, gender = skip_honours(words, begin)
        is_honoured = first > begin
        if first >= len(words) or taken[first]:
            continue
        stop = find_stop(words, first, nations, taken, is_titled=True)
        if first in places and words[first].entity != "PERSON" and (lead, begin) not in behind_state:
            continue
        if stop == first or (not is_honoured and not _may_be_name(words, first, stop, nations)):
            continue
        end = stop
        found.append(Name(begin, first, stop, gender, True))
        if lead in lists and (going := goes_on_list(words, stop, nations)) is not None:
            lists.add(going)
            insort(starts, (going, going))
    return found


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
    return (
        len(word.text) == 1
        and stop > first + 1
        or word.tag in ("NNP", "NNPS", "NN", "JJ", "FW", "VBN", "VBG", "UH", "XX", "NNS", "RB")
        or word.entity == "PERSON"
    )


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
    lexicon = name_words()
    found: list[Name] = []
    k = first
    while k < stop:
        word = words[k]
        lower = word.lower
        starts = word.text[0].isupper() or (lower in lexicon.particles and has_capital_ahead(words, k))
        if (
            taken[k]
            or not starts
            or not is_also_name(words, k)
            and (lower in lexicon.never or lower.strip(".") in lexicon.never)
            or lower in lexical_words()
        ):
            k += 1
            continue
        begin, gender = skip_honours(words, k) if lower in lexicon.honours else (k, None)
        if begin >= len(words) or taken[begin]:
            k += 1
            continue
        begin = find_start(words, begin, nations, taken) if begin == k else begin
        end = find_stop(words, begin, nations, taken, is_titled=False)
        if end <= begin:
            k = max(k, begin) + 1
            continue
        if _is_person(words, begin, end, nations, places):
            found.append(Name(min(k, begin), begin, end, gender, False))
        k = max(end, k + 1)
    return found


_NEVER_LAST = frozenset(
    "board authority agency fund corporation association league society company bank council".split()
)
_AT = frozenset({"in", "near", "around", "outside", "across", "throughout"})
_TRUSTING = frozenset("confidence trust faith believe interest succeed belief partner friend ally change".split())


@cache
def _thing_nouns() -> frozenset[str]:
    return post_words().things | words_of(read_lexicon("communique.language", "parties")["no_parties"], "ends")


def _is_person(words: Sequence[Word], first: int, stop: int, nations: Nations, places: Collection[int]) -> bool:
    nation = nations.starting_at(first)
    if nation is not None and nation.stop >= stop:
        return False
    if all(k in places for k in range(first, stop)):
        return False
    single = stop == first + 1
    word = words[first]
    if single and (
        word.text.isupper() and len(word.text) > 1 or word.lower in lexical_words() or not word.text[0].isupper()
    ):
        return False
    after = words[stop] if stop < len(words) else None
    if after is not None and after.text[0].isupper() and after.lower in _thing_nouns():
        return False
    if stop > first + 1 and words[stop - 1].lower in _thing_nouns() | _NEVER_LAST:
        return False
    if first > 1 and words[first - 1].lower in _AT and words[first - 1].head.lemma not in _TRUSTING:
        return False
    if (
        after is not None
        and after.text[0].isupper()
        and after.entity in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART")
        and not after.entity_begins
    ):
        return False
    return not (single and word.tag not in ("NNP", "NNPS", "NN", "FW", "PRP"))
