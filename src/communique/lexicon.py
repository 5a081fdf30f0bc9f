"""Read a word list that ships with the package: the name of a TOML file goes in, its tables come out, none empty."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_lexicon(package: str, name: str) -> dict[str, Any]:
    """Return the tables of `lexicon/<name>.toml` in `package`, read once a process.

    Raises ValueError where a group is empty: an empty group would match nothing, or everything, without a word.
    """
    path = files(package).joinpath("lexicon", f"{name}.toml")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    _refuse_empty(tables, name)
    return tables


def words_of(table: dict[str, Any], group: str) -> frozenset[str]:
    """The words of a group: a list of strings, or one string with the words parted by white space."""
    value = table[group]
    return frozenset(value.split() if isinstance(value, str) else value)


def _refuse_empty(value: Any, where: str) -> None:
    if value in ("", [], {}) or (isinstance(value, str) and not value.strip()):
        raise ValueError(f"the group {where} of the lexicon is empty; give it words or take it out")
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_empty(inner, f"{where}.{key}")
