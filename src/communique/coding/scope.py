"""Tell whether a report is of diplomacy: parties from two states, or from a state and an international body."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from communique.coding.record import Event
from communique.coding.speech.speaker_words import speaker_words
from communique.language.analysis import Analysis
from communique.language.nations.countries import find_country_names
from communique.language.nations.homes import home_country
from communique.language.words import Word
from communique.lexicon import read_lexicon

LEAD = 100  # words within which a report of diplomacy names a foreign party
SHORT = 70  # words up to which a text has no room for more than one foreign name
LEAST_WORDS = 2  # different words of diplomacy that bear out a report without officials of two sides
DENSE, VERY_DENSE = 0.6, 1.5  # foreign names in a hundred words

_TOKEN = re.compile(r"[\w.]*\w|[^\w\s]")


def is_diplomatic(analysis: Analysis, events: Sequence[Event] = ()) -> bool:
    """Whether the report has parties from at least two states, or from one state and a body of several.

    An event of the report between two sides settles it. States merely named are not enough (a match, a market): a
    foreign one must stand in the headline or the lead, or be named often, and officials of two sides or words of
    diplomacy must be there. In a text of a sentence or two, one foreign name or two parties by name have to do.
    """
    if any(_is_between_sides(event) for event in events):
        return True
    names = [(name.first, name.country) for name in find_country_names(analysis.words[: 2 * LEAD])]
    names += [(m.first, m.country) for m in analysis.mentions if m.country and m.first >= 2 * LEAD]
    names += [(p.first, p.country) for p in analysis.places if p.country and p.first >= 2 * LEAD]
    counts = Counter(country for _, country in names)
    headline = [name.country for name in find_country_names(_headline_words(analysis.report.headline or ""))]
    home = home_country(analysis.report, counts) or next(iter(counts), None)
    officials = {
        a.country
        for a in analysis.actors.values()
        if a.country and any(is_post_of_state(c.title) for c in a.capacities)
    }
    home = home or min(officials, default=None)
    foreign = [first for first, country in names if country != home]
    is_short = len(analysis.words) <= SHORT
    if is_short and any(place.country and place.country != home for place in analysis.places):
        return True
    if not foreign and all(country == home for country in (*headline, *officials)):
        return is_short and home is not None and _names_other_side(analysis)
    if is_short:
        return True
    early = any(country != home for country in headline) or any(first < LEAD for first in foreign)
    share = 100 * len(foreign) / max(len(analysis.words), 1)
    if len(officials) > 1:
        return early or share >= DENSE
    vocabulary = speaker_words().diplomacy
    spoken = len({word.lower for word in analysis.words if word.lower in vocabulary}) >= LEAST_WORDS
    return spoken and ((early and share >= DENSE) or share >= VERY_DENSE)


def _names_other_side(analysis: Analysis) -> bool:
    """Whether a short text tells a second side without its country: "its neighbours", "the Red Cross"."""
    if any(word.lower in _other_side()[1] for word in analysis.words):
        return True
    return _other_side()[0].search(analysis.report.text.lower()) is not None


@cache
def _other_side() -> tuple[re.Pattern[str], frozenset[str]]:
    table = read_lexicon("communique.coding", "scope")
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table["bodies"])) + r")\b"), frozenset(table["words"])


def _is_between_sides(event: Event) -> bool:
    """Whether an event that the report tells, and does not only recall, has parties of two states or bodies."""
    return not event.background and len({p.country for p in event.participants if p.country}) > 1


def is_post_of_state(title: str) -> bool:
    """Whether a post is one of a state or international body, not of a firm or a team."""
    posts = speaker_words().posts
    return any(word in posts for word in title.lower().replace("-", " ").split())


def _headline_words(headline: str) -> list[Word]:
    """The headline as words without a tree, enough to look for names in."""
    return [
        Word(i, match.group(), match.group(), "NNP", "PROPN", "dep", "", False, match.start(), match.end())
        for i, match in enumerate(_TOKEN.finditer(headline))
    ]  # fmt: skip
