"""The story the project began with, coded in full."""

from collections.abc import Sequence

import pytest

from communique.coding.record import CodedReport, Event, Promise, Statement
from communique.language.actors import Actor

BODY = "China-Russia Friendship Committee for Peace and Development"
FORMULA = "comprehensive strategic partnership of coordination for a new era"


@pytest.fixture(scope="module")
def story(coded: Sequence[CodedReport]) -> CodedReport:
    for record in coded:
        if record.report.source.endswith("wire-01"):
            return record
    pytest.skip("the gold holds no wire-01")


@pytest.fixture
def meeting(story: CodedReport) -> Event:
    meetings = [event for event in story.events if event.kind == "meeting"]
    assert len(meetings) == 1
    return meetings[0]


def words(story: CodedReport, span: tuple[int, int] | None) -> str:
    assert span is not None
    return story.report.text[slice(*span)]


def person(story: CodedReport, name: str) -> Actor:
    found = [actor for actor in story.actors if actor.kind == "person" and actor.name == name]
    assert len(found) == 1, [actor.name for actor in story.actors]
    return found[0]


def statement(story: CodedReport, words_of_it: str) -> Statement:
    found = [one for one in story.statements if words_of_it in " ".join(words(story, span) for span in one.content)]
    assert len(found) == 1, words_of_it
    return found[0]


def promise(story: CodedReport, words_of_it: str) -> Promise:
    found = [one for one in story.promises if words_of_it in f"{one.what} {words(story, one.span)}"]
    assert found, [one.what for one in story.promises]
    return found[0]


def test_dateline(story: CodedReport) -> None:
    line = story.report.dateline
    assert line is not None
    assert (line.place, line.country, line.date, line.agency) == ("Beijing", "CHN", "2023-11-29", "Xinhua")
    assert words(story, line.span).startswith("BEIJING, Nov. 29 (Xinhua)")


def test_one_meeting_and_no_other_event(story: CodedReport) -> None:
    assert [(event.kind, event.status, event.mode, event.background) for event in story.events] == [
        ("meeting", "held", "in person", False)
    ]


def test_the_host(story: CodedReport, meeting: Event) -> None:
    hosts = [party for party in meeting.participants if party.role == "host"]
    assert [(host.name, host.country, host.capacity) for host in hosts] == [("Han Zheng", "CHN", "Vice President")]
    assert "Han Zheng" in words(story, hosts[0].span)


def test_the_guests(story: CodedReport, meeting: Event) -> None:
    guests = [party.name for party in meeting.participants if party.role == "guest"]
    assert guests == [f"representatives of the 14th Plenary Session of the {BODY}"]
    assert len(meeting.participants) == 2


def test_the_body(meeting: Event) -> None:
    assert meeting.body is not None
    assert (meeting.body.name, meeting.body.session, meeting.body.ordinal) == (BODY, "Plenary Session", 14)


def test_when_and_where(story: CodedReport, meeting: Event) -> None:
    assert meeting.date is not None
    assert (meeting.date.value, meeting.date.end, meeting.date.basis) == ("2023-11-29", None, "relative")
    assert meeting.date.text is not None
    assert meeting.date.text.endswith("Wednesday")
    assert words(story, meeting.date.span) == meeting.date.text
    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.country) == ("Beijing", "CHN")


@pytest.mark.parametrize(
    ("content", "speaker", "form", "act"),
    [
        ("has enjoyed sustained, sound and steady development", "Han Zheng", "indirect", "praise"),
        ("have made comprehensive arrangements", "Han Zheng", "indirect", "praise"),
        ("will implement the important consensus", "Han Zheng", "impersonal", "hope"),
        ("relations are at a historical high", "Boris Titov", "indirect", "praise"),
        ("will seize the important timing next year", "Boris Titov", "indirect", "pledge"),
    ],
)
def test_statements(story: CodedReport, content: str, speaker: str, form: str, act: str) -> None:
    found = statement(story, content)
    assert found.speaker_names == (speaker,)
    assert (found.form, found.act) == (form, act)


def test_no_statement_is_counted_twice(story: CodedReport) -> None:
    assert len(story.statements) == 5


def test_what_is_hoped_is_the_vice_presidents(story: CodedReport) -> None:
    hoped = statement(story, "will implement the important consensus")
    assert hoped.cue is not None
    assert words(story, hoped.cue) == "It is hoped"
    assert hoped.speakers == (person(story, "Han Zheng").id,)


def test_posts(story: CodedReport) -> None:
    han, titov = person(story, "Han Zheng"), person(story, "Boris Titov")
    assert (han.country, titov.country) == ("CHN", "RUS")
    assert [(post.title, post.country) for post in han.capacities] == [("Vice President", "CHN")]
    assert [(post.title, post.country) for post in titov.capacities] == [
        ("chairman of the Russian side of the committee", "RUS")
    ]


def test_the_formula(story: CodedReport) -> None:
    found = [formula for formula in story.formulas if formula.text == FORMULA]
    assert len(found) == 1
    assert found[0].family == "partnership"
    assert found[0].speaker == person(story, "Han Zheng").id
    assert words(story, found[0].span) == FORMULA


@pytest.mark.parametrize(
    ("words_of_it", "kinds"),
    [("75th anniversary", {"anniversary"}), ("Year of Culture", {"themed year", "anniversary"})],
)
def test_what_is_due_next_year(story: CodedReport, words_of_it: str, kinds: set[str]) -> None:
    found = promise(story, words_of_it)
    assert found.kind in kinds
    assert found.due is not None
    assert (found.due.value, found.due.text) == ("2024", "next year")


def test_credits(story: CodedReport) -> None:
    assert [caption.credit for caption in story.report.captions] == ["Xinhua/Liu Bin"]
    assert [(credit.role, credit.name) for credit in story.report.credits] == [
        ("web editor", "Zhang Kaiwei"),
        ("web editor", "Liang Jun"),
    ]


def test_headline_and_publication(story: CodedReport) -> None:
    assert story.report.headline is not None
    assert story.report.headline.startswith("Chinese VP emphasizes")
    assert story.report.published == "2023-11-30T08:12"
