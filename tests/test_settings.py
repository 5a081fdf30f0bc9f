"""Where the archive is when nobody says."""

from pathlib import Path

from communique.settings import ARCHIVE_VARIABLE, default_archive


def test_the_environment_names_the_archive() -> None:
    assert default_archive({ARCHIVE_VARIABLE: "/data/a.sqlite"}) == Path("/data/a.sqlite")
    assert default_archive({ARCHIVE_VARIABLE: "~/a.sqlite"}) == Path.home() / "a.sqlite"


def test_else_it_is_in_the_data_folder_of_the_user() -> None:
    for environment in ({}, {ARCHIVE_VARIABLE: "  "}):
        path = default_archive(environment)
        assert path.is_absolute()
        assert "communique" in path.parts
