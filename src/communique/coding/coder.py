"""Code one report: an Analysis goes in, the whole record comes out."""

from dataclasses import replace

from communique.coding.codes import code_event, code_statement
from communique.coding.events import find_events
from communique.coding.formulas import find_formulas
from communique.coding.promises import find_promises
from communique.coding.record import CodedReport, Published
from communique.coding.statements import find_statements
from communique.language.analysis import Analysis


def code_analysis(analysis: Analysis) -> CodedReport:
    """Return the record of the analysed report."""
    text = analysis.report.text
    events = tuple(
        replace(event, codes=code_event(event, event.trigger.of(text), " ".join(part.of(text) for part in event.evidence)))
        for event in find_events(analysis)
    )
    statements = tuple(
        replace(statement, codes=code_statement(statement.act)) for statement in find_statements(analysis, events)
    )
    return CodedReport(
        report=Published.of(analysis.report),
        actors=tuple(analysis.actors.values()),
        events=events,
        statements=statements,
        formulas=find_formulas(analysis, statements),
        promises=find_promises(analysis, events, statements),
    )
