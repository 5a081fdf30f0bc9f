"""Posts in time: who held which post on which day goes in, tenures with their first and last day come out."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from communique.linking.people.names import fold_word

_WORD = re.compile(r"[a-z]+")
_SMALL_WORDS = frozenset({"the", "of", "for", "and", "on", "in", "at", "to", "a"})
# Once is a slip of a report, or of the coding.
_FEWEST_REPORTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """A post as one report gives it: to whom, of which country, on which day (ISO 8601), as a former one or not."""

    person: str
    title: str
    country: str | None
    day: str
    former: bool
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A person in a post: the first and last day it is attested, in how many reports, and who held it before and after.

    `former_from` is the first day on which a report calls it a former post.
    """

    person: str
    title: str
    country: str | None
    first_day: str
    last_day: str
    reports: int
    former_from: str | None = None
    before: str | None = None
    after: str | None = None


def find_tenures(attested: Iterable[Attested]) -> list[Tenure]:
    """Return the tenures of everybody in `attested`, by post and time.

    Only for posts that one person holds at a time it is told who came before and after.
    """
    posts: dict[tuple[str, frozenset[str], str | None], list[Attested]] = defaultdict(list)
    for one in attested:
        posts[one.person, post_words(one.title), one.country].append(one)
    tenures = [_tenure(told) for told in posts.values()]
    by_post: dict[tuple[frozenset[str], str | None], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_post[post_words(tenure.title), tenure.country].append(tenure)
    found = [changed for (words, country), held in by_post.items() for changed in _in_turn(held, words, country)]
    return sorted(found, key=lambda tenure: (tenure.person, tenure.first_day, tenure.title, tenure.country or ""))


def post_words(title: str) -> frozenset[str]:
    """What stays of a post's title in any order, folded."""
    words = (word for word in _WORD.findall(title.lower().replace("-", " ")) if word not in _SMALL_WORDS)
    return frozenset(fold_word(word) for word in words)


# Posts that one person holds at a time, by the words that make them so, and words that make them another post.
_SOLE = tuple(map(post_words, (
    "president", "prime minister", "foreign minister", "minister of foreign affairs", "king", "chancellor", "premier",
    "secretary of state", "foreign secretary", "emir", "defence minister", "defense minister", "secretary general",
    "vice president", "pope",
)))  # fmt: skip
_DEPUTIES = post_words("deputy vice assistant under acting former")


def _tenure(told: list[Attested]) -> Tenure:
    holding = sorted(one.day for one in told if not one.former) or sorted(one.day for one in told)
    former = sorted(one.day for one in told if one.former)
    title = max({one.title for one in told}, key=lambda name: (sum(one.title == name for one in told), name))
    return Tenure(
        person=told[0].person, title=title, country=told[0].country, first_day=holding[0], last_day=holding[-1],
        reports=len({one.report for one in told}), former_from=former[0] if former else None,
    )  # fmt: skip


def _in_turn(held: list[Tenure], words: frozenset[str], country: str | None) -> list[Tenure]:
    """Those who held one post, with who came before and after where one alone can hold it."""
    sole = (
        country
        and any(post <= words for post in _SOLE)
        and (not words & _DEPUTIES or words == post_words("vice president"))
    )
    turns = sorted(held, key=lambda tenure: (tenure.last_day, tenure.first_day))
    if not sole or len(turns) == 1:
        return turns
    found = []
    for tenure in turns:
        others = [one for one in turns if one.reports >= _FEWEST_REPORTS]
        before = next((one for one in reversed(others) if one.last_day <= tenure.first_day and one is not tenure), None)
        after = next((one for one in others if one.first_day >= tenure.last_day and one is not tenure), None)
        found.append(
            Tenure(
                person=tenure.person, title=tenure.title, country=tenure.country, first_day=tenure.first_day,
                last_day=tenure.last_day, reports=tenure.reports, former_from=tenure.former_from,
                before=before.person if before else None, after=after.person if after else None,
            )
        )  # fmt: skip
    return found
