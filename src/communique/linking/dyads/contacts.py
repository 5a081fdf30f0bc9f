"""Contacts of two countries: occasions with who took part go in, counts by month, level and kind come out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from communique.linking.people.tenures import post_words

Level = Literal["heads", "ministers", "others"]
_HEADS = tuple(map(post_words, (
    "president", "prime minister", "king", "queen", "chancellor", "premier", "emir", "amir", "sultan", "crown prince",
    "general secretary", "taoiseach",
)))  # fmt: skip
_MINISTERS = tuple(map(post_words, ("minister", "secretary of state", "foreign secretary")))
_BELOW = post_words("vice deputy assistant under former adviser advisor aide spokesperson envoy ambassador")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """An occasion of two countries: kind, days (ISO 8601), whether it was held, and the capacities on each side."""

    name: str
    kind: str
    first_day: str | None
    held: bool
    called_off: bool
    one: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def level(self) -> Level:
        """The level at which both sides met: that of the lower one."""
        order: Sequence[Level] = ("heads", "ministers", "others")
        return max((_level(self.one), _level(self.other)), key=order.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMonth:
    """How many contacts of a level and kind took place in a month."""

    month: str
    level: Level
    kind: str
    contacts: int


def count_contacts(contacts: Iterable[Contact]) -> tuple[ContactMonth, ...]:
    """Return the counts of what was held, by month, then level, then kind."""
    counts = Counter(
        (one.first_day[:7], one.level, one.kind) for one in contacts if one.held and one.first_day
    )  # fmt: skip
    order = {"heads": 0, "ministers": 1, "others": 2}
    return tuple(
        ContactMonth(month=month, level=level, kind=kind, contacts=count)
        for (month, level, kind), count in sorted(
            counts.items(), key=lambda row: (row[0][0], order[row[0][1]], row[0][2])
        )
    )


def last_and_next(contacts: Sequence[Contact], *, on: str) -> tuple[Contact | None, Contact | None]:
    """The last contact held up to the day `on`, and the next one that is planned after it."""
    held = [one for one in contacts if one.held and one.first_day and one.first_day <= on]
    planned = [one for one in contacts if not one.held and not one.called_off and one.first_day and one.first_day > on]
    return (
        max(held, key=lambda one: (one.first_day or "", one.name), default=None),
        min(planned, key=lambda one: (one.first_day or "", one.name), default=None),
    )


def _level(capacities: Iterable[str]) -> Level:
    titles = [post_words(title) for title in capacities]
    if any(_is_of(title, _HEADS) for title in titles):
        return "heads"
    return "ministers" if any(_is_of(title, _MINISTERS) for title in titles) else "others"


def _is_of(title: frozenset[str], posts: tuple[frozenset[str], ...]) -> bool:
    return not title & _BELOW and any(post <= title for post in posts)
