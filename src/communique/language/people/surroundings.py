"""Read from the words around a person of which state a post may be: a list, a journey, a place."""

from communique.language.nations.finding import Nation, is_state
from communique.language.people.namings import Naming
from communique.language.people.noun_phrases import head_of
from communique.language.people.persons import Person


def acts_first(person: Person) -> bool:
    """Whether the text opens with this person as its subject."""
    for naming in person.namings:
        if not naming.view.is_beside:
            word = head_of(naming.view.words, naming.first, naming.name.stop)
            return 0 <= naming.view.sentence.index < 2 and word.dep in ("nsubj", "nsubjpass") and naming.first < 4
    return False


def visited_state(person: Person, home: str) -> str | None:
    """The state that a journey is told to lead to before the person is named: "flew to Peru to meet President X"."""
    for naming in person.namings:
        words = naming.view.words
        for nation in naming.view.nations.found:
            if (
                naming.posts
                and nation.stop <= naming.first
                and nation.country != home
                and nation.kind in ("name", "capital")
            ):
                k = nation.first - 1 - (nation.first > 1 and words[nation.first - 1].lower == "the")
                if (
                    k >= 0
                    and words[k].lower in ("to", "in", "visit", "visited", "visiting", "at")
                    and is_state(nation.country)
                ):
                    return nation.country
    return None


_OF_SPOUSES = frozenset(
    {"first lady", "queen", "queen consort", "first gentleman", "second gentleman", "crown princess"}
)


def listed_state(person: Person, *, is_foreign: bool) -> str | None:
    """The state that the person named just before in a list has by the report's own words."""
    first = [naming for naming in person.namings if not naming.view.is_beside][:1]
    for naming in first:
        before = naming.neighbour
        words = naming.view.words
        if (
            before is not None
            and not is_foreign
            and words[naming.first - 1].lower == "and"
            and words[before.stop].lower == "and"
            and not (naming.posts and naming.posts[0][0].key in _OF_SPOUSES)
        ):
            continue  # "A and B" may be two sides; a longer list is one
        while before is not None and naming.posts:
            told = before.country or next(
                (country for _, country, former in before.posts if country and not former), None
            )
            if told is not None:
                return told
            before = before.neighbour
    return None


def states_beside(person: Person) -> list[str]:
    """The states named in the sentences that name the person with a post, those apart that the person travels to."""
    found: list[str] = []
    for naming in person.namings:
        if naming.posts:
            nations = naming.view.nations.found
            away = {n.country for n in nations if _is_travelled_to(n, naming) or _is_of_another(n, naming)}
            found.extend(n.country for n in nations if n.country not in away and n.country not in found)
    return list(dict.fromkeys(found))


def _is_of_another(nation: Nation, naming: Naming) -> bool:
    """Whether a state is told as that of another person: "President X met Kenya's Y"."""
    words, k = naming.view.words, nation.stop
    is_owner = k < len(words) and words[k].tag == "POS"
    return is_owner and any(name.lead == k + 1 and name is not naming.name for name in naming.view.names)


_TRAVELLING = frozenset(
    "travel fly go head visit tour arrive leave depart come return land reach be due expect schedule journey proceed "
    "touch pay make drop invite trip stay set bind welcome host send dispatch transit take board plane flight "
    "train".split()
)


def _is_travelled_to(nation: Nation, naming: Naming) -> bool:
    """Whether a nation named behind somebody is where that person goes: "Foreign Minister X is in Tokyo"."""
    if nation.first < naming.first or nation.kind not in ("name", "capital", "organisation", "metonym"):
        return False
    word = naming.view.words[nation.stop - 1]
    if word.dep in ("dobj", "pobj") and word.head.pos in ("VERB", "AUX"):
        return word.head.lemma in ("visit", "tour", "reach", "leave")
    if word.dep != "pobj" or word.head.lower not in ("to", "in", "for", "into", "at"):
        return False
    return word.head.head.lemma.lower() in _TRAVELLING


def local_state(naming: Naming) -> str | None:
    """The state of a place that opens the sentence or the clause: "In Bamako, Foreign Minister X …"."""
    words, nations = naming.view.words, naming.view.nations
    if not naming.posts:
        return None
    opening = nations.starting_at(1) if len(words) > 3 and words[0].lower == "in" else None
    if (
        opening is not None
        and opening.kind in ("capital", "name")
        and words[min(opening.stop, len(words) - 1)].text == ","
        and naming.first <= opening.stop + 2
    ):
        return opening.country
    if led := _led_state(naming):
        return led
    if naming.first > 0 and words[naming.first - 1].lower == "where":
        before = [nation for nation in nations.found if nation.stop < naming.first]
        return before[-1].country if before and is_state(before[-1].country) else None
    return None


def _led_state(naming: Naming) -> str | None:
    """The state of the delegation that somebody leads: "a Lao delegation headed by Deputy Minister X"."""
    words, k = naming.view.words, naming.first - 1
    while k > 0 and words[k].lower in ("the", ","):
        k -= 1
    if k < 2 or words[k].lower != "by" or words[k - 1].lower not in ("led", "headed", "represented", "chaired"):
        return None
    before = [nation for nation in naming.view.nations.found if k - 12 < nation.first and nation.stop < k]
    if not before or words[k - 1].lower == "chaired":
        return None
    is_represented = words[k - 1].lower == "represented"
    between = [word.lower for word in words[before[-1].first : k - 1]]
    if is_represented or any(word in ("delegation", "mission", "team", "delegations", "group") for word in between):
        return before[-1].country if is_state(before[-1].country) else None
    return None


def leads_report(person: Person) -> bool:
    """Whether the first naming with a post is a subject, or stands in the headline."""
    for naming in person.namings:
        if naming.view.is_beside or naming.view.sentence.index < 0:
            return True
        if naming.posts:
            word = head_of(naming.view.words, naming.first, naming.name.stop)
            return (
                word.dep in ("nsubj", "nsubjpass", "poss", "compound", "agent")
                or naming.view.sentence.index == 0
                and naming.first < 3
            )
    return False
