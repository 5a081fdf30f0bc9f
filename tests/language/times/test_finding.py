"""Words of time mean the right day, seen from the report's day and from the tense; whatever is no time is let go."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.language.analysis import TimeExpression
from communique.language.parser import parse
from communique.language.times.finding import find_times
from communique.language.words import Sentence, Word
from communique.report.model import Report
from communique.report.reading import Paragraph

DAY = "2023-11-29"  # a Wednesday


def report_of(text: str, day: str | None) -> Report:
    return Report(id="0" * 64, source="test", text=text, published=day)


def times_of(text: str, day: str | None = DAY) -> tuple[TimeExpression, ...]:
    paragraph = Paragraph("body", text, tuple(range(len(text))))
    return find_times(report_of(text, day), parse([paragraph]))


def told(text: str, day: str | None = DAY) -> list[tuple[str, str | None, str | None]]:
    return [(time.span.of(text), time.value, time.end) for time in times_of(text, day)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # calendar dates
        ("They met on Nov. 28, 2023, in Hanoi.", "Nov. 28, 2023", "2023-11-28"),
        ("They met on 28 November 2023 in Hanoi.", "28 November 2023", "2023-11-28"),
        ("They met on November 28 in Hanoi.", "November 28", "2023-11-28"),
        ("The accord of 2021-05-04 holds.", "2021-05-04", "2021-05-04"),
        ("The accord of 29.11.2022 holds.", "29.11.2022", "2022-11-29"),
        ("The minister arrived on April 20.", "April 20", "2023-04-20"),
        ("The minister will arrive on May 20.", "May 20", "2024-05-20"),
        ("The envoy will arrive on Monday, December 4.", "Monday, December 4", "2023-12-04"),
        ("He was recalled on April 8 last year.", "April 8 last year", "2022-04-08"),
        # months and years
        ("They met in May.", "May", "2023-05"),
        ("They will meet in May.", "May", "2024-05"),
        ("They met last May in Oslo.", "last May", "2023-05"),
        ("They met last December in Oslo.", "last December", "2022-12"),
        ("The treaty was signed in March 2018.", "March 2018", "2018-03"),
        ("The summit opens in early June 2024.", "early June 2024", "2024-06"),
        ("He goes there at the end of January.", "the end of January", "2024-01"),
        ("Relations began in 1992.", "1992", "1992"),
        ("The plan ends by the end of 2025.", "the end of 2025", "2025"),
        # days counted from the report's
        ("The ministers met on Wednesday.", "Wednesday", "2023-11-29"),
        ("The ministers met on Thursday.", "Thursday", "2023-11-23"),
        ("The ministers will meet on Thursday.", "Thursday", "2023-11-30"),
        ("The ministers are scheduled to meet on Monday.", "Monday", "2023-12-04"),
        ("He spoke Tuesday afternoon.", "Tuesday afternoon", "2023-11-28"),
        ("He will go there next Thursday.", "next Thursday", "2023-12-07"),
        ("He went there last Wednesday.", "last Wednesday", "2023-11-22"),
        ("He spoke today.", "today", DAY),
        ("He spoke yesterday.", "yesterday", "2023-11-28"),
        ("He arrived last night.", "last night", "2023-11-28"),
        ("He arrived this morning.", "this morning", DAY),
        ("He will go there later this month.", "later this month", "2023-11"),
        ("He will go there next month.", "next month", "2023-12"),
        ("He will go there next week.", "next week", "2023-W49"),
        ("The king will visit later this year.", "later this year", "2023"),
        ("The work ends before the end of the year.", "the end of the year", "2023"),
        ("He left two days ago.", "two days ago", "2023-11-27"),
        ("Ties were opened 30 years ago.", "30 years ago", "1993"),
        ("Elections must be held within six months.", "six months", "2024-05"),
        ("Work will begin in two days.", "two days", "2023-12-01"),
        ("The flights will follow within a week.", "a week", "2023-12-06"),
        # no value
        ("They will meet soon.", "soon", None),
        ("A visit is planned for the near future.", "the near future", None),
        ("They will meet on a date to be settled.", "a date to be settled", None),
        ("The Prime Minister called it off in the coming days.", "the coming days", None),
    ],
)
def test_a_time_is_found_and_valued(text: str, words: str, value: str | None) -> None:
    assert (words, value) in [(found, worth) for found, worth, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "words", "value", "end"),
    [
        ("He is on a visit from March 5 to 9.", "March 5 to 9", "2024-03-05", "2024-03-09"),
        ("They met on November 19-20 in Doha.", "November 19-20", "2023-11-19", "2023-11-20"),
        ("They met on 19-20 November in Doha.", "19-20 November", "2023-11-19", "2023-11-20"),
        ("He travelled February 28-March 2, 2022.", "February 28-March 2, 2022", "2022-02-28", "2022-03-02"),
        ("He was there between May 1 and May 4, 2021.", "May 1 and May 4, 2021", "2021-05-01", "2021-05-04"),
        ("They met from Dec. 30, 2022 to Jan. 2, 2023.", "Dec. 30, 2022 to Jan. 2, 2023", "2022-12-30", "2023-01-02"),
        ("She chairs it in the second half of the year.", "the second half of the year", "2023-07", "2023-12"),
        ("It grew in the first quarter of 2022.", "the first quarter of 2022", "2022-01", "2022-03"),
        ("The plan for 2021-2025 is done.", "2021-2025", "2021", "2025"),
        ("They split in the 1990s.", "the 1990s", "1990", "1999"),
        ("They will meet this weekend.", "this weekend", "2023-12-02", "2023-12-03"),
    ],
)
def test_a_period_has_an_end(text: str, words: str, value: str, end: str) -> None:
    assert (words, value, end) in told(text)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They met on Friday. The same day he flew home.", "The same day", "2023-11-24"),
        ("They met on Monday. He had arrived a day earlier.", "a day earlier", "2023-11-26"),
        ("They met on Monday. Later in the day he left.", "Later in the day", "2023-11-27"),
        ("They met on May 3, 2019. He resigned the following year.", "the following year", "2020"),
        ("He fell on January 25, 2016, and was found on February 3.", "February 3", "2016-02-03"),
        ("Accords of January 11 and November 26, 2021 bind them.", "January 11", "2021-01-11"),
    ],
)
def test_a_time_leans_on_what_was_told_before(text: str, words: str, value: str) -> None:
    assert (words, value) in [(found, worth) for found, worth, _ in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks may resume and the troops march on.",
        "Theresa May met Jan Novak.",
        "They freed 1500 prisoners and 12 ships.",
        "The second envoy spoke for the first side.",
        "He spoke of the world and its future.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "duration", "recurring"),
    [
        ("He is on a three-day visit.", True, False),
        ("They talked for two hours.", True, False),
        ("They meet every year.", False, True),
        ("They meet annually.", False, True),
        ("They meet on Monday.", False, False),
    ],
)
def test_lengths_and_habits_are_marked(text: str, duration: bool, recurring: bool) -> None:
    [time] = times_of(text)
    assert (time.is_duration, time.is_recurring, time.value is None) == (duration, recurring, duration or recurring)


def test_without_a_day_only_what_is_stated_has_a_value() -> None:
    text = "On Wednesday he recalled May 3, 2019, and last year, and June 5."
    assert told(text, None) == [
        ("Wednesday", None, None),
        ("May 3, 2019", "2019-05-03", None),
        ("last year", None, None),
        ("June 5", None, None),
    ]


def test_basis_tells_calendar_dates_from_the_rest() -> None:
    assert [time.basis for time in times_of("On Monday he recalled May 3, 2019.")] == ["relative", "stated"]


def test_the_29th_of_february_of_a_common_year_is_no_day() -> None:
    assert told("They met on February 29, 2023.") == []


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 28))
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def plain_words(text: str) -> tuple[Sentence, ...]:
    """One sentence of words without a parse: every word hangs on the first, which is a past verb."""
    words: list[Word] = []
    at = 0
    for i, token in enumerate(text.replace(",", " ,").replace("-", " - ").split()):
        start = text.index(token, at)
        at = start + len(token)
        tag, pos = ("VBD", "VERB") if i == 0 else ("NNP", "PROPN")
        words.append(Word(i, token, token.lower(), tag, pos, "ROOT" if i == 0 else "dep", "", False, start, at))
        words[i].head = words[0]
    sentence = Sentence(0, tuple(words), "body", 0)
    for word in words:
        word.sentence = sentence
    return (sentence,)


FORMS = (
    "{month} {day}, {year}", "{day} {month} {year}", "{abbreviated} {day}, {year}", "the {day}th of {month} {year}",
    "{year}-{mm:02d}-{day:02d}",
)  # fmt: skip


@given(DAYS, st.sampled_from(FORMS))
def test_every_date_in_every_form_means_itself(day: date, form: str) -> None:
    month = MONTHS[day.month - 1]
    words = form.format(month=month, abbreviated=f"{month[:3]}.", day=day.day, year=day.year, mm=day.month)
    text = f"Met on {words} again"
    [time] = find_times(report_of(text, DAY), plain_words(text))
    assert (time.value, time.end, time.span.of(text)) == (day.isoformat(), None, words)


@given(DAYS, st.integers(1, 300))
def test_a_date_without_its_year_is_the_one_just_past_after_a_past_verb(day: date, ago: int) -> None:
    then = day - timedelta(ago % 150)
    text = f"Met on {MONTHS[then.month - 1]} {then.day} again"
    found = find_times(report_of(text, day.isoformat()), plain_words(text))
    if (then.month, then.day) != (2, 29):
        assert [time.value for time in found] == [then.isoformat()]


@given(DAYS, st.integers(0, 6))
def test_a_past_weekday_lies_in_the_last_seven_days(day: date, weekday: int) -> None:
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    text = f"Met on {name} again"
    [time] = find_times(report_of(text, day.isoformat()), plain_words(text))
    then = date.fromisoformat(str(time.value))
    assert then.weekday() == weekday
    assert 0 <= (day - then).days < 7


PIECES = (
    "May", "5", "2024", "last", "the", "Monday", ",", "-", "year", "of", "to", "three", "said", "half", "second",
    "29th",
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=14), st.sampled_from([DAY, None]))
def test_any_string_of_such_words_gives_ordered_spans_that_hold_its_words(parts: list[str], day: str | None) -> None:
    text = "said " + " ".join(parts)
    words = plain_words(text)[0].words
    found = find_times(report_of(text, day), plain_words(text))
    for time in found:
        assert words[time.first].start == time.span.start
        assert words[time.stop - 1].end == time.span.end
        assert time.end is None or (time.value is not None and time.value < time.end)
    assert all(a.stop <= b.first for a, b in itertools.pairwise(found))
