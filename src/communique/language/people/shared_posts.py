"""Give each name of a list the plural post that the list shares: "Presidents X of A and Y of B", "the ministers of A
and B, X and Y".

Takes a sentence with its namings; the namings take the post, each with its own state, and `shared` tells of each plural
post before a comma or a bracket whom it stands for.
"""

from communique.language.nations.finding import Nation
from communique.language.people.namings import Naming, View
from communique.language.people.posts import Post

_OPENERS = frozenset({",", "-", "–", "—", "--", ":", "("})
_LINKS = frozenset({",", "and", ";", "as", "well", "the", "&"})


def share_posts(view: View, namings: list[Naming]) -> dict[int, tuple[Naming, ...]]:
    """Share the plural posts of a sentence; return whom those that stand as a phrase of their own mean."""
    for naming in namings:
        if naming.posts and naming.posts[0][0].plural and naming.posts[0][0].stop <= naming.name.first:
            _share(naming.posts[0][0], [naming, *_listed(view, namings, naming)])
    shared: dict[int, tuple[Naming, ...]] = {}
    for post in view.posts:
        if post.plural and post.key != "member":
            members = _named(view, namings, post)
            if len(members) > 1:
                shared[id(post)] = tuple(members)
    return shared


def _share(post: Post, members: list[Naming]) -> None:
    """A post right before the first name of a list: "Foreign Ministers X of A and Y of B"."""
    for member in members[1:]:
        if not member.posts:
            member.posts = [(post, member.country, post.former)]


def _listed(view: View, namings: list[Naming], first: Naming) -> list[Naming]:
    """The namings that go on the list `first` opens; a name with a post of its own ends it."""
    found: list[Naming] = []
    before = first
    for naming in namings:
        if naming.first < first.stop or naming is first:
            continue
        gap = view.words[before.stop : naming.first]
        if naming.posts or not 0 < len(gap) <= 3 or any(word.lower not in _LINKS for word in gap):
            break
        found.append(naming)
        before = naming
        if any(word.lower == "and" for word in gap):
            break
    return found


def _named(view: View, namings: list[Naming], post: Post) -> list[Naming]:
    """Whom a plural post names behind it, and gives its states: "the presidents of A and B, X and Y"."""
    words = view.words
    nations, k = _nations_behind(view, post)
    if k >= len(words) or words[k].text not in _OPENERS:
        return []
    opener = words[k].text
    first = next((naming for naming in namings if naming.first == k + 1), None)
    if first is None or opener == ":" and not nations:
        return []
    if len(nations) == 1 and (pairs := _in_turn(view, namings, nations[0], first)):
        for nation, member in pairs:
            _give(post, member, nation.country)
        return [member for _, member in pairs]
    members = [first, *_listed(view, namings, first)]
    if len(members) < 2 or post.count is not None and post.count != len(members):
        return []
    if nations and len(nations) not in (1, len(members)):
        return []
    for n, member in enumerate(members):
        own = nations[n].country if len(nations) == len(members) else nations[0].country if nations else post.country
        _give(post, member, own)
    return members


def _nations_behind(view: View, post: Post) -> tuple[list[Nation], int]:
    """The states that a plural post names behind "of", and where the list of them stops."""
    words, found = view.words, [nation for nation in view.nations.found if post.first < nation.first]
    k = post.stop
    inside = [nation for nation in found if nation.stop <= post.stop and nation.kind == "name"]
    while inside and k < len(words) and words[k].lower in (",", "and"):
        m = k + 1
        while m < len(words) and words[m].lower in ("and", "the"):
            m += 1
        nation = view.nations.starting_at(m)
        if nation is None or nation.kind != "name" or words[k].text == "," and _is_named_next(view, nation.stop):
            break
        inside.append(nation)
        k = nation.stop
    return inside, k


def _is_named_next(view: View, k: int) -> bool:
    """Whether a comma and a name follow a state: "of Peru, X, and Chile, Y"."""
    return k + 1 < len(view.words) and view.words[k].text == "," and any(n.first == k + 1 for n in view.names)


def _in_turn(view: View, namings: list[Naming], nation: Nation, first: Naming) -> list[tuple[Nation, Naming]]:
    """States and names that alternate: "the presidents of Peru, X, and Chile, Y"."""
    words, pairs, k = view.words, [(nation, first)], first.stop
    while k < len(words) and words[k].lower in (",", "and"):
        while k < len(words) and words[k].lower in (",", "and", "the", "of"):
            k += 1
        here = view.nations.starting_at(k)
        if here is None or here.kind != "name" or here.stop >= len(words) or words[here.stop].text not in (",", "("):
            break
        naming = next((naming for naming in namings if naming.first == here.stop + 1), None)
        if naming is None:
            break
        pairs.append((here, naming))
        k = naming.stop + (naming.stop < len(words) and words[naming.stop].text == ")")
    return pairs if len(pairs) > 1 else []


def _give(post: Post, member: Naming, country: str | None) -> None:
    member.country = member.country or country
    member.posts.insert(0, (post, country or member.country, post.former))
