"""Know the words that posts are made of: heads, ranks, fields, epithets, prepositions, read from the lexicon."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of


class PostWords(NamedTuple):
    """The words of posts as the lexicon groups them."""

    heads: dict[str, str]
    phrases: dict[str, list[tuple[str, ...]]]
    before: frozenset[str]
    ranks: frozenset[str]
    fields: frozenset[str]
    epithets: frozenset[str]
    former: frozenset[str]
    suffixes: frozenset[str]
    prepositions: dict[str, frozenset[str]]
    things: frozenset[str]
    topics: frozenset[str]


_ONLY_TITLES = frozenset({"nsa"})  # also an agency: a post only right before a name


_SHORT = frozenset({"pm", "pms", "fm", "fms", "vp", "vps", "ceo", "ceos"})


NAME_LIKE = frozenset({"king", "emir", "amir", "sultan", "queen", "pope", "emperor", "judge", "empress"})


_PATRONYMIC = frozenset({"bin", "bint", "ibn", "binti"})


_ALSO_VERBS = frozenset({"head", "chair", "chief", "assistant", "judge", "deputy", "lead"})


@cache
def lexical_words() -> frozenset[str]:
    """Every word that is part of posts: no person is called by it alone."""
    lexicon = post_words()
    first = frozenset(part for options in lexicon.phrases.values() for parts in options for part in parts)
    return frozenset(lexicon.heads) | lexicon.before | first | lexicon.epithets | lexicon.former - {"-"}


@cache
def post_words() -> PostWords:
    """The words of posts."""
    tables = read_lexicon("communique.language", "posts")
    heads: dict[str, str] = {}
    for group in tables["heads"].values():
        for word in group.split():
            heads[word] = word
            heads[f"{word}s"] = word
    for pair in tables["plurals"]["irregular"]:
        plural, single = pair.split("=")
        heads[plural] = single
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in tables["heads_of_many_words"]["phrases"]:
        parts = tuple(phrase.split())
        phrases.setdefault(parts[0], []).append(parts)
        if parts[-1] + "s" in heads or parts[-1] in ("general", "prince", "minister"):
            phrases[parts[0]].append((*parts[:-1], parts[-1] + "s"))
        if parts[0] in heads:
            phrases.setdefault(parts[0] + "s", []).append((parts[0] + "s", *parts[1:]))
    for options in phrases.values():
        options.sort(key=len, reverse=True)
    prepositions = {prep: words_of(tables["prepositions"], prep) for prep in ("to", "on", "in", "at", "from")}
    ranks, fields = words_of(tables["ranks"], "words"), words_of(tables["fields"], "words")
    return PostWords(
        heads, phrases, ranks | fields, ranks, fields, words_of(tables["epithets"], "words"),
        words_of(tables["former"], "words"), words_of(tables["suffixes"], "words"), prepositions,
        words_of(tables["not_posts"], "things"), words_of(tables["topics"], "words"),
    )  # fmt: skip


@cache
def collective_nouns() -> frozenset[str]:
    """Nouns for institutions and people in number: a title may end in one."""
    tables = read_lexicon("communique.language", "parties")
    return words_of(tables["institutions"], "words") | words_of(tables["people"], "words")


def head_at(words: Sequence[Word], i: int, lexicon: PostWords) -> tuple[int, str, bool] | None:
    """The head that begins at word `i`: where it stops, its key, whether it is a plural."""
    lower = words[i].lower
    for parts in lexicon.phrases.get(lower, ()):
        stop = i + len(parts)
        if stop <= len(words) and all(words[i + n].lower == part for n, part in enumerate(parts)):
            plural = (
                words[stop - 1].tag in ("NNS", "NNPS")
                or parts[0] in ("heads", "chiefs", "secretaries")
                or (parts[-1].endswith("s") and parts[-1][:-1] in lexicon.heads)
            )
            return stop, _singular(" ".join(parts), lexicon), plural and not lower.startswith("charg")
    key = lexicon.heads.get(lower)
    if lower in _ONLY_TITLES and (i + 1 == len(words) or words[i + 1].entity != "PERSON"):
        return None
    if lower in _SHORT and not words[i].text[0].isupper():
        return None
    if key is None or words[i].tag[0] in "VM" and not words[i].text[0].isupper():
        return None
    return i + 1, key, key != lower


def _singular(phrase: str, lexicon: PostWords) -> str:
    if phrase.startswith(("heads of", "chiefs of", "secretaries of")):
        first, rest = phrase.split(" ", 1)
        return f"{lexicon.heads.get(first, first)} {rest}"
    rest, _, last = phrase.rpartition(" ")
    single = lexicon.heads.get(
        last, last[:-1] if last.endswith("ss") is False and last in ("princes", "ministers", "generals") else last
    )
    return f"{rest} {single}".strip().replace(" - ", "-")


def is_no_post(words: Sequence[Word], i: int, stop: int, key: str, plural: bool, lexicon: PostWords) -> bool:
    """Whether the head is rather the rank of a head to come, or part of a thing's name ("Leaders' Summit")."""
    if key in NAME_LIKE and i > 0 and words[i - 1].lower in _PATRONYMIC:
        return True
    if key == "chief" and words[i].text == "Chief" and stop < len(words) and words[stop].entity == "PERSON":
        return i == 0 or words[i - 1].text in (",", "and", ".") or words[i - 1].text.islower()
    if stop < len(words):
        after = words[stop]
        if key in NAME_LIKE and after.lower in _PATRONYMIC:
            return True
        if after.text == "-" and key in NAME_LIKE and words[i].text[0].isupper():
            return True
        if key in NAME_LIKE and _is_place_called_after(words, stop, lexicon):
            return True
        if after.lower in lexicon.things:
            return True
        if plural and after.tag == "POS" and stop + 1 < len(words) and words[stop + 1].lower in lexicon.things:
            return True
        if (
            after.tag in ("NN", "NNS")
            and after.text.islower()
            and words[stop - 1].dep == "compound"
            and words[stop - 1].head.i >= after.i
        ):
            return after.lower not in lexicon.heads or key in lexicon.before
    if key in lexicon.before or key in ("chief", "minister", "secretary", "commander"):
        for j in range(stop, min(stop + 5, len(words))):
            lower = words[j].lower
            if lower in lexicon.heads and lower not in ("deputies",):
                return not (key in ("minister", "secretary") and j > stop)
            if lower in lexicon.phrases and head_at(words, j, lexicon):
                return not (key in ("minister", "secretary") and j > stop)
            if lower not in lexicon.before and lower != "-":
                break
    if words[stop - 1].pos not in ("NOUN", "PROPN") and (
        key in _ALSO_VERBS or words[stop - 1].pos == "ADJ" and words[i].text.islower()
    ):
        return True
    return i > 0 and words[i - 1].lower in ("to", "will", "would") and words[i].tag[0] == "V"


