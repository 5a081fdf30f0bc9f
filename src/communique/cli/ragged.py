"""Print without blanks at the ends of lines: something rich can show goes in, the same with ragged lines comes out."""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "·": "-", "…": "...", "—": "-", "–": "-", "×": "x", "→": "->", "─": "-"}
)


class Ragged:
    """What `content` shows, each line ending at its last word, so that copied and piped pages stay clean.

    Where the output knows no Unicode, typographic signs become plain ones.
    """

    def __init__(self, content: RenderableType) -> None:
        self.content = content

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        is_plain = knows_ascii_only(console)
        for line in console.render_lines(self.content, options, pad=False):
            for segment in _without_end_blanks(line):
                yield Segment(segment.text.translate(_PLAIN), segment.style) if is_plain else segment
            yield Segment.line()


def knows_ascii_only(console: Console) -> bool:
    """Whether what the console writes to can hold no more than the characters of one old code page."""
    encoding = getattr(console.file, "encoding", None) or "utf-8"
    return not encoding.lower().replace("-", "").startswith("utf")


def _without_end_blanks(line: Iterable[Segment]) -> list[Segment]:
    kept = [segment for segment in line if not segment.control]
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        last = kept[-1]
        kept[-1] = Segment(last.text.rstrip(), last.style)
    return kept
