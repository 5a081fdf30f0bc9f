"""Remember the bodies a report has named, for "the committee", "its 46th meeting" and "the PJCC" further on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.language.analysis import BodyMention
from communique.language.bodies.words import BodyWords, body_words
from communique.language.nations.countries import find_country_names
from communique.language.words import Word


@dataclass(slots=True)
class NamedBodies:
    """What a report has named so far; `counted` is the body whose session was told last."""

    full: list[str] = field(default_factory=list)
    short: dict[str, str] = field(default_factory=dict)
    organisation: str | None = None
    counted: str | None = None
    sides: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, name: str | None) -> None:
        if name and name not in self.full:
            self.full.append(name)

    def fuller(self, name: str) -> str:
        """The longer name that `name` repeats in part, where one alone does: "Strategic Dialogue"."""
        same = next((full for full in self.full if full.lower() == name.lower()), None)
        if same is not None:
            return same
        parts = name.lower().split()
        longer = [
            full for full in self.full if len(full) > len(name) and set(parts) <= set(re.split(r"[\s-]+", full.lower()))
        ]
        return longer[0] if len(longer) == 1 else name

    def called(self, head: str) -> str | None:
        """The one body named so far whose name ends or begins in `head`; none where several do."""
        found = [name for name in self.full if head in _heads_of(name)]
        return found[0] if len(found) == 1 else None


def note_organisation(words: Sequence[Word], k: int, named: NamedBodies, lexicon: BodyWords) -> None:
    """Remember the organisation named last, for "the bloc's summit" later on."""
    lower = words[k].lower
    known = lower in lexicon.organisations and words[k].text[0].isupper()
    tied = k >= 2 and words[k - 1].text == "(" and (named.organisation or "").endswith(words[k - 2].text)
    if known and not tied and (named.organisation is None or not stands_for(lower, named.organisation)):
        named.organisation = words[k].text
    for size in range(2, 8):
        if k - size + 1 < 0:
            break
        phrase = words[k - size + 1 : k + 1]
        if " ".join(word.lower for word in phrase) in lexicon.organisations:
            named.organisation = written(phrase)


def stands_for(short: str, full: str) -> bool:
    """Whether an abbreviation is made of the first letters of a name."""
    words = re.split(r"[\s-]+", full.lower())
    small = {"of", "the", "and", "for"}
    return short in {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in small)}


def sides_of(words: Sequence[Word], mention: BodyMention, named: NamedBodies) -> tuple[str, ...]:
    """The countries and organisations that the name, or "between X and Y" after it, tells of."""
    if mention.name is not None and mention.name in named.sides:
        return named.sides[mention.name]
    first, stop = mention.first - words[0].i, mention.stop - words[0].i
    if stop < len(words) and words[stop].lower in {"between", "among"}:
        stop = min(stop + 12, len(words))
    found = [
        name.country
        for name in find_country_names(words[first:stop])
        if name.form in {"name", "demonym", "organisation"}
    ]
    sides = tuple(dict.fromkeys(found))
    if mention.name is not None:
        named.sides[mention.name] = sides
    return sides


def note_short(words: Sequence[Word], stop: int, mention: BodyMention, named: NamedBodies) -> int:
    """Tie "(PJCC)" after a name to it; return how many words the parenthesis takes."""
    if stop + 2 < len(words) and words[stop].text == "(" and words[stop + 2].text == ")":
        short = words[stop + 1].text
        if mention.name and sum(letter.isupper() for letter in short) >= 2 and short.replace("-", "").isalnum():
            named.short[short] = mention.name
            return 3
    return 0


def _heads_of(name: str) -> set[str]:
    words = re.split(r"[^\w]+", name.lower())
    lexicon = body_words()
    return {
        word for word in words if word in lexicon.gathering or word in lexicon.institution or word in lexicon.sitting
    }


def written(words: Sequence[Word]) -> str:
    """The words as written, a parenthesised abbreviation left out."""
    text = ""
    skip = False
    previous: Word | None = None
    for word in words:
        if word.text == "(":
            skip = True
        if not skip:
            text += (" " if previous is not None and word.start > previous.end else "") + word.text
            previous = word
        if word.text == ")":
            skip = False
    return text.strip()
