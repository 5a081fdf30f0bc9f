"""Find recurring institutions and their sessions, with the session's kind and ordinal."""

from communique.language.analysis import BodyMention
from communique.language.words import Sentence


def find_bodies(sentences: tuple[Sentence, ...]) -> tuple[BodyMention, ...]:
    """Return the bodies and sessions named in a report in the order of the text."""
    return ()
