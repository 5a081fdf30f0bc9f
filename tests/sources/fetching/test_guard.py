"""Which addresses may be asked, and that nothing else is connected to."""

from ipaddress import IPv4Address
from typing import Any

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import Unfetchable, Unreachable
from communique.sources.fetching.guard import Deadline, GuardedBackend, is_public

ADDRESSES = {
    "93.184.216.34": True, "2606:2800:220:1::1": True, "127.0.0.1": False, "127.8.8.8": False, "10.1.2.3": False,
    "172.16.0.1": False, "172.32.0.1": True, "192.168.1.1": False, "169.254.169.254": False, "100.64.0.1": False,
    "0.0.0.0": False, "255.255.255.255": False, "224.0.0.1": False, "198.18.0.1": False, "192.0.2.1": False,  # noqa: S104 - nothing is bound
    "168.63.129.16": False, "::": False, "::1": False, "fe80::1%eth0": False, "fd00::1": False, "fec0::1": False,
    "ff02::1": False, "::ffff:10.0.0.1": False, "::ffff:93.184.216.34": True, "64:ff9b::7f00:1": False,
    "64:ff9b::5db8:d822": True, "2002:7f00:1::": False, "no address": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize(("address", "public"), ADDRESSES.items())
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@given(st.ip_addresses(v=4))
def test_an_address_within_an_address_is_judged_as_itself(address: IPv4Address) -> None:
    assert is_public(f"::ffff:{address}") == is_public(str(address))


class _Listening(httpcore.NetworkBackend):
    """Notes whom it is to connect to, and connects to nobody."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def connect_tcp(self, host: str, *_arguments: Any, **_options: Any) -> httpcore.NetworkStream:
        self.asked.append(host)
        raise httpcore.ConnectError("nobody there")


def _guarded(resolver: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[GuardedBackend, _Listening]:
    listening = _Listening()
    monkeypatch.setattr(httpcore, "SyncBackend", lambda: listening)
    return GuardedBackend(Deadline(5.0), allow_private=False, resolver=resolver), listening


def test_a_name_that_changes_its_address_gains_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]
    backend, listening = _guarded(lambda _host, _port: answers.pop(0), monkeypatch)
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("rebinding.example", 80)
    assert listening.asked == ["93.184.216.34"], "what was looked at is what is connected to"
    with pytest.raises(Unfetchable, match=r"127\.0\.0\.1, of a private network"):
        backend.connect_tcp("rebinding.example", 80)
    assert listening.asked == ["93.184.216.34"]


def test_of_several_addresses_only_the_public_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    mixed = ["10.0.0.1", "93.184.216.34", "::1", "8.8.8.8"]
    backend, listening = _guarded(lambda _host, _port: mixed, monkeypatch)
    with pytest.raises(httpcore.ConnectError):
        backend.connect_tcp("mixed.example", 80)
    assert listening.asked == ["93.184.216.34", "8.8.8.8"]


def test_time_that_is_over_is_over() -> None:
    deadline = Deadline(0.0)
    deadline.start()
    with pytest.raises(Unreachable, match="not complete after 0 seconds"):
        deadline.left()
