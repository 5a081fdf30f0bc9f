"""Find where a person's name begins and stops: its honours, particles, initials, hyphens, suffixes."""

from collections.abc import Sequence

from communique.language.nations.finding import Nations
from communique.language.people.name_words import Gender, name_words
from communique.language.people.post_words import lexical_words
from communique.language.words import Word

_NOT_IN_NAMES = frozenset({"VBD", "VBZ", "MD", "IN", "CC", "DT", "PRP", "WDT", "WP"})
_ALSO_NAMES = frozenset({"He", "May", "Christian", "April", "August", "June"})
_NUMERALS = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XVI"})
_QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''"})


def behind_short(words: Sequence[Word], k: int) -> int:
    """Skip the short form of an office before the name: "Director of the Port Authority (DPA) Ann Lee"."""
    if k + 3 < len(words) and words[k].text == "(" and words[k + 1].text.isupper() and words[k + 2].text == ")":
        return k + 3
    return k


def skip_honours(words: Sequence[Word], begin: int) -> tuple[int, Gender | None]:
    """Where the name begins behind the honours at `begin`, and what they tell of its bearer's gender."""
    lexicon = name_words()
    gender: Gender | None = None
    k = begin
    while k < len(words):
        lower = words[k].lower
        for parts in lexicon.phrases.get(lower, ()):
            if all(k + n < len(words) and words[k + n].lower == part for n, part in enumerate(parts)):
                gender = gender or ("f" if parts[0] == "her" else "m" if parts[0] == "his" else None)
                k += len(parts)
                break
        else:
            if lower in lexicon.honours and words[k].text[0].isupper() and k + 1 < len(words):
                if lower in lexicon.female_honours:
                    gender = "f"
                elif lower in lexicon.male_honours:
                    gender = gender or "m"
                k += 1
            elif (
                k > begin
                and words[k].text in (",", "(")
                and k + 1 < len(words)
                and words[k + 1].lower in lexicon.honours
            ):
                k += 1
            else:
                break
            continue
    while k > begin and k < len(words) and words[k].text in (",", "("):
        k += 1
    return k, gender


def find_stop(words: Sequence[Word], first: int, nations: Nations, taken: Sequence[bool], *, is_titled: bool) -> int:
    """Where a name that begins at `first` stops; `first` where there is none."""
    lexicon = name_words()
    k, last = first, first
    while k < len(words) and not taken[k]:
        word = words[k]
        text, lower = word.text, word.lower
        if text[0].isupper() and text[0].isalpha():
            if not _takes_capital(words, k, first, last, nations):
                break
            k += 1
            last = k
        elif (
            text == "-"
            and k > first
            and k + 1 < len(words)
            and words[k].start == words[k - 1].end
            and words[k + 1].start == words[k].end
        ):
            if not words[k + 1].text[0].isalpha():
                break
            k += 2
            last = k
        elif (
            lower in lexicon.particles
            and has_capital_ahead(words, k)
            and (k > first or is_titled or _opens_name(words, k))
        ):
            k += 1
        elif text == "," and k + 1 < len(words) and words[k + 1].lower in ("jr", "jr.", "sr", "sr."):
            k += 2
            last = k
        elif (
            text in _QUOTES
            and k > first
            and k + 2 < len(words)
            and words[k + 1].text[0].isupper()
            and words[k + 2].text in _QUOTES
            and k + 3 < len(words)
            and words[k + 3].text[0].isupper()
            and words[k + 3].entity == "PERSON"
        ):
            k += 3
        else:
            break
    return last


