"""Find the posts that the words of a sentence name: "the visiting Belgian deputy prime minister", "Minister of Culture".

Takes the words of one sentence and the nations named in it; gives the posts in the order of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from communique.language.nations import Nation, Nations
from communique.language.words import Word
from communique.lexicon import read_lexicon, words_of
from communique.report.span import Span


@dataclass(slots=True)
class Post:
    """A post as the words name it; indices count the words of the sentence.

    `lead` is where its noun phrase begins (article, epithets and nationality included), `first` to `stop` are the words
    of the title, `head` the noun that carries it. `key` is the head in lower case and singular. `possessor` is the word
    in whose name it stands ("its leader").
    """

    lead: int
    first: int
    stop: int
    head: Word
    key: str
    title: str
    of: str | None
    country: str | None
    former: bool
    plural: bool
    definite: bool
    possessor: Word | None
    count: int | None
    span: Span
    own_words: frozenset[str] = field(default_factory=frozenset)


class _Lexicon(NamedTuple):
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


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2}
_OFFICES = frozenset("office department ministry bureau council house board agency administration directorate".split())
_NAME_LIKE = frozenset({"king", "emir", "amir", "sultan", "queen", "pope", "emperor", "judge", "empress"})
_ALSO_VERBS = frozenset({"head", "chair", "chief", "assistant", "judge", "deputy", "lead"})
_TIMES = frozenset("last next month year week today yesterday tomorrow earlier later".split())
_SHORT = frozenset({"pm", "pms", "fm", "fms", "vp", "vps", "ceo", "ceos"})
_ARTICLES = frozenset({"the", "a", "an"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "HYPH", "FW"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})


def find_posts(words: Sequence[Word], nations: Nations) -> list[Post]:
    """Return the posts named in a sentence, none inside another."""
    lexicon = _lexicon()
    posts: list[Post] = []
    done = 0
    for i, word in enumerate(words):
        if i < done or (word.lower not in lexicon.heads and word.lower not in lexicon.phrases):
            continue
        found = _head_at(words, i, lexicon)
        if found is None:
            continue
        stop, key, plural = found
        if _is_no_post(words, i, stop, key, plural, lexicon):
            continue
        post = _build(words, i, stop, key, plural, done, nations, lexicon)
        posts.append(post)
        done = max(post.stop, stop)
    return posts


@cache
def lexical_words() -> frozenset[str]:
    """Every word that is part of posts: no person is called by it alone."""
    lexicon = _lexicon()
    first = frozenset(part for options in lexicon.phrases.values() for parts in options for part in parts)
    return frozenset(lexicon.heads) | lexicon.before | first | lexicon.epithets | lexicon.former - {"-"}


@cache
def _lexicon() -> _Lexicon:
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
    return _Lexicon(
        heads, phrases, ranks | fields, ranks, fields, words_of(tables["epithets"], "words"),
        words_of(tables["former"], "words"), words_of(tables["suffixes"], "words"), prepositions,
        words_of(tables["not_posts"], "things"), words_of(tables["topics"], "words"),
    )  # fmt: skip


def _head_at(words: Sequence[Word], i: int, lexicon: _Lexicon) -> tuple[int, str, bool] | None:
    """The head that begins at word `i`: where it stops, its key, whether it is a plural."""
    lower = words[i].lower
    for parts in lexicon.phrases.get(lower, ()):
        stop = i + len(parts)
        if stop <= len(words) and all(words[i + n].lower == part for n, part in enumerate(parts)):
            plural = words[stop - 1].tag in ("NNS", "NNPS") or parts[0] in ("heads", "chiefs", "secretaries") or (
                parts[-1].endswith("s") and parts[-1][:-1] in lexicon.heads
            )
            return stop, _singular(" ".join(parts), lexicon), plural and not lower.startswith("charg")
    key = lexicon.heads.get(lower)
    if lower in _SHORT and not words[i].text[0].isupper():
        return None
    if key is None or words[i].tag[0] in "VM" and not words[i].text[0].isupper():
        return None
    return i + 1, key, key != lower


def _singular(phrase: str, lexicon: _Lexicon) -> str:
    if phrase.startswith(("heads of", "chiefs of", "secretaries of")):
        first, rest = phrase.split(" ", 1)
        return f"{lexicon.heads.get(first, first)} {rest}"
    rest, _, last = phrase.rpartition(" ")
    single = lexicon.heads.get(last, last[:-1] if last.endswith("ss") is False and last in ("princes", "ministers", "generals") else last)
    return f"{rest} {single}".strip().replace(" - ", "-")


def _is_no_post(words: Sequence[Word], i: int, stop: int, key: str, plural: bool, lexicon: _Lexicon) -> bool:
    """Whether the head is rather the rank of a head to come, or part of a thing's name ("Leaders' Summit")."""
    if stop < len(words):
        after = words[stop]
        if after.text == "-" and key in _NAME_LIKE and words[i].text[0].isupper():
            return True
        if key in _NAME_LIKE and _is_place_called_after(words, stop, lexicon):
            return True
        if after.lower in lexicon.things:
            return True
        if plural and after.tag == "POS" and stop + 1 < len(words) and words[stop + 1].lower in lexicon.things:
            return True
        if after.tag in ("NN", "NNS") and after.text.islower() and words[stop - 1].dep == "compound" and words[stop - 1].head is after:
            return after.lower not in lexicon.heads or key in lexicon.before
    if key in lexicon.before or key in ("chief", "minister", "secretary", "commander"):
        for j in range(stop, min(stop + 5, len(words))):
            lower = words[j].lower
            if lower in lexicon.heads and lower not in ("deputies",):
                return not (key in ("minister", "secretary") and j > stop)
            if lower in lexicon.phrases and _head_at(words, j, lexicon):
                return not (key in ("minister", "secretary") and j > stop)
            if lower not in lexicon.before and lower != "-":
                break
    if words[stop - 1].pos not in ("NOUN", "PROPN") and (key in _ALSO_VERBS or words[stop - 1].pos == "ADJ" and words[i].text.islower()):
        return True
    return i > 0 and words[i - 1].lower in ("to", "will", "would") and words[i].tag[0] == "V"


