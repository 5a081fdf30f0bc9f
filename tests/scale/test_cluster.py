"""The workers of a scheduler do what one process does, though some are killed on the way."""

import importlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from communique.errors import NoCluster, OtherVersion
from communique.scale import cluster
from communique.scale.cluster import DaskCrew
from communique.scale.crew import open_crew, scheduler_of
from communique.scale.outcomes import Done, Lost

distributed = pytest.importorskip("distributed", reason="Dask is not installed")

WORK = """
import os, signal, time
from pathlib import Path

def square(number):
    time.sleep(0.02 if number % 7 == 0 else 0)
    return number * number

def add_a_hundred(number):
    return number + 100

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
    raise LookupError(f"nothing at {number}")

def hang_at_five(number):
    if number == 5:
        time.sleep(600)
    return number
"""

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """A module that workers can import as well."""
    folder = tmp_path_factory.mktemp("work")
    (folder / "work_of_a_cluster.py").write_text(WORK)
    path = os.pathsep.join([str(folder), os.environ.get("PYTHONPATH", "")])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", path)
        patch.syspath_prepend(str(folder))
        yield importlib.import_module("work_of_a_cluster")


@pytest.fixture(scope="module")
def scheduler(work: ModuleType) -> Iterator[str]:
    """The address of a scheduler with two workers, each a process of this machine."""
    import dask

    settings = {
        "distributed.scheduler.allowed-failures": 1,
        "distributed.worker.daemon": True,
        "distributed.admin.log-format": "%(message)s",
    }
    with (
        dask.config.set(settings),
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
    ):
        yield str(local.scheduler_address).replace("tcp://", "dask://")


def test_results_come_in_the_order_of_the_items(work: ModuleType, scheduler: str) -> None:
    with open_crew(scheduler) as crew:
        assert list(crew.map(work.square, range(200))) == [number**2 for number in range(200)]
        assert list(crew.map(work.square, [])) == []


def test_results_of_one_run_are_the_items_of_another(work: ModuleType, scheduler: str) -> None:
    with open_crew(scheduler) as crew:
        first = crew.map(work.square, range(100))
        chosen = (Done(number) if number % 2 else number for number in first)
        found = list(crew.map(work.add_a_hundred, chosen))
    assert found == [n * n if n % 2 else n * n + 100 for n in range(100)]


def test_an_error_of_the_work_is_raised_here(work: ModuleType, scheduler: str) -> None:
    with open_crew(scheduler) as crew, pytest.raises(LookupError, match="nothing at"):
        list(crew.map(work.fail, range(3)))


def test_a_worker_that_is_killed_costs_nothing(work: ModuleType, scheduler: str, tmp_path: Path) -> None:
    names = [*(f"{number:02}" for number in range(40)), "fragile"]
    with open_crew(scheduler) as crew:
        assert list(crew.map(work.die_once, [str(tmp_path / name) for name in names])) == names


def test_an_item_over_which_workers_die_is_lost_alone(work: ModuleType, scheduler: str) -> None:
    with open_crew(scheduler) as crew:
        found = list(crew.map(work.die_at_thirteen, range(40)))
    lost = found.pop(13)
    assert isinstance(lost, Lost)
    assert lost.item == 13
    assert found == [number**2 for number in range(40) if number != 13]


def test_a_worker_of_another_version_is_refused(
    work: ModuleType, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "versions", lambda: {"communique": "0.0.1"})
    with open_crew(scheduler) as crew, pytest.raises(OtherVersion, match=r"communique 0\.0\.1"):
        list(crew.map(work.square, range(3)))


@pytest.mark.parametrize(
    "words", ["dask://", "dask://host", "tcp://host:1", "many", "-1", "dask://h:99999", "dask://h:1/x"]
)
def test_what_names_no_scheduler_is_refused(words: str) -> None:
    with pytest.raises(NoCluster, match="dask://localhost:8786"):
        open_crew(words)


def test_addresses_of_schedulers() -> None:
    assert scheduler_of("dask://node-12.cluster:8786") == "node-12.cluster:8786"
    assert scheduler_of("dask://[::1]:8786") == "[::1]:8786"


def test_where_nobody_listens_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "SECONDS_TO_CONNECT", 0.5)
    with pytest.raises(NoCluster, match=r"127\.0\.0\.1:9"), DaskCrew("127.0.0.1:9"):
        pass


def test_without_the_libraries_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(NoCluster, match=r"communique\[cluster\]"), DaskCrew("127.0.0.1:9"):
        pass
