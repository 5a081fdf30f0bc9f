"""One request and its answer: an address goes in; status, headers and the whole body come out, or why there is none."""

import ssl
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

import httpcore
import httpx

from communique.errors import SourceError, Unfetchable, Unreachable
from communique.sources.fetching.guard import Deadline, GuardedBackend, Resolver, resolve
from communique.sources.fetching.manners import Manners, agent_name
from communique.sources.fetching.transport import GuardedTransport
from communique.sources.fetching.unpacking import ACCEPTED, unpacked

if TYPE_CHECKING:
    from httpx import URL

_IN_MEMORY = 8 * 2**20
_NO_ROBOT = "Open it in a browser to see whether it is up; then try again later."
_FAULTS = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError, RuntimeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered; `body` is empty unless the status is 200, and to be closed by whoever has it."""

    url: "URL"
    status: int
    headers: Mapping[str, str]
    body: IO[bytes]


class Asker:
    """Asks servers, one request at a time, over connections it keeps."""

    def __init__(self, manners: Manners, *, resolver: Resolver | None = None) -> None:
        self._deadline = Deadline(manners.seconds)
        backend = GuardedBackend(self._deadline, allow_private=manners.allow_private, resolver=resolver or resolve)
        self._client = httpx.Client(
            transport=GuardedTransport(backend),
            trust_env=False,
            timeout=httpx.Timeout(manners.patience),
            headers={
                "User-Agent": agent_name(),
                "Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8",
                "Accept-Language": "en, *;q=0.5",
                "Accept-Encoding": ACCEPTED,
            },
        )

    def ask(self, url: "URL", *, largest: int, headers: Mapping[str, str] | None = None, cut: bool = False) -> Answer:
        """Return the answer to one GET; redirects are answers like others.

        With `cut` a body beyond `largest` bytes ends there. Raises Unreachable where asking again may help,
        Unfetchable where it will not.
        """
        self._deadline.start()
        body: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - handed on
        try:
            with self._client.stream("GET", url, headers=dict(headers or {})) as response:
                if response.status_code == httpx.codes.OK:
                    _take(response, body, largest=largest, cut=cut)
        except BaseException as fault:
            body.close()
            if isinstance(fault, SourceError) or not isinstance(fault, (*_FAULTS, httpx.HTTPError)):
                raise
            raise _fault_named(fault) from fault
        # The cookies of one page are nobody's business on the next.
        self._client.cookies.clear()
        body.seek(0)
        return Answer(url=url, status=response.status_code, headers=response.headers, body=body)

    def close(self) -> None:
        """Close every connection."""
        self._client.close()


def _take(response: httpx.Response, body: IO[bytes], *, largest: int, cut: bool) -> None:
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared[:20]) > largest and not cut:
        hint = "Fetch it by other means, split it, and read the parts."
        raise Unfetchable(reason=f"it holds {int(declared[:20]) // 2**20} MB", hint=hint)
    encoding = response.headers.get("Content-Encoding", "")
    for part in unpacked(response.iter_raw(), encoding, largest=2**63 if cut else largest):
        body.write(part)
        if cut and body.tell() >= largest:
            body.truncate(largest)
            return


def _fault_named(fault: BaseException) -> SourceError:
    """What to say of a fault of the connection."""
    told = str(fault)[:200]
    if isinstance(fault.__cause__ or fault.__context__, ssl.SSLCertVerificationError) or "CERTIFICATE" in told:
        hint = "The host's certificate is not to be trusted; check the address and the clock of this machine."
        return Unfetchable(reason=f"the connection is not safe: {told}", hint=hint)
    if isinstance(fault, ssl.SSLError) or "SSL" in told:
        return Unfetchable(reason=f"no safe connection came about: {told}", hint="Check the address, https or http.")
    if isinstance(fault, httpcore.ConnectTimeout):
        return Unreachable(reason="the server cannot be reached: it does not answer", hint=_NO_ROBOT)
    if isinstance(fault, httpcore.TimeoutException):
        return Unreachable(reason="the server does not go on with its answer", hint=_NO_ROBOT)
    if isinstance(fault, httpcore.ConnectError):
        return Unreachable(reason=f"the server cannot be reached: {told}", hint=_NO_ROBOT)
    if isinstance(fault, httpcore.LocalProtocolError | httpx.HTTPError | RuntimeError):
        return Unfetchable(reason=f"it cannot be asked for: {told}", hint="Check the address.")
    return Unreachable(reason=f"the answer is broken off or no HTTP: {told}", hint=_NO_ROBOT)
