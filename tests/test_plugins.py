"""Formats of other packages: found, asked first, and refused by name where they are broken or clash."""

from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from communique import plugins
from communique.errors import BrokenPlugin
from communique.plugins import FORMATS, Format, Raw, RawItem, Rejection, formats
from communique.sources import read_items


class Telegram:
    """A format as another package would write it."""

    name = "telegram"

    def recognises(self, raw: Raw) -> bool:
        return raw.head.startswith(b"STOP")

    def parse(self, raw: Raw) -> Iterator[RawItem | Rejection]:
        yield RawItem(source=raw.stem, text=raw.read().decode().removeprefix("STOP "))


class Usurper(Telegram):
    """A format that takes the name of another."""

    name = "plain text"


class Stranger:
    """No format at all."""


def _added(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    entries = [EntryPoint(name, f"{__name__}:{name}", "communique.formats") for name in names]
    monkeypatch.setattr(plugins, "entry_points", lambda **_: entries)
    monkeypatch.setattr(EntryPoint, "load", lambda entry: globals()[entry.name])


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    formats.cache_clear()
    yield
    formats.cache_clear()


def test_own_formats_keep_the_contract() -> None:
    assert all(isinstance(make(), Format) for make in FORMATS)
    assert len({make.name for make in FORMATS}) == len(FORMATS)


def test_a_format_of_another_package_is_asked_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _added(monkeypatch, "Telegram")
    (tmp_path / "wire.txt").write_text("STOP Envoys met.", encoding="utf-8")
    (item,) = read_items(tmp_path)
    assert isinstance(item, RawItem)
    assert item.text == "Envoys met."


@pytest.mark.parametrize(
    ("name", "words"), [("Usurper", "plain text"), ("Stranger", "Stranger"), ("Missing", "KeyError")]
)
def test_a_broken_format_is_refused_by_name(name: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _added(monkeypatch, name)
    with pytest.raises(BrokenPlugin, match=words) as caught:
        formats()
    assert caught.value.hint
