"""Workers are asked of Slurm as its users ask, come up, do the work, and are gone when the command is stopped."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.cli.main import main
from communique.scale.crew import open_crew

pytest.importorskip("dask_jobqueue", reason="the libraries for clusters are not installed")
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")

# What stands for Slurm here: jobs are processes of this machine, their numbers their process groups.
SBATCH = """#!/bin/sh
job=$(mktemp) && cat "$1" > "$job"
setsid bash "$job" > "$job.log" 2>&1 &
echo "Submitted batch job $!"
"""
SCANCEL = """#!/bin/sh
for job in "$@"; do kill -- "-$job"; done
"""


def test_the_job_asks_for_what_was_wanted(capfd: pytest.CaptureFixture[str]) -> None:
    asked = "cluster slurm --print --memory 5GB --time 02:30:00 --queue long --account ir-dept --port 0"
    assert main(asked.split()) == 0
    script = capfd.readouterr().out
    for line in ("#SBATCH -p long", "#SBATCH -A ir-dept", "#SBATCH --cpus-per-task=1", "#SBATCH -t 02:30:00"):
        assert line in script
    assert "#SBATCH --mem=5G" in script
    assert "export OMP_NUM_THREADS=1" in script
    assert "--nthreads 1" in script


def test_the_operator_is_asked_for_workers_of_one_thread(capfd: pytest.CaptureFixture[str]) -> None:
    asked = "cluster kubernetes --print --workers 7 --memory 4GB --image registry.example/communique:1"
    assert main(asked.split()) == 0
    spec = json.loads(capfd.readouterr().out)
    assert spec["kind"] == "DaskCluster"
    assert spec["spec"]["worker"]["replicas"] == 7
    container = spec["spec"]["worker"]["spec"]["containers"][0]
    assert container["image"] == "registry.example/communique:1"
    assert container["resources"]["limits"]["memory"] == "4G"
    assert {"name": "OMP_NUM_THREADS", "value": "1"} in container["env"]
    assert container["args"][2:4] == ["--nthreads", "1"]


def test_kubernetes_needs_an_image(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["cluster", "kubernetes", "--print"]) == 12
    assert "--image" in capfd.readouterr().err


def test_workers_of_slurm_do_the_work(tmp_path: Path) -> None:
    for name, script in (("sbatch", SBATCH), ("scancel", SCANCEL)):
        (tmp_path / name).write_text(script)
        (tmp_path / name).chmod(0o755)
    (tmp_path / "work_of_slurm.py").write_text("import os\ndef job(number):\n    return number, os.getpid()\n")
    folders = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    surroundings = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": folders}
    asked = [sys.executable, "-m", "communique", "cluster", "slurm", "--workers", "1", "--memory", "1GB", "--port", "0"]
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(tmp_path))
        import work_of_slurm  # type: ignore[import-not-found]

        command = subprocess.Popen(asked, stdout=subprocess.PIPE, text=True, env=surroundings, cwd=tmp_path)
        try:
            assert command.stdout is not None
            address = command.stdout.readline().strip()
            with open_crew(address) as crew:
                found = list(crew.map(work_of_slurm.job, range(5)))
            assert [number for number, _ in found] == [0, 1, 2, 3, 4]
            workers = {process for _, process in found}
            assert os.getpid() not in workers
        finally:
            command.send_signal(signal.SIGTERM)
            assert command.wait(timeout=60) == 0
    assert come_true(lambda: not any(Path(f"/proc/{process}").exists() for process in workers))


def come_true(condition: Callable[[], bool], *, seconds: float = 30) -> bool:
    """Whether a condition holds before the time is over."""
    until = time.monotonic() + seconds
    while not condition() and time.monotonic() < until:
        time.sleep(0.1)
    return condition()
