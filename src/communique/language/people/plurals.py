"""Find the members that a plural stands for: "the two leaders", "both sides", "they", "the three governments".

Takes a phrase and the parties named before it; gives the members, or nothing where the report does not name them.
"""

from collections.abc import Callable, Sequence
from functools import cache

from communique.language.people.noun_phrases import Phrase
from communique.language.people.pronouns import acting_on
from communique.language.people.roster import Party, Roster, is_whole
from communique.language.people.same_posts import posts_of_sort
from communique.lexicon import read_lexicon, words_of

_LIKE_STATES = frozenset({"EU", "AU", "NATO", "ASEAN", "GCC", "UN"})
REACH = 8  # sentences that a plural looks back over


@cache
def _nouns(group: str) -> frozenset[str]:
    return words_of(read_lexicon("communique.language", "parties")["pairs"], group)


def is_pair_noun(noun: str) -> bool:
    """Whether a plural noun can take up parties named before."""
    return noun in _nouns("persons") or noun in _nouns("sides") or noun in ("two", "both", "pair", "duo", "trio")


Plural = tuple[int, int, bool, tuple[Party, ...]]


def find_members(phrase: Phrase, sentence: int, roster: Roster, joined: Sequence[Plural] = ()) -> tuple[Party, ...]:
    """The members of "the two sides" and its like; empty where the phrase names a group of its own.

    `joined` holds the parties that "and" joined before.
    """
    noun = phrase.noun
    count = phrase.count or (3 if noun == "trio" else 2)
    if noun in _nouns("sides"):
        if noun in (
            "countries",
            "nations",
            "states",
            "peoples",
            "economies",
            "republics",
            "capitals",
            "neighbours",
            "neighbors",
        ):
            return _states(phrase, sentence, roster, count)
        persons = _persons(phrase, sentence, roster, count, _anybody, needs_recent=True, joined=joined)
        states = _states(phrase, sentence, roster, count)
        if noun in ("governments",) or count > 2:
            return states or persons
        return persons if persons and (not states or not _nearer(states, persons)) else states
    if noun in ("leader", "leaders") or phrase.post is not None and phrase.post.key == "leader":
        summit = _persons(phrase, sentence, roster, count, _is_summit, needs_recent=False)
        if phrase.count is not None and len(summit) == count and all(_met(summit[0], other) for other in summit):
            return summit
    if phrase.post is not None or noun in _nouns("persons"):
        return _persons(phrase, sentence, roster, count, _fitting(phrase), needs_recent=False, joined=joined)
    return _persons(phrase, sentence, roster, count, _anybody, needs_recent=False, joined=joined) or _states(
        phrase, sentence, roster, count
    )


def find_they(
    phrase: Phrase, sentence: int, recent: Sequence[tuple[int, int, bool, tuple[Party, ...]]], roster: Roster
) -> tuple[Party, ...]:
    """Whom "they" stands for: the plural subject before it, or the two persons of the sentence before."""
    best: tuple[float, tuple[Party, ...]] = (-100.0, ())
    for place, word, is_subject, members in recent[-12:]:
        if word >= phrase.head.i or sentence - place > 3:
            continue
        score = -3.0 * (sentence - place) + 2.2 * is_subject + 0.001 * (word - phrase.head.i)
        if len(members) > 1:
            score += 1.0
        if score > best[0]:
            best = (score, members)
    if best[1]:
        return best[1]
    return _persons(phrase, sentence, roster, 2, _anybody, needs_recent=True)


def _fitting(phrase: Phrase) -> Callable[[Party], bool]:
    noun = phrase.post.key if phrase.post is not None else phrase.noun
    if noun in ("leader", "leaders"):
        return lambda party: (
            bool(party.keys & posts_of_sort("summit"))
            or not party.keys
            or bool(party.keys & {"vice president", "chairman"})
            or True
        )
    if noun in ("minister", "ministers", "secretaries", "secretary"):
        return lambda party: bool(party.keys & posts_of_sort("ministerial"))
    if noun in ("envoys", "envoy", "ambassador", "ambassadors", "diplomats", "diplomat"):
        return lambda party: (
            bool(party.keys & (posts_of_sort("envoys") | posts_of_sort("ministerial"))) or not party.keys
        )
    if noun in ("president", "presidents", "head of state"):
        return lambda party: bool(party.keys & {"president", "king", "amir", "sultan", "emperor", "head of state"})
    if noun in ("prime minister", "premier", "pm"):
        return lambda party: bool(party.keys & {"prime minister"})
    if phrase.post is not None:
        return lambda party: noun in party.keys
    return _anybody


