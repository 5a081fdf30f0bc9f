"""Find the noun phrases that can be a party: persons, states, organisations, bodies, offices, groups, pronouns.

Takes a sentence as seen by `namings`, and the bodies found in it; gives Phrases in the order of the text.
"""

from collections.abc import Sequence

from communique.language.analysis import BodyMention
from communique.language.nations.countries import common_name
from communique.language.people.common_nouns import find_common_nouns
from communique.language.people.namings import Naming, View
from communique.language.people.noun_phrases import Phrase, PhraseKind, bare_text, head_of, mark, noun_phrase
from communique.language.people.organisations import find_organisations
from communique.language.people.posts import Post
from communique.language.words import Word

PRONOUNS = frozenset(
    "he she him her his hers himself herself they them their theirs themselves it its itself we us our ours i me my "
    "mine ourselves".split()
)


_HONOURS = frozenset("highness majesty excellency holiness eminence hrh hh hm h.e.".split())


def find_phrases(view: View, namings: Sequence[Naming], bodies: Sequence[BodyMention]) -> list[Phrase]:
    """Return the phrases of a sentence; where two have the same head, the longer stays."""
    words = view.words
    taken = [False] * len(words)
    whole = [False] * len(words)
    found: list[Phrase] = []
    for naming in namings:
        found.extend(_person_phrases(view, naming))
        mark(taken, naming.first, naming.stop)
        for post in naming.after:
            mark(taken, post.first, post.stop)
    for body in bodies:
        found.extend(_body_phrase(view, body, taken))
    for post in view.posts:
        if not any(taken[post.first : post.stop]) and post.key != "member":
            found.append(_post_phrase(view, post))
            if post.plural:
                taken[post.head.i - words[0].i] = True
            else:
                mark(taken, post.first, post.stop)
    for nation in view.nations.found:
        if nation.stop > nation.first + 1 and nation.kind in ("name", "organisation") and not nation.hyphenated:
            whole[nation.first : nation.stop] = [True] * (nation.stop - nation.first)
    found.extend(find_organisations(view, taken))
    found.extend(find_common_nouns(view, [a or b for a, b in zip(taken, whole, strict=True)]))
    found.extend(_nations(view, taken))
    for k, word in enumerate(words):
        is_honour = word.lower in _HONOURS and not taken[k]
        is_opening = is_honour and _is_before_post(taken, words, k)
        if is_honour and not is_opening and (made := _honour(words, k)) is not None:
            found.append(made)
        elif word.lower in ("his", "her") and _is_honour_ahead(taken, words, k):
            continue
        elif word.lower in PRONOUNS and word.tag in ("PRP", "PRP$") and not taken[k]:
            found.append(Phrase("pronoun", k, k + 1, k, k + 1, word, word.lower, word.text))
    found.sort(key=lambda phrase: (phrase.begin, -phrase.stop))
    return found


def _is_before_post(taken: Sequence[bool], words: Sequence[Word], k: int) -> bool:
    """Whether an honour only opens a phrase that names the person: "HRH the Crown Prince"."""
    n = k + 1 + (k + 1 < len(words) and words[k + 1].lower in ("the", ","))
    return n < len(words) and taken[n]


def _is_honour_ahead(taken: Sequence[bool], words: Sequence[Word], k: int) -> bool:
    """Whether "his" belongs to an honour that opens a naming: "His Holiness, Pope Francis"."""
    for n in range(k + 1, min(k + 3, len(words))):
        if words[n].lower in _HONOURS and words[n].text[0].isupper():
            return _is_before_post(taken, words, n)
    return False


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
        elif post.head is not head and post.head.head.i not in range(
            words[naming.first].i, words[naming.stop - 1].i + 1
        ):
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
        phrase.kind, phrase.first, phrase.stop, phrase.begin, phrase.end, head, phrase.noun, phrase.name,
        phrase.country, definite=True, naming=phrase.naming,
    )  # fmt: skip


def _body_phrase(view: View, body: BodyMention, taken: list[bool]) -> list[Phrase]:
    words = view.words
    first, stop = body.first - words[0].i, body.stop - words[0].i
    if first < 0 or stop > len(words) or not body.name or any(taken[first:stop]):
        return []
    mark(taken, first, stop)
    return [Phrase("body", first, stop, first, stop, body.head, body.name.lower(), body.name, definite=True, body=body)]


def _post_phrase(view: View, post: Post) -> Phrase:
    words = view.words
    if post.plural:
        place = post.head.i - words[0].i
        phrase = noun_phrase(view, place, "group")
        phrase.stop = phrase.end = max(phrase.stop, post.stop)
        phrase.name, phrase.post, phrase.noun = bare_text(view, phrase.first, phrase.stop), post, post.key
        phrase.count, phrase.possessor = phrase.count or post.count, phrase.possessor or post.possessor
        several = {nation.country for nation in view.nations.found if place < nation.first < phrase.stop}
        phrase.country = None if len(several) > 1 else phrase.country or post.country
        return phrase
    is_definite = post.definite or words[post.first].text[0].isupper()
    name = bare_text(view, post.lead, post.stop)
    return Phrase(
        "office", post.lead, post.stop, post.lead, post.stop, post.head, post.key, name, post.country, post.plural,
        is_definite, post.count, post.possessor, post=post,
    )  # fmt: skip


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
            name = bare_text(view, k + 1, nation.stop)
            found.append(
                Phrase(
                    "group",
                    k + 1 - (k >= 0 and words[k].lower == "the"),
                    nation.stop,
                    k + 1,
                    nation.stop,
                    head,
                    "people",
                    name,
                    nation.country,
                    plural=True,
                )
            )
            continue
        kind: PhraseKind = (
            "organisation" if nation.kind == "organisation" else "state" if nation.kind == "name" else "capital"
        )
        name = bare_text(view, nation.first, nation.stop) if kind == "organisation" else common_name(nation.country)
        found.append(
            Phrase(
                kind,
                first,
                nation.stop,
                nation.first,
                nation.stop,
                head,
                nation.name.lower(),
                name,
                nation.country,
                definite=True,
            )
        )
    return found
