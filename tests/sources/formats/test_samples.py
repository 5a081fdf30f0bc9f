"""Every registered format has a stored sample, and reads it as expected."""

import dataclasses
import gzip
import json
from pathlib import Path

import pytest

from communique.plugins import FORMATS, Format, formats
from communique.sources import RawItem, read_items

SAMPLES = Path(__file__).parents[1] / "samples"


def _sample(format_: type[Format] | Format) -> Path:
    """The stored sample: named like the format, with the ending that its files usually have."""
    found = [
        path for path in SAMPLES.glob(f"{format_.name.replace(' ', '-')}.*") if not path.name.endswith(".expected.json")
    ]
    assert len(found) == 1, f"the format {format_.name} needs one stored sample in {SAMPLES}"
    return found[0]


def _read(path: Path) -> list[dict[str, object]]:
    return [dataclasses.asdict(found) for found in read_items(path)]


def _expected(format_: type[Format]) -> list[dict[str, object]]:
    expected: list[dict[str, object]] = json.loads(
        (SAMPLES / f"{format_.name.replace(' ', '-')}.expected.json").read_text(encoding="utf-8")
    )
    return expected


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_the_sample_is_read_as_expected(format_: type[Format], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLES)
    assert _read(Path(_sample(format_).name)) == _expected(format_)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_the_sample_is_read_alike_when_compressed(
    format_: type[Format], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = _sample(format_)
    (tmp_path / f"{sample.name}.gz").write_bytes(gzip.compress(sample.read_bytes()))
    monkeypatch.chdir(tmp_path)
    items = [found for found in read_items(f"{sample.name}.gz") if isinstance(found, RawItem)]
    assert [dataclasses.asdict(item) for item in items] == [one for one in _expected(format_) if "text" in one]


def test_every_format_in_use_has_a_sample() -> None:
    own = [format_ for format_ in formats() if type(format_).__module__.startswith("communique.")]
    assert {type(format_) for format_ in own} == set(FORMATS)
    assert all(_sample(format_).is_file() for format_ in own)


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_only_its_own_format_claims_a_sample_before_plain_text(format_: type[Format], tmp_path: Path) -> None:
    nameless = tmp_path / "sample"
    nameless.write_bytes(_sample(format_).read_bytes())
    expected = {type(found).__name__ for found in read_items(_sample(format_))}
    assert {type(found).__name__ for found in read_items(nameless)} == expected
