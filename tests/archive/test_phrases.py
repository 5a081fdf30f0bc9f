"""Phrases that recur across the reports of an archive, and the formulas the lexicon knows."""

from typing import Any

import pytest

from communique.archive.archive import Archive

PHRASE = "shared river basin compact"
OUTLETS = ("Nordic Wire", "Fjord Post", "Sound Herald")


@pytest.fixture
def filled(archive: Archive, make_record: Any) -> Archive:
    """Three outlets on three days that all speak of one compact."""
    for n, outlet in enumerate(OUTLETS):
        archive.add(
            make_record(day=f"2024-05-1{n}", outlet=outlet, source=f"{n}.txt", more=f"They praised the {PHRASE}.")
        )
    return archive


def test_a_phrase_that_recurs_is_discovered_with_its_voices_and_days(filled: Archive) -> None:
    found = next(phrase for phrase in filled.discover(least=3) if phrase.words == PHRASE)
    assert (found.reports, found.voices, found.days) == (3, 3, 3)
    assert (found.first, found.last, found.family) == ("2024-05-10", "2024-05-12", None)
    assert found.score is not None
    assert found.score > 0


def test_a_phrase_in_too_few_reports_is_not_discovered(filled: Archive) -> None:
    assert all(phrase.words != PHRASE for phrase in filled.discover(least=4))


@pytest.mark.parametrize(
    ("days", "outlets"),
    [(("2024-05-10",) * 3, OUTLETS), (("2024-05-10", "2024-05-11", "2024-05-12"), ("Nordic Wire",) * 3)],
    ids=["one day", "one voice"],
)
def test_what_one_day_or_one_voice_repeats_is_left_out(
    archive: Archive, make_record: Any, days: tuple[str, ...], outlets: tuple[str, ...]
) -> None:
    for n, (day, outlet) in enumerate(zip(days, outlets, strict=True)):
        more = f"{'So ' * n}they praised the {PHRASE}."
        archive.add(make_record(day=day, outlet=outlet, source=f"{n}.txt", more=more))
    assert all(PHRASE not in phrase.words for phrase in archive.discover(least=3))


def test_names_and_posts_of_the_archive_are_no_phrases(filled: Archive) -> None:
    words = [phrase.words.lower() for phrase in filled.discover(least=2)]
    assert words
    assert not any("eide" in phrase or phrase == "foreign minister" for phrase in words)


def test_the_limit_keeps_the_highest_ranks(filled: Archive) -> None:
    ranked = filled.discover(least=2, limit=None)
    assert [phrase.score for phrase in ranked] == sorted((phrase.score for phrase in ranked), reverse=True)
    assert filled.discover(least=2, limit=1) == ranked[:1]


def test_an_archive_without_reports_holds_no_phrases(archive: Archive) -> None:
    assert archive.discover(least=2) == ()
    assert archive.formulas() == ()
