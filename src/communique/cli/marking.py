"""Mark the evidence in a report's text: a coded report goes in, styled lines for a terminal come out."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console
from rich.style import Style
from rich.text import Text

from communique.cli.harmless import harmless, one_line
from communique.coding.record import CodedReport
from communique.report.excerpt import Excerpt, sentence_around
from communique.report.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """How one sort of evidence looks: its colour, and the brackets that stand for it where there is no colour."""

    meaning: str
    style: Style
    open: str
    close: str
    ascii_open: str
    ascii_close: str

    def brackets(self, *, ascii_only: bool) -> tuple[str, str]:
        """The two brackets, in plain ASCII where the terminal knows no more."""
        return (self.ascii_open, self.ascii_close) if ascii_only else (self.open, self.close)


MARKS = {
    "event": Mark("event", Style.parse("bold magenta"), "[", "]", "[", "]"),
    "party": Mark("party", Style.parse("underline"), "‹", "›", "<", ">"),
    "circumstance": Mark("when, where, body", Style.parse("green"), "", "", "", ""),
    "cue": Mark("said", Style.parse("bold cyan"), "[", "]", "[", "]"),
    "content": Mark("statement", Style.parse("cyan"), "«", "»", "<<", ">>"),
    "formula": Mark("formula", Style.parse("bold yellow"), "⟦", "⟧", "[[", "]]"),
    "promise": Mark("promise", Style.parse("italic bright_blue"), "{", "}", "{", "}"),
    "aside": Mark("dateline, credits", Style.parse("dim"), "", "", "", ""),
}
_LABELLED = {"event", "cue", "content", "formula", "promise"}
_RAISED = str.maketrans("0123456789esfp", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵉˢᶠᵖ")
_RAISABLE = set("0123456789esfp")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One marked range: which sort it is, and the record that rests on it ("" where several or none do)."""

    span: Span
    sort: str
    label: str = ""


def mark_text(coded: CodedReport, *, brackets: bool, ascii_only: bool = False) -> Text:
    """Return the report's text with its evidence marked; overlapping ranges keep the marks of each.

    `brackets` sets brackets around the ranges, for readers without colours.
    """
    text = coded.report.text
    found = sorted(set(find_evidence(coded)), key=lambda evidence: (evidence.span.start, -evidence.span.end))
    opening: defaultdict[int, list[Evidence]] = defaultdict(list)
    closing: defaultdict[int, list[Evidence]] = defaultdict(list)
    for evidence in found:
        opening[evidence.span.start].append(evidence)
        closing[evidence.span.end].insert(0, evidence)
    marked, active = Text(), list[Evidence]()
    edges = sorted({0, len(text), *opening, *closing})
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        active = [evidence for evidence in active if evidence.span.end > start]
        for evidence in closing[start]:
            _append_close(marked, evidence, brackets=brackets, ascii_only=ascii_only)
        for evidence in opening[start]:
            active.append(evidence)
            if brackets:
                marked.append(MARKS[evidence.sort].brackets(ascii_only=ascii_only)[0])
        styles = [MARKS[evidence.sort].style for evidence in active]
        marked.append(harmless(text[start:end]), Style.combine(styles) if styles else None)
    return marked


def find_evidence(coded: CodedReport) -> Iterator[Evidence]:
    """Yield every range that the record rests on, as far as it lies in the text."""
    length = len(coded.report.text)
    for evidence in _all_evidence(coded):
        if 0 <= evidence.span.start < evidence.span.end <= length:
            yield evidence


def raise_label(label: str, *, ascii_only: bool = False) -> str:
    """Return a record's id as a small raised note ("e1" → "ᵉ¹"), in brackets where that cannot be shown."""
    if ascii_only or not set(label) <= _RAISABLE:
        return f"({one_line(label)})"
    return label.translate(_RAISED)


def mark_sentence(text: str, span: Span, sort: str, *, room: int, brackets: bool) -> Text:
    """Return the sentence around `span` on one line, `room` characters on either side at most, its words marked."""
    return mark_excerpt(sentence_around(text, span, room=room), sort, brackets=brackets)


def mark_excerpt(excerpt: Excerpt, sort: str, *, brackets: bool) -> Text:
    """Return an excerpt on one line with its words marked."""
    words, mark = one_line(excerpt.words), MARKS[sort]
    line = Text(one_line(excerpt.before) + (" " if excerpt.before.endswith(" ") else ""), overflow="fold")
    line.append(f"{mark.open}{words}{mark.close}" if brackets else words, mark.style)
    return line.append((" " if excerpt.after.startswith(" ") else "") + one_line(excerpt.after))


def needs_brackets(console: Console) -> bool:
    """Whether marks must be told by brackets, because the console shows no colours."""
    return console.color_system is None or console.no_color


def legend(coded: CodedReport, *, brackets: bool, ascii_only: bool = False) -> Text:
    """Return one line that explains the marks which occur."""
    present = {evidence.sort for evidence in find_evidence(coded)}
    line = Text(overflow="fold")
    for sort, mark in MARKS.items():
        if sort not in present or (brackets and not mark.open):
            continue
        line.append("   " if line else "")
        before, after = mark.brackets(ascii_only=ascii_only) if brackets else ("", "")
        line.append(f"{before}{mark.meaning}{after}", mark.style)
    return line


def _all_evidence(coded: CodedReport) -> Iterator[Evidence]:
    report = coded.report
    asides = [report.dateline, *report.credits]
    yield from (Evidence(Span(*aside.span), "aside") for aside in asides if aside)
    for event in coded.events:
        yield Evidence(Span(*event.trigger), "event", event.id)
        yield from (Evidence(Span(*party.span), "party") for party in event.participants)
        for circumstance in (event.date, event.place, event.body):
            if circumstance and circumstance.span:
                yield Evidence(Span(*circumstance.span), "circumstance")
    for statement in coded.statements:
        if statement.cue:
            yield Evidence(Span(*statement.cue), "cue", statement.id)
        yield from (Evidence(Span(*span), "content", statement.id) for span in statement.content)
    for number, formula in enumerate(coded.formulas, 1):
        yield Evidence(Span(*formula.span), "formula", f"f{number}")
    for number, promise in enumerate(coded.promises, 1):
        yield Evidence(Span(*promise.span), "promise", f"p{number}")


def _append_close(marked: Text, evidence: Evidence, *, brackets: bool, ascii_only: bool) -> None:
    mark = MARKS[evidence.sort]
    if brackets:
        marked.append(mark.brackets(ascii_only=ascii_only)[1])
    if evidence.sort in _LABELLED:
        marked.append(raise_label(evidence.label, ascii_only=ascii_only), mark.style + Style(italic=False))
