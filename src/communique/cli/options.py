"""Options that several commands share, and how they are answered."""

from pathlib import Path
from typing import Annotated

import typer

from communique.settings import ARCHIVE_VARIABLE

ArchiveOption = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="FILE",
        help=f"The archive; else the one that {ARCHIVE_VARIABLE} names, else the one in your data folder.",
    ),
]
