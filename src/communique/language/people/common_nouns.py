"""Find parties by common nouns: groups, governments, countries, institutions and single persons."""

from functools import cache
from typing import NamedTuple

from communique.language.people.namings import View
from communique.language.people.noun_phrases import Phrase, PhraseKind, noun_phrase
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of


class PartyNouns(NamedTuple):
    """The common nouns of parties, by sort."""

    people: frozenset[str]
    collectives: frozenset[str]
    governments: frozenset[str]
    bare_governments: frozenset[str]
    countries: frozenset[str]
    single: frozenset[str]
    institutions: frozenset[str]
    short_institutions: frozenset[str]


@cache
def party_nouns() -> PartyNouns:
    """The nouns of parties."""
    tables = read_lexicon("communique.language", "parties")
    people, governments, institutions = tables["people"], tables["governments"], tables["institutions"]
    return PartyNouns(
        words_of(people, "words"), words_of(people, "collectives"), words_of(governments, "words"),
        words_of(governments, "bare"), words_of(tables["countries"], "words"), words_of(tables["single"], "words"),
        words_of(institutions, "words"), words_of(institutions, "short"),
    )  # fmt: skip


class NoParties(NamedTuple):
    """Names of things and regions that no party is called by: how they end, and whole ones."""

    ends: frozenset[str]
    names: frozenset[str]


@cache
def no_parties() -> NoParties:
    """Names that sound like organisations and are none."""
    table = read_lexicon("communique.language", "parties")["no_parties"]
    return NoParties(words_of(table, "ends"), frozenset(table["names"]))


def find_common_nouns(view: View, taken: list[bool]) -> list[Phrase]:
    """Groups, governments, countries and single persons by common nouns."""
    words, nouns = view.words, party_nouns()
    found: list[Phrase] = []
    for k, word in enumerate(words):
        if taken[k] or word.tag not in ("NN", "NNS", "NNP", "NNPS", "CD", "JJ", "DT"):
            continue
        lower = word.lower
        if word.tag in ("CD", "JJ", "DT"):
            if (
                lower in ("two", "both", "latter", "former")
                and word.dep in ("nsubj", "nsubjpass", "pobj", "dobj")
                and (lower == "both" or k > 0 and words[k - 1].lower == "the")
            ):
                found.append(
                    Phrase(
                        "group",
                        k - (lower != "both"),
                        k + 1,
                        k,
                        k + 1,
                        word,
                        lower,
                        word.text,
                        plural=lower in ("two", "both"),
                        definite=True,
                        count=2 if lower in ("two", "both") else None,
                    )
                )
            continue
        if (
            lower in nouns.people
            or lower in ("pair", "duo", "trio")
            or lower in nouns.collectives
            and word.dep not in ("compound", "amod")
        ):
            kind: PhraseKind = "group"
        elif lower in nouns.governments and word.dep not in ("compound", "amod"):
            kind = "state"
        elif lower in nouns.countries and word.dep not in ("compound", "amod"):
            kind = "country noun"
        elif lower in nouns.single and word.dep not in ("compound", "amod"):
            kind = "nominal"
        elif lower in nouns.institutions and word.dep not in ("compound", "amod"):
            kind = "institution noun"
        else:
            continue
        if (
            word.tag in ("NN", "NNP")
            and word.dep in ("compound", "amod")
            or (lower in nouns.people and word.tag in ("NN", "NNP") and lower != "people")
        ):
            continue
        phrase = noun_phrase(view, k, kind)
        if _acts(phrase, word):
            found.append(phrase)
    return found


def _acts(phrase: Phrase, word: Word) -> bool:
    """Whether a common noun can stand for a party here, rather than for a thing or for people at large."""
    if phrase.kind == "institution noun":
        if word.lower in party_nouns().short_institutions:
            return phrase.definite or phrase.country is not None or word.text[0].isupper()
        return phrase.country is not None or word.text[0].isupper()
    if word.lower == "people":
        return (
            phrase.country is not None
            or phrase.stop - phrase.first > 1
            and word.text.islower()
            and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
        )
    if word.lower in ("party", "public", "team", "mission", "community") and word.tag == "NN":
        return phrase.definite or phrase.country is not None
    return True
