"""What a report has of diplomacy and of other matters: headline and text go in, its telling words come out, counted.

Only the headline and the beginning of the text are looked at, where a report says what it is about.
"""

from dataclasses import dataclass
from math import log1p

from communique.report.triage.wording import FAMILIES, FOREIGN, plain, wording

LOOKED_AT = 4_000  # characters of the text
_LEAD = 600  # characters of it that are its lead
_FOREIGN = frozenset(map(FAMILIES.index, FOREIGN))
_OFFICES, _ACTS = map(FAMILIES.index, ("offices", "acts"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The telling words of a report as their numbers, and what is weighed besides them."""

    words: tuple[int, ...]
    """Each once: those of the headline, then those of the text, in their order."""
    counts: tuple[float, ...]
    """Of every family how many words stand in the headline, in the text and in its lead, then how foreign the text is,
    all on scales that flatten."""

    @property
    def families(self) -> dict[str, list[str]]:
        """The words by family."""
        known = wording()
        found: dict[str, list[str]] = {family: [] for family in FAMILIES}
        for number in self.words:
            found[FAMILIES[known.family_of[number]]].append(known.words[number])
        return found


def traits_of(headline: str | None, text: str) -> Traits:
    """The traits of a report."""
    known = wording()
    family_of = known.family_of
    beginning = plain(text[:LOOKED_AT])
    in_headline = dict.fromkeys(number for number, _, _ in known.found_in(plain(headline or "")))
    headed, told, led = ([0] * len(FAMILIES) for _ in range(3))
    for number in in_headline:
        headed[family_of[number]] += 1
    in_text: dict[int, None] = {}
    mentions = 0
    for number, place, _end in known.found_in(beginning):
        family = family_of[number]
        mentions += family in _FOREIGN
        if number not in in_text:
            in_text[number] = None
            told[family] += 1
            led[family] += place < _LEAD
    counts = (
        *map(log1p, headed), *map(log1p, told), *map(log1p, led),
        *_foreignness(headed, told, mentions, words=beginning.count(b" ")),
    )  # fmt: skip
    return Traits(words=tuple(dict.fromkeys([*in_headline, *in_text])), counts=counts)


def _foreignness(headed: list[int], told: list[int], mentions: int, *, words: int) -> tuple[float, ...]:
    """How much of a text other states are: how many, beside how many offices and acts, how often, how densely."""
    foreign = sum(told[family] for family in _FOREIGN)
    return (
        log1p(words), log1p(foreign), log1p(foreign * told[_OFFICES]), log1p(foreign * told[_ACTS]),
        log1p(mentions), 10 * mentions / (words + 20), float(any(headed[family] for family in _FOREIGN)),
    )  # fmt: skip
