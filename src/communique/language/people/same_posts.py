"""Know which posts are called by more than one word, and of which sort a post is, read from the lexicon."""

from functools import cache

from communique.lexicon import read_lexicon, words_of


def same_post(key: str) -> str:
    """The one word by which a post is compared: "prime minister" for a premier."""
    return _same().get(key, key)


@cache
def posts_of_sort(sort: str) -> frozenset[str]:
    """The keys of the posts of one sort, as they are compared: `summit`, `heads`, `ministerial` and others."""
    return frozenset(map(same_post, words_of(read_lexicon("communique.language", "posts")["sorts"], sort)))


@cache
def _same() -> dict[str, str]:
    groups: dict[str, list[str]] = read_lexicon("communique.language", "posts")["same"]
    return {other: key for key, others in groups.items() for other in others}
