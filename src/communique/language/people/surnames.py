"""Find further namings by parts of names already known: "Lee" after "Ann Lee"."""

from collections.abc import Sequence

from communique.language.people.name_words import fold, name_parts
from communique.language.people.names import Name
from communique.language.people.namings import View
from communique.language.words import Word


def add_surnames(views: Sequence[View]) -> None:
    """Find further namings by parts of names already known, where neither title nor model told of them."""
    parts: set[str] = set()
    family: set[str] = set()
    for view in views:
        for name in view.names:
            written = name_parts(" ".join(word.text for word in view.words[name.first : name.stop] if word.text != "-"))
            if (len(written) > 1 or name.is_titled) and not any(
                word.text == "-" for word in view.words[name.first : name.stop][:2]
            ):
                parts.update(part for part in written if len(part) > 1)
                family.add(written[-1])
    if not parts:
        return
    for view in views:
        words = view.words
        view.names = [name for name in view.names if not _is_pair_of_names(words[name.first : name.stop], family)]
        taken = {k for name in view.names for k in range(name.lead, name.stop)}
        for post in view.posts:
            taken.update(range(post.first, post.stop))
        k, is_new = 0, False
        while k < len(words):
            word = words[k]
            if (
                k in taken
                or not word.text[0].isupper()
                or fold(word.text) not in parts
                or not _may_be_surname(view, k, parts)
            ):
                k += 1
                continue
            first = k
            k += 1
            while k < len(words) and k not in taken and _goes_on(words, k, parts):
                k += 1
            view.names.append(Name(first, first, k, None, False))
            is_new = True
        if is_new:
            view.names.sort(key=lambda name: name.first)


def _is_pair_of_names(words: Sequence[Word], family: set[str]) -> bool:
    """Whether a hyphen joins two persons: "the Biden-Xi meeting"."""
    return len(words) == 3 and words[1].text == "-" and fold(words[0].text) in family


def _goes_on(words: Sequence[Word], k: int, parts: set[str]) -> bool:
    word = words[k]
    if word.text == "-":
        return k + 1 < len(words) and fold(words[k + 1].text) in parts
    return fold(word.text) in parts and (word.text[0].isupper() or words[k - 1].text == "-")


def _may_be_surname(view: View, k: int, parts: set[str]) -> bool:
    """Whether a capitalised word that is part of a known name stands for the person here."""
    word = view.words[k]
    if word.tag not in ("NNP", "NNPS", "NN"):
        return False
    if any(post.stop == k for post in view.posts):
        return True
    if word.entity in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "DATE"):
        stop = k + 1
        while stop < len(view.words) and view.words[stop].entity == word.entity and not view.words[stop].entity_begins:
            stop += 1
        rest = view.words[k + 1 : stop]
        if not word.entity_begins or any(w.text != "-" and w.tag != "POS" and fold(w.text) not in parts for w in rest):
            return False
    nation = view.nations.starting_at(k)
    if nation is not None and nation.kind != "demonym":
        return False
    return not (
        word.dep == "compound"
        and word.head.i > word.i
        and word.head.lower in ("administration", "government", "regime", "foundation")
    )
