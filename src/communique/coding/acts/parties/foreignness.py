"""Tell whether an act is between states: its parties, their countries and the words around it decide."""

from collections.abc import Sequence

from communique.coding.acts.parties.home_matter import is_home_matter, sovereign
from communique.coding.acts.parties.roles import SEATS
from communique.coding.record import Event, Participant
from communique.language.analysis import Analysis
from communique.language.nations.countries import CountryName, find_country_names, organisation_code
from communique.language.nations.homes import voice_country
from communique.report.span import Span

LOOSE = frozenset({"mediation", "aid", "appointment", "military", "relations", "signing", "message", "ceremony"})
CARRIED = frozenset({"signing", "message"})
TOGETHER = frozenset({"signing", "agreement", "negotiation", "mediation"})
MEASURES = frozenset({"sanction", "protest"})
LEADERS = frozenset("leaders presidents ministers premiers heads sides parties countries governments states".split())
SPORT = frozenset(
    "final semifinal quarterfinal tournament match championship coach qualifier kickoff goalkeeper playoff "
    "stadium".split()
)
FOREIGN = frozenset(
    "international foreign counterpart ambassador envoy diplomat delegation ally partner multilateral bilateral "
    "diplomatic global overseas world african european asian arab latin caribbean pacific nordic baltic balkan gulf "
    "western".split()
)
# Words that the names of offices and firms at home have in them too.
NAMED = frozenset("international global world american foreign western overseas".split())
ENVOYS = frozenset(
    "ambassador ambassadors envoy envoys representative consul consuls nuncio legate emissary attaché "
    "attache chargé charge mediator rapporteur coordinator plenipotentiary diplomat diplomats embassy mission "
    "consulate ambassadorship secretary-general ambassadorial".split()
)

# What makes a coordinator or representative one of the government at home.
INLAND_POSTS = frozenset("federal disaster recovery interagency provincial".split())


def is_between_states(event: Event, analysis: Analysis, *, in_scope: bool) -> bool:
    """Whether parties of two states, or of a state and a foreign body, take part in `event`.

    `in_scope` tells whether the report as a whole is of diplomacy, which lets parties of unknown country count.
    """
    if not in_scope:
        return len({person.country for person in event.participants if person.country and person.capacity}) > 1 or (
            event.kind == "session" and any(organisation_code(person.country or "") for person in event.participants)
        )
    if _is_match(event, analysis):
        return False
    people = [person for person in event.participants if person.role != "attendee" or event.kind in CARRIED]
    countries = {person.country for person in people if person.country} | _countries_of_groups(people, analysis)
    countries = {sovereign(country) for country in countries}
    if is_home_matter(event, countries, analysis):
        return False
    unknown = any(person.country is None for person in people)
    if event.kind == "appointment" and len(countries) < 2 and not _is_of_envoy(event, analysis):
        return False
    if event.kind == "message" and event.status == "proposed":
        return False
    if event.kind == "visit":
        place = sovereign(event.place.country) if event.place and event.place.country else None
        countries = {sovereign(person.country) for person in people if person.country}
        if event.place is None and countries == {voice_country(analysis.report)}:
            return _is_visit_abroad(event, analysis)
        if place is None or not countries:
            return True
        return countries != {place} or _is_at_seat(event, analysis)
    if len(countries) >= 2 or (event.body is not None and event.kind == "session"):
        return True
    if countries and unknown and _is_foreign(people, event, analysis):
        return True
    if event.place is not None and event.place.country and countries and event.place.country not in countries:
        return True
    if event.kind in ("message", "ceremony") and unknown:
        return False
    if event.kind in TOGETHER and not countries:
        return any(word in LEADERS for person in people for word in person.name.lower().split())
    if event.kind == "signing" and (len(people) == 1 or (len(countries) == 1 and not unknown)) and event.place is None:
        return _is_foreign(people, event, analysis)
    if event.kind in MEASURES and countries:
        return any(name.country not in countries for span in event.evidence for name in _names_in(span, analysis))
    if event.kind == "appointment" and not countries:  # "X has been appointed envoy to Lebanon"
        known = [analysis.actors.get(person.actor) for person in people]
        by_name = any(actor is not None and actor.kind == "person" for actor in known)
        return by_name and any(_names_in(span, analysis) for span in event.evidence)
    return event.kind in LOOSE and bool(countries)


def _is_visit_abroad(event: Event, analysis: Analysis) -> bool:
    """Whether people of the outlet's own state, who visit no place, go abroad: by their posts and the visit's words."""
    if event.visit_type is not None or any(p.role == "host" or p.capacity for p in event.participants):
        return True
    own = {person.country for person in event.participants}
    return any(name.country not in own for span in event.evidence for name in _names_in(span, analysis))


def _is_of_envoy(event: Event, analysis: Analysis) -> bool:
    """Whether somebody is made an envoy or chairs a body of states, and is no official at home."""
    words = {word.lower for span in event.evidence for word in analysis.words_in(span)}
    if (words & ENVOYS and not words & INLAND_POSTS) or len({p.country for p in event.participants if p.country}) > 1:
        return True
    return any(name.form == "organisation" for span in event.evidence for name in _names_in(span, analysis))


def _names_in(span: Span, analysis: Analysis) -> Sequence[CountryName]:
    return tuple(find_country_names(analysis.words_in(span)))


def _countries_of_groups(people: Sequence[Participant], analysis: Analysis) -> set[str]:
    """The states that the words of a group without one country name: "the ministers of Jordan and Iraq"."""
    spans = [person.span for person in people if person.country is None and person.span is not None]
    return {name.country for span in spans for name in find_country_names(analysis.words_in(span))}


def _is_match(event: Event, analysis: Analysis) -> bool:
    """Whether states meet on a field: "Brazil will meet Argentina in the final"."""
    if event.kind != "meeting" or any(person.capacity for person in event.participants):
        return False
    return any(word.lemma.lower() in SPORT for span in event.evidence for word in analysis.words_in(span))


def _is_at_seat(event: Event, analysis: Analysis) -> bool:
    """Whether a visit inside the visitor's country goes to the seat of an organisation of the report: New York."""
    seated = SEATS.get(event.place.name, ()) if event.place else ()
    return any(actor.country in seated for actor in analysis.actors.values())


def _is_foreign(people: Sequence[Participant], event: Event, analysis: Analysis) -> bool:
    """Whether parties of unknown country may be foreign: persons by name, or groups whose words or sentence say so."""
    at_home = {person.country for person in people} == {None, voice_country(analysis.report)}
    named = any(p.country is None and (p.capacity or p.name[:1].isupper() and not at_home) for p in people)
    if named and event.kind not in ("message", "ceremony"):
        return True
    own = {person.country for person in people if person.country}
    for span in event.evidence:
        words = analysis.words_in(span)
        if any(word.lemma.lower() in FOREIGN and (word.lower not in NAMED or word.text.islower()) for word in words):
            return True
        if any(name.country not in own for name in find_country_names(words)):
            return True
    return False