def _persons(
    phrase: Phrase,
    sentence: int,
    roster: Roster,
    count: int,
    fits: Callable[[Party], bool],
    *,
    needs_recent: bool,
    joined: Sequence[Plural] = (),
) -> tuple[Party, ...]:
    """The `count` individuals named last who are of different sides; where more are meant, just as many."""
    seen: list[tuple[int, bool, int, Party]] = []
    acting = acting_on(phrase.head)
    for party in roster.parties:
        if not party.is_individual or not fits(party):
            continue
        before = [s for s in party.sightings if s.word < phrase.head.i]
        if acting & {s.word for s in before[-3:]}:
            continue
        if before and sentence - before[-1].sentence <= REACH:
            weight = before[-1].sentence
            seen.append((weight, any(s.is_subject for s in before), before[-1].word, party))
    seen.sort(key=lambda item: (-item[0], not item[1], -item[2]))
    if phrase.count is None and not needs_recent and len({item[3].country for item in seen if item[1]}) > 2:
        return ()
    if count > 2:
        chosen = [item[3] for item in seen]
        return tuple(_in_order(chosen)) if len(chosen) == count else ()
    for n, (first_place, _, _, first) in enumerate(seen):
        for place, _, _, second in seen[n + 1 :]:
            if _are_of_two_sides(first, second):
                if needs_recent and sentence - min(place, first_place) > 4 and not _met(first, second):
                    continue
                floor = min(place, first_place)
                return _joined_pair(joined, sentence, floor, fits, acting) or tuple(_in_order([first, second]))
        if n >= 3:
            break
    return ()


def _joined_pair(
    joined: Sequence[Plural], sentence: int, floor: int, fits: Callable[[Party], bool], acting: set[int]
) -> tuple[Party, ...]:
    """The two individuals of two sides whom "and" joined last, no earlier than `floor`: "A and B … the two"."""
    for place, _, _, members in reversed(joined):
        if place < floor or sentence - place > 2:
            return ()
        if len(members) == 2 and all(party.is_individual and fits(party) for party in members):
            is_acting = any(acting & {s.word for s in party.sightings[-3:]} for party in members)
            if not is_acting and _are_of_two_sides(members[0], members[1]):
                return tuple(_in_order(list(members)))
    return ()


def _met(first: Party, second: Party) -> bool:
    """Whether the two stand in one sentence somewhere."""
    return bool({s.sentence for s in first.sightings} & {s.sentence for s in second.sightings})


def _are_of_two_sides(first: Party, second: Party) -> bool:
    a, b = first.country, second.country
    if a and b:
        return a != b
    if a is None and b is None:
        return _met(first, second)
    return True


def _in_order(members: list[Party]) -> list[Party]:
    return sorted(members, key=lambda party: party.sightings[0].word if party.sightings else 0)


def _nearer(states: Sequence[Party], persons: Sequence[Party]) -> bool:
    """Whether two states stand together in a later sentence than the persons: they are the sides then."""
    together = {s.sentence for s in states[0].sightings} & {s.sentence for s in states[-1].sightings}
    last_person = max(p.sightings[-1].sentence for p in persons)
    return bool(together) and max(together) > last_person + 2


def _states(phrase: Phrase, sentence: int, roster: Roster, count: int) -> tuple[Party, ...]:
    """The states named last; those of the persons where no states are named."""
    seen: list[tuple[int, int, Party]] = []
    for party in roster.parties:
        if party.kind != "state" and not (
            party.kind == "organisation" and party.country in _LIKE_STATES and is_whole(party.name, party.country or "")
        ):
            continue
        before = [s for s in party.sightings if s.word < phrase.head.i]
        if before:
            seen.append((before[-1].sentence, before[-1].word, party))
    seen.sort(key=lambda item: (-item[0], -item[1]))
    chosen = [item[2] for item in seen]
    if count > 2:
        near = [item[2] for item in seen if sentence - item[0] <= 3]
        codes = {party.country for party in near}
        for party in roster.persons():
            if (
                party.country
                and party.country not in codes
                and party.sightings
                and sentence - party.sightings[-1].sentence <= 3
            ):
                codes.add(party.country)
                near.append(roster.state(party.country))
        return (
            tuple(_in_order(near)) if len(near) == count else tuple(_in_order(chosen)) if len(chosen) == count else ()
        )
    if len(chosen) >= 2:
        persons = {party.country for party in roster.persons() if party.sightings}
        backed = [party for party in chosen if party.country in persons]
        pair = backed[:2] if len(backed) >= 2 and len(chosen) > 2 else chosen[:2]
        return tuple(_in_order(pair))
    countries: list[str] = []
    for party in sorted((p for p in roster.persons() if p.sightings), key=lambda p: -p.sightings[-1].word):
        if party.country and party.country not in countries:
            countries.append(party.country)
    for party in chosen:
        if party.country and party.country not in countries:
            countries.insert(0, party.country)
    if len(countries) >= 2:
        return tuple(roster.state(code) for code in countries[:2])
    return ()


def _is_summit(party: Party) -> bool:
    if not party.keys:
        return party.kind == "person"
    return bool(party.keys & (posts_of_sort("summit") | {"vice president"}))


def _anybody(_: Party) -> bool:
    return True
