"""One worker process: batches of items come in through a pipe, their results go out through it, until it is closed."""

import pickle
import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any


def serve(pipe: Connection, work: Callable[[Any], Any], prepare: Callable[[], object] | None) -> None:
    """Answer each batch with ("done", results) or ("failed", exception), after a first ("ready", None).

    Ctrl-C reaches every process of a terminal: the worker leaves it to the process that reads the pipe, and ends when
    that closes it or is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        if prepare is not None:
            prepare()
        pipe.send(("ready", None))
        while True:
            batch = pipe.recv()
            pipe.send(("done", [work(item) for item in batch]))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, the process that reads the pipe raises it
        pipe.send(("failed", _sendable(error)))


def _sendable(error: Exception) -> Exception:
    """The error itself where it survives the way through the pipe, else one that says what it said."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - exceptions of other libraries fail to travel in many ways
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
