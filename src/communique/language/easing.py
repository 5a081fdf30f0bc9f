"""Ease spellings that mislead the parser: a paragraph goes in, the same paragraph without them comes out.

"Under Secretary" is read as a preposition at the head of a sentence, and the comma in "Biden, Jr." as an apposition.
Every character kept still leads back to where it stands in the report.
"""

import re
from dataclasses import replace

from communique.report.reading import Paragraph

_MISLEADING = re.compile(r"(?<=\bUnder) (?=[Ss]ecretar(?:y|ies)\b)|,(?= (?:Jr|Sr)\b)")


def ease(paragraph: Paragraph) -> Paragraph:
    """Return `paragraph` with the characters dropped that mislead the parser."""
    text = paragraph.text
    dropped = [match.start() for match in _MISLEADING.finditer(text)]
    if not dropped:
        return paragraph
    kept = [at for at in range(len(text)) if at not in dropped]
    return replace(
        paragraph,
        text="".join(text[at] for at in kept),
        starts=tuple(paragraph.starts[at] for at in kept),
        ends=tuple(paragraph.ends[at] for at in kept) if paragraph.ends else None,
    )
