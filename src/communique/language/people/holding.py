"""Tell whether a party can be meant by a post or a common noun: "the minister" for a foreign minister."""

import re

from communique.language.people.noun_phrases import Phrase
from communique.language.people.posts import Post
from communique.language.people.roster import Party
from communique.language.people.same_posts import posts_of_sort, same_post


def holds(party: Party, phrase: Phrase) -> bool:
    """Whether a party can be meant by a post or common noun: "the minister" for a foreign minister."""
    post = phrase.post
    key = same_post(phrase.noun)
    if party.person is None and party.post is None:
        return False
    if key in party.keys:
        return post is None or _same_rank(party, post)
    if key in ("head of state",):
        return bool(party.keys & {"president", "king", "queen", "amir", "sultan", "emperor"})
    if key == "leader":
        return bool(party.keys & posts_of_sort("summit")) or bool(
            party.keys & {"chairman", "secretary general", "general secretary", "secretary"} and party.kind == "person"
        )
    if (
        key in ("minister", "diplomat")
        and post is None
        or key == "minister"
        and post is not None
        and post.title.lower() == "minister"
    ):
        return bool(
            party.keys
            & (posts_of_sort("ministerial") | (posts_of_sort("envoys") if key == "diplomat" else frozenset()))
        )
    if key == "envoy":
        return bool(party.keys & posts_of_sort("envoys"))
    if key in ("monarch", "sovereign"):
        return bool(party.keys & {"king", "queen", "sultan", "amir", "emperor"})
    if key in ("ruler", "strongman", "statesman"):
        return bool(party.keys & posts_of_sort("summit"))
    if key == "chief" and post is not None:
        return bool((post.own_words - {"chief"}) & _title_words(party))
    if key == "head" and post is not None and _OF_STATE.search(post.title.lower()):
        return bool(party.keys & (posts_of_sort("heads") if "govern" not in post.title.lower() else {"prime minister"}))
    if key in ("president",) and "head of state" in party.keys:
        return True
    return key == "prime minister" and "minister" in party.keys and "prime" in _title_words(party)


def _title_words(party: Party) -> frozenset[str]:
    if party.person is not None:
        return frozenset(word for post, _, _ in party.person.posts for word in post.own_words)
    return party.post.own_words if party.post else frozenset()


_OF_STATE = re.compile(r"^head of (?:the )?(?:\S+ )?(?:state|nation|republic|country|government|cabinet)$")
_RANKS = frozenset({"vice", "deputy", "assistant", "first", "under", "crown"})


def _same_rank(party: Party, post: Post) -> bool:
    """Whether rank and field of a post agree with one that the party holds: a vice president is no president."""
    said = post.own_words
    posts = [own for own, _, _ in party.person.posts] if party.person else [party.post] if party.post else []
    for own in posts:
        if same_post(own.key) != same_post(post.key):
            continue
        if (said & _RANKS) != (own.own_words & _RANKS) and said & _RANKS:
            continue
        if (own.own_words & _RANKS) - said and len(said) > 1:
            continue
        fields = {word for word in said if word not in _SMALL and word != post.key} - _RANKS
        theirs = {word for word in own.own_words if word not in _SMALL and word != own.key} - _RANKS
        if not fields or not theirs or fields & theirs or same_post(post.key) == "prime minister":
            return True
    return False


_SMALL = frozenset({"of", "the", "for", "and", "in", "to"})
