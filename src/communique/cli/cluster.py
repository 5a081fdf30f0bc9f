"""The command `cluster`: what workers need goes in, workers on a cluster run until it is stopped."""

import signal
import threading
from enum import StrEnum
from typing import Annotated, Any

import typer

from communique.cli.terminal import for_messages
from communique.scale.starting import Wanted, kubernetes_cluster, kubernetes_spec, slurm_cluster


class Kind(StrEnum):
    """The systems that give out the machines of a cluster."""

    SLURM = "slurm"
    KUBERNETES = "kubernetes"


def cluster(
    kind: Annotated[Kind, typer.Argument(help="The system that gives out the machines.")],
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Workers, each a process on one core.")] = 4,
    memory: Annotated[str, typer.Option(metavar="SIZE", help="Memory of a worker.")] = "3GB",
    time: Annotated[str, typer.Option(metavar="HH:MM:SS", help="How long a worker may run (Slurm).")] = "04:00:00",
    queue: Annotated[str | None, typer.Option(metavar="NAME", help="The partition (Slurm).")] = None,
    account: Annotated[str | None, typer.Option(metavar="NAME", help="The account that pays (Slurm).")] = None,
    interface: Annotated[
        str | None, typer.Option(metavar="NAME", help="The network between the machines, such as ib0 (Slurm).")
    ] = None,
    image: Annotated[
        str | None, typer.Option(metavar="NAME", help="The image that holds Communiqué (Kubernetes).")
    ] = None,
    namespace: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where the workers are kept (Kubernetes).")
    ] = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the scheduler; 0 is any.")] = 8786,
    show: Annotated[bool, typer.Option("--print", help="Print what would be asked for, and ask for nothing.")] = False,
) -> None:
    """Start workers on a cluster and say the address for --workers; they run until this command is stopped."""
    wanted = Wanted(
        workers=workers, memory=memory, time=time, queue=queue, account=account, interface=interface, port=port,
        image=image, namespace=namespace,
    )  # fmt: skip
    if show:
        typer.echo(_asked_for(kind, wanted))
        return
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    with _start(kind, wanted) as running:
        address = str(running.scheduler_address).partition("://")[2]
        typer.echo(f"dask://{address}")
        for_messages().print(f"{workers} workers are asked for. Ctrl-C ends them.")
        stopped.wait()


def _asked_for(kind: Kind, wanted: Wanted) -> str:
    if kind is Kind.SLURM:
        with slurm_cluster(wanted) as idle:
            return str(idle.job_script())
    import json

    return json.dumps(kubernetes_spec(wanted), indent=2)


def _start(kind: Kind, wanted: Wanted) -> Any:
    if kind is Kind.KUBERNETES:
        return kubernetes_cluster(wanted)
    started = slurm_cluster(wanted)
    started.scale(jobs=wanted.workers)
    return started
