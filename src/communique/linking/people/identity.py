"""Who is whom: namings of people go in, which of them are one person comes out, with the verdict on each and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.linking.people.names import compare_names, folded_words

Verdict = Literal["same", "unsure", "different"]
# Whoever is named so many times as often as all who share the family name is meant where it stands alone.
_FAR_MORE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One name as reports write it, for people of one country (absent where none is given), and in how many reports."""

    slug: str
    name: str
    country: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Another naming set beside the one asked for: whether it is the same person, and why."""

    naming: Naming
    verdict: Verdict
    reason: str


def find_spellings(
    asked: Sequence[Naming], others: Iterable[Naming], *, same: Iterable[str] = (), different: Iterable[str] = ()
) -> list[Spelling]:
    """Set every naming that may be the person asked for beside it, the likeliest first.

    `asked` are the namings under the name asked for, `others` those that share a word with it. `same` and `different`
    are the slugs that a person has judged to be this one's or not. A family name alone is this person's only where
    nobody else of the country bears it; other countries and other first names tell namesakes apart.
    """
    others = list(others)
    countries = {naming.country for naming in asked if naming.country}
    name = max((naming.name for naming in asked), key=lambda one: (len(folded_words(one)), len(one)))
    judged = (_judge(name, countries, other, others, frozenset(same), frozenset(different)) for other in others)
    found = [spelling for spelling in judged if spelling is not None]
    order = {"same": 0, "unsure": 1, "different": 2}
    return sorted(
        found, key=lambda one: (order[one.verdict], -one.naming.reports, one.naming.slug, one.naming.country or "")
    )


def _judge(
    name: str, countries: set[str], other: Naming, others: list[Naming], same: frozenset[str], different: frozenset[str]
) -> Spelling | None:
    if other.slug in same:
        return Spelling(naming=other, verdict="same", reason="judged to be the same by hand")
    if other.slug in different:
        return Spelling(naming=other, verdict="different", reason="judged to be another by hand")
    likeness = compare_names(name, other.name)
    if likeness == "different":
        return None
    if other.country and countries and other.country not in countries:
        full = min(len(folded_words(name)), len(folded_words(other.name))) > 1
        if likeness == "same" and full:
            return Spelling(naming=other, verdict="unsure", reason="the same name, but of another country")
        return Spelling(naming=other, verdict="different", reason="of another country")
    if likeness == "same":
        why = "the same words" if set(folded_words(name)) == set(folded_words(other.name)) else "names that go together"
        return Spelling(naming=other, verdict="same", reason=f"{why}, spelt alike in every romanisation")
    rivals = [
        one for one in others
        if compare_names(name, one.name) == "different" and compare_names(other.name, one.name) != "different"
        and (not one.country or one.country in countries or not countries)
    ]  # fmt: skip
    if not rivals:
        return Spelling(naming=other, verdict="same", reason="a family name that nobody else of the country bears here")
    own = sum(one.reports for one in others if compare_names(name, one.name) == "same")
    rival = max(rivals, key=lambda one: (one.reports, one.name))
    if own > _FAR_MORE * sum(one.reports for one in rivals):
        why = f"a family name that {rival.name} bears, too, who is named far less"
        return Spelling(naming=other, verdict="same", reason=why)
    return Spelling(naming=other, verdict="unsure", reason=f"a family name that {rival.name} bears, too")
