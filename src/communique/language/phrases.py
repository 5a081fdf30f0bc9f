"""Find the noun phrases besides persons that can be a party: states, organisations, bodies, offices, groups, pronouns.

Takes a sentence as seen by `people`, and what places and bodies were found in the report; gives Phrases in the order of the text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from communique.language.analysis import BodyMention
from communique.language.countries import common_name, organisation_code
from communique.language.people import Naming, View
from communique.language.posts import NUMBERS, Post
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of

PhraseKind = Literal[
    "person", "office", "state", "capital", "organisation", "body", "group", "pronoun", "nominal", "country noun", "institution noun",
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


class _Lexicon(NamedTuple):
    people: frozenset[str]
    collectives: frozenset[str]
    governments: frozenset[str]
    bare_governments: frozenset[str]
    countries: frozenset[str]
    single: frozenset[str]
    institutions: frozenset[str]
    short_institutions: frozenset[str]


PRONOUNS = frozenset(
    "he she him her his hers himself herself they them their theirs themselves it its itself we us our ours i me my mine ourselves".split()
)
_HONOURS = frozenset("highness majesty excellency holiness eminence hrh hh hm h.e.".split())
_CONTENT = frozenset("of from for in at to on with between".split())
_FORMING = frozenset({"comprise", "compose", "represent", "consist"})
_STOPPERS = frozenset({"who", "which", "that", "whose", "whom", "where", "when"})


def find_phrases(view: View, namings: Sequence[Naming], bodies: Sequence[BodyMention]) -> list[Phrase]:
    """Return the phrases of a sentence; where two have the same head, the longer stays."""
    words = view.words
    taken = [False] * len(words)
    whole = [False] * len(words)
    found: list[Phrase] = []
    for naming in namings:
        found.extend(_person_phrases(view, naming))
        _take(taken, naming.first, naming.stop)
    for body in bodies:
        found.extend(_body_phrase(view, body, taken))
    for post in view.posts:
        if not any(taken[post.first : post.stop]) and post.key != "member":
            found.append(_post_phrase(view, post))
            if post.plural:
                taken[post.head.i - words[0].i] = True
            else:
                _take(taken, post.first, post.stop)
    for nation in view.nations.found:
        if nation.stop > nation.first + 1 and nation.kind in ("name", "organisation") and not nation.hyphenated:
            whole[nation.first : nation.stop] = [True] * (nation.stop - nation.first)
    found.extend(_organisations(view, taken))
    found.extend(_common_nouns(view, [a or b for a, b in zip(taken, whole, strict=True)]))
    found.extend(_nations(view, taken))
    for k, word in enumerate(words):
        if word.lower in _HONOURS and not taken[k] and (made := _honour(words, k)) is not None:
            found.append(made)
        elif word.lower in PRONOUNS and word.tag in ("PRP", "PRP$") and not taken[k]:
            found.append(Phrase("pronoun", k, k + 1, k, k + 1, word, word.lower, word.text))
    found.sort(key=lambda phrase: (phrase.begin, -phrase.stop))
    return found


@cache
def lexicon() -> _Lexicon:
    """The nouns of parties."""
    tables = read_lexicon("communique.language", "parties")
    return _Lexicon(
        words_of(tables["people"], "words"), words_of(tables["people"], "collectives"), words_of(tables["governments"], "words"),
        words_of(tables["governments"], "bare"), words_of(tables["countries"], "words"), words_of(tables["single"], "words"),
        words_of(tables["institutions"], "words"), words_of(tables["institutions"], "short"),
    )  # fmt: skip


def _take(taken: list[bool], first: int, stop: int) -> None:
    for k in range(max(first, 0), min(stop, len(taken))):
        taken[k] = True


def head_of(words: Sequence[Word], first: int, stop: int) -> Word:
    """The word of a phrase that the rest of the sentence attaches to."""
    inside = words[first:stop]
    low, high = inside[0].i, inside[-1].i
    outside = [word for word in inside if word.head is word or not low <= word.head.i <= high]
    for word in reversed(outside):
        if word.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "attr", "dative", "poss", "ROOT", "conj", "appos"):
            return word
    return outside[-1] if outside else inside[-1]


def _person_phrases(view: View, naming: Naming) -> list[Phrase]:
    words, name = view.words, naming.name
    head = head_of(words, naming.first, name.stop)
    made = Phrase(
        "person", naming.first, naming.stop, name.first, name.stop, head, naming.text, naming.text, naming.country,
        definite=True, naming=naming,
    )  # fmt: skip
    found = [made]
    last = words[name.stop - 1]
    if last is not head and not naming.first <= last.head.i - words[0].i < naming.stop:
        found.append(_again(made, last))
    for post, _, _ in naming.posts:
        if post in naming.after and post.head is not head:
            again = _again(made, post.head)
            again.first, again.stop = post.lead, post.stop
            found.append(again)
        elif post.head is not head and post.head.head.i not in range(words[naming.first].i, words[naming.stop - 1].i + 1):
            found.append(_again(made, post.head))
    return found


def _honour(words: Sequence[Word], k: int) -> Phrase | None:
    """An honour that stands for the person: "His Highness", "Her Majesty", "HRH"."""
    if words[k].lower in ("hrh", "hh", "hm", "h.e."):
        first, noun = k, "he"
    elif k > 0 and words[k - 1].lower in ("his", "her") or k > 1 and words[k - 2].lower in ("his", "her"):
        first = k - 1 if words[k - 1].lower in ("his", "her") else k - 2
        noun = "he" if words[first].lower == "his" else "she"
        if not words[k].text[0].isupper():
            return None
    else:
        return None
    stop = k + 1
    return Phrase("pronoun", first, stop, first, stop, words[k], noun, _text_of(words, first, stop), definite=True)


def _text_of(words: Sequence[Word], first: int, stop: int) -> str:
    return " ".join(word.text for word in words[first:stop])


def _again(phrase: Phrase, head: Word) -> Phrase:
    return Phrase(
        phrase.kind, phrase.first, phrase.stop, phrase.begin, phrase.end, head, phrase.noun, phrase.name, phrase.country,
        definite=True, naming=phrase.naming,
    )  # fmt: skip


def _body_phrase(view: View, body: BodyMention, taken: list[bool]) -> list[Phrase]:
    words = view.words
    first, stop = body.first - words[0].i, body.stop - words[0].i
    if first < 0 or stop > len(words) or not body.name or any(taken[first:stop]):
        return []
    _take(taken, first, stop)
    return [Phrase("body", first, stop, first, stop, body.head, body.name.lower(), body.name, definite=True, body=body)]


def _post_phrase(view: View, post: Post) -> Phrase:
    words = view.words
    if post.plural:
        place = post.head.i - words[0].i
        phrase = _noun_phrase(view, place, "group")
        phrase.stop = phrase.end = max(phrase.stop, post.stop)
        phrase.name, phrase.post, phrase.noun = _bare(view, phrase.first, phrase.stop), post, post.key
        phrase.count, phrase.possessor = phrase.count or post.count, phrase.possessor or post.possessor
        several = {nation.country for nation in view.nations.found if place < nation.first < phrase.stop}
        phrase.country = None if len(several) > 1 else phrase.country or post.country
        return phrase
    return Phrase(
        "group" if post.plural else "office", post.lead, post.stop, post.lead, post.stop, post.head, post.key,
        _bare(view, post.lead, post.stop), post.country, post.plural, post.definite or words[post.first].text[0].isupper(),
        post.count, post.possessor, post=post,
    )  # fmt: skip


def _bare(view: View, first: int, stop: int) -> str:
    """The words of a phrase without an article before it."""
    words = view.words
    while stop - first > 1 and words[first].lower in ("the", "a", "an"):
        first += 1
    parts: list[str] = []
    for n in range(first, stop):
        if n > first and words[n].start > words[n - 1].end:
            parts.append(" ")
        parts.append(words[n].text)
    return "".join(parts)


def _organisations(view: View, taken: list[bool]) -> list[Phrase]:
    """Organisations by the model's word or by the head of their name; those that act for a whole carry its code."""
    words, nouns = view.words, lexicon().institutions
    found: list[Phrase] = []
    k = 0
    while k < len(words):
        word = words[k]
        if word.lower == "the" or taken[k] or not word.text[0].isupper() and word.lower not in ("foreign", "defense", "defence", "interior", "finance"):
            k += 1
            continue
        stop = _organisation_stop(view, k, taken)
        if stop is None:
            k += 1
            continue
        first = k
        nation = view.nations.ending_at(k - 1) if k > 1 and words[k - 1].tag == "POS" else view.nations.ending_at(k)
        inner = view.nations.within(k, stop)
        country = organisation_code(_bare(view, k, stop)) or (nation.country if nation else None) or (inner.country if inner else None)
        if nation is not None:
            first = nation.first
        if first > 0 and words[first - 1].lower == "the":
            first -= 1
        last = words[stop - 1].lower
        noun = next((w.lower for w in words[k:stop] if w.lower in nouns), last)
        found.append(
            Phrase("organisation", first, stop, nation.first if nation else k, stop, head_of(words, k, stop), noun,
                   _bare(view, nation.first if nation and words[k - 1].tag == "POS" else k, stop), country, definite=True)
        )  # fmt: skip
        _take(taken, nation.first if nation else k, stop)
        k = stop
    return found