def _is_place_called_after(words: Sequence[Word], stop: int, lexicon: _Lexicon) -> bool:
    """Whether a building or a school bears the name: "King Abdulaziz International Airport"."""
    for word in words[stop : stop + 6]:
        if not word.text[0].isupper():
            return False
        if word.lower in lexicon.things or word.lower in ("international", "road", "street", "prize", "stadium"):
            return True
    return False


def _build(
    words: Sequence[Word], i: int, stop: int, key: str, plural: bool, floor: int, nations: Nations, lexicon: _Lexicon
) -> Post:
    first, former, nation = _extend_left(words, i, stop, floor, nations, lexicon)
    lead, more_former, nation, definite, possessor, count = _lead(words, first, floor, nation, nations, lexicon)
    if stop + 1 < len(words) and words[stop].text == "-" and words[stop + 1].lower in lexicon.suffixes:
        stop += 2
    elif stop < len(words) and words[stop].lower in lexicon.suffixes:
        stop += 1
    title = _text(words, first, stop)
    end, of, country = stop, None, None
    if nation:
        of, country = nation.name, nation.country
    for prep, a, b, whole in _segments(words, stop, key, nations, lexicon):
        end = b
        inner = whole or (nations.within(a, b) if prep == "of" else None)
        if whole is not None and prep == "of" and whole.kind != "organisation":
            of, country = whole.name, whole.country or country
        else:
            title += " " + _text(words, a - 1, b)
            if inner is not None and prep == "of" and inner.country and not country:
                country = inner.country
            if prep == "from" and inner is None and (side := nations.within(a, b)) is not None:
                country = country or side.country
            if of is None and prep == "of":
                of = _text(words, a + (words[a].lower in _ARTICLES), b)
    return Post(
        lead, first, end, words[_head_index(words, i, stop)], key, _singular_title(title, plural, lexicon), of, country,
        former or more_former, plural, definite, possessor, count, Span(words[first].start, words[end - 1].end),
        frozenset(title.lower().replace("-", " ").split()),
    )  # fmt: skip


def _head_index(words: Sequence[Word], i: int, stop: int) -> int:
    """The word of a head of many words that carries it: whose head lies outside."""
    inside = words[i:stop]
    for n, word in enumerate(inside):
        if word.head is word or not (inside[0].i <= word.head.i <= inside[-1].i):
            if word.dep not in ("compound", "amod", "punct", "nmod") or n == len(inside) - 1:
                return i + n
    return stop - 1


