"""Find how far a title goes on behind its head: "Minister of Foreign Affairs and Trade"."""

from collections.abc import Sequence

from communique.language.nations.finding import Nation, Nations
from communique.language.people.post_words import (
    PostWords,
    as_written,
    collective_nouns,
    head_at,
    is_honour,
)
from communique.language.people.title_ends import begins_person, is_given, is_named, without_name
from communique.language.words import Word

ARTICLES = frozenset({"the", "a", "an"})


_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "CD", "POS", "HYPH", "FW"})


_OCCASIONS = frozenset(
    "call visit meeting talks invitation hospitality welcome support time day days week weeks month months year years "
    "briefing lunch dinner breakfast walk discussion discussions consultations efforts leadership help remarks".split()
)


_TIMES = frozenset("last next month year week today yesterday tomorrow earlier later".split())


def find_segments(
    words: Sequence[Word], start: int, key: str, nations: Nations, lexicon: PostWords
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
        if prep == "for" and (
            words[position + 1].tag in ("VBG", "CD")
            or key in ("president", "vice president", "prime minister", "king", "foreign minister")
            or _is_occasion(words, position + 1)
        ):
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


def _goes_on_behind(words: Sequence[Word], a: int, nation: Nation, lexicon: PostWords) -> bool:
    """Whether a state only opens the name of what a post is for: "of Peru's navy", "of the Ghana Cocoa Board"."""
    if nation.stop >= len(words):
        return False
    after = words[nation.stop]
    if after.tag == "POS" or after.lower in lexicon.topics:
        return True
    if words[a].tag == "DT" and _names_institution(words, nation.stop):
        return True
    return nation.is_short and after.tag in ("NNP", "NNPS", "NN") and not begins_person(after)


def _names_institution(words: Sequence[Word], k: int) -> bool:
    """Whether capitals at `k` hold a noun for an institution: "of the Ghana Cocoa Board"."""
    stop = k
    while stop < len(words) and stop < k + 4 and words[stop].text[0].isupper() and words[stop].tag[:2] == "NN":
        stop += 1
    return any(word.lower in collective_nouns() for word in words[k:stop])


def _is_occasion(words: Sequence[Word], a: int) -> bool:
    """Whether "for" gives the reason or the time and not the field of a post: "thanked the minister for his visit"."""
    first = words[a]
    if first.tag == "PRP$":
        return True
    for word in words[a : a + 6]:
        if word.tag in ("NN", "NNS"):
            return word.lower in _OCCASIONS
        if word.tag[0] not in "DJNPRC" and word.lower != "the":
            return False
    return False


def _noun_phrase(
    words: Sequence[Word], a: int, prep: str, nations: Nations, lexicon: PostWords
) -> tuple[int, Nation | None]:
    """Where the noun phrase that begins at `a` stops within a title."""
    k = a
    if words[k].tag in ("DT", "PRP$") and k + 1 < len(words):
        k += 1
    nation = nations.starting_at(k)
    if nation is not None and nation.kind != "demonym":
        goes_on = _goes_on_behind(words, a, nation, lexicon)
        if not goes_on or nation.kind in ("capital",):
            return _listed_nations(words, nation.stop, prep, nations), nation
    begin = k
    if prep == "for" and words[k].lower in lexicon.heads and words[k].text[0].isupper():
        return a, None
    while k < len(words):
        word = words[k]
        if word.lower in _TIMES:
            break
        if begins_person(word) and nations.starting_at(k) is None or k > begin and is_given(words, k):
            break
        if word.tag in _NOUN_TAGS or word.lower == "united":
            if k > begin and word.text[0].isupper() and is_honour(word.lower) and is_named(words, k + 1, lexicon):
                break
            if (
                k > begin and word.lower in lexicon.heads and word.text[0].isupper() and prep != "of"
                and not _is_plural_body(word, words, k) and words[k - 1].lower not in lexicon.before
            ):  # fmt: skip
                break
            k += 1
        elif (
            word.lower == "of"
            and k > begin
            and prep == "of"
            and k + 1 < len(words)
            and nations.starting_at(k + 1 + (words[k + 1].tag == "DT")) is None
            and words[k - 1].text[0].isupper()
            and words[k + 1].text[0].isupper()
        ):
            k += 1
        elif word.lower in ("and", "&") and k > begin and _goes_on_after_and(words, k, nations, lexicon):
            k += 2 if words[k + 1].tag == "DT" else 1
        elif word.text == "," and (stop := _listed(words, k, nations, lexicon)):
            k = stop
        else:
            break
    k = without_name(words, begin, k, lexicon)
    while (
        k > begin
        and words[k - 1].tag in ("POS", "HYPH", "CC", "JJ")
        and words[k - 1].text in ("'s", "’s", "-", "and", "'", "’")
    ):
        k -= 1
    return (k, None) if k > begin else (a, None)


def _is_plural_body(word: Word, words: Sequence[Word], k: int) -> bool:
    return word.tag in ("NNPS", "NNS") or (k + 1 < len(words) and words[k + 1].tag == "POS")


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


def _goes_on_after_and(words: Sequence[Word], k: int, nations: Nations, lexicon: PostWords) -> bool:
    """Whether "and" at word `k` joins two fields of one title rather than two posts or persons."""
    m = k + 1
    if m < len(words) and words[m].tag == "DT":
        m += 1
    if m >= len(words) or words[m].tag not in _NOUN_TAGS or begins_person(words[m]):
        return False
    if _post_ahead(words, m, lexicon):
        return False
    before, after = words[k - 1], words[m]
    if before.text[0].isupper():
        return after.text[0].isupper() and nations.starting_at(m) is None
    return after.lower in lexicon.fields or (
        m + 1 < len(words) and words[m + 1].lower in ("affairs", "relations", "policy", "issues")
    )


def _post_ahead(words: Sequence[Word], m: int, lexicon: PostWords) -> bool:
    for n in range(m, min(m + 7, len(words))):
        lower = words[n].lower
        if (
            lower in lexicon.heads
            and lexicon.heads[lower] == lower
            or (lower in lexicon.phrases and head_at(words, n, lexicon))
        ):
            return True
        if words[n].tag not in _NOUN_TAGS or begins_person(words[n]):
            return False
    return False


def _listed(words: Sequence[Word], k: int, nations: Nations, lexicon: PostWords) -> int:
    """Where a list of fields behind the comma at `k` stops: ", Democracy, and Human Rights"; 0 where it is none."""
    if not words[k - 1].text[0].isupper():
        return 0
    m, items = k + 1, 0
    while m < len(words):
        if words[m].lower == "and" and m + 1 < len(words):
            m += 2 if words[m + 1].lower == "the" and m + 2 < len(words) else 1
            stop = _capital_run(words, m, nations, lexicon)
            return (
                stop
                if stop > m
                and (items or "," in (words[m - 2].text, words[m - 3].text))
                and not _post_ahead(words, m, lexicon)
                else 0
            )
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


def _capital_run(words: Sequence[Word], m: int, nations: Nations, lexicon: PostWords) -> int:
    k = m
    while k < len(words) and k < m + 4 and words[k].text[0].isupper() and words[k].tag in _NOUN_TAGS:
        if (
            begins_person(words[k])
            or words[k].lower in lexicon.heads
            or (k == m and nations.starting_at(k) is not None and not _is_field_with_nation(words, k, nations))
        ):
            break
        k += 1
    return k


def _is_field_with_nation(words: Sequence[Word], k: int, nations: Nations) -> bool:
    """Whether a nationality opens a field of a title: "Foreign Affairs, African Cooperation and Expatriates"."""
    nation = nations.starting_at(k)
    if nation is None or nation.kind != "demonym" or nation.stop >= len(words):
        return False
    after = words[nation.stop]
    return after.text[0].isupper() and after.tag in ("NN", "NNS", "NNP", "NNPS") and not begins_person(after)


def text_between(words: Sequence[Word], a: int, b: int) -> str:
    """The words from `a` to `b` as written, gaps as single spaces."""
    parts: list[str] = []
    for n in range(a, b):
        if n > a and words[n].start > words[n - 1].end:
            parts.append(" ")
        parts.append(as_written(words[n]))
    return "".join(parts).strip()
