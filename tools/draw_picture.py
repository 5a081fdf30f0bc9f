"""Draw what `communique code FILE` shows on a terminal: a report's path goes in, a picture in SVG comes out.

Usage: python tools/draw_picture.py FILE PICTURE.svg
"""

import io
import re
import sys
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme

import communique
from communique.cli.page import render_record
from communique.pipeline import read_sources
from communique.sources.item import RawItem

COLUMNS = 104
PAPER = TerminalTheme(
    (253, 252, 249),
    (40, 40, 40),
    [
        (40, 40, 40),
        (176, 42, 48),
        (34, 120, 60),
        (150, 100, 0),
        (30, 90, 170),
        (130, 60, 150),
        (0, 115, 125),
        (110, 110, 110),
    ],
    [
        (90, 90, 90),
        (200, 60, 60),
        (40, 140, 70),
        (170, 120, 0),
        (50, 110, 190),
        (150, 80, 170),
        (0, 135, 145),
        (60, 60, 60),
    ],
)


def draw(report: Path) -> str:
    """Return the picture of the record of `report`."""
    item = next(iter(read_sources(report)))
    if not isinstance(item, RawItem):
        sys.exit(f"{report}: {item.reason}")
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    render_record(communique.code(item), console)
    picture = console.export_svg(title=f"communique code {report}", theme=PAPER, unique_id="communique")
    # No picture of ours asks another server for a font.
    return re.sub(r"@font-face\s*{.*?}", "", picture, flags=re.DOTALL)


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(draw(source), encoding="utf-8")
    print(f"Drew {target}.")
