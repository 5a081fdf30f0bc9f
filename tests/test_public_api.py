"""The names at the top of the package are these, no more and no fewer; importing it does nothing but define them."""

import importlib.resources
import subprocess
import sys
import types

import pytest

import communique

NAMES = {"Archive", "CodedReport", "CommuniqueError", "Event", "Report", "Span", "Statement", "code", "read"}

# Takes long to import, or touches what an import should leave alone.
HEAVY = ("lxml", "msgspec", "numpy", "rich", "spacy", "sqlalchemy", "trafilatura", "typer")


def test_the_public_names_are_these() -> None:
    assert set(communique.__all__) == NAMES
    assert {name for name in dir(communique) if not name.startswith("_")} >= NAMES


def test_nothing_else_looks_public() -> None:
    stray = {
        name
        for name, value in vars(communique).items()
        if not name.startswith("_") and name not in NAMES and not isinstance(value, types.ModuleType)
    }
    assert stray <= {"import_module", "TYPE_CHECKING", "Any"}


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_name_has_its_home_and_says_what_it_is(name: str) -> None:
    value = getattr(communique, name)
    assert value.__name__ == name
    assert value.__module__.startswith("communique.")
    assert value.__doc__


def test_a_name_that_does_not_exist_is_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        _ = communique.colour


def test_the_version_is_that_of_the_installed_package() -> None:
    assert communique.__version__.count(".") >= 2


def test_the_names_can_be_imported_all_at_once() -> None:
    script = "from communique import *; print(sorted(name for name in dir() if not name.startswith('_')))"
    assert _run(script) == str(sorted(NAMES))


def test_importing_the_package_imports_nothing_heavy() -> None:
    script = f"import sys, communique; print([name for name in {HEAVY} if name in sys.modules])"
    assert _run(script) == "[]"


def test_asking_for_a_span_does_not_load_the_parser_or_the_database() -> None:
    script = f"import sys, communique; communique.Span; print([name for name in {HEAVY} if name in sys.modules])"
    assert _run(script) == "[]"


def test_coding_loads_no_database() -> None:
    script = "import sys, communique; communique.code; print('sqlalchemy' in sys.modules, 'spacy' in sys.modules)"
    assert _run(script) == "False False"


def test_the_package_is_marked_as_typed() -> None:
    assert importlib.resources.files("communique").joinpath("py.typed").is_file()


def _run(script: str) -> str:
    """What a fresh Python prints for `script`."""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.strip()
