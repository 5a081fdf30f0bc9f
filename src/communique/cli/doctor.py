"""The command `doctor`: nothing goes in, what Communiqué runs on and what is wrong with it comes out."""

import platform
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import typer
from rich.console import Console
from rich.style import Style
from rich.table import Table
from rich.text import Text

from communique.archive.archive import Archive
from communique.archive.connection import is_safe_build, sqlite_build
from communique.cli.harmless import one_line
from communique.cli.options import ArchiveOption
from communique.cli.ragged import Ragged
from communique.cli.terminal import for_answers
from communique.errors import CommuniqueError
from communique.language.parser import load_model, model_name
from communique.settings import SAFE_SQLITE, default_archive

_OLDEST_PYTHON = (3, 12)
_LITTLE_SPACE, _NO_SPACE = 2_000_000_000, 100_000_000
_SIGNS = {"good": ("ok", "green"), "warning": ("note", "yellow"), "broken": ("broken", "bold red")}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is, what it is, and what to do where it is not well."""

    what: str
    state: Literal["good", "warning", "broken"]
    told: str
    advice: str = ""


def doctor(archive: ArchiveOption = None) -> None:
    """Look at what Communiqué runs on: Python, the language model, SQLite, the archive, space on the disk."""
    findings = list(examine(archive))
    _render(findings, for_answers())
    if any(finding.state == "broken" for finding in findings):
        raise typer.Exit(1)


def examine(archive: Path | None) -> Iterator[Finding]:
    """Yield what is found, one thing after the other; nothing stops it."""
    path = Path(archive or default_archive()).expanduser().absolute()
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("Python", _python),
        ("Communiqué", lambda: Finding("Communiqué", "good", version("communique"))),
        ("model", _model),
        ("SQLite", _sqlite),
        ("archive", lambda: _archive(path)),
        ("space", lambda: _space(path)),
    )
    for what, check in checks:
        try:
            yield check()
        except CommuniqueError as error:
            yield Finding(what, "broken", str(error).removesuffix(f". {error.hint}"), error.hint)
        except Exception as error:  # noqa: BLE001 - the doctor tells of every ill it meets
            yield Finding(what, "broken", f"{type(error).__name__}: {error}", "Install Communiqué again.")


def _python() -> Finding:
    told = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info < _OLDEST_PYTHON:
        return Finding("Python", "broken", told, "Install Python 3.12 or later.")
    return Finding("Python", "good", told)


def _model() -> Finding:
    name, its_version = model_name()
    begun = time.perf_counter()
    load_model()
    return Finding("model", "good", f"{name} {its_version}, loads in {time.perf_counter() - begun:.1f} s")


def _sqlite() -> Finding:
    build = sqlite_build()
    told = f"{build.sqlite_version} from {build.__name__.partition('.')[0]}"
    connection = build.connect(":memory:")
    try:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    finally:
        connection.close()
    if "ENABLE_FTS5" not in options:
        return Finding(
            "SQLite", "broken", f"{told}, without full text search", "Install another: pip install pysqlite3"
        )
    if not is_safe_build(build):
        safe = ".".join(map(str, SAFE_SQLITE))
        advice = (
            f"Builds before {safe} can damage an archive that several processes use at once. "
            "Install a newer one with: pip install pysqlite3; until then let one process at a time use the archive."
        )
        return Finding("SQLite", "warning", told, advice)
    return Finding("SQLite", "good", told)


def _archive(path: Path) -> Finding:
    if not path.exists():
        return Finding("archive", "good", f"none yet at {path}", "communique read PATH makes it.")
    with Archive(path) as archive:
        counts, schema, ill = archive.counts(), archive.schema, archive.check()
    size = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*"))
    told = (
        f"{path}, {_size(size)}, schema {schema}: {counts.reports} reports, {counts.events} events, "
        f"{counts.statements} statements, {counts.runs} runs, {counts.rejections} rejections"
    )
    if ill:
        return Finding(
            "archive", "broken", f"{told}; damaged: {ill}", "Take a copy from before, or read the reports again."
        )
    return Finding("archive", "good", told)


def _space(path: Path) -> Finding:
    folder = next(parent for parent in path.parents if parent.exists())
    free = shutil.disk_usage(folder).free
    told = f"{_size(free)} free at {folder}"
    if free < _NO_SPACE:
        return Finding("space", "broken", told, "Make room, or name an archive on another disk with --archive.")
    if free < _LITTLE_SPACE:
        return Finding("space", "warning", told, "10,000 reports take about 0.3 GB.")
    return Finding("space", "good", told)


def _size(count: int) -> str:
    if count < 1_000_000:
        return f"{count / 1e3:.0f} kB"
    return f"{count / 1e6:.1f} MB" if count < 1_000_000_000 else f"{count / 1e9:.1f} GB"


def _render(findings: list[Finding], console: Console) -> None:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, style=Style(dim=True))
    table.add_column(ratio=1, overflow="fold")
    for finding in findings:
        sign, style = _SIGNS[finding.state]
        told = Text(one_line(finding.told))
        told.append(f"\n{one_line(finding.advice)}" if finding.advice else "", Style(dim=finding.state == "good"))
        table.add_row(Text(sign, Style.parse(style)), finding.what, told)
    console.print(Ragged(table))
