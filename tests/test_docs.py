"""The documentation names every command, option, value and variable; its examples run; it builds without a warning."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import typer
from typer.testing import CliRunner

from communique import errors, settings
from communique.cli.main import app
from communique.coding import record
from communique.coding.acts.matching.frames import define_kind
from communique.coding.record import CodedReport
from communique.sources.fetching.watchlist import read_watchlist

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([ROOT / "README.md", *DOCS.rglob("*.md")])
GUIDE = "\n".join(page.read_text(encoding="utf-8") for page in sorted((DOCS / "guide").glob("*.md")))
CODEBOOK = "\n".join(page.read_text(encoding="utf-8") for page in sorted((DOCS / "codebook").glob("*.md")))

VALUES = sorted(
    {
        value
        for name in ("EventKind", "Status", "Mode", "Role", "Form", "Act", "Family", "PromiseKind", "Strength")
        for value in get_args(getattr(record, name))
    }
)
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path, language: str) -> list[str]:
    """The fenced blocks of a page that are in `language`."""
    return [text for kind, text in _BLOCK.findall(page.read_text(encoding="utf-8")) if kind == language]


def pages_with(language: str) -> list[Any]:
    """The pages that have a block in `language`, as parameters of a test."""
    return [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES if blocks(page, language)]


def commands() -> dict[str, Any]:
    """Every command of the command line."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def options() -> Iterator[tuple[str, str]]:
    """Yield every long option with its command."""
    for name, command in commands().items():
        for parameter in command.params:
            yield from ((name, option) for option in parameter.opts if option.startswith("--") and option != "--help")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with the example reports and an archive of its own, as somebody has who tries the examples."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(settings.ARCHIVE_VARIABLE, str(tmp_path / "archive.sqlite"))
    return tmp_path


def test_there_are_commands_to_look_for() -> None:
    assert {"code", "read", "find", "show", "evaluate", "doctor"} <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_guide(command: str) -> None:
    assert re.search(rf"communique {command}\b", GUIDE)


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_option_is_in_the_guide(command: str, option: str) -> None:
    assert re.search(rf"{option}(?![\w-])", GUIDE), f"say what {option} of {command} does"


@pytest.mark.parametrize("value", VALUES)
def test_every_value_is_in_the_codebook(value: str) -> None:
    assert f"`{value}`" in CODEBOOK


@pytest.mark.parametrize("variable", [value for name, value in vars(settings).items() if name.endswith("_VARIABLE")])
def test_every_environment_variable_is_in_the_guide(variable: str) -> None:
    assert f"`{variable}`" in GUIDE


@pytest.mark.parametrize("page", pages_with("console"))
def test_the_commands_on_a_page_run(page: Path, workplace: Path) -> None:
    lines = [
        line.removeprefix("$ ") for text in blocks(page, "console") for line in text.splitlines() if line[:2] == "$ "
    ]
    assert lines
    for line in lines:
        program, *arguments = shlex.split(line)
        assert program == "communique"
        result = CliRunner().invoke(app, arguments)
        assert result.exit_code == 0, f"{line}\n{result.output}"
        assert result.output.strip(), f"{line} prints nothing"


@pytest.mark.parametrize("page", pages_with("python"))
def test_the_python_on_a_page_runs(page: Path, workplace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    for text in blocks(page, "python"):
        exec(compile(text, str(page), "exec"), names)  # noqa: S102 - the examples are our own
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("page", pages_with("toml"))
def test_the_kinds_on_a_page_are_valid(page: Path) -> None:
    kinds = [text for text in blocks(page, "toml") if "kind =" in text]
    assert all(define_kind(page.name, text).code for text in kinds)


@pytest.mark.parametrize("page", pages_with("toml"))
def test_the_lists_of_feeds_on_a_page_are_valid(page: Path, tmp_path: Path) -> None:
    for text in blocks(page, "toml"):
        if "[[feed]]" in text:
            (tmp_path / "feeds.toml").write_text(text, encoding="utf-8")
            assert read_watchlist(tmp_path / "feeds.toml")


@pytest.mark.parametrize("page", pages_with("json"))
def test_the_records_on_a_page_are_as_the_program_writes_them(page: Path) -> None:
    for text in blocks(page, "json"):
        coded = CodedReport.from_json(text)
        body = coded.report.text
        for actor in coded.actors:
            assert any(span.of(body) in actor.name for span in actor.mentions)
        for event in coded.events:
            assert all(evidence.start <= event.trigger.start < event.trigger.end for evidence in event.evidence)
            assert all(party.span.of(body) in party.name for party in event.participants)
            assert event.date is None or event.date.span is None or event.date.span.of(body) == event.date.text
        for formula in coded.formulas:
            assert formula.span.of(body) == formula.text
        assert CodedReport.from_json(coded.to_json()) == coded


def test_pages_name_no_file_that_is_not_there() -> None:
    prose = {page: page.read_text(encoding="utf-8") for page in PAGES}
    named = {
        (page, path) for page, text in prose.items() for path in re.findall(r"`((?:src|tests|docs)/[\w./]+)`", text)
    }
    assert not [f"{page.name}: {path}" for page, path in named if not (ROOT / path).exists()]


def test_the_contribution_guide_draws_the_line_as_the_guard_holds_it() -> None:
    line = "sources, report, language, coding, linking, archive, evaluation, scale, exports, desk, cli"
    assert line in " ".join((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "cls", [cls for cls in vars(errors).values() if isinstance(cls, type)], ids=lambda c: c.__name__
)
def test_no_hint_names_a_command_that_does_not_exist(cls: type) -> None:
    for command in re.findall(r"communique (\w+)", getattr(cls, "advice", "")):
        assert command in commands()


def test_the_documentation_builds_without_a_warning(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", tmp_path / "trees"]
    done = subprocess.run([*build, DOCS, tmp_path / "html"], capture_output=True, text=True, check=False, timeout=150)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "html" / "index.html").is_file()
