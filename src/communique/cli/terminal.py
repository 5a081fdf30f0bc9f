"""The two ways to the terminal: nothing goes in, a console for answers or one for messages comes out."""

import io
import os
import sys
from typing import TextIO

from rich.console import Console

_PIPED_WIDTH = 160  # a page that goes into a file or another program has no width of its own


def for_answers() -> Console:
    """Standard output: what the command was asked for."""
    _spell_out_the_unknown(sys.stdout)
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPED_WIDTH
    return console


def for_messages() -> Console:
    """Standard error: what is said beside the answer."""
    _spell_out_the_unknown(sys.stderr)
    return Console(stderr=True, highlight=False)


def _spell_out_the_unknown(stream: TextIO) -> None:
    """A character that the encoding of `stream` lacks is written as its number instead of stopping the command."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
