"""Find the states behind things and places that are no parties themselves: words go in, states as parties come out.

"Health centres in Chad", "Russian banks", "a Turkish ship carrying flour", "French and Egyptian warships".
"""

from collections.abc import Iterable

from communique.coding.acts.matching.frames import PARTY_CLASSES
from communique.coding.acts.parties.finding import Party, parties_of, state_at, state_party
from communique.coding.acts.settings.finding import Circumstances
from communique.coding.record import Role
from communique.language.analysis import Analysis
from communique.language.nations.countries import find_country_names
from communique.language.words import Word

REACH = 14  # words behind the head of a phrase that are looked through
# What stands before the place a thing goes to, not before where it comes from.
THITHER = frozenset({"to", "for", "in", "at", "into", "towards", "toward", "against", "near", "off"})


def states_within(
    analysis: Analysis, circumstances: Circumstances, words: Iterable[Word], *, role: Role
) -> list[Party]:
    """The states that phrases without a party speak of; all of them for the `role` participant, else the first."""
    words = list(words)
    inner = [member for word in words for member in word.subtree() if member.i - word.i <= REACH]
    limit = len(inner) if role == "participant" else 1
    found = list(parties_of(analysis, inner, PARTY_CLASSES["state"]))[:limit]
    if not found:
        found = [state_party(analysis, name) for name in find_country_names(inner)[:limit]]
    if not found and role in ("recipient", "host"):
        places = [place for member in inner if (place := circumstances.place_at(member)) is not None]
        found = [party for place in places[:1] if (party := state_at(analysis, place)) is not None]
    return found


def states_carrying(analysis: Analysis, thing: Word) -> list[Party]:
    """The states a thing on the move is of: "a ship carrying Russian wheat", "a batch of American tanks"."""
    told = [party for party in parties_of(analysis, [thing], PARTY_CLASSES["any"]) if party.country]
    if told:
        return told
    words = thing.subtree()
    before = {word.i: (words[at - 1].lower if at else "") for at, word in enumerate(words)}
    names = [name for name in find_country_names(words) if before.get(name.first) not in THITHER]
    return [state_party(analysis, name) for name in names[:2]]


def states_in_front(analysis: Analysis, noun: Word) -> list[Party]:
    """The states in front of a noun: "Iran-US talks", "the Turkish-Greek negotiations"."""
    before = [word for word in noun.sentence.words if noun.i - 8 <= word.i < noun.i]
    while before and not all(noun in (word, *word.ancestors()) for word in before):
        before = before[1:]
    return [state_party(analysis, name) for name in find_country_names(before)]


def states_opposed(analysis: Analysis, noun: Word) -> list[Party]:
    """The state that a measure is called after: "anti-Russia sanctions"."""
    before = [word for word in noun.sentence.words if noun.i - 4 <= word.i < noun.i]
    if not any(word.lower.startswith("anti") for word in before):
        return []
    return [state_party(analysis, name) for name in find_country_names(before)]