def _extend_left(
    words: Sequence[Word], i: int, stop: int, floor: int, nations: Nations, lexicon: _Lexicon
) -> tuple[int, bool, Nation | None]:
    """How far the title reaches to the left of its head."""
    first, former, j = i, False, i - 1
    head, capital = words[stop - 1], words[i].text[0].isupper()
    while j >= floor:
        word, lower = words[j], words[j].lower
        nation = nations.ending_at(j + 1)
        if nation is not None and nation.first >= floor:
            return first, former, nation
        if word.text == ")" and j - 2 >= floor and words[j - 2].text == "(" and first == i:
            j -= 3
            continue
        if lower in lexicon.former:
            former = True
        elif lower in lexicon.epithets or word.tag in ("POS", "DT", "PRP$"):
            break
        elif lower in lexicon.before and (word.tag[0] != "V" or lower in lexicon.ranks) or (lower in lexicon.heads and j == i - 1 and word.text[0].isupper()):
            first = j
        elif word.text == "-" and j > floor and first == j + 1:
            if words[j - 1].lower in lexicon.former:
                former = True
                j -= 2
                continue
            if not (words[j - 1].lower in lexicon.before or capital):
                break
        elif lower in ("and", "&") and j > floor and words[j - 1].lower in lexicon.fields and words[j + 1].lower in lexicon.fields:
            pass
        elif lower == "of" and capital and j > floor and words[j - 1].lower in _OFFICES and words[j - 1].text[0].isupper():
            first = j - 1
            j -= 1
        elif word.tag in ("NNP", "NNPS") and word.entity != "PERSON" and word.text[0].isupper() and (
            capital or word.entity == "ORG" or word.head is head
        ) and not _is_honour(lower) and head.lower not in _NAME_LIKE:
            first = j
        elif word.tag == "NN" and word.dep == "compound" and word.head is head:
            first = j
        else:
            break
        j -= 1
    return first, former, None


def _is_honour(lower: str) -> bool:
    return lower in words_of(read_lexicon("communique.language", "names")["honorifics"], "words")


def _lead(
    words: Sequence[Word], first: int, floor: int, nation: Nation | None, nations: Nations, lexicon: _Lexicon
) -> tuple[int, bool, Nation | None, bool, Word | None, int | None]:
    """Where the noun phrase of a post begins, and what stands there: nationality, article, possessor, number."""
    lead, former, definite, possessor, count = first, False, False, None, None
    j = first - 1
    while j >= floor:
        word, lower = words[j], words[j].lower
        here = nations.ending_at(j + 1)
        if here is not None and here.first >= floor:
            nation = nation or here
            lead, j = here.first, here.first - 1
            continue
        if word.tag == "POS":
            owner = nations.ending_at(j)
            definite = True
            if owner is not None and owner.first >= floor:
                nation = nation or owner
                lead, j = owner.first, owner.first - 1
                continue
            possessor = words[j - 1] if j > floor else None
            break
        if lower in lexicon.former:
            former = True
        elif word.text == "-" and j > floor and words[j - 1].lower in lexicon.former:
            former = True
        elif lower in _POSSESSIVES or lower == "whose" or lower in ("the", "this", "that") and word.tag == "DT":
            definite = True
            possessor = word if lower in _POSSESSIVES or lower == "whose" else possessor
            lead = j
            break
        elif lower in NUMBERS:
            count = NUMBERS[lower]
            definite = definite or lower == "both"
        elif lower in lexicon.epithets or word.tag in ("CD", "RB") and lower != "not":
            if lower in ("a", "an"):
                lead = j
                break
        else:
            break
        lead = j
        j -= 1
    return lead, former, nation, definite, possessor, count


def _segments(
    words: Sequence[Word], start: int, key: str, nations: Nations, lexicon: _Lexicon
) -> list[tuple[str, int, int, Nation | None]]:
    """The prepositional phrases that belong to a title: preposition, where its noun phrase begins and stops, and the
    nation where the phrase is nothing but one."""
    found: list[tuple[str, int, int, Nation | None]] = []
    last = key.rsplit(" ", 1)[-1]
    position = start
    while position < len(words) - 1:
        prep = words[position].lower
        open_to = lexicon.prepositions.get(prep)
        if prep not in ("of", "for") and (open_to is None or not (last in open_to or key in open_to)):
            break
        if prep == "for" and (words[position + 1].tag in ("VBG", "CD") or key in ("president", "prime minister", "king")):
            break
        a = position + 1
        b, whole = _noun_phrase(words, a, prep, nations, lexicon)
        if prep == "from" and nations.within(a, b) is None:
            break
        if b == a or (prep == "in" and whole is None and words[a].tag not in ("NNP", "NNPS")):
            break
        found.append((prep, a, b, whole))
        position = b
    return found


