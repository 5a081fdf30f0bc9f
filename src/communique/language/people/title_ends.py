"""Tell where a title stops because a person's name begins, known to the model or not."""

from collections.abc import Sequence

from communique.language.people.name_words import fold, name_words
from communique.language.people.post_words import (
    PostWords,
    collective_nouns,
    is_honour,
    lexical_words,
    never_names,
)
from communique.language.words import Word


def begins_person(word: Word) -> bool:
    """Whether the model takes a word for the first of a person's name, and it is none of a title's own words."""
    return (
        word.entity == "PERSON"
        and word.entity_begins
        and word.text[0].isupper()
        and word.lower not in lexical_words()
        and word.lower not in never_names()
        and _last_of_name(word).lower not in collective_nouns()
    )


def _last_of_name(word: Word) -> Word:
    """The last word of what the model takes for one name."""
    words, last = word.sentence.words, word
    for after in words[word.i - words[0].i + 1 :]:
        if after.entity != word.entity or after.entity_begins:
            break
        last = after
    return last


def is_given(words: Sequence[Word], k: int) -> bool:
    """Whether a given name and another capital stand at `k`, and no title before them: "for Gaza Sigrid Kaag"."""
    known = name_words()
    is_pair = k + 1 < len(words) and words[k + 1].text[0].isupper() and words[k].text[0].isupper()
    if not is_pair or is_honour(words[k - 1].lower) or words[k - 1].lower in ("king", "queen", "prince", "of", "st."):
        return False
    word = fold(words[k].text)
    return (word in known.female or word in known.male) and words[k + 1].lower not in collective_nouns()


def is_named(words: Sequence[Word], k: int, lexicon: PostWords) -> bool:
    """Whether a person's name stands at `k`, by the model's word or as two capitalised words that no title knows."""
    if k < len(words) and begins_person(words[k]):
        return True
    pair = words[k : k + 2]
    known = lexicon.before | lexicon.topics
    return len(pair) == 2 and all(w.text[0].isupper() and w.text.isalpha() and w.lower not in known for w in pair)


def without_name(words: Sequence[Word], begin: int, k: int, lexicon: PostWords) -> int:
    """Where a title stops that seems to run on into a name the model does not know: "… and Human Rights Jane Doe"."""
    if k - begin < 3 or words[begin].text.islower():
        return k
    for n in range(k - 1, max(begin, k - 4), -1):
        tail = words[n:k]
        if n == k - 1 and tail[0].lower in collective_nouns():
            return k
        if all(
            w.text[0].isupper()
            and w.lower not in lexicon.before
            and w.lower not in lexicon.topics
            and w.tag in ("NNP", "NNPS")
            for w in tail
        ):
            before = words[n - 1].lower
            if before in lexicon.topics or before in lexicon.fields:
                return n
    return k
