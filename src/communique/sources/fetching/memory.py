"""What was fetched before: addresses go in, what to say to their servers comes out; a small file keeps it.

Nothing is written before the reports behind an address are kept; so whatever is broken off is fetched again.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from communique.errors import ArchiveError

_SCHEMA = """
CREATE TABLE IF NOT EXISTS sources (address TEXT PRIMARY KEY, etag TEXT, modified TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS links (address TEXT PRIMARY KEY, published TEXT) WITHOUT ROWID;
"""
_BUSY_SECONDS = 30.0


@dataclass(slots=True)
class _Pending:
    sources: dict[str, tuple[str | None, str | None]] = field(default_factory=dict)
    links: dict[str, str | None] = field(default_factory=dict)


class Memory:
    """The state of feeds, sitemaps and their links, in one file that is made where there is none.

    As a context it writes down what was noted when the block ends without an error.

    Raises ArchiveError where the file cannot be used.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._pending = _Pending()
        with self._faults_named():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=_BUSY_SECONDS, isolation_level=None)
            self._connection.executescript(_SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self.keep_all()
        finally:
            self.close()

    def conditions(self, address: str) -> dict[str, str]:
        """The headers by which a server tells that nothing has changed; none where the address is new."""
        found = self._row("SELECT etag, modified FROM sources WHERE address = ?", address)
        etag, modified = found or (None, None)
        return {name: said for name, said in (("If-None-Match", etag), ("If-Modified-Since", modified)) if said}

    def is_known(self, link: str, published: str | None) -> bool:
        """Whether the link was fetched before, as the feed stated it now."""
        found = self._row("SELECT published FROM links WHERE address = ?", link)
        return found is not None and found[0] == published

    def note_source(self, address: str, *, etag: str | None, modified: str | None) -> None:
        """Have in mind what a server said of a feed or a sitemap all of whose links were taken."""
        self._pending.sources[address] = (etag, modified)

    def note_link(self, address: str, published: str | None) -> None:
        """Have in mind a link that was fetched."""
        self._pending.links[address] = published

    def keep_all(self) -> None:
        """Write down everything that was noted: all reports are kept."""
        noted, self._pending = self._pending, _Pending()
        self._write("INSERT OR REPLACE INTO links VALUES (?, ?)", list(noted.links.items()))
        sources = [(address, *said) for address, said in noted.sources.items()]
        self._write("INSERT OR REPLACE INTO sources VALUES (?, ?, ?)", sources)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _row(self, question: str, address: str) -> tuple[str, ...] | None:
        with self._faults_named():
            row: tuple[str, ...] | None = self._connection.execute(question, (address,)).fetchone()
            return row

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if rows:
            with self._faults_named(), self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.executemany(statement, rows)

    @contextmanager
    def _faults_named(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as fault:
            hint = "Remove the file, if it is broken: feeds are then fetched as if for the first time."
            raise ArchiveError(str(self.path), reason=str(fault), hint=hint) from fault
