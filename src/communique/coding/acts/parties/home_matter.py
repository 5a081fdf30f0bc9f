"""Tell matter at home from diplomacy: an event of one state's side and its report go in, yes or no comes out.

A president who hosts governors, a secretary who consults another, a conference of mayors, help for the own people.
"""

import re
from collections.abc import Collection
from functools import cache

from communique.coding.record import Event
from communique.language.analysis import Analysis
from communique.language.nations.countries import find_country_names
from communique.language.nations.homes import speaks_for_government, voice_country
from communique.lexicon import read_lexicon, words_of

# Papers that one side signs alone, at home.
OF_ONE_SIDE = re.compile(
    r"\b(?:presidential|executive|national|strategic|departmental)\W+(?:security\W+)?"
    r"(?:memorand|order|directive|strategy|plan|permit|emergenc)|\bproclamation|\bdecree|\bbill\b|\blaw\b|\blegislation",
    re.I,
)
LAW_REACH = 25  # characters behind "signed the package" in which "into law" may stand
PRINCIPALS = frozenset("leaders presidents ministers premiers heads".split())
SIDES = frozenset("sides parties countries governments nations both".split())
LOOSE_GATHERINGS = frozenset({"conference", "forum", "roundtable", "congress", "convention", "symposium", "seminar"})
SUMMITS = frozenset({"summit", "dialogue"})
# What the summits of states are about.
WORLDWIDE = frozenset(
    "democracy climate nuclear ocean security defense defence food strategic energy trade cyber space "
    "health disarmament counterterrorism migration g7 g20 nato apec brics quad asean leaders".split()
)


def sovereign(country: str) -> str:
    """The state that a territory belongs to; any other country is its own."""
    return _territories().get(country, country)


def is_home_matter(event: Event, countries: Collection[str], analysis: Analysis) -> bool:
    """Whether a government tells of an act of its own side alone: no other state, body or word from abroad near it.

    `countries` are the known ones of those who take part, territories counted with their states.
    """
    if event.kind == "signing" and len(countries) < 2 and _is_of_one_side(event, analysis):
        return True
    home = voice_country(analysis.report)
    if home is None or not set(countries) <= {home} or not speaks_for_government(analysis.report):
        return False
    if event.place is not None and (event.place.country is None or sovereign(event.place.country) != home):
        return False
    if event.kind == "session":
        return _is_gathering_at_home(event, home, analysis)
    hosted = event.kind == "visit" and any(person.role == "host" for person in event.participants)
    if not hosted and event.kind in ("visit", "message", "appointment", "relations", "military", "mediation"):
        return False
    names = [set(person.name.lower().split()) for person in event.participants]
    if any(name <= PRINCIPALS or name & SIDES for name in names) or "credential" in event.trigger.of(
        analysis.report.text
    ):
        return False
    unknown = [analysis.actors.get(person.actor) for person in event.participants if person.country is None]
    if any(actor is not None and actor.kind == "person" for actor in unknown) and event.kind != "aid":
        return False
    return not names_abroad(event, home, analysis)


def _is_of_one_side(event: Event, analysis: Analysis) -> bool:
    """Whether what is signed is an order, a decree or a law."""
    trigger, text = event.trigger, analysis.report.text
    return OF_ONE_SIDE.search(trigger.of(text)) is not None or " into law" in text[
        trigger.end : trigger.end + LAW_REACH
    ].replace("\n", " ")


def names_abroad(event: Event, home: str, analysis: Analysis) -> bool:
    """Whether the sentence of an event names another state or body of states, or has a word for what is foreign."""
    for span in event.evidence:
        words = analysis.words_in(span)
        if any(sovereign(name.country) != home for name in find_country_names(words)):
            return True
        if "member states" in span.of(analysis.report.text):
            return True
        if any(word.text.islower() and word.lemma.lower() in _foreign() for word in words):
            return True
    return False


def _is_gathering_at_home(event: Event, home: str, analysis: Analysis) -> bool:
    """Whether a conference or forum has nothing of other states in its name or its sentence."""
    name = (event.body.name or "").lower() if event.body is not None else ""
    words = set(name.replace("-", " ").split())
    if not words & (LOOSE_GATHERINGS | SUMMITS) or (words & SUMMITS and words & WORLDWIDE):
        return False
    if words & _foreign():
        return False
    return not names_abroad(event, home, analysis)


@cache
def _territories() -> dict[str, str]:
    table = read_lexicon("communique.coding", "scope")["territories"]
    return {code: state for state, codes in table.items() for code in codes.split()}


@cache
def _foreign() -> frozenset[str]:
    return words_of(read_lexicon("communique.coding", "scope"), "foreign")
