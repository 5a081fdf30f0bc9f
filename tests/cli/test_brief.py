from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from communique.cli.brief import render_brief
from communique.coding.record import CodedReport, Published
from communique.report.span import Span


def brief(coded: CodedReport, *, width: int = 200) -> str:
    out = StringIO()
    render_brief(coded, Console(file=out, width=width, color_system=None))
    return out.getvalue()


@pytest.mark.parametrize(
    "line",
    [
        "baltic.txt  2025-05-07  Example News  Ministers meet in Helsinki",
        (
            "  e1 session held  2025-05-06 “Tuesday”  at Helsinki, FIN  of Baltic Water Commission, session, no. 4"
            "  Aino Virtanen (host, Foreign Minister, FIN); Jaan Tamm (guest, EST)"
        ),
        "  s1 Aino Virtanen pledge indirect  — said: Finland would host the next session in 2026",
        "  f1 strategic partnership  partnership  Aino Virtanen",
        "  p1 session pledged, Finland  due 2026 “2026”  — host the next session in 2026",
    ],
)
def test_a_line_for_each(sample: CodedReport, line: str) -> None:
    assert line in brief(sample, width=500)


def test_events_show_their_words(sample: CodedReport) -> None:
    assert "[met]" in brief(sample)


@pytest.mark.parametrize("width", [50, 80, 160])
def test_lines_keep_within_the_terminal(sample: CodedReport, width: int) -> None:
    assert max(map(len, brief(sample, width=width).splitlines())) <= width


def test_nothing_found_is_said() -> None:
    coded = CodedReport(report=Published(id="x", source="rain.txt", text="Rain."))
    assert brief(coded).splitlines() == ["rain.txt", "  nothing diplomatic found", ""]


def test_a_long_speech_is_cut(sample: CodedReport) -> None:
    text = "Word after word. " * 200
    speech = replace(sample.statements[0], cue=None, content=(Span(0, len(text)),))
    coded = replace(
        sample,
        report=Published(id="x", source="s", text=text),
        events=(),
        formulas=(),
        promises=(),
        statements=(speech,),
    )
    assert len(brief(coded)) < 500
    assert " … " in brief(coded)


def test_hostile_words_do_nothing(sample: CodedReport) -> None:
    hostile = "[bold]x[/bold] \x1b[31m\u202e"
    coded = replace(
        sample,
        report=replace(sample.report, source=hostile, headline=hostile, outlet=hostile),
        events=(replace(sample.events[0], id=hostile, visit_type=hostile),),
        statements=(replace(sample.statements[0], speaker_names=(hostile,), addressee=hostile),),
    )
    shown = brief(coded)
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]x[/bold]" in shown