def _takes_capital(words: Sequence[Word], k: int, first: int, last: int, nations: Nations) -> bool:
    """Whether the capitalised word at `k` goes on a name that begins at `first` and has reached `last`."""
    lexicon = name_words()
    word = words[k]
    text, lower = word.text, word.lower
    is_initial = len(text) == 2 and text[1] == "." or _is_bare_initial(words, k, first)
    is_known = word.entity == "PERSON"
    is_pronoun_like = (
        k == first
        and has_capital_ahead(words, k)
        and (text in _ALSO_NAMES and word.tag[:3] == "NNP" or text == "To" and k > 1)
    )
    if k > first and (text in _NUMERALS or text == "May" and words[k - 1].entity == "PERSON" and word.tag[0] == "N"):
        return True
    is_honour = lower in lexicon.honours and k > first and lower not in ("sultan", "sheikh", "shaikh")
    is_never = not is_initial and (lower in lexicon.never or lower.strip(".") in lexicon.never)
    is_thing = not is_known or k == first or lower in ("meeting", "call", "readout", "statement", "visit")
    if (is_never or is_honour) and not is_pronoun_like and is_thing:
        return False
    if word.tag in _NOT_IN_NAMES and not is_known and not is_initial and not is_pronoun_like:
        return False
    if k > first and not is_known and nations.starting_at(k) is not None:
        return False
    if k > first and word.entity_begins and word.entity not in ("", "PERSON", "ORG", "NORP", "GPE"):
        return False
    # A page's own label repeats the name: "Ann Lee Lee Ann".
    is_repeated = last > first and text == words[last - 1].text and len(text) > 1
    return not is_repeated or k + 1 < len(words) and words[k + 1].text == "-"


def _is_bare_initial(words: Sequence[Word], k: int, first: int) -> bool:
    """Whether a single capital is an initial without its full stop: "I K Gujral", "Harry S Truman"."""
    word = words[k]
    if len(word.text) != 1 or not word.text.isupper() or k + 1 >= len(words):
        return False
    ahead = words[k + 1].text
    return ahead[0].isupper() and (len(ahead) > 1 and ahead.isalpha() or len(ahead) == 1 and k == first)


def has_capital_ahead(words: Sequence[Word], k: int) -> bool:
    """Whether a capitalised word follows, particles and hyphens aside."""
    for n in range(k + 1, min(k + 4, len(words))):
        if words[n].text[0].isupper():
            return True
        if words[n].lower not in name_words().particles and words[n].text != "-":
            return False
    return False


def is_also_name(words: Sequence[Word], k: int) -> bool:
    """Whether a word that is mostly none is a given name here: "Christian Schmidt"."""
    word = words[k]
    return word.text in ("Christian", "April", "June") and word.tag == "NNP" and has_capital_ahead(words, k)


def find_start(words: Sequence[Word], begin: int, nations: Nations, taken: Sequence[bool]) -> int:
    """How far to the left a name reaches beyond what the model takes for it."""
    lexicon = name_words()
    k = begin
    while k > 0 and not taken[k - 1]:
        before = words[k - 1]
        if before.text in ("To", "He", "An", "Do") and words[k].entity == "PERSON" and (k > 1 or before.tag == "NNP"):
            k -= 1
            continue
        if (
            before.text == "-"
            and k > 1
            and before.start == words[k - 2].end
            and words[k].start == before.end
            and words[k - 2].text[0].isupper()
            and not taken[k - 2]
        ):
            k -= 2
            continue
        if before.lower in lexicon.particles and before.text.islower() and _opens_name(words, k - 1):
            k -= 1
            continue
        if (
            not before.text[0].isupper() or before.tag not in ("NNP", "NNPS") or before.entity not in ("", "PERSON")
            or before.lower in lexicon.never or before.lower in lexicon.honours or before.lower in lexical_words()
            or nations.ending_at(k) is not None or before.text.isupper() and len(before.text) > 2
        ):  # fmt: skip
            break
        k -= 1
    return k


def _opens_name(words: Sequence[Word], k: int) -> bool:
    """Whether a particle in lower case can be the first of a name: "von der Leyen"."""
    return words[k].lower in (
        "von",
        "van",
        "der",
        "de",
        "da",
        "dos",
        "al",
        "bin",
        "el",
        "du",
        "del",
        "della",
        "di",
        "den",
        "ter",
    )
