"""A cue: a word that attributes speech, with the place where the words it attributes begin."""

from dataclasses import dataclass

from communique.coding.speech.lexicon import CueVerb
from communique.language.words import Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj")


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Cue:
    """A word that attributes speech, and where the words it attributes begin.

    `word` heads the cue's clause; `first` and `stop` bound the cue's own words (half-open, words of the report).
    `start` is the first word of what is said and `head` the word it hangs on; both are None for a cue that stands
    beside its words ("…, he added"). `act` is "content" where the words said decide what they do. `impersonal` marks
    "it was noted that", `passive` a speaker behind "by"; `source` is who speaks where the cue itself names him.
    """

    word: Word
    first: int
    stop: int
    act: str
    frame: str
    start: int | None = None
    limit: int | None = None
    head: Word | None = None
    addressee: Word | None = None
    impersonal: bool = False
    passive: bool = False
    verb: CueVerb | None = None
    source: Word | None = None


def make_cue(
    word: Word,
    entry: CueVerb,
    frame: str,
    start: int,
    head: Word,
    *,
    addressee: Word | None = None,
    stop: int | None = None,
) -> Cue:
    """The cue that `word` gives by a frame: what is said begins at `start` and hangs on `head`."""
    return Cue(
        word=word,
        first=word.i,
        stop=stop or word.i + 1,
        act=entry.act,
        frame=frame,
        start=start,
        head=head,
        addressee=addressee,
        verb=entry,
    )


def left_edge(word: Word) -> int:
    """The number of the first word below `word`."""
    edge = word.i
    stack = [word]
    while stack:
        for child in stack.pop().children:
            if child.i < edge:
                edge = child.i
            stack.append(child)
    return edge
