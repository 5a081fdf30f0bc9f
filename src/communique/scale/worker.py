"""One worker process: batches of items come in through a pipe, their results go out through it, until it is closed."""

import pickle
import signal
import threading
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any


def serve(pipe: Connection) -> None:
    """Answer each batch, a function and its items, with ("done", results) or ("failed", exception).

    A first ("ready", None) says that the process has started. Ctrl-C reaches every process of a terminal: the worker
    leaves it to the process that reads the pipe, and ends when that closes it or is gone.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Batches are taken out of the pipe while another is at work: two full pipes would wait for each other for ever.
    batches: SimpleQueue[Any] = SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, batches), daemon=True).start()
    try:
        pipe.send(("ready", None))
        while (batch := batches.get()) is not None:
            if isinstance(batch, Exception):
                raise batch
            work, items = batch
            pipe.send(("done", [work(item) for item in items]))
    except (BrokenPipeError, ConnectionResetError):
        return
    except Exception as error:  # noqa: BLE001 - whatever it is, the process that reads the pipe raises it
        pipe.send(("failed", _sendable(error)))


def _receive(pipe: Connection, batches: "SimpleQueue[Any]") -> None:
    """Pass on what comes through the pipe; None after the last, an exception where a batch does not survive the way."""
    while True:
        try:
            batches.put(pipe.recv())
        except (EOFError, OSError):
            batches.put(None)
            return
        except Exception as error:  # noqa: BLE001 - raised by the process that sent the batch
            batches.put(error)


def _sendable(error: Exception) -> Exception:
    """The error itself where it survives the way through the pipe, else one that says what it said."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    except Exception:  # noqa: BLE001 - exceptions of other libraries fail to travel in many ways
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
