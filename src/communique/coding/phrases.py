"""Discover phrases that recur and that no lexicon names: texts go in, phrases ranked by how fixed and spread they are.

The rank is the C-value of a phrase (Frantzi, Ananiadou and Mima 2000: its count, less the mean count of the longer
phrases it stands in, times the logarithm of its length), counted in texts and not in places, so that one text that
repeats itself weighs no more than another, times the logarithm of the number of voices that use it.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from communique.coding.formulas import is_known_formula
from communique.coding.recurrence import Recurring, Tokens, Told, count_different, count_sequences
from communique.lexicon import read_lexicon, words_of

_CONTENT = 2  # words of its own that a phrase has at least
_SHARE = 0.5  # of a phrase's texts in which it is part of a longer one: then the longer one is the phrase
_VOICES, _DAYS = 2, 2  # by fewer, a phrase is somebody's own, or one day's


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase as it is mostly written, its rank, and in how many texts, by how many voices, on how many days.

    `text` and `start` are where it first stands, as the number of the text and its first character.
    """

    words: str
    score: float
    texts: int
    voices: int
    days: int
    first: str
    last: str
    text: int
    start: int


def discover_phrases(
    texts: Iterable[Told], *, least: int, shortest: int = 3, people: Collection[str] = (), names: Collection[str] = ()
) -> list[Phrase]:
    """Return the phrases of `shortest` words and more that stand in at least `least` texts, the highest rank first.

    Left out are phrases by one voice (outlet or speaker) or of one day, those with a word of the names of `people`,
    those that are, or are part of, one of the `names`, and what the lexicon of formulas finds.
    """
    tokens = Tokens.of(texts)
    edges, never = _unfit(tokens, people)
    found = [
        sequence
        for sequence in count_sequences(tokens, least=least, edges=edges, never=never, shortest=shortest)
        if sum(word not in edges for word in sequence.words) >= _CONTENT and _is_spread(sequence, tokens)
    ]
    longer = _longer_ones(found)
    listed = "\n".join(_plain(name) for name in names)
    phrases = []
    for sequence in found:
        around = longer.get(sequence.words, [])
        if any(texts >= _SHARE * sequence.texts for texts in around):
            continue
        words = _as_written(sequence, tokens)
        if _plain(words) not in listed and not is_known_formula(words):
            phrases.append(_phrase(sequence, words, around, tokens))
    return sorted(phrases, key=lambda phrase: (-phrase.score, phrase.words))


def _unfit(tokens: Tokens, people: Collection[str]) -> tuple[set[int], set[int]]:
    """The numbers of words at which no phrase begins or ends, and of those that no phrase has in it."""
    table = read_lexicon("communique.coding", "phrases")["words"]
    common = words_of(table, "edges")
    own = {word for name in people for word in re.split(r"[^\w'’-]+", name.lower()) if len(word) > 2} - common
    never = own | words_of(table, "furniture")
    edges = {
        number
        for word, number in tokens.vocabulary.items()
        if word in common or len(word) == 1 or "'" in word or not word[0].isalpha()
    }
    return edges, {number for word, number in tokens.vocabulary.items() if word in never}


def _is_spread(sequence: Recurring, tokens: Tokens) -> bool:
    places = sequence.places.tolist()
    if count_different([tokens.voice[place] for place in places]) < _VOICES:
        return False
    return count_different([tokens.texts[tokens.text[place]].day for place in places]) >= _DAYS


def _longer_ones(found: list[Recurring]) -> dict[tuple[int, ...], list[int]]:
    """For each phrase, in how many texts each of the longer phrases stands that it is part of."""
    known = {sequence.words for sequence in found}
    longer: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for sequence in found:
        words = sequence.words
        parts = {words[i:j] for i in range(len(words)) for j in range(i + 2, len(words) + 1) if j - i < len(words)}
        for part in parts & known:
            longer[part].append(sequence.texts)
    return longer


def _as_written(sequence: Recurring, tokens: Tokens) -> str:
    """The form in which the phrase is written most often; of several the one that comes first in the alphabet."""
    size = len(sequence.words)
    forms = Counter(" ".join(tokens.written(place, size).split()) for place in sequence.places.tolist())
    return min(forms, key=lambda form: (-forms[form], form))


def _phrase(sequence: Recurring, words: str, around: list[int], tokens: Tokens) -> Phrase:
    places = sequence.places.tolist()
    voices = count_different([tokens.voice[place] for place in places])
    days = sorted({tokens.texts[tokens.text[place]].day for place in places} - {""}) or [""]
    nested = sum(around) / len(around) if around else 0.0
    score = math.log2(len(sequence.words)) * (sequence.texts - nested) * math.log2(1 + voices)
    return Phrase(
        words=words, score=round(score, 2), texts=sequence.texts, voices=voices, days=len(days), first=days[0],
        last=days[-1], text=tokens.text[places[0]], start=tokens.starts[places[0]],
    )  # fmt: skip


def _plain(words: str) -> str:
    return f" {' '.join(re.split(r'\W+', words.lower())).strip()} "
