"""The words by which bodies are known: the lexicon of bodies goes in, sets of words come out."""

import re
from dataclasses import dataclass
from functools import cache

from communique.lexicon import read_lexicon, words_of


@dataclass(frozen=True, slots=True)
class BodyWords:
    """Heads, qualifiers and names of bodies; `anchors` is every word at which reading begins."""

    sitting: frozenset[str]
    gathering: frozenset[str]
    institution: frozenset[str]
    talks: frozenset[str]
    session: frozenset[str]
    between: frozenset[str]
    small: frozenset[str]
    kinds: frozenset[str]
    frames: frozenset[str]
    passing: frozenset[str]
    groups: frozenset[str]
    organisations: frozenset[str]
    standing: frozenset[str]
    blocs: frozenset[str]
    shut_out: re.Pattern[str]
    domestic: frozenset[str]
    counted: frozenset[str]
    anchors: frozenset[str]


@cache
def body_words() -> BodyWords:
    """Return the lexicon of bodies, read once a process."""
    tables = read_lexicon("communique.language", "bodies")
    heads, qualifiers, names, out = tables["heads"], tables["qualifiers"], tables["names"], tables["shut_out"]
    organisations = words_of(names, "organisations") | words_of(names, "long_organisations")
    return BodyWords(
        sitting=words_of(heads, "sitting"),
        gathering=words_of(heads, "gathering"),
        institution=words_of(heads, "institution"),
        talks=words_of(heads, "talks"),
        session=words_of(qualifiers, "session"),
        between=words_of(qualifiers, "between_states"),
        small=words_of(qualifiers, "small"),
        kinds=words_of(qualifiers, "kinds"),
        frames=words_of(qualifiers, "frames"),
        passing=words_of(qualifiers, "passing"),
        groups=words_of(names, "groups"),
        organisations=organisations,
        standing=words_of(names, "standing"),
        blocs=words_of(names, "bloc_words"),
        shut_out=re.compile(r"\b(?:" + "|".join(map(re.escape, out["phrases"])) + r")\b"),
        domestic=words_of(out, "domestic"),
        counted=words_of(out, "counted"),
        anchors=words_of(heads, "sitting")
        | words_of(heads, "gathering")
        | words_of(heads, "institution")
        | words_of(names, "groups")
        | words_of(names, "organisations")
        | frozenset({"talks", "one", "p5", "c5", "g"})
        | frozenset(name.split()[-1] for name in names["long_organisations"]),
    )
