"""Code one report: an Analysis goes in, the whole record comes out."""

from dataclasses import replace

from communique.coding.codes import code_event, code_statement
from communique.coding.confidence import confidence_of_event, confidence_of_statement
from communique.coding.events import find_events
from communique.coding.formulas import find_formulas
from communique.coding.promises.finding import find_promises
from communique.coding.record import CodedReport, Event, Published
from communique.coding.statements import find_statements
from communique.language.actors import Actor, ActorKind
from communique.language.analysis import Analysis
from communique.language.nations.countries import country_of


def code_analysis(analysis: Analysis) -> CodedReport:
    """Return the record of the analysed report."""
    text = analysis.report.text
    events = tuple(
        replace(
            event, codes=code_event(event, event.trigger.of(text), " ".join(part.of(text) for part in event.evidence))
        )
        for event in find_events(analysis)
    )
    statements = tuple(
        replace(
            statement,
            codes=code_statement(
                statement.act,
                " ".join(part.of(text) for part in statement.content),
                text[statement.cue.start : max(statement.cue.end, statement.content[0].start)] if statement.cue else "",
            ),
        )
        for statement in find_statements(analysis, events)
    )
    return CodedReport(
        report=Published.of(analysis.report),
        actors=(*analysis.actors.values(), *_further_states(analysis, events)),
        events=tuple(replace(event, confidence=confidence_of_event(event, len(text))) for event in events),
        statements=tuple(replace(s, confidence=confidence_of_statement(s, len(text))) for s in statements),
        formulas=find_formulas(analysis, statements),
        promises=find_promises(analysis, events, statements),
    )


def _further_states(analysis: Analysis, events: tuple[Event, ...]) -> list[Actor]:
    """The states that take part only through an adjective ("Russian-US talks") and so are no actors of the text yet."""
    found: dict[str, Actor] = {}
    for event in events:
        for person in event.participants:
            if person.actor in analysis.actors:
                continue
            known = found.get(person.actor)
            spans = (*known.mentions, person.span) if known else (person.span,)
            kind: ActorKind = (
                "state"
                if country_of(person.name) == person.country and len(person.country or "") == 3
                else "organisation"
            )
            found[person.actor] = Actor(
                id=person.actor, kind=kind, name=person.name, country=person.country, mentions=spans
            )
    return list(found.values())
