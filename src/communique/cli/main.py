"""The command line: arguments go in, a command runs, an exit code comes out; every error becomes a message."""

import logging
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import version
from typing import Annotated

import typer
from rich.style import Style
from rich.text import Text

from communique.cli.harmless import one_line
from communique.cli.terminal import for_messages
from communique.errors import (
    ArchiveError,
    CodingError,
    CommuniqueError,
    ExportError,
    LanguageError,
    LinkingError,
    PluginError,
    ReportError,
    ScaleError,
    SourceError,
)
from communique.settings import DEBUG_VARIABLE

# A command is the function of its own name in the file of its own name beside this one.
COMMANDS = (
    "read",
    "watch",
    "code",
    "find",
    "show",
    "aside",
    "link",
    "judge",
    "compare",
    "promises",
    "bodies",
    "formulas",
    "evaluate",
    "cluster",
    "doctor",
)

# 0 is success, 1 that something was rejected or found broken, 2 a wrong use of a command.
EXIT_CODES: dict[type[CommuniqueError], int] = {
    SourceError: 3,
    ReportError: 4,
    LanguageError: 5,
    CodingError: 6,
    LinkingError: 7,
    ArchiveError: 8,
    ExportError: 9,
    PluginError: 10,
    ScaleError: 12,
    CommuniqueError: 11,
}
FAULT = 70
STOPPED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that `arguments` (else those of the process) name, and return its exit code."""
    debugging = bool(os.environ.get(DEBUG_VARIABLE))
    if not debugging:
        _log.addHandler(_TELLER)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the answer has gone; without this the interpreter's own last flush would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return STOPPED
    except CommuniqueError as error:
        if debugging:
            raise
        _tell(str(error))
        return exit_code_of(error)
    except Exception as error:
        if debugging:
            raise
        _tell(f"Communiqué failed by a fault of its own: {type(error).__name__}: {error}")
        _tell(f"Please tell its makers. With {DEBUG_VARIABLE}=1 before the command it says where.", style="dim")
        return FAULT
    return code


@cache
def build_app() -> typer.Typer:
    """Put the commands together."""
    app = typer.Typer(
        name="communique", add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    app.callback(help="Read reports of diplomacy and keep the record they hold, every value with its words.")(_options)
    for name in COMMANDS:
        app.command(name)(getattr(import_module(f"communique.cli.{name}"), name))
    return app


def __getattr__(name: str) -> typer.Typer:
    """Give `app`, the commands put together, when it is first asked for: worker processes import this file, too."""
    if name == "app":
        return build_app()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def exit_code_of(error: CommuniqueError) -> int:
    """The exit code of the branch that `error` belongs to."""
    return next(EXIT_CODES[branch] for branch in type(error).__mro__ if branch in EXIT_CODES)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code = build_app()(args=arguments, prog_name="communique", standalone_mode=False)
    except typer.TyperException as error:
        from typer.rich_utils import rich_format_error

        rich_format_error(error)  # type: ignore[arg-type]
        return int(getattr(error, "exit_code", 2))
    except typer.Abort:
        return STOPPED
    return code if isinstance(code, int) else 0


def _options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=lambda asked: _tell_version() if asked else None,
            help="Print the version.",
        ),
    ] = False,
) -> None:
    """Take what stands before the command."""


def _tell_version() -> None:
    sys.stdout.write(f"communique {version('communique')}\n")
    raise typer.Exit


class _Teller(logging.Handler):
    """Tells warnings of the library in one line; its errors reach people as rejections and messages."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one warning."""
        if record.levelno == logging.WARNING:
            _tell(record.getMessage(), style="yellow")


_log = logging.getLogger("communique")
_TELLER = _Teller()


def _tell(message: str, *, style: str = "bold red") -> None:
    for_messages().print(Text(one_line(message), Style.parse(style)), soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