def _noun_phrase(
    words: Sequence[Word], a: int, prep: str, nations: Nations, lexicon: _Lexicon
) -> tuple[int, Nation | None]:
    """Where the noun phrase that begins at `a` stops within a title."""
    k = a
    if words[k].tag in ("DT", "PRP$") and k + 1 < len(words):
        k += 1
    nation = nations.starting_at(k)
    if nation is not None and nation.kind != "demonym":
        after = words[nation.stop] if nation.stop < len(words) else None
        goes_on = after is not None and (
            after.tag == "POS" or after.lower in lexicon.topics or (nation.is_short and after.tag in ("NNP", "NNPS", "NN") and not _begins_person(after))
        )
        if not goes_on or nation.kind in ("capital",):
            return _listed_nations(words, nation.stop, prep, nations), nation
    begin = k
    if prep == "for" and words[k].lower in lexicon.heads and words[k].text[0].isupper():
        return a, None
    while k < len(words):
        word = words[k]
        if word.lower in _TIMES:
            break
        if _begins_person(word) and nations.starting_at(k) is None:
            break
        if word.tag in _NOUN_TAGS or word.lower == "united":
            if k > begin and word.text[0].isupper() and _is_honour(word.lower) and _is_named(words, k + 1, lexicon):
                break
            if (
                k > begin and word.lower in lexicon.heads and word.text[0].isupper() and prep != "of"
                and not _is_plural_body(word, words, k) and words[k - 1].lower not in lexicon.before
            ):  # fmt: skip
                break
            k += 1
        elif word.lower == "of" and k > begin and prep == "of" and k + 1 < len(words) and nations.starting_at(k + 1 + (words[k + 1].tag == "DT")) is None and words[k - 1].text[0].isupper() and words[k + 1].text[0].isupper():
            k += 1
        elif word.lower in ("and", "&") and k > begin and _goes_on_after_and(words, k, nations, lexicon):
            k += 2 if words[k + 1].tag == "DT" else 1
        elif word.text == "," and (stop := _listed(words, k, nations, lexicon)):
            k = stop
        else:
            break
    k = _without_name(words, begin, k, lexicon)
    while k > begin and words[k - 1].tag in ("POS", "HYPH", "CC", "JJ") and words[k - 1].text in ("'s", "’s", "-", "and", "'", "’"):
        k -= 1
    return (k, None) if k > begin else (a, None)


def _is_named(words: Sequence[Word], k: int, lexicon: _Lexicon) -> bool:
    """Whether a person's name stands at `k`, by the model's word or as two capitalised words that no title knows."""
    if k < len(words) and _begins_person(words[k]):
        return True
    pair = words[k : k + 2]
    known = lexicon.before | lexicon.topics
    return len(pair) == 2 and all(w.text[0].isupper() and w.text.isalpha() and w.lower not in known for w in pair)


def _without_name(words: Sequence[Word], begin: int, k: int, lexicon: _Lexicon) -> int:
    """Where a title stops that seems to run on into a name the model does not know: "… and Human Rights Uzra Zeya"."""
    if k - begin < 3 or words[begin].text.islower():
        return k
    for n in range(k - 1, max(begin, k - 4), -1):
        tail = words[n:k]
        if n == k - 1 and tail[0].lower in _collectives():
            return k
        if all(w.text[0].isupper() and w.lower not in lexicon.before and w.lower not in lexicon.topics and w.tag in ("NNP", "NNPS") for w in tail):
            before = words[n - 1].lower
            if before in lexicon.topics or before in lexicon.fields:
                return n
    return k


@cache
def _collectives() -> frozenset[str]:
    """Nouns for institutions and people in number: a title may end in one."""
    tables = read_lexicon("communique.language", "parties")
    return words_of(tables["institutions"], "words") | words_of(tables["people"], "words")


