"""Find where noun phrases begin and stop, and which word carries them; the record of a phrase that names a party."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from communique.language.analysis import BodyMention
from communique.language.people.namings import Naming, View
from communique.language.people.post_words import as_written
from communique.language.people.posts import NUMBERS, Post
from communique.language.words import Word

PhraseKind = Literal[
    "person", "office", "state", "capital", "organisation", "body", "group", "pronoun", "nominal", "country noun",
    "institution noun",
]  # fmt: skip


@dataclass(slots=True, eq=False)
class Phrase:
    """Words that name somebody or something that acts; `first` and `stop` count words of the sentence.

    `noun` is the word in lower case that tells what it is; `begin` to `end` are the words that evidence points at.
    `count` is the number of members said ("the two sides").
    """

    kind: PhraseKind
    first: int
    stop: int
    begin: int
    end: int
    head: Word
    noun: str
    name: str
    country: str | None = None
    plural: bool = False
    definite: bool = False
    count: int | None = None
    possessor: Word | None = None
    naming: Naming | None = None
    post: Post | None = None
    body: BodyMention | None = None
    actors: list[object] = field(default_factory=list)


_BEFORE_NOUNS = frozenset("det amod compound nummod poss nmod predet quantmod advmod npadvmod punct".split())
_OPENING = frozenset({",", "“", '"', "("})
_CONTENT = frozenset("of from for in at to on with between".split())


_AWAY = frozenset({"embassy", "mission", "refugees", "officials", "ambassadors"})
_UNNAMED = frozenset(
    "official source sources diplomat diplomats officer officers aide aides adviser advisers expert experts".split()
)
_INSTITUTIONS = frozenset(
    "delegation mission office ministry department government embassy palace secretariat commission council cabinet "
    "army presidency administration chancellery party camp headquarters agency foundation bank".split()
)


_FORMING = frozenset({"comprise", "compose", "represent", "consist"})


_STOPPERS = frozenset({"who", "which", "that", "whose", "whom", "where", "when"})


def head_of(words: Sequence[Word], first: int, stop: int) -> Word:
    """The word of a phrase that the rest of the sentence attaches to."""
    inside = words[first:stop]
    low, high = inside[0].i, inside[-1].i
    outside = [word for word in inside if word.head is word or not low <= word.head.i <= high]
    for word in reversed(outside):
        if word.dep in (
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "agent",
            "attr",
            "dative",
            "poss",
            "ROOT",
            "conj",
            "appos",
        ):
            return word
    return outside[-1] if outside else inside[-1]


def bare_text(view: View, first: int, stop: int) -> str:
    """The words of a phrase without an article before it."""
    words = view.words
    while stop - first > 1 and words[first].lower in ("the", "a", "an"):
        first += 1
    parts: list[str] = []
    for n in range(first, stop):
        if n > first and words[n].start > words[n - 1].end:
            parts.append(" ")
        parts.append(as_written(words[n]))
    return "".join(parts)


def noun_phrase(view: View, k: int, kind: PhraseKind) -> Phrase:
    """The noun phrase on the noun `k`: left to its article, right over what belongs to its name."""
    words = view.words
    base, word = words[0].i, words[k]
    first = _left_edge(words, k)
    nation = None
    for n in range(first, k + 1):
        here = view.nations.starting_at(n)
        if here is not None and here.stop <= k + 1:
            nation = here
    count = next((NUMBERS[w.lower] for w in words[first:k] if w.lower in NUMBERS), None)
    possessor = next((w for w in words[first:k] if w.tag == "PRP$"), None) or next(
        (c for c in word.children if c.dep == "poss" and view.nations.ending_at(c.i - base + 1) is None), None
    )
    definite = any(
        w.lower in ("the", "both", "these", "those", "this", "that") or w.tag in ("PRP$", "POS") for w in words[first:k]
    )
    stop = k + 1
    if kind in ("group", "state", "institution noun", "nominal") and word.lower not in ("counterpart", "colleague"):
        stop = _phrase_stop(view, k)
    if words[first].text == "-" and first > 0:
        first -= 1
    while first < k and (words[first].lower in ("than", "as", "more") or words[first].tag in ("IN", "CC")):
        first += 1
    begin = first
    while begin < k and words[begin].lower in ("the", "a", "an") and kind != "country noun":
        begin += 1
    country = nation.country if nation is not None else None
    if country is None and kind in ("group", "state", "institution noun") and stop > k + 2:
        inside = [n for n in view.nations.found if k < n.first and n.stop <= stop]
        if len({n.country for n in inside}) == 1 and words[k + 1].lower in ("of", "from"):
            country = inside[0].country
    is_plural = word.tag in ("NNS", "NNPS") or word.lower in ("people", "pair", "duo", "troops", "police")
    return Phrase(
        kind, first, stop, begin, stop, word, word.lower, bare_text(view, first, stop), country, is_plural, definite,
        count, possessor,
    )  # fmt: skip


def _left_edge(words: Sequence[Word], k: int) -> int:
    """Where the phrase on the noun `k` begins: its article, its adjectives, whose it is."""
    base, word, first = words[0].i, words[k], k
    for child in word.children:
        if child.i - base < first and child.dep in _BEFORE_NOUNS and child.text not in _OPENING:
            first = child.i - base
    while (
        first > 0
        and words[first - 1].head.i == words[first].i
        and words[first - 1].dep in _BEFORE_NOUNS
        and words[first - 1].text not in _OPENING
    ):
        first -= 1
    if words[first].dep == "poss":
        owned = [w.i - base for w in words[first].children if w.dep in ("det", "compound", "amod", "poss")]
        first = min([first, *owned])
    return first


def _phrase_stop(view: View, k: int) -> int:
    """How far to the right a noun's phrase goes: over "of", "from" and the like with what hangs on them."""
    words = view.words
    base, word = words[0].i, words[k]
    stop = k + 1
    for child in word.children:
        place = child.i - base
        if place == stop and child.dep == "acl" and child.lemma in _FORMING:
            stop = max(below.i - base + 1 for below in _below(child))
            continue
        if place != stop or child.dep != "prep" or child.lower not in _CONTENT:
            continue
        is_away = child.lower in ("in", "on", "for", "with", "to", "at")
        if is_away and word.lower not in _AWAY and not _is_inside_institution(word, child):
            continue
        end = stop
        for below in _below(child):
            end = max(end, below.i - base + 1)
        cut = next(
            (
                n
                for n in range(stop, end)
                if words[n].lower in _STOPPERS
                or words[n].tag in ("VBD", "VBZ", "VBP", "MD")
                or words[n].text in ("(", ";", ":", "–", "—")
            ),
            end,
        )
        stop = cut
        while stop > k + 1 and words[stop - 1].text in (",", "and", "-"):
            stop -= 1
    return stop


def _is_inside_institution(word: Word, preposition: Word) -> bool:
    """Whether an unnamed somebody is told of by his institution: "a source in the Kyrgyz delegation"."""
    if word.lower not in _UNNAMED or preposition.lower not in ("in", "at", "with"):
        return False
    place = preposition.child_by("pobj")
    return place is not None and place.lower in _INSTITUTIONS


def _below(word: Word) -> list[Word]:
    """The words below `word`, relative clauses left out."""
    found = [word]
    for member in found:
        found.extend(
            child
            for child in member.children
            if child.dep not in ("relcl", "acl", "advcl", "appos", "npadvmod", "tmod")
            and not (
                member is not word and child.dep == "prep" and child.lower in ("in", "on", "at", "during", "to", "with")
            )
        )
    return found


def mark(taken: list[bool], first: int, stop: int) -> None:
    """Note that the words `first` to `stop` belong to a phrase."""
    for k in range(max(first, 0), min(stop, len(taken))):
        taken[k] = True
