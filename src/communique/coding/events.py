"""Find the diplomatic acts that a report tells of: an Analysis goes in, each act once comes out."""

from dataclasses import replace

from communique.coding.acts.matching.candidates import find_candidates
from communique.coding.acts.matching.sessions import find_sessions
from communique.coding.acts.parties.affected import complete_measures
from communique.coding.acts.parties.attendance import add_attendees, add_inviters, without_attended
from communique.coding.acts.parties.foreignness import is_between_states
from communique.coding.acts.parties.roles import settle_roles
from communique.coding.acts.parties.understood import understand_parties
from communique.coding.acts.settings.occasions import inherit_from_visits
from communique.coding.acts.telling.biography import is_in_biography
from communique.coding.acts.telling.choosing import choose_drafts
from communique.coding.acts.telling.departures import join_departures
from communique.coding.acts.telling.drafts import Drafting
from communique.coding.acts.telling.echoes import without_echoes
from communique.coding.acts.telling.events import tell_events
from communique.coding.acts.telling.follow_up import follow_up
from communique.coding.acts.telling.greetings import without_spoken_greetings
from communique.coding.acts.telling.merging import merge_events
from communique.coding.acts.telling.resumed import join_resumed
from communique.coding.acts.telling.topics import add_topics
from communique.coding.record import Event
from communique.coding.scope import is_diplomatic
from communique.language.analysis import Analysis
from communique.language.words import Word


def find_events(analysis: Analysis) -> tuple[Event, ...]:
    """Return the events of the report, each once, in the order of their triggers."""
    drafting = Drafting(analysis)
    drafts = without_attended(choose_drafts((*find_candidates(analysis), *find_sessions(analysis)), drafting))
    anchors: dict[int, list[Word]] = {}
    for draft in drafts:
        anchors.setdefault(draft.anchor.sentence.index, []).append(draft.anchor)
    pairs = [(draft, event) for draft in drafts for event in tell_events(draft, drafting, anchors)]
    told = understand_parties(complete_measures(pairs, analysis), analysis)
    in_scope = is_diplomatic(analysis)
    told = [event for event in told if is_between_states(event, analysis, in_scope=in_scope)]
    told = [event for event in told if not is_in_biography(event, analysis)]
    events = follow_up(
        join_departures(without_echoes(join_resumed(merge_events(told), analysis), analysis), analysis), analysis
    )
    events = settle_roles(inherit_from_visits(analysis, events), analysis)
    events = without_spoken_greetings(events, analysis)
    events.sort(key=lambda event: (event.trigger, event.kind))
    events = add_topics(analysis, add_inviters(analysis, add_attendees(analysis, events)))
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(events, 1))
