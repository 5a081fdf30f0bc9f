"""Every door stays whole for every seed, and for what hypothesis makes of nothing."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

FUZZ = Path(__file__).parents[2] / "fuzz"
SEEDS = sorted(path for path in (FUZZ / "seeds").rglob("*") if path.is_file())


def _doors() -> Any:
    spec = importlib.util.spec_from_file_location("fuzz_doors", FUZZ / "doors.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.DOORS


DOORS = _doors()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_seed_breaks_its_door(seed: Path) -> None:
    DOORS[seed.parent.name](seed.read_bytes())


def test_every_folder_of_seeds_has_a_door_and_every_door_a_seed() -> None:
    assert {path.parent.name for path in SEEDS} == set(DOORS)


@pytest.mark.parametrize("door", sorted(DOORS))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_nothing_at_all_breaks_a_door(door: str, content: bytes) -> None:
    DOORS[door](content)


@pytest.mark.parametrize("door", sorted({path.parent.name for path in SEEDS}))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_seed_with_a_wound_breaks_its_door(door: str, data: st.DataObject) -> None:
    content = data.draw(st.sampled_from([path for path in SEEDS if path.parent.name == door])).read_bytes()
    start = data.draw(st.integers(0, len(content)))
    stop = data.draw(st.integers(start, min(len(content), start + 200)))
    DOORS[door](content[:start] + data.draw(st.binary(max_size=30)) + content[stop:])
