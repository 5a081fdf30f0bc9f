"""Find where names may begin that only the words around them tell of: commas and posts, "led by", lists.

Takes the words of one sentence with its posts and nations; gives places, which count the words of that sentence.
"""

from collections.abc import Sequence

from communique.language.nations.finding import Nations
from communique.language.people.name_words import name_words
from communique.language.people.post_words import lexical_words
from communique.language.people.posts import Post
from communique.language.words import Word


def apposed(words: Sequence[Word], posts: Sequence[Post]) -> list[tuple[int, int]]:
    """Where two to four capitals stand between commas behind a state's post, or behind "led by"."""
    found: list[tuple[int, int]] = []
    for post in posts:
        k = post.stop
        if k < len(words) and words[k].text == "," and not post.plural and (post.country or post.definite):
            stop = capitals(words, k + 1)
            if 2 <= stop - k - 1 <= 6 and (stop == len(words) or words[stop].text in (",", ".")):
                found.append((k + 1, k + 1))
    for k in range(1, len(words) - 1):
        is_led = words[k].lower == "by" and words[k - 1].lower in ("led", "headed", "represented", "chaired")
        if is_led and 2 <= capitals(words, k + 1) - k - 1 <= 6:
            found.append((k + 1, k + 1))
    return found


def possessed(words: Sequence[Word], nations: Nations) -> list[tuple[int, int]]:
    """Where two to four capitals stand behind a state's possessive that the model does not know: "Kenya's X Y"."""
    found: list[tuple[int, int]] = []
    for nation in nations.found:
        k = nation.stop
        if nation.kind != "name" or k + 2 >= len(words) or words[k].tag != "POS" or words[k + 1].entity == "PERSON":
            continue
        stop = capitals(words, k + 1)
        inside = words[k + 1 : stop]
        if not 2 <= len(inside) <= 4 or any(word.entity in _THINGS for word in inside):
            continue
        behind = words[stop].text if stop < len(words) else "."
        is_one = len({word.entity for word in inside}) == 1 and not any(word.entity_begins for word in inside[1:])
        is_free = not any(word.lower in name_words().never or word.lower in lexical_words() for word in inside)
        if not is_one and is_free and behind != "'s" and inside[-1].dep not in ("compound", "nmod"):
            found.append((k + 1, k + 1))
    return found


_THINGS = frozenset({"ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "DATE", "LOC"})


def capitals(words: Sequence[Word], k: int) -> int:
    """Where the capitalised words that begin at `k` stop; hyphens, and particles between them, belong to them."""
    begin = last = k
    while k < len(words):
        word = words[k]
        is_joint = k > begin
        if word.tag in ("NNP", "NNPS") and word.text[0].isupper():
            k += 1
            last = k
        elif word.text == "-" and is_joint or word.lower in name_words().particles and is_joint:
            k += 1
        else:
            break
    return last


def before_posts(
    words: Sequence[Word], posts: Sequence[Post], nations: Nations, taken: Sequence[bool]
) -> list[tuple[int, int]]:
    """Where capitalised words stand before a comma or "as" and a post: "Anna Berg, deputy head of the mission"."""
    found: list[tuple[int, int]] = []
    never = name_words().never
    for post in posts:
        k = post.lead - 1
        if k < 1 or post.plural or words[k].lower not in (",", "as"):
            continue
        first = k
        while first > 0 and not taken[first - 1] and first > k - 6:
            word = words[first - 1]
            is_part = (
                word.text[0].isupper()
                and word.text[0].isalpha()
                and (word.tag in ("NNP", "NNPS") or word.entity == "PERSON")
            )
            is_joint = word.text == "-" and first - 1 > 0 or word.lower in name_words().particles and first < k
            is_pronoun = (
                word.text in ("He", "May")
                and word.tag[:3] == "NNP"
                or word.text in ("To", "You", "So", "An", "Do", "He", "She", "In", "On", "Its")
                and 1 < first < k
                and words[first].text[0].isupper()
                and words[first - 2].text not in ('"', "“", ".", "''", "``", ":")
            )
            is_part = is_part or is_pronoun
            if (
                not (is_part or is_joint)
                or word.lower in never
                and not is_pronoun
                or nations.ending_at(first) is not None
            ):
                break
            if word.entity in ("DATE", "EVENT", "FAC"):
                break
            first -= 1
        while first < k and not words[first].text[0].isupper():
            first += 1
        if first < k and (k - first > 1 or words[first].entity == "PERSON"):
            found.append((first, first))
    return found


def goes_on_list(words: Sequence[Word], k: int, nations: Nations) -> int | None:
    """Where the next name of a list begins behind the name that stops at `k`: "of Chile, Ann Lee and Juan Mamani"."""
    if k + 1 < len(words) and words[k].lower == "of":
        m = k + 1 + (words[k + 1].tag == "DT")
        nation = nations.starting_at(m)
        if nation is None:
            return None
        k = nation.stop
    begin = k
    while k < len(words) and words[k].lower in (",", "and", "&"):
        k += 1
    if k == begin or nations.starting_at(k) is not None:
        return None
    stop = capitals(words, k)
    return k if 2 <= stop - k <= 6 else None
