"""Every default and every environment variable, in one place."""

import os
from collections.abc import Mapping
from pathlib import Path

ARCHIVE_VARIABLE = "COMMUNIQUE_ARCHIVE"
ARCHIVE_FILE = "archive.sqlite"
DEBUG_VARIABLE = "COMMUNIQUE_DEBUG"
CONTACT_VARIABLE = "COMMUNIQUE_CONTACT"

# How long a process waits for another that writes to the archive, in seconds.
BUSY_SECONDS = 60.0

# The first SQLite without the fault by which a reset of the write-ahead log could lose pages (3.7.0 to 3.51.2).
SAFE_SQLITE = (3, 51, 3)

# What is kept in one transaction: little enough to lose little time when a load is killed.
REPORTS_A_TRANSACTION = 500
SECONDS_A_TRANSACTION = 2.0

# Reports that are linked in one transaction.
REPORTS_A_LINKING = 500

# Reports that a worker is handed at once, and batches that may be on their way for each worker.
REPORTS_A_BATCH = 4
BATCHES_A_WORKER = 4

# The same for a worker on another machine, where each batch costs a journey; and how long a scheduler may be silent.
REPORTS_A_CLUSTER_BATCH = 16
SECONDS_TO_CONNECT = 10.0

# How far results may run ahead of the slowest one before them, in their number and in characters or bytes.
RESULTS_AT_ONCE = 2_000
HELD_AT_ONCE = 64 * 2**20

# Longer than the longest report takes; a worker that needs more has got stuck and is ended.
SECONDS_A_REPORT = 300.0

# The least time between two requests to a host, and the longest that one answer may take, in seconds.
SECONDS_BETWEEN_FETCHES = 1.0
SECONDS_A_FETCH = 120.0

# How often a feed that is watched is asked where its list says nothing, at the most, and at the least after failures.
SECONDS_BETWEEN_POLLS = 900.0
LEAST_SECONDS_BETWEEN_POLLS = 60.0
LONGEST_SECONDS_BETWEEN_POLLS = 86_400.0

# The most characters of a report that is coded; the longest record of a summit's press day has a third of that.
LONGEST_REPORT = 500_000

# How deep archives (ZIP, tar) may lie within each other, and what the outermost may give with all within it.
ARCHIVE_DEPTH = 3
ARCHIVE_MEMBERS = 200_000
ARCHIVE_BYTES = 50 * 2**30

# From this size on, what unfolds to more than so many times its size is taken for a trap.
UNPACKED_UNASKED = 256 * 2**20
UNPACKED_RATIO = 300

# The most pages of a PDF, and how long one may take, in seconds.
PDF_PAGES = 2_000
SECONDS_A_PDF = 60.0

FOUND_LIMIT = 50

# Reports in which a phrase must stand to be worth a look.
LEAST_REPORTS = 5


def default_archive(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the archive is when nobody names one: COMMUNIQUE_ARCHIVE, else a file in the user's data folder."""
    named = environment.get(ARCHIVE_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_data_path("communique", appauthor=False) / ARCHIVE_FILE


def fetched_beside(archive: Path) -> Path:
    """Where it is kept what was fetched into an archive: a file of its name beside it."""
    return archive.with_name(f"{archive.stem}.fetched.sqlite")
