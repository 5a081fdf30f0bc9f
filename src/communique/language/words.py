"""Our own view of parsed text: words that know their place in the report and in the tree of their sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from communique.report.model import SegmentKind
from communique.report.span import Span


class Word:
    """One word of a parsed sentence.

    `i` counts the words of the whole report; `tag` is the Penn tag, `pos` the universal part of speech, `dep` the
    dependency label (ClearNLP style, as the English models of spaCy give it), `entity` the model's entity label or "".
    `head` is the word itself for the root of a sentence. `start` and `end` are characters of the report's text.
    """

    __slots__ = (
        "children", "dep", "end", "entity", "entity_begins", "head", "i", "lemma", "lower", "pos", "sentence", "start",
        "tag", "text",
    )  # fmt: skip

    def __init__(
        self,
        i: int,
        text: str,
        lemma: str,
        tag: str,
        pos: str,
        dep: str,
        entity: str,
        entity_begins: bool,
        start: int,
        end: int,
    ) -> None:
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.tag = tag
        self.pos = pos
        self.dep = dep
        self.entity = entity
        self.entity_begins = entity_begins
        self.start = start
        self.end = end
        self.head: Word = self
        self.children: list[Word] = []
        self.sentence: Sentence

    def __repr__(self) -> str:
        return f"<{self.text} {self.tag} {self.dep} {self.i}>"

    @property
    def span(self) -> Span:
        """The characters of this word."""
        return Span(self.start, self.end)

    @property
    def is_root(self) -> bool:
        """Whether nothing stands above this word in its sentence."""
        return self.head is self

    def children_by(self, *deps: str) -> list["Word"]:
        """The children that hang on this word by one of the relations `deps`, in the order of the text."""
        return [child for child in self.children if child.dep in deps]

    def child_by(self, *deps: str) -> "Word | None":
        """The first child by one of the relations `deps`."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def ancestors(self) -> Iterator["Word"]:
        """The words above this one, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def subtree(self) -> list["Word"]:
        """This word and all below it, in the order of the text."""
        found = [self]
        for word in found:
            found.extend(word.children)
        found.sort(key=lambda word: word.i)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence: its words, the kind of segment it stands in, and the running number of its paragraph."""

    index: int
    words: tuple[Word, ...]
    kind: SegmentKind
    paragraph: int

    @property
    def span(self) -> Span:
        """From the first character of the first word to the last of the last."""
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def root(self) -> Word:
        """The word that all others hang on."""
        return next((word for word in self.words if word.is_root), self.words[0])


def span_of(words: list[Word] | tuple[Word, ...]) -> Span:
    """The range from the first to the last of `words`, which are in the order of the text and not empty."""
    return Span(words[0].start, words[-1].end)
