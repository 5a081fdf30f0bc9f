"""A folder of hostile matter with one sound report among it: each is refused by itself, and the report is kept."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from communique.archive.archive import Archive

from .matter import MATTER, NEWS, write

_COUNTED = """
import sys
from communique.cli.main import main
code = main(["read", *sys.argv[1:]])
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print("PEAK", int(peak.split()[1]) // 1024)
sys.exit(code)
"""


class Load(NamedTuple):
    """What became of the folder."""

    archive: Path
    told: str
    seconds: float
    peak: int
    code: int


@pytest.fixture(scope="module")
def load(tmp_path_factory: pytest.TempPathFactory) -> Load:
    """The folder, read once by a process of its own."""
    place = tmp_path_factory.mktemp("hostile")
    folder = place / "reports"
    folder.mkdir()
    for name in MATTER:
        write(folder, name)
    (folder / "zz-sound.txt").write_text(f"{NEWS} It was their third meeting this year.\n", encoding="utf-8")
    archive = place / "archive.sqlite"
    since = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _COUNTED, str(folder), "--archive", str(archive)],
        capture_output=True, text=True, timeout=240, check=False, env={**os.environ, "COLUMNS": "500"},
    )  # fmt: skip
    seconds = time.monotonic() - since
    for name in MATTER:
        (folder / name).unlink()
    peak = int(done.stdout.rpartition("PEAK ")[2])
    return Load(archive, done.stdout + done.stderr, seconds, peak, done.returncode)


@pytest.mark.parametrize(("name", "words"), [(name, words) for name, (_, words) in MATTER.items()], ids=list(MATTER))
def test_each_is_refused_with_its_reason_or_kept(name: str, words: str, load: Load) -> None:
    with Archive(load.archive) as archive:
        refused = [one for one in archive.rejections() if name in one.source or Path(name).stem == one.source]
    if words:
        assert any(words in one.reason for one in refused), (name, [one.reason for one in refused])
    else:
        assert not refused


def test_the_sound_report_among_them_is_kept_and_nothing_hung_or_grew(load: Load) -> None:
    assert load.code == 1
    assert "Traceback" not in load.told
    assert "fault of Communiqué" not in load.told
    with Archive(load.archive) as archive:
        assert any("third meeting" in coded.report.text for coded in archive.records())
    assert load.peak < 1_500
    assert load.seconds < 200