def _is_place_called_after(words: Sequence[Word], stop: int, lexicon: PostWords) -> bool:
    """Whether a building or a school bears the name: "King Abdulaziz International Airport"."""
    for word in words[stop : stop + 6]:
        if not word.text[0].isupper():
            return False
        if word.lower in lexicon.things or word.lower in ("international", "road", "street", "prize", "stadium"):
            return True
    return False


def is_honour(lower: str) -> bool:
    """Whether a word in lower case is an honour or a rank."""
    return lower in _honours()


@cache
def _honours() -> frozenset[str]:
    return words_of(read_lexicon("communique.language", "names")["honorifics"], "words")


@cache
def never_names() -> frozenset[str]:
    """Capitalised words that are no names of persons, in lower case."""
    return words_of(read_lexicon("communique.language", "names")["never"], "words")


def singular_title(title: str, plural: bool, lexicon: PostWords) -> str:
    """A title in the singular: "President" for "Presidents"."""
    if not plural:
        return title
    parts = title.split(" ")
    for n, part in enumerate(parts):
        single = lexicon.heads.get(part.lower())
        if single and single != part.lower():
            parts[n] = (
                part[: len(single)]
                if part.lower().startswith(single)
                else (single.capitalize() if part[0].isupper() else single)
            )
            break
    return " ".join(parts)


def as_written(word: Word) -> str:
    """A word as the report has it: "Under Secretary" is read as one word and written as two."""
    if word.end - word.start == len(word.text) + 1 and word.lower.startswith("undersecretar"):
        return f"{word.text[:5]} {word.text[5:]}"
    return word.text
