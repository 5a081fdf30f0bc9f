"""Find the posts that a sentence names: "the visiting Belgian deputy prime minister", "Minister of Culture".

Takes the words of one sentence and the nations named in it; gives the posts in the order of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.language.nations.finding import Nation, Nations
from communique.language.people.post_words import (
    NAME_LIKE,
    PostWords,
    head_at,
    is_honour,
    is_no_post,
    post_words,
    singular_title,
)
from communique.language.people.titles import ARTICLES, find_segments, text_between
from communique.language.words import Word
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


NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "both": 2}


_OFFICES = frozenset("office department ministry bureau council house board agency administration directorate".split())


_POSSESSIVES = frozenset({"his", "her", "its", "their", "our", "my", "your"})


def find_posts(words: Sequence[Word], nations: Nations) -> list[Post]:
    """Return the posts named in a sentence, none inside another."""
    lexicon = post_words()
    posts: list[Post] = []
    done = 0
    for i, word in enumerate(words):
        if i < done or (word.lower not in lexicon.heads and word.lower not in lexicon.phrases):
            continue
        found = head_at(words, i, lexicon)
        if found is None:
            continue
        stop, key, plural = found
        if is_no_post(words, i, stop, key, plural, lexicon):
            continue
        post = _build(words, i, stop, key, plural, done, nations, lexicon)
        posts.append(post)
        done = max(post.stop, stop)
    return posts


def _build(
    words: Sequence[Word], i: int, stop: int, key: str, plural: bool, floor: int, nations: Nations, lexicon: PostWords
) -> Post:
    first, former, nation = _extend_left(words, i, stop, floor, nations, lexicon)
    lead, more_former, nation, definite, possessor, count = _lead(words, first, floor, nation, nations, lexicon)
    if stop + 1 < len(words) and words[stop].text == "-" and words[stop + 1].lower in lexicon.suffixes:
        stop += 2
    elif stop < len(words) and words[stop].lower in lexicon.suffixes:
        stop += 1
    title = text_between(words, first, stop)
    end, of, country = stop, None, None
    if nation:
        of, country = nation.name, nation.country
    for prep, a, b, whole in find_segments(words, stop, key, nations, lexicon):
        end = b
        inner = whole or (nations.within(a, b) if prep == "of" else None)
        if whole is not None and prep == "of" and whole.kind != "organisation":
            of, country = whole.name, whole.country or country
        else:
            title += " " + text_between(words, a - 1, b)
            if inner is not None and prep == "of" and inner.country and not country:
                country = inner.country
            if prep == "from" and inner is None and (side := nations.within(a, b)) is not None:
                country = country or side.country
            if of is None and prep == "of":
                of = text_between(words, a + (words[a].lower in ARTICLES), b)
    return Post(
        lead, first, end, words[_head_index(words, i, stop)], key, singular_title(title, plural, lexicon), of, country,
        former or more_former, plural, definite, possessor, count, Span(words[first].start, words[end - 1].end),
        frozenset(title.lower().replace("-", " ").split()),
    )  # fmt: skip


def _head_index(words: Sequence[Word], i: int, stop: int) -> int:
    """The word of a head of many words that carries it: whose head lies outside."""
    inside = words[i:stop]
    for n, word in enumerate(inside):
        is_outside = word.head is word or not (inside[0].i <= word.head.i <= inside[-1].i)
        if is_outside and (word.dep not in ("compound", "amod", "punct", "nmod") or n == len(inside) - 1):
            return i + n
    return stop - 1


def _extend_left(
    words: Sequence[Word], i: int, stop: int, floor: int, nations: Nations, lexicon: PostWords
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
        elif (
            lower in lexicon.before
            and (word.tag[0] != "V" or lower in lexicon.ranks)
            or (lower in lexicon.heads and j == i - 1 and word.text[0].isupper())
        ):
            first = j
        elif word.text == "-" and j > floor and first == j + 1:
            if words[j - 1].lower in lexicon.former:
                former = True
                j -= 2
                continue
            if not (words[j - 1].lower in lexicon.before or capital):
                break
        elif (
            lower in ("and", "&")
            and j > floor
            and words[j - 1].lower in lexicon.fields
            and words[j + 1].lower in lexicon.fields
        ):
            pass
        elif (
            lower == "of"
            and capital
            and j > floor
            and words[j - 1].lower in _OFFICES
            and words[j - 1].text[0].isupper()
        ):
            first = j - 1
            j -= 1
        elif _is_institution(word, head, is_capital=capital):
            first = j
        elif word.tag == "NN" and word.dep == "compound" and word.head is head:
            first = j
        else:
            break
        j -= 1
    return first, former, None


def _is_institution(word: Word, head: Word, *, is_capital: bool) -> bool:
    """Whether a capitalised word before a head names the post's institution: "Federation Council Speaker"."""
    if word.tag not in ("NNP", "NNPS") or word.entity in ("PERSON", "DATE", "TIME") or not word.text[0].isupper():
        return False
    if is_honour(word.lower) or head.lower in NAME_LIKE:
        return False
    return is_capital or word.entity == "ORG" or word.head is head


def _lead(
    words: Sequence[Word], first: int, floor: int, nation: Nation | None, nations: Nations, lexicon: PostWords
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
