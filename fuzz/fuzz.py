"""Throw changed bytes at a door until it breaks or time is up; what broke it is kept beside the seeds.

    python fuzz/fuzz.py DOOR [SECONDS]

The doors are those of doors.py, the seeds lie in seeds/DOOR/. A finding is a file named crash-…, timeout-… or oom-…;
make it small, give it a name that says what it is, and put it among the seeds: the tests open every seed.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["communique"]):
    from doors import DOORS

HERE = Path(__file__).parent


def main() -> None:
    """Fuzz the door that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in DOORS:
        sys.exit(f"{__doc__}\nDoors: {', '.join(DOORS)}")
    door, seconds = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "60"
    found = HERE / "found" / door
    found.mkdir(parents=True, exist_ok=True)
    seeds = HERE / "seeds" / door
    options = [
        f"-max_total_time={seconds}", "-timeout=20", "-rss_limit_mb=2500", "-max_len=65536",
        f"-artifact_prefix={found}/", str(found), *([str(seeds)] if seeds.is_dir() else []),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], DOORS[door])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
