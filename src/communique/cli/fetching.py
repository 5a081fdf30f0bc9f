"""How commands fetch addresses: what is named and how it is to be fetched go in, a fetcher comes out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from communique.settings import fetched_beside
from communique.sources.fetching.addresses import is_address

if TYPE_CHECKING:
    from communique.archive.archive import Archive
    from communique.sources.fetching.fetcher import Fetcher

FollowOption = Annotated[
    bool | None,
    typer.Option(
        "--follow/--no-follow",
        help="Fetch the reports that feeds and sitemaps name; without either, of those fetched, not of those on disk.",
    ),
]
AllowPrivateOption = Annotated[bool, typer.Option("--allow-private", help="Fetch addresses of your own network, too.")]


@contextmanager
def fetcher_for(
    paths: Iterable[str], *, follow: bool | None, allow_private: bool, archive: "Archive | None" = None
) -> Iterator["Fetcher"]:
    """Give a fetcher for `paths`.

    With `archive` it has in mind what was fetched into it before; what is fetched now is noted when the block ends
    without an error.
    """
    from communique.sources.fetching.fetcher import Fetcher
    from communique.sources.fetching.manners import Manners
    from communique.sources.fetching.memory import Memory

    is_fetching = follow or any(map(is_address, paths))
    if archive is not None and is_fetching and not archive.counts().reports:
        # What was fetched into another archive of this name is not in this one.
        fetched_beside(archive.path).unlink(missing_ok=True)
    keeping = Memory(fetched_beside(archive.path)) if archive is not None and is_fetching else nullcontext()
    with keeping as memory, Fetcher(Manners(follow=follow, allow_private=allow_private), memory=memory) as fetcher:
        yield fetcher
