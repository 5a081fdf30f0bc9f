"""The guard before the network: a host goes in, a connection to an address that may be asked comes out.

A name is resolved once, and what it resolves to is both looked at and connected to: a name that gives another address
a moment later gains nothing. The time that a whole answer may take is held here, too, over every read of every stream.
"""

import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

import httpcore

from communique.errors import SourceError, Unfetchable, Unreachable

type Resolver = Callable[[str, int], list[str]]

# Public by number, but not anybody's web server: relays of 6to4, and what Azure keeps for its own machines.
_OWN = (ip_network("192.88.99.0/24"), ip_network("168.63.129.16/32"))
_NAT64 = ip_network("64:ff9b::/96")
_OWN_HINT = "Only addresses of the public internet are asked; --allow-private lets your own network be asked, too."


def is_public(words: str) -> bool:
    """Whether the IP address is one of the public internet; those that hold another address are judged by that one."""
    try:
        address = ip_address(words.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, IPv6Address):
        held = _held(address)
        if held is not None:
            return is_public(str(held))
        if address.is_site_local:
            return False
    is_own = any(address.version == network.version and address in network for network in _OWN)
    return address.is_global and not (address.is_multicast or address.is_reserved or is_own)


def _held(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is meant by an IPv6 address."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def resolve(host: str, port: int) -> list[str]:
    """Return the IP addresses of `host`, in the order of the system; OSError where there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """When the present answer must be complete; `seconds` is how long it may take as a whole."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def start(self) -> None:
        """Begin to count anew."""
        self._end = time.monotonic() + self.seconds

    def left(self, timeout: float | None = None) -> float:
        """How long may be waited now, `timeout` at most; Unreachable where the time is over."""
        left = self._end - time.monotonic()
        if left <= 0:
            hint = "The server is too slow, or holds its answer back; try again later."
            raise Unreachable(reason=f"the answer was not complete after {self.seconds:g} seconds", hint=hint)
        return left if timeout is None else min(left, timeout)


class GuardedBackend(httpcore.NetworkBackend):
    """Connects to public addresses only, unless `allow_private`, and within the deadline."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, resolver: Resolver = resolve) -> None:
        self._deadline = deadline
        self._allow_private = allow_private
        self._resolver = resolver
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """Connect to the first address of `host` that may be asked and answers."""
        addresses = self._looked_up(host, port, self._deadline.left(timeout))
        allowed = [address for address in addresses if self._allow_private or is_public(address)]
        if not allowed:
            told = ", ".join(addresses[:3])
            reason = f"{host} is of a private network" if host == told else f"{host} is {told}, of a private network"
            raise Unfetchable(reason=reason, hint=_OWN_HINT)
        fault: Exception | None = None
        for address in allowed:
            try:
                stream = self._backend.connect_tcp(
                    address, port, timeout=self._deadline.left(timeout), local_address=local_address,
                    socket_options=socket_options,
                )  # fmt: skip
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as refused:
                fault = refused
            else:
                return _TimedStream(stream, self._deadline)
        raise fault or httpcore.ConnectError("no address")

    def _looked_up(self, host: str, port: int, seconds: float) -> list[str]:
        """The addresses of `host`. The system's own look-up knows no limit of time, so it is done beside us."""
        answer: queue.SimpleQueue[list[str] | Exception] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answer.put(self._resolver(host, port))
            except Exception as fault:  # noqa: BLE001 - handed to the thread that waits
                answer.put(fault)

        threading.Thread(target=look_up, daemon=True).start()
        try:
            found = answer.get(timeout=seconds)
        except queue.Empty:
            found = TimeoutError("the look-up took too long")
        if isinstance(found, Exception) or not found:
            raise _name_fault(host, found)
        return found


def _name_fault(host: str, fault: object) -> SourceError:
    """What to say of a host that has no address."""
    if isinstance(fault, TimeoutError) or getattr(fault, "errno", None) == socket.EAI_AGAIN:
        hint = "Check that this machine is on the internet, or try again later."
        return Unreachable(reason=f"the name {host} could not be looked up", hint=hint)
    return Unfetchable(reason=f"there is no host {host}", hint="Check the address for slips.")


class _TimedStream(httpcore.NetworkStream):
    """A stream whose every wait ends with the deadline."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what there is; the time that is left is looked at before and after."""
        try:
            return self._stream.read(max_bytes, self._deadline.left(timeout))
        except httpcore.ReadTimeout:
            self._deadline.left()
            raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write all of it."""
        self._stream.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """Let go of the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Speak TLS from here on, with the host's name, whatever address it has."""
        stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._stream.get_extra_info(info)