def _organisation_stop(view: View, k: int, taken: Sequence[bool]) -> int | None:
    """Where the name of an organisation that begins at `k` stops; `None` where there is none."""
    words, nouns = view.words, lexicon().institutions
    word = words[k]
    nation = view.nations.starting_at(k)
    if any(other.first < k < other.stop for other in view.nations.found) or word.tag in ("VBZ", "VBP", "MD", "PRP", "WP", "WRB"):
        return None
    stop = k
    if word.entity == "ORG" and (word.entity_begins or k == 0 or words[k - 1].entity != "ORG"):
        stop = k + 1
        while stop < len(words) and words[stop].entity == "ORG" and not words[stop].entity_begins and not taken[stop]:
            if words[stop].lower == "and" and nation is not None and nation.stop == stop:
                break
            stop += 1
        stop = _before_nation(view, k, stop)
        while stop > k and words[stop - 1].tag in ("POS", "CC", ",", "DT"):
            stop -= 1
    run = k
    while run < len(words) and not taken[run] and (words[run].text[0].isupper() or words[run].lower in ("of", "for", "and", "foreign", "ministry", "the", "defence", "defense") and run > k):
        run += 1
    while run > k and not words[run - 1].text[0].isupper() and words[run - 1].lower not in nouns:
        run -= 1
    has_noun = any(words[n].lower in nouns for n in range(k, run))
    if has_noun and nation is None and run > stop:
        heads = [n for n in range(k, run) if words[n].lower in nouns]
        if heads[0] == k and run == k + 1:
            return run if word.tag in ("NNP", "NNPS") and word.lower in lexicon().short_institutions else None
        run = _before_nation(view, k, run)
        split = next((n for n in range(heads[0] + 1, run) if words[n].lower == "and"), run)
        stop = split if heads[0] < split else run
    if nation is not None and nation.stop >= stop and nation.kind != "organisation":
        return None
    if stop <= k or nation is not None and nation.kind == "organisation" and nation.stop >= stop:
        return None
    return stop


