"""Lists of feeds."""

from pathlib import Path

import pytest

from communique.errors import SourceNotFound, UnreadableReport
from communique.sources.fetching.watchlist import Feed, read_watchlist

FEED = '[[feed]]\naddress = "https://example.org/feed.xml"\n'


def test_what_is_said_and_what_is_left_to_us(tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text('[[feed]]\nname = "Ministry"\naddress = "https://example.com/a"\nevery = "2h"\n' + FEED)
    assert read_watchlist(path) == (
        Feed(name="Ministry", address="https://example.com/a", every=7200.0),
        Feed(name="example.org", address="https://example.org/feed.xml", every=900.0),
    )


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "lists no feed"),
        ("feed = 3", "lists no feed"),
        ("[[feed]\n", "cannot be read"),
        ("\xff", "cannot be read"),
        (FEED + "[outlets]\n", "outlets"),
        ('[[feed]]\nname = "A"\n', "feed 1 has no address"),
        ('[[feed]]\naddress = "file:///etc/passwd"\n', "its kind is file"),
        ('[[feed]]\naddress = "https://me:secret@example.org/"\n', "name or password"),
        (FEED + 'url = "x"\n', "says url"),
        (FEED + "every = 15\n", "every 15"),
        (FEED + 'every = "soon"\n', "every 'soon'"),
        (FEED + 'every = "5s"\n', "let a minute pass"),
        (FEED + 'name = ""\n', "a name that is no text"),
        (FEED + FEED, "two feeds have the address"),
        (FEED + FEED.replace("feed.xml", "other.xml"), "two feeds have the name"),
    ],
)
def test_what_is_no_list_is_refused_with_an_example(written: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "feeds.toml"
    path.write_bytes(written.encode("latin-1"))
    with pytest.raises(UnreadableReport, match=told) as caught:
        read_watchlist(path)
    assert "[[feed]]" in caught.value.hint


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        read_watchlist(tmp_path / "none.toml")
