from io import StringIO

import pytest
from rich.console import Console

from communique.cli.page import render_record
from communique.coding.record import CodedReport, Event, Published, Statement
from communique.language.actors import Actor
from communique.report.span import Span

HOSTILE = "[bold]x[/bold] \x1b[31mred\x1b]0;title\x07 \u202edlrow [link=https://example.org]here[/link] [/]"


def page(coded: CodedReport, *, width: int = 80, colour: bool = False, text: bool = True) -> str:
    out = StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None)
    render_record(coded, console, text=text)
    return out.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        "Ministers meet in Helsinki", "Example News", "filed Helsinki, FIN, 2025-05-06, Reuters", "0123456789ab",
        "2025-05-06  “Tuesday”  worked out", "Helsinki, FIN", "host   Aino Virtanen  Foreign Minister, FIN",
        "guest  Jaan Tamm  EST", "Baltic Water Commission · session · no. 4", "CAMEO 040 · CONSULT",
        "pledge", "indirect",
        "“Finnish Foreign Minister”", "Finland (state)", "partnership", "pledged by Finland", "editor  Mary Olsen",
        "photo   Agency Photo/A. Bergman", "[met]",
    ],
)  # fmt: skip
def test_the_page_shows_every_part_of_the_record(sample: CodedReport, words: str) -> None:
    assert words in page(sample, width=120)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(sample: CodedReport, width: int) -> None:
    lines = page(sample, width=width).splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert lines == [line.rstrip() for line in lines]


def test_the_text_can_be_left_out(sample: CodedReport) -> None:
    shown = page(sample, text=False)
    assert "Foreign ministers at the lakeside venue" not in shown
    assert "Events" in shown


def test_colours_replace_brackets(sample: CodedReport) -> None:
    shown = page(sample, colour=True)
    assert "\x1b[1;35mmet" in shown
    assert "[met]" not in shown


def test_an_empty_record_says_so() -> None:
    coded = CodedReport(report=Published(id="x", source="s", text="Rain is expected."))
    assert "Nothing diplomatic found" in page(coded)
    assert "Events" not in page(coded)


@pytest.mark.parametrize("colour", [False, True])
def test_hostile_words_do_nothing(colour: bool) -> None:
    whole = Span(0, len(HOSTILE))
    coded = CodedReport(
        report=Published(id=HOSTILE, source=HOSTILE, headline=HOSTILE, outlet=HOSTILE, text=HOSTILE),
        actors=(Actor(id="a1", kind="person", name=HOSTILE), Actor(id="a2", kind="group", name=HOSTILE)),
        events=(Event(id=HOSTILE, kind="meeting", visit_type=HOSTILE, trigger=whole),),
        statements=(
            Statement(
                id="s1", speakers=(), speaker_names=(HOSTILE,), form="direct", act="state", cue=whole, content=(whole,),
                addressee=HOSTILE,
            ),
        ),
    )  # fmt: skip
    shown = page(coded, colour=colour, width=300)
    assert "\x1b[31m" not in shown
    assert "\x1b]" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "[bold]x[/bold] ␛[31mred" in shown
    assert "[link=https://example.org]here[/link]" in shown
