"""Turn the posts that a report gives a person into capacities, each once, with the state they are held for."""

from collections import Counter
from collections.abc import Sequence

from communique.language.actors import Capacity
from communique.language.people import Person
from communique.language.posts import Post
from communique.language.roster import SAME_POST

STATE_POSTS = frozenset(
    "president premier chancellor king queen amir sultan emperor minister secretary ambassador speaker envoy consul governor "
    "senator".split()
) | {
    "prime minister", "vice president", "crown prince", "secretary of state", "minister of state", "first lady", "high commissioner",
    "head of state", "head of government", "national security adviser", "attorney general", "under secretary", "president-elect",
    "spokesman", "adviser", "chief of staff", "chief", "commander", "representative", "majority leader", "press secretary", "charge d'affaires",
}
_SOLE = frozenset({"president", "prime minister", "king", "vice president", "first lady", "secretary of state"})
_AMERICAN = frozenset({"defense secretary", "secretary of defense", "treasury secretary", "commerce secretary", "secretary of commerce", "secretary of the treasury"})
_RANKS = frozenset({"deputy", "vice", "acting", "assistant", "first", "former", "interim", "designate", "elect", "under", "co"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "'s", "’s", "-", ","})


_STATE_KEYS = frozenset(SAME_POST.get(key, key) for key in STATE_POSTS)


def settle_countries(persons: Sequence[Person], home: str | None, counts: Counter[str]) -> None:
    """Give the posts named without nationality the state of their holder, and holders without any the report's own.

    Where that state's post is held by another person already, the other state that the report names most is meant.
    """
    taken: set[tuple[str, str]] = set()
    for person in persons:
        if person.country:
            taken.update((SAME_POST.get(key, key), person.country) for key in person.keys)
    for person in persons:
        if any("pope" in (post.key, SAME_POST.get(post.key)) for post, _, _ in person.posts):
            person.country = person.country or "VAT"
        keys = {SAME_POST.get(key, key) for key in person.keys}
        if person.country is None and keys & _STATE_KEYS:
            person.country = _american(person) or _unnamed(keys & _SOLE, home, counts, taken)
            if person.country:
                taken.update((key, person.country) for key in keys)
        person.posts = [(post, country or (person.country if not former else None), former) for post, country, former in person.posts]


def _american(person: Person) -> str | None:
    """The United States for the titles that its government alone writes so: "Defense Secretary", "Secretary of State"."""
    for post, _, former in person.posts:
        title = post.title.lower()
        if not former and (title.endswith("secretary of state") or title in _AMERICAN):
            return "USA"
    return None


def _unnamed(sole: frozenset[str], home: str | None, counts: Counter[str], taken: set[tuple[str, str]]) -> str | None:
    """The state of a post named without one: the report's own, or the other one it speaks of most if that is taken."""
    if home is not None and not any((key, home) in taken for key in sole):
        return home
    for country, count in counts.most_common(3):
        if count >= 2 and len(country) == 3 and sole and not any((key, country) in taken for key in sole):
            return country
    return None


def capacities_of(posts: Sequence[tuple[Post, str | None, bool]], *, is_summary: bool = False) -> tuple[Capacity, ...]:
    """Return the posts as capacities; in a summary a shorter repeat of a title is no second one."""
    chosen: list[tuple[Post, str | None, bool]] = []
    for post, country, former in posts:
        if not is_summary:
            chosen.append((post, country, former))
            continue
        for n, (other, other_country, other_former) in enumerate(chosen):
            if former == other_former and _repeats(post, other):
                if len(_content(post)) > len(_content(other)):
                    chosen[n] = (post, country or other_country, former)
                elif country and not other_country:
                    chosen[n] = (other, country, former)
                break
        else:
            chosen.append((post, country, former))
    return tuple(
        Capacity(title=post.title, of=post.of, country=country, former=former, span=post.span) for post, country, former in chosen
    )


def _repeats(a: Post, b: Post) -> bool:
    """Whether one title is the other in fewer words: "the Secretary" after "Secretary of State"."""
    one, two = _content(a), _content(b)
    if one & _RANKS != two & _RANKS:
        return False
    if one <= two or two <= one:
        return True
    same = SAME_POST.get(a.key, a.key) == SAME_POST.get(b.key, b.key)
    return same and len(one & two) * 2 >= min(len(one), len(two)) + 1


def _content(post: Post) -> frozenset[str]:
    words = {word for word in post.title.lower().replace("-", " ").replace(",", " ").split() if word not in _SMALL}
    key = post.key.replace("-", " ")
    same = SAME_POST.get(post.key, post.key)
    if same != post.key:
        words = (words - set(key.split())) | set(same.split())
    return frozenset(words)