def _before_nation(view: View, k: int, stop: int) -> int:
    """Where a name stops before "and" or a comma with a state or organisation behind it."""
    words = view.words
    for n in range(k + 1, stop):
        if words[n].lower in ("and", ","):
            m = n + 1 + (n + 1 < stop and words[n + 1].lower == "the")
            nation = view.nations.starting_at(m)
            before = view.nations.ending_at(n)
            if nation is not None and nation.kind != "demonym" or before is not None and before.first == k:
                return n
    return stop


def _nations(view: View, taken: Sequence[bool]) -> list[Phrase]:
    words = view.words
    found: list[Phrase] = []
    for nation in view.nations.found:
        if any(taken[nation.first : nation.stop]) or nation.hyphenated:
            continue
        first = nation.first - (nation.first > 0 and words[nation.first - 1].lower == "the")
        head = head_of(words, nation.first, nation.stop)
        if nation.kind == "demonym":
            if words[nation.stop - 1].tag not in ("NNPS", "NNS") or head.dep in ("amod", "compound"):
                continue
            k = nation.first - 1
            count = 0
            while k >= 0 and words[k].tag in ("CD", "JJ", "DT") and words[k].lower not in ("the",):
                k -= 1
                count += 1
            name = _bare(view, k + 1, nation.stop)
            found.append(
                Phrase("group", k + 1 - (k >= 0 and words[k].lower == "the"), nation.stop, k + 1, nation.stop, head, "people", name, nation.country, plural=True)
            )
            continue
        kind: PhraseKind = "organisation" if nation.kind == "organisation" else "state" if nation.kind == "name" else "capital"
        name = _bare(view, nation.first, nation.stop) if kind == "organisation" else common_name(nation.country)
        found.append(Phrase(kind, first, nation.stop, nation.first, nation.stop, head, nation.name.lower(), name, nation.country, definite=True))
    return found


