"""Sequences are counted by texts, reach across no break, and are as long as they recur."""

from hypothesis import given
from hypothesis import strategies as st

from communique.coding.recurrence import LONGEST, Tokens, Told, count_sequences

WORDS = st.lists(st.sampled_from(["peace", "and", "trade", ",", "."]), max_size=12).map(" ".join)


def counted(texts: list[str], *, least: int = 2, shortest: int = 2, never: str = "") -> dict[str, int]:
    """The sequences of the texts with their counts, by their words."""
    tokens = Tokens.of(Told(text, "outlet", "2024-01-01") for text in texts)
    barred = [number for word, number in tokens.vocabulary.items() if word == never]
    found = count_sequences(tokens, least=least, shortest=shortest, never=barred)
    return {tokens.written(int(one.places[0]), len(one.words)): one.texts for one in found}


def test_a_text_that_repeats_itself_counts_once() -> None:
    assert counted(["iron brothers, iron brothers", "iron brothers"])["iron brothers"] == 2
    assert counted(["iron brothers, iron brothers"]) == {}


def test_commas_stand_within_and_breaks_part() -> None:
    text = "unity, strength and pride. forever"
    assert "unity, strength and pride" in counted([text, text])
    assert not any("pride. forever" in words for words in counted([text, text]))


def test_writing_does_not_tell_phrases_apart() -> None:
    assert counted(["The People’s Will", "the people's will"])["The People’s Will"] == 2


def test_barred_words_part_phrases() -> None:
    assert counted(["deep steady reporters bonds"] * 2, never="reporters") == {"deep steady": 2}


def test_the_shortest_and_the_longest_are_kept_to() -> None:
    text = " ".join(f"word{chr(97 + n)}" for n in range(LONGEST + 3))
    sizes = {len(words.split()) for words in counted([text, text], shortest=4)}
    assert sizes == set(range(4, LONGEST + 1))


def test_nothing_comes_of_nothing() -> None:
    assert counted([]) == {}
    assert counted(["", "."]) == {}


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_counts_are_those_of_a_plain_search(texts: list[str]) -> None:
    for words, count in counted(texts).items():
        assert count == sum(f" {words.replace(',', ' ,')} ".replace("  ", " ") in f" {text} " for text in texts)


def test_who_speaks_is_a_voice_of_their_own() -> None:
    text = "He said peace for all. The end"
    tokens = Tokens.of([Told(text, "outlet", "", ((8, 21, "lee"),))])
    names = {number: name for name, number in tokens.voices.items()}
    voices = dict(zip([text[a:b] for a, b in zip(tokens.starts, tokens.stops, strict=True)],
                      [names[voice] for voice in tokens.voice], strict=True))  # fmt: skip
    assert (voices["said"], voices["peace"], voices["all"], voices["end"]) == ("outlet", "lee", "lee", "outlet")
