"""Turn the posts that a report gives a person into capacities, each once."""

from collections.abc import Sequence

from communique.language.actors import Capacity
from communique.language.people.posts import Post
from communique.language.people.same_posts import same_post

_RANKS = frozenset({"deputy", "vice", "acting", "assistant", "first", "interim", "designate", "elect", "under", "co"})


_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "'s", "’s", "-", ","})


def capacities_of(posts: Sequence[tuple[Post, str | None, bool]], *, is_summary: bool = False) -> tuple[Capacity, ...]:
    """Return the posts as capacities; in a summary a shorter repeat of a title is no second one."""
    chosen: list[tuple[Post, str | None, bool]] = []
    for post, country, former in posts:
        if not is_summary:
            chosen.append((post, country, former))
            continue
        for n, (other, other_country, other_former) in enumerate(chosen):
            if _repeats(post, other):
                is_longer = len(_content(post)) > len(_content(other))
                chosen[n] = (post if is_longer else other, other_country or country, former or other_former)
                break
        else:
            chosen.append((post, country, former))
    return tuple(
        Capacity(
            title=post.title.title() if post.title.isupper() and len(post.title) > 4 else post.title,
            of=post.of,
            country=country,
            former=former,
            span=post.span,
        )
        for post, country, former in chosen
    )


def _repeats(a: Post, b: Post) -> bool:
    """Whether one title is the other in fewer words: "the Secretary" after "Secretary of State"."""
    one, two = _content(a), _content(b)
    if one & _RANKS != two & _RANKS:
        return False
    if one <= two or two <= one:
        return True
    same = same_post(a.key) == same_post(b.key)
    return same and len(one & two) * 2 >= min(len(one), len(two)) + 1


def _content(post: Post) -> frozenset[str]:
    words = {word for word in post.title.lower().replace("-", " ").replace(",", " ").split() if word not in _SMALL}
    same = same_post(post.key)
    if same != post.key:
        words = (words - set(post.key.replace("-", " ").split())) | set(same.split())
    return frozenset(words)
