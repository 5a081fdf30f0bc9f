"""Find the words between quotation marks."""

from communique.language.analysis import Quotation
from communique.language.words import Sentence


def find_quotations(sentences: tuple[Sentence, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of a report in the order of the text."""
    return ()