def _is_plural_body(word: Word, words: Sequence[Word], k: int) -> bool:
    return word.tag in ("NNPS", "NNS") or (k + 1 < len(words) and words[k + 1].tag == "POS")


def _begins_person(word: Word) -> bool:
    """Whether the model takes a word for the first of a person's name, and it is none of a title's own words."""
    return (
        word.entity == "PERSON" and word.entity_begins and word.text[0].isupper()
        and word.lower not in lexical_words() and word.lower not in words_of(read_lexicon("communique.language", "names")["never"], "words")
    )


def _listed_nations(words: Sequence[Word], stop: int, prep: str, nations: Nations) -> int:
    """Envoys to several states: "Ambassador to Kenya, Uganda, and Zimbabwe"."""
    if prep != "to":
        return stop
    k = stop
    while k < len(words) and words[k].lower in (",", "and"):
        m = k + 1
        while m < len(words) and words[m].lower in ("and", "the"):
            m += 1
        nation = nations.starting_at(m)
        if nation is None or nation.kind == "demonym":
            break
        stop = k = nation.stop
    return stop


def _goes_on_after_and(words: Sequence[Word], k: int, nations: Nations, lexicon: _Lexicon) -> bool:
    """Whether "and" at word `k` joins two fields of one title rather than two posts or persons."""
    m = k + 1
    if m < len(words) and words[m].tag == "DT":
        m += 1
    if m >= len(words) or words[m].tag not in _NOUN_TAGS or _begins_person(words[m]):
        return False
    if _post_ahead(words, m, nations, lexicon):
        return False
    before, after = words[k - 1], words[m]
    if before.text[0].isupper():
        return after.text[0].isupper() and nations.starting_at(m) is None
    return after.lower in lexicon.fields or (m + 1 < len(words) and words[m + 1].lower in ("affairs", "relations", "policy", "issues"))


def _post_ahead(words: Sequence[Word], m: int, nations: Nations, lexicon: _Lexicon) -> bool:
    for n in range(m, min(m + 7, len(words))):
        lower = words[n].lower
        if lower in lexicon.heads and lexicon.heads[lower] == lower or (lower in lexicon.phrases and _head_at(words, n, lexicon)):
            return True
        if words[n].tag not in _NOUN_TAGS or _begins_person(words[n]):
            return False
    return False


def _listed(words: Sequence[Word], k: int, nations: Nations, lexicon: _Lexicon) -> int:
    """Where a list of fields behind the comma at `k` stops: ", Democracy, and Human Rights"; 0 where it is none."""
    if not words[k - 1].text[0].isupper():
        return 0
    m, items = k + 1, 0
    while m < len(words):
        if words[m].lower == "and" and m + 1 < len(words):
            m += 1
            stop = _capital_run(words, m, nations, lexicon)
            return stop if stop > m and items >= (0 if words[m - 2].text == "," else 1) and not _post_ahead(words, m, nations, lexicon) else 0
        stop = _capital_run(words, m, nations, lexicon)
        if stop == m:
            return 0
        items += 1
        m = stop
        if m < len(words) and words[m].text == ",":
            m += 1
        elif not (m < len(words) and words[m].lower == "and"):
            return 0
    return 0


def _capital_run(words: Sequence[Word], m: int, nations: Nations, lexicon: _Lexicon) -> int:
    k = m
    while k < len(words) and k < m + 4 and words[k].text[0].isupper() and words[k].tag in _NOUN_TAGS:
        if _begins_person(words[k]) or words[k].lower in lexicon.heads or (k == m and nations.starting_at(k) is not None):
            break
        k += 1
    return k


def _text(words: Sequence[Word], a: int, b: int) -> str:
    """The words from `a` to `b` as written, gaps as single spaces."""
    parts: list[str] = []
    for n in range(a, b):
        if n > a and words[n].start > words[n - 1].end:
            parts.append(" ")
        parts.append(words[n].text)
    return "".join(parts).strip()


def _singular_title(title: str, plural: bool, lexicon: _Lexicon) -> str:
    if not plural:
        return title
    parts = title.split(" ")
    for n, part in enumerate(parts):
        single = lexicon.heads.get(part.lower())
        if single and single != part.lower():
            parts[n] = part[: len(single)] if part.lower().startswith(single) else (single.capitalize() if part[0].isupper() else single)
            break
    return " ".join(parts)
