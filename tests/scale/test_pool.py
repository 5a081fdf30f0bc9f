"""Work keeps its order and comes through, whoever does it and whoever is killed."""

import importlib
import math
import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from communique.errors import CommuniqueError, ModelMissing
from communique.scale import pool, stream
from communique.scale.crew import open_crew
from communique.scale.outcomes import Done, Lost
from communique.scale.threads import one_thread_each

WORK = """
import os, signal, time
from pathlib import Path
from communique.errors import ModelMissing

def square(number):
    time.sleep(0.02 if number % 7 == 0 else 0)
    return number * number

def die_at_thirteen(number):
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number

def die_once(path):
    marker = Path(path)
    if marker.name == "fragile" and not marker.exists():
        marker.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return marker.name

def fail(number):
    raise ModelMissing("a model")

def fail_with_a_closure(number):
    class Odd(Exception):
        pass
    raise Odd("cannot travel")

def whoami(number):
    time.sleep(0.01)
    return os.getpid()

def hang_at_five(number):
    if number == 5:
        time.sleep(600)
    return number

def echo(words):
    return words

def add_a_hundred(number):
    return number + 100

def threads(number):
    return os.environ.get("OMP_NUM_THREADS")

def die_at_once(pipe):
    os._exit(9)
"""


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A module that worker processes can import as well."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "work_of_workers.py").write_text(WORK)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield importlib.import_module("work_of_workers")


def map_in_order(work: Callable[[Any], Any], items: Iterable[Any], *, workers: int = 1) -> Generator[Any]:
    """All that a crew of so many makes of the items."""
    with open_crew(workers) as crew:
        yield from crew.map(work, items)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_the_items(work: ModuleType, workers: int) -> None:
    assert list(map_in_order(work.square, range(60), workers=workers)) == [number**2 for number in range(60)]


@pytest.mark.parametrize("workers", [1, 2])
def test_no_items_and_few_items(work: ModuleType, workers: int) -> None:
    assert list(map_in_order(work.square, [], workers=workers)) == []
    assert list(map_in_order(work.square, [3], workers=workers)) == [9]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_at_hand_keep_their_place(work: ModuleType, workers: int) -> None:
    assert list(map_in_order(work.square, [Done(0), 2, Done(5), 3], workers=workers)) == [0, 4, 5, 9]


def test_no_process_is_started_where_there_is_no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool.Pool, "_start", None)
    assert list(map_in_order(math.sqrt, [Done(1.0), Done(2.0)], workers=2)) == [1.0, 2.0]


@pytest.mark.parametrize("workers", [1, 2])
def test_results_of_one_run_are_the_items_of_another(work: ModuleType, workers: int) -> None:
    with open_crew(workers) as crew:
        first = crew.map(work.square, range(100))
        chosen = (Done(number) if number % 2 else number for number in first)
        found = list(crew.map(work.add_a_hundred, chosen))
    assert found == [n * n if n % 2 else n * n + 100 for n in range(100)]


def test_nobody_waits_for_work_that_is_not_given_out(work: ModuleType) -> None:
    since = time.monotonic()
    with open_crew(2) as crew:
        first = crew.map(work.square, range(600))
        chosen = (number if number % 20 == 0 else Done(number) for number in first)
        assert len(list(crew.map(work.add_a_hundred, chosen))) == 600
    assert time.monotonic() - since < 60, "it waited until the next look at stuck workers"


def test_large_items_and_results_pass_each_other(work: ModuleType) -> None:
    large = ["x" * 3_000_000 for _ in range(24)]
    assert list(map_in_order(work.echo, large, workers=2)) == large


def test_what_is_held_at_once_is_bounded(work: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HELD_AT_ONCE", 1_000)
    taken = []

    def items() -> Iterator[Done[str]]:
        for number in range(1_000):
            taken.append(number)
            yield Done("x" * 100)

    results = map_in_order(work.echo, items(), workers=2)
    assert next(results) == "x" * 100
    results.close()
    assert len(taken) <= 12


def test_a_worker_that_gets_stuck_is_ended_and_the_others_come_through(
    work: ModuleType, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(pool, "SECONDS_A_REPORT", 0.5)
    results = list(map_in_order(work.hang_at_five, range(12), workers=2))
    assert [result for result in results if not isinstance(result, Lost)] == [n for n in range(12) if n != 5]
    assert isinstance(results[5], Lost)
    assert results[5].overdue


def test_several_workers_share_the_work(work: ModuleType) -> None:
    ids = set(map_in_order(work.whoami, range(200), workers=2))
    assert len(ids) == 2
    assert os.getpid() not in ids


def test_items_are_taken_as_they_are_needed() -> None:
    taken = []

    def items() -> Iterator[float]:
        for number in range(100_000):
            taken.append(number)
            yield number

    results = map_in_order(math.sqrt, items(), workers=2)
    assert next(results) == 0
    results.close()
    assert len(taken) < 100


def test_an_item_over_which_workers_die_is_lost_and_the_others_come_through(
    work: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    results = list(map_in_order(work.die_at_thirteen, range(30), workers=2))
    assert results[13] == Lost(13, -9, 3)
    assert [result for result in results if not isinstance(result, Lost)] == [n * n for n in range(30) if n != 13]
    assert "died with code -9" in caplog.text


def test_a_worker_killed_from_outside_is_replaced(work: ModuleType, tmp_path: Path) -> None:
    names = [*"abcdef", "fragile", *"ghij"]
    assert list(map_in_order(work.die_once, [tmp_path / name for name in names], workers=2)) == names


def test_what_the_work_raises_is_raised_here(work: ModuleType) -> None:
    with pytest.raises(ModelMissing) as raised:
        list(map_in_order(work.fail, [1], workers=2))
    assert (raised.value.value, raised.value.hint) == ("a model", ModelMissing.advice)
    with pytest.raises(RuntimeError, match="Odd: cannot travel"):
        list(map_in_order(work.fail_with_a_closure, [1], workers=2))


def test_workers_that_never_start_end_the_attempt(work: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "serve", work.die_at_once)
    with pytest.raises(CommuniqueError, match="cannot be started") as refused:
        list(map_in_order(work.square, range(9), workers=2))
    assert "__main__" in refused.value.hint


def test_workers_end_when_nobody_wants_more(work: ModuleType) -> None:
    results = map_in_order(work.whoami, range(1000), workers=2)
    ids = {next(results) for _ in range(40)}
    results.close()
    until = time.monotonic() + 5
    while any(Path(f"/proc/{process}").exists() for process in ids) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(Path(f"/proc/{process}").exists() for process in ids)


def test_workers_use_one_thread_for_sums(work: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    assert list(map_in_order(work.threads, [1], workers=2)) == ["1"]
    assert os.environ["OMP_NUM_THREADS"] == "8"


def test_the_environment_is_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    with one_thread_each():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert "OPENBLAS_NUM_THREADS" not in os.environ
