"""Find reports: a file, a folder or standard input goes in; raw items, pages, links and rejections come out."""

from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from communique.errors import SourceError, SourceNotFound, UnknownFormat
from communique.sources.fetching.addresses import is_address
from communique.sources.item import Found, RawItem, Rejection
from communique.sources.pages import settle
from communique.sources.raw import LARGEST, Raw, open_raw, standard_input
from communique.sources.storage import files_at, is_stored, open_stored

if TYPE_CHECKING:
    from communique.sources.fetching.fetcher import Fetcher

# What people put beside reports to say what they are.
_NOTES = ("readme", "license", "licence", "copying", "citation", "changelog", "notice")


def read_items(
    path: str | Path, *, largest: int = LARGEST, columns: Mapping[str, str] | None = None,
    fetcher: "Fetcher | None" = None,
) -> Iterator[RawItem | Rejection]:  # fmt: skip
    """Yield what `find_reports` finds with every page read; a link gives what is told of the report where it stands."""
    return map(settle, find_reports(path, largest=largest, columns=columns, fetcher=fetcher))


def find_reports(
    path: str | Path, *, largest: int = LARGEST, columns: Mapping[str, str] | None = None,
    fetcher: "Fetcher | None" = None,
) -> Iterator[Found]:  # fmt: skip
    """Yield the reports under `path`: a file, a folder with all below it in order of name, "-" for standard input, or
    an address of the web (https://…) or of object storage (s3://…), given as words.

    What is broken or of no known format is yielded as a rejection that names it. No report may hold more than `largest`
    bytes, unpacked. Hidden files and notes such as README are passed over inside folders. `columns` tells which column
    of a table, or field of a JSON object, is our `text`, `published` and so on, by our name. `fetcher` fetches
    addresses, with manners of its own, and the links of feeds on disk where its manners say so; without it a new one
    with the usual manners fetches addresses.

    Raises SourceNotFound where there is nothing at `path`.
    """
    if isinstance(path, str) and is_address(path):
        yield from _read_address(path, largest, columns, fetcher)
        return
    if isinstance(path, str) and is_stored(path):
        for file in files_at(path):
            yield from _read_file(file, largest, columns)
        return
    founds = _find_on_disk(path, largest, columns)
    if fetcher is not None and fetcher.manners.follow:
        from communique.sources.fetching.following import follow_links

        founds = follow_links(founds, fetcher, largest=largest, columns=columns)
    yield from founds


def _read_address(
    address: str, largest: int, columns: Mapping[str, str] | None, fetcher: "Fetcher | None"
) -> Iterator[Found]:
    from communique.sources.fetching.fetcher import Fetcher
    from communique.sources.fetching.following import read_address

    with nullcontext(fetcher) if fetcher is not None else Fetcher() as fetching:
        yield from read_address(address, fetching, largest=largest, columns=columns)


def _find_on_disk(path: str | Path, largest: int, columns: Mapping[str, str] | None) -> Iterator[Found]:
    if str(path) == "-":
        try:
            yield from read_raw(standard_input(largest=largest, columns=columns))
        except SourceError as error:
            yield refused("-", error)
        return
    root = Path(path)
    if not root.exists():
        raise SourceNotFound(str(path))
    if not root.is_dir():
        yield from _read_file(root, largest, columns)
        return
    for file in _files_below(root):
        yield from _read_file(file, largest, columns)


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield the files below `folder`, folders and files by name, without following links to folders in circles."""
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            if not (entry.is_symlink() or entry.name.startswith(".")):
                yield from _files_below(entry)
        elif not is_passed_over(entry.name):
            yield entry


def is_passed_over(name: str) -> bool:
    """Whether a file of that name is hidden or a note on the files beside it, such as README."""
    return name.startswith(".") or name.lower().startswith(_NOTES)


def _read_file(file: Path | str, largest: int, columns: Mapping[str, str] | None) -> Iterator[Found]:
    if isinstance(file, Path) and not file.is_file():
        yield Rejection(source=str(file), reason="it is no file", hint="Name a file or a folder.")
        return
    opened = open_raw if isinstance(file, Path) else open_stored
    try:
        with opened(file, largest=largest, columns=columns) as raw:  # type: ignore[arg-type]
            yield from read_raw(raw)
    except SourceError as error:
        yield refused(str(file), error)


def read_raw(raw: Raw) -> Iterator[Found]:
    """Yield the reports in one source by the first format that recognises it; UnknownFormat where none does."""
    from communique.plugins import formats

    for format_ in formats():
        if format_.recognises(raw):
            for found in format_.parse(raw):
                yield found if found.source else replace(found, source=raw.name)
            return
    raise UnknownFormat(raw.name)


def refused(source: str, error: SourceError) -> Rejection:
    """The rejection that an error makes of the source it came from."""
    return Rejection(
        source=source, reason=f"{error.what} ({error.reason})" if error.reason else error.what, hint=error.hint
    )
