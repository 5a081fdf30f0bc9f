"""Arguments become commands, and every error a message and an exit code."""

import logging
import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from communique import errors
from communique.archive.archive import Archive
from communique.cli import main as command_line
from communique.cli.main import COMMANDS, EXIT_CODES, build_app, exit_code_of, main
from communique.errors import CommuniqueError
from communique.settings import DEBUG_VARIABLE

ERRORS = [value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, CommuniqueError)]


@pytest.fixture(autouse=True)
def own_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test touches the archive of whoever runs it."""
    monkeypatch.setenv("COMMUNIQUE_ARCHIVE", str(tmp_path / "archive.sqlite"))
    monkeypatch.delenv(DEBUG_VARIABLE, raising=False)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"communique {version('communique')}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"communique {command}" in shown
    assert "--help" in shown


def test_every_command_has_a_line_of_help() -> None:
    for command in build_app().registered_commands:
        assert command.callback is not None
        assert command.callback.__doc__, command.name


@pytest.mark.parametrize("error", ERRORS)
def test_every_error_has_an_exit_code_of_its_branch(error: type[CommuniqueError]) -> None:
    code = exit_code_of(error("value"))
    assert code >= 3
    branch = next((branch for branch in error.__mro__ if CommuniqueError in branch.__bases__), CommuniqueError)
    assert code == EXIT_CODES[branch]


def test_no_two_branches_share_a_code() -> None:
    assert len(set(EXIT_CODES.values())) == len(EXIT_CODES)


def test_an_error_is_told_without_a_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find"]) == 8
    told = capsys.readouterr()
    assert told.out == ""
    assert "no archive at" in told.err
    assert "communique read" in told.err
    assert "Traceback" not in told.err


def test_a_fault_of_ours_is_admitted(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by \x1b[31mnothing")

    monkeypatch.setattr(Archive, "__init__", fail)
    assert main(["find"]) == command_line.FAULT
    told = capsys.readouterr().err
    assert "fault of its own" in told
    assert "ZeroDivisionError" in told
    assert DEBUG_VARIABLE in told
    assert "\x1b[31m" not in told
    monkeypatch.setenv(DEBUG_VARIABLE, "1")
    with pytest.raises(ZeroDivisionError):
        main(["find"])


@pytest.mark.parametrize(
    "arguments",
    [["fnd"], ["find", "--bogus"], ["find", "--limit", "x"], ["find", "--json", "--csv"], ["read"], ["show"]],
)
def test_wrong_use_is_told(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err


def test_ctrl_c_stops_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Archive, "__init__", stop)
    assert main(["find"]) == command_line.STOPPED
    assert "Traceback" not in capsys.readouterr().err


def test_nobody_reading_the_answer_is_no_error(tmp_path: Path) -> None:
    archive = tmp_path / "archive.sqlite"
    Archive(archive, create=True).close()
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "communique", "find", "--archive", str(archive)]
    with os.fdopen(writing, "wb") as closed:
        told = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False, timeout=60)
    assert told.stderr == b""
    assert told.returncode == 1


def test_importing_the_command_line_brings_in_no_command() -> None:
    script = "import sys, communique.cli.main; print('communique.cli.find' in sys.modules, 'spacy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    assert told.stdout.split() == [b"False", b"False"]


def test_warnings_of_the_library_are_told_in_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def warn(*_: object, **__: object) -> None:
        logging.getLogger("communique.scale.pool").warning("a worker died with code %s", -9)
        logging.getLogger("communique.pipeline").error("coding failed\nTraceback")
        raise errors.ArchiveBusy("here")

    monkeypatch.setattr(Archive, "__init__", warn)
    for _ in range(2):
        assert main(["find"]) == 8
        told = capsys.readouterr().err
        assert told.count("a worker died with code -9") == 1
        assert "Traceback" not in told