def _common_nouns(view: View, taken: list[bool]) -> list[Phrase]:
    """Groups, governments, countries and single persons by common nouns."""
    words, nouns = view.words, lexicon()
    found: list[Phrase] = []
    for k, word in enumerate(words):
        if taken[k] or word.tag not in ("NN", "NNS", "NNP", "NNPS", "CD", "JJ", "DT"):
            continue
        lower = word.lower
        if word.tag in ("CD", "JJ", "DT"):
            if lower in ("two", "both", "latter", "former") and word.dep in ("nsubj", "nsubjpass", "pobj", "dobj") and (lower == "both" or k > 0 and words[k - 1].lower == "the"):
                found.append(Phrase("group", k - (lower != "both"), k + 1, k, k + 1, word, lower, word.text, plural=lower in ("two", "both"), definite=True, count=2 if lower in ("two", "both") else None))
            continue
        if lower in nouns.people or lower in ("pair", "duo", "trio") or lower in nouns.collectives and word.dep not in ("compound", "amod"):
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
        if word.tag in ("NN", "NNP") and word.dep in ("compound", "amod") or (lower in nouns.people and word.tag in ("NN", "NNP") and lower != "people"):
            continue
        phrase = _noun_phrase(view, k, kind)
        if _acts(phrase, word):
            found.append(phrase)
    return found


def _acts(phrase: Phrase, word: Word) -> bool:
    """Whether a common noun can stand for a party here, rather than for a thing or for people at large."""
    if phrase.kind == "institution noun":
        if word.lower in lexicon().short_institutions:
            return phrase.definite or phrase.country is not None or word.text[0].isupper()
        return phrase.country is not None or word.text[0].isupper()
    if word.lower == "people":
        return phrase.country is not None or phrase.stop - phrase.first > 1 and word.text.islower() and word.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    if word.lower in ("party", "public", "team", "mission", "community") and word.tag == "NN":
        return phrase.definite or phrase.country is not None
    return True


def _noun_phrase(view: View, k: int, kind: PhraseKind) -> Phrase:
    """The noun phrase on the noun `k`: left to its article, right over what belongs to its name."""
    words = view.words
    base, word = words[0].i, words[k]
    first = k
    for child in word.children:
        place = child.i - base
        if place < first and child.dep in ("det", "amod", "compound", "nummod", "poss", "nmod", "predet", "quantmod", "advmod", "punct") and child.text not in (",", "“", '"', "("):
            first = place
    while first > 0 and words[first - 1].head.i == words[first].i and words[first - 1].dep in ("det", "amod", "compound", "poss", "nummod", "advmod", "quantmod", "npadvmod", "punct") and words[first - 1].text not in (",", "(", '"', "“"):
        first -= 1
    if words[first].dep == "poss":
        first = min([first, *(w.i - base for w in words[first].children if w.i - base < first and w.dep in ("det", "compound", "amod", "poss"))])
    nation = None
    for n in range(first, k + 1):
        here = view.nations.starting_at(n)
        if here is not None and here.stop <= k + 1:
            nation = here
    count = next((NUMBERS[w.lower] for w in words[first:k] if w.lower in NUMBERS), None)
    possessor = next((w for w in words[first:k] if w.tag == "PRP$"), None) or next(
        (c for c in word.children if c.dep == "poss" and view.nations.ending_at(c.i - base + 1) is None), None
    )
    definite = any(w.lower in ("the", "both", "these", "those", "this", "that") or w.tag in ("PRP$", "POS") for w in words[first:k])
    stop = k + 1
    if kind in ("group", "state", "institution noun", "nominal"):
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
    return Phrase(
        kind, first, stop, begin, stop, word, word.lower, _bare(view, first, stop), country, word.tag in ("NNS", "NNPS") or word.lower in ("people", "pair", "duo", "troops", "police"),
        definite, count, possessor,
    )  # fmt: skip


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
        if child.lower in ("in", "on", "for", "with", "to", "at") and word.lower not in ("embassy", "mission", "refugees", "officials", "ambassadors"):
            continue
        end = stop
        for below in _below(child):
            end = max(end, below.i - base + 1)
        cut = next((n for n in range(stop, end) if words[n].lower in _STOPPERS or words[n].tag in ("VBD", "VBZ", "VBP", "MD") or words[n].text in ("(", ";", ":", "–", "—")), end)
        stop = cut
        while stop > k + 1 and words[stop - 1].text in (",", "and", "-"):
            stop -= 1
    return stop


def _below(word: Word) -> list[Word]:
    """The words below `word`, relative clauses left out."""
    found = [word]
    for member in found:
        found.extend(
            child for child in member.children
            if child.dep not in ("relcl", "acl", "advcl", "appos", "npadvmod", "tmod")
            and not (member is not word and child.dep == "prep" and child.lower in ("in", "on", "at", "during", "to", "with"))
        )
    return found


def phrases_by_head(phrases: Sequence[Phrase]) -> Mapping[int, Phrase]:
    """The phrases of a sentence by the running number of their head."""
    return {phrase.head.i: phrase for phrase in reversed(phrases)}
