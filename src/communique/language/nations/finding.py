"""Give the countries and organisations named in a sentence by where they begin and end, as the finders of posts and
names ask.

Takes the words of one sentence; gives Nations, whose indices count the words of that sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from communique.language.nations.countries import common_name, find_country_names, organisation_code
from communique.language.words import Word

NationKind = Literal["name", "demonym", "capital", "metonym", "organisation"]


@dataclass(frozen=True, slots=True)
class Nation:
    """Words that name a country or organisation. `is_short` marks abbreviations ("UN", "DPRK", "U.S.")."""

    first: int
    stop: int
    country: str
    kind: NationKind
    name: str
    is_short: bool
    hyphenated: bool


class Nations:
    """The nations of one sentence."""

    def __init__(self, found: list[Nation]) -> None:
        self.found = found
        self._by_first = {nation.first: nation for nation in reversed(found)}
        self._by_stop = {nation.stop: nation for nation in found}

    def starting_at(self, place: int) -> Nation | None:
        """The nation whose first word is `place`."""
        return self._by_first.get(place)

    def ending_at(self, stop: int) -> Nation | None:
        """The nation whose last word is the one before `stop`."""
        return self._by_stop.get(stop)

    def within(self, first: int, stop: int) -> Nation | None:
        """The first nation that lies inside the words `first` to `stop`."""
        for nation in self.found:
            if first <= nation.first and nation.stop <= stop:
                return nation
        return None


def is_state(code: str) -> bool:
    """Whether a code is a state's and not an organisation's."""
    return organisation_code(common_name(code)) is None


_HOME_ORGANS = frozenset({"security council", "national security council", "general assembly", "national assembly"})


def find_nations(words: Sequence[Word], *, korea: str = "KOR") -> Nations:
    """Return the nations named in a sentence.

    `korea` is the state that bare "Korea" and "Korean" mean in this report. Councils that states have as well as the
    United Nations are no nation by themselves.
    """
    if not words:
        return Nations([])
    base = words[0].i
    found: list[Nation] = []
    for name in find_country_names(words):
        first, stop = name.first - base, name.stop - base
        written = " ".join(word.text for word in words[first:stop])
        if written.lower() in _HOME_ORGANS or written.endswith("$"):
            continue
        country = korea if written in ("Korea", "Korean", "Koreans") else name.country
        text = words[first].text if stop == first + 1 else ""
        short = bool(text) and text.replace(".", "").isupper() and len(text.replace(".", "")) <= 6
        found.append(Nation(first, stop, country, name.form, common_name(country), short, name.hyphenated))
    return Nations(found)
