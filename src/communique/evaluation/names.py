"""Whether two names or two posts are the same as people write them: gold and coded go in, yes or no comes out."""

from functools import cache

from communique.coding.record import Participant
from communique.evaluation.gold import GoldParty
from communique.evaluation.wording import bare_words, contains_all, likeness
from communique.lexicon import read_lexicon, words_of

_SURE_LENGTH = 4  # up to so many words a longer name may hold a shorter one of any length
_ALIKE = 0.7
_POSTS_ALIKE = 0.6


def is_same_name(gold: str | None, coded: str | None) -> bool:
    """Whether two names agree: order, accents and titles aside, and one may be the shorter form of the other."""
    one, other = _without_titles(gold), _without_titles(coded)
    if not one or not other:
        return False
    if contains_all(one, other):
        shorter, longer = sorted((len(one), len(other)))
        return longer <= _SURE_LENGTH or 2 * shorter >= longer
    return likeness(one, other) >= _ALIKE


def is_same_party(gold: GoldParty, coded: Participant) -> bool:
    """Whether two participants are the same party; a state that gold calls by its capital agrees with the state."""
    if is_same_name(gold.name, coded.name):
        return True
    if gold.capacity or coded.capacity or not gold.country or gold.country != coded.country:
        return False
    return not _words("capitals", "words").isdisjoint(bare_words(gold.name))


def is_same_post(gold: str | None, coded: str | None) -> bool:
    """Whether two posts agree: one within the other, or most of their words the same."""
    joints = _words("posts", "joints")
    one = [word for word in bare_words(gold) if word not in joints]
    other = [word for word in bare_words(coded) if word not in joints]
    return bool(one and other) and (contains_all(one, other) or likeness(one, other) >= _POSTS_ALIKE)


def _without_titles(name: str | None) -> tuple[str, ...]:
    """The words of a name that are no title; all of them where nothing else is left."""
    words = bare_words(name)
    titles = _titles()
    return tuple(word for word in words if word not in titles) or words


@cache
def _titles() -> frozenset[str]:
    return _words("titles", "offices") | _words("titles", "honours") | _words("titles", "joints")


@cache
def _words(table: str, group: str) -> frozenset[str]:
    return words_of(read_lexicon("communique.evaluation", "agreement")[table], group)
