"""Tell whose voice a report is in: its author's, the parties' of a joint statement, or its outlet's."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.language.analysis import Analysis
from communique.language.nations.countries import common_name, country_of, find_country_names, organisation_code
from communique.lexicon import read_lexicon

# What a joint statement is about: "Joint Statement on Yemen by the United States and Oman".
_TOPIC = re.compile(r"\b(?:on|regarding|following|about|concerning)\b.*?(?=\bby\b|$)", re.I)
_FRONT_LINES = 4
LEAST_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words the report's own sentences are; `names` are those of the author or the parties."""

    kind: Literal["author", "joint", "organ", "outlet"]
    names: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    is_talk: bool = False


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """The pattern of that name in `lexicon/voice.toml`; capitals count in bylines alone."""
    pieces = read_lexicon("communique.coding", "voice")[name]
    return re.compile(
        "".join(pieces), 0 if name in ("byline", "organ") else re.IGNORECASE | re.MULTILINE * (name == "operative")
    )


def find_voice(analysis: Analysis) -> Voice:
    """Return the voice of the report."""
    headline = " ".join((analysis.report.headline or "").split())
    released = _pattern("released").search(analysis.report.text[:1500])
    opening = _pattern("opening").search(analysis.report.text[:1200])
    signed = _pattern("joint").search(headline) or (released and _pattern("joint").search(analysis.report.text[:400]))
    if opening and not signed:
        return _group_voice(analysis, opening.group("group"))
    if signed:
        return _parties_voice(analysis, headline, released.group("parties") if released else None)
    organ = _organ(analysis)
    if organ is not None:
        return organ
    author = _author(analysis, headline)
    if author is None:
        return Voice("outlet", is_talk=bool(_pattern("talk").search(headline)))
    actor = _actor_called(analysis, author)
    name = analysis.actors[actor].name if actor else author
    return Voice("author", (name,), (actor,) if actor else ())


def _organ(analysis: Analysis) -> Voice | None:
    """The organ whose decision the report quotes by its paragraphs: the first one named before them."""
    text = analysis.report.text
    paragraphs = list(_pattern("operative").finditer(text))
    if len(paragraphs) < LEAST_PARAGRAPHS:
        return None
    found = _pattern("organ").search(text[: paragraphs[0].start()])
    if found is None:
        return None
    name = re.sub("^The ", "", found.group("organ"))
    key = next((k for k, a in analysis.actors.items() if name in a.name and a.kind in ("body", "organisation")), None)
    return Voice("organ", (analysis.actors[key].name if key else name,), (key,) if key else (), (name,))


def _author(analysis: Analysis, headline: str) -> str | None:
    lines = [line.strip() for line in analysis.report.text.split("\n", 12) if line.strip()][:_FRONT_LINES]
    for line in lines:
        found = _pattern("byline").match(line)
        if found and len(line) < 140 and not _pattern("office").search(found.group("author")):
            return found.group("author")
    found = _pattern("authored").match(headline)
    if not found:
        return None
    name = found.group("author").strip(" ,:")
    while True:
        shorter = _pattern("titles").sub("", name)
        if shorter == name or not shorter:
            break
        name = shorter
    name = re.split(r", | and (?=[A-Z])", name)[0].strip()
    return name if name[:1].isupper() else None


def _actor_called(analysis: Analysis, name: str) -> str | None:
    wanted = name.lower().split()
    for key, actor in analysis.actors.items():
        if actor.kind in ("person", "organisation", "office"):
            have = actor.name.lower().split()
            if (
                have == wanted
                or (len(have) == 1 and have[0] == wanted[-1])
                or (have[0] == wanted[0] and have[-1] == wanted[-1])
                or (len(wanted) == 1 and wanted[0] == have[-1])
            ):
                return key
    return None


def _parties_voice(analysis: Analysis, headline: str, released: str | None) -> Voice:
    """The parties of a joint statement, from the line on its release, the headline or the first sentences."""
    codes = _codes_in(released) if released else {}
    if len(codes) < 2:
        codes = _codes_in(_TOPIC.sub("", headline))
    if len(codes) < 2:
        for sentence in analysis.sentences[:3]:
            codes = {name.country: common_name(name.country) for name in find_country_names(sentence.words)}
            if len(codes) > 1:
                break
    names, actors = [], []
    for code, written in codes.items():
        actor = next(
            (k for k, a in analysis.actors.items() if a.kind in ("state", "organisation") and a.country == code), None
        )
        names.append(written if organisation_code(written) or not actor else analysis.actors[actor].name)
        if actor:
            actors.append(actor)
    return Voice("joint", tuple(names), tuple(actors), tuple(codes))


def _group_voice(analysis: Analysis, group: str) -> Voice:
    """The voice of a group that signs as one, known by its short name where it has one ("leaders of the G7")."""
    short = next((word for word in group.split() if organisation_code(word)), None)
    actor = _actor_called(analysis, short) if short else None
    return Voice("joint", (short or group,), (actor,) if actor else (), (short or group,))


def _codes_in(text: str) -> dict[str, str]:
    """The states and organisations that a list names, in its order: codes with what to call them.

    An organ that acts for an organisation keeps its own name ("European Commission").
    """
    codes: dict[str, str] = {}
    for piece in _pattern("separators").split(text):
        name = piece.strip(" .’'")
        code = country_of(name)
        if code and code not in codes:
            codes[code] = name if organisation_code(name) else common_name(code)
    return codes
