"""Packages import only from those before them in the line from sources to the command line."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "communique"

LINE = (
    "sources", "report", "language", "coding", "linking", "archive", "evaluation", "scale", "exports", "desk", "cli",
)  # fmt: skip
FOR_ALL = ("errors", "settings", "lexicon")
ABOVE_ALL = (
    "__init__",
    "__main__",
    "pipeline",
    "watching",
    "plugins",
)  # know every stage; only those who chain the stages may know them
CHAINS = ("scale", "desk", "cli")  # may know the pipeline


def imported_parts(source: str) -> Iterator[tuple[int, str]]:
    """Yield each part of the package that a module imports, with its line; imports inside functions count too.

    The table of plug-ins is left out where a function asks for it: it is empty of work, and stages look things up in
    it.
    """
    tree = ast.parse(source)
    at_the_top = set(tree.body)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module else []
        else:
            continue
        for name in names:
            root, *rest = name.split(".")
            part = rest[0] if rest else "__init__"
            if root == "communique" and (part != "plugins" or node in at_the_top):
                yield node.lineno, part


def is_allowed(part: str, imported: str) -> bool:
    """Whether a module of `part` may import from `imported`."""
    if part in ABOVE_ALL or imported == part or imported in FOR_ALL:
        return True
    if imported in ("pipeline", "watching"):
        return part in CHAINS
    return part in LINE and imported in LINE and LINE.index(imported) < LINE.index(part)


def modules() -> list[Path]:
    """Every module of the package."""
    return sorted(PACKAGE.rglob("*.py"))


def part_of(module: Path) -> str:
    """The package, or the top-level module, that `module` belongs to."""
    first = module.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


@pytest.mark.parametrize("module", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_what_comes_before_it(module: Path) -> None:
    part = part_of(module)
    wrong = [
        f"line {line} imports from {imported}"
        for line, imported in imported_parts(module.read_text(encoding="utf-8"))
        if not is_allowed(part, imported)
    ]
    assert not wrong, f"{part} may not know what comes after it: {'; '.join(wrong)}"


def test_every_package_has_its_place_in_the_line() -> None:
    parts = {part_of(module) for module in modules()}
    assert parts <= {*LINE, *FOR_ALL, *ABOVE_ALL}, "a new package needs its place in the line, here and in the docs"


@pytest.mark.parametrize(
    ("part", "source", "allowed"),
    [
        ("coding", "from communique.language.words import Word", True),
        ("coding", "from communique.archive.store import Archive", False),
        ("language", "def f():\n    from communique.coding import coder", False),
        ("language", "import communique.errors", True),
        ("errors", "import communique.report.span", False),
        ("report", "import communique", False),
        ("cli", "from communique.pipeline import code", True),
        ("archive", "from communique.pipeline import code", False),
        ("sources", "from communique import language", False),
        ("sources", "from communique.plugins import formats", False),
        ("sources", "def f():\n    from communique.plugins import formats", True),
    ],
)
def test_the_guard_itself(part: str, source: str, allowed: bool) -> None:
    assert all(is_allowed(part, imported) for _, imported in imported_parts(source)) is allowed
