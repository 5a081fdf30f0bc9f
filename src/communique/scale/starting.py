"""Start workers on a cluster: what a worker needs goes in, a running scheduler that asks for workers comes out."""

from dataclasses import dataclass
from typing import Any

from communique.errors import NoCluster
from communique.scale.threads import ONE_THREAD

_MISSING = "Install the libraries for clusters: pip install 'communique[cluster]'."


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How many workers, each one process on one core; `memory` of each as in "3GB".

    `time` is how long a job may run ("04:00:00"), `queue` and `account` are Slurm's partition and account; `image`
    holds Communiqué and its model, `namespace` is where Kubernetes keeps the workers.
    """

    workers: int = 4
    memory: str = "3GB"
    time: str = "04:00:00"
    queue: str | None = None
    account: str | None = None
    interface: str | None = None
    port: int = 8786
    image: str | None = None
    namespace: str | None = None


def slurm_cluster(wanted: Wanted) -> Any:
    """A scheduler in this process that has no jobs yet: a dask_jobqueue.SLURMCluster.

    Raises NoCluster where the libraries are not installed.
    """
    try:
        from dask_jobqueue.slurm import SLURMCluster
    except ImportError as cause:
        raise NoCluster("slurm", reason="dask-jobqueue is not installed", hint=_MISSING) from cause
    return SLURMCluster(
        cores=1, processes=1, memory=wanted.memory, walltime=wanted.time, queue=wanted.queue, account=wanted.account,
        job_name="communique", interface=wanted.interface,
        job_script_prologue=[f"export {name}=1" for name in ONE_THREAD],
        scheduler_options={"port": wanted.port, "dashboard": False},
    )  # fmt: skip


def kubernetes_spec(wanted: Wanted) -> dict[str, Any]:
    """What the operator of Dask for Kubernetes is asked for: a DaskCluster as its API lays it out.

    Raises NoCluster where the libraries are not installed or no image is named.
    """
    if not wanted.image:
        raise NoCluster("kubernetes", reason="no image is named", hint="Name one that holds Communiqué: --image NAME.")
    try:
        from dask_kubernetes.operator import make_cluster_spec
    except ImportError as cause:
        raise NoCluster("kubernetes", reason="dask-kubernetes is not installed", hint=_MISSING) from cause
    amount = wanted.memory.replace("GB", "G").replace("MB", "M")
    spec: dict[str, Any] = make_cluster_spec(
        name="communique", image=wanted.image, n_workers=wanted.workers,
        resources={"requests": {"cpu": "1", "memory": amount}, "limits": {"memory": amount}},
        env=dict.fromkeys(ONE_THREAD, "1"), worker_command=["dask", "worker", "--nthreads", "1"],
    )  # fmt: skip
    return spec


def kubernetes_cluster(wanted: Wanted) -> Any:
    """A running cluster of the operator: a dask_kubernetes.operator.KubeCluster, its scheduler reachable from here.

    Raises NoCluster where Kubernetes cannot be reached.
    """
    spec = kubernetes_spec(wanted)
    from dask_kubernetes.operator import KubeCluster

    try:
        return KubeCluster(
            custom_cluster_spec=spec, namespace=wanted.namespace, scheduler_forward_port=wanted.port, quiet=True
        )
    except Exception as cause:
        hint = "Check with: kubectl get pods; the operator of Dask must be installed in the cluster."
        raise NoCluster("kubernetes", reason=f"{type(cause).__name__}: {cause}", hint=hint) from cause
