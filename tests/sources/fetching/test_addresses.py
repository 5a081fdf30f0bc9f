"""What is an address, and which file it names."""

import pytest

from communique.sources.fetching.addresses import is_address, path_of
from communique.sources.fetching.manners import _agent_name

NAMES = {
    "https://example.org/feed": True, " HTTP://example.org": True, "example.org/feed": False, "http:/x": False,
    "reports/https": False, "-": False, "file:///etc/passwd": False, "": False,
}  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_what_is_an_address(name: str, expected: bool) -> None:
    assert is_address(name) is expected


@pytest.mark.parametrize(
    ("address", "path"),
    [("https://a.example/news/story.html?p=1.txt#x.pdf", "news/story.html"), ("https://a.example", "")],
)
def test_the_file_that_an_address_names(address: str, path: str) -> None:
    assert path_of(address) == path


@pytest.mark.parametrize(
    ("contact", "told"),
    [("desk@wire.example", "; desk@wire.example)"), ("", "diplomacy)"), ("a\r\nX: (y) é", "; a X: y)")],
)
def test_servers_are_told_whom_to_ask(contact: str, told: str) -> None:
    assert _agent_name({"COMMUNIQUE_CONTACT": contact}).endswith(told)
