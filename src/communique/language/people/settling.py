"""Settle the state of posts named without one: by the list, the place, the outlet, as far as the words support it."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from communique.language.nations.finding import is_state
from communique.language.people.origins import may_be_from, states_of
from communique.language.people.persons import Person
from communique.language.people.same_posts import posts_of_sort, same_post
from communique.language.people.surroundings import (
    acts_first,
    leads_report,
    listed_state,
    local_state,
    states_beside,
    visited_state,
)
from communique.lexicon import read_lexicon, words_of


def settle_countries(
    persons: Sequence[Person],
    home: str | None,
    counts: Counter[str],
    *,
    is_own_voice: bool,
    voice: str | None = None,
    is_only_filed_there: bool = False,
) -> None:
    """Give the posts named without nationality the state of their holder, and holders without any the report's own.

    Where that state's post is held by another person already, the state named in the same sentence is meant, else the
    one that the report names most. `voice` is the state of the outlet, wherever it
    reports from; `is_own_voice` tells that the report speaks for its government; the state where a
    report is only filed lends its posts where it is one of those that the report names most.
    """
    filed = home
    if is_only_filed_there and home not in [code for code, _ in counts.most_common(3)]:
        home = None
    taken: set[tuple[str, str]] = set()
    for person in persons:
        if person.country:
            taken.update((slot, person.country) for slot in _slots(person))
    for person in persons:
        if person.country is None:
            known = known_state(person)
            is_told = known is not None and (known == home or counts[known] > 0)
            person.country = _titled_state(person) or (known if is_told else None)
            if person.country is None:
                guess = _state_of(person, home, counts, taken, is_own_voice)
                person.country = _likely(person, guess, counts, voice) if guess else None
            if person.country is None and is_own_voice and not keys_of(person) and acts_first(person):
                person.country = home
            if person.country is None and filed != home and _slots(person) and acts_first(person):
                person.country = _likely(person, filed, counts, voice) if filed else None
            if known is not None and (len(person.parts) == 1 or keys_of(person) or is_told):
                person.country = person.country or known
            person.is_assumed = person.country is not None
            if person.country:
                taken.update((slot, person.country) for slot in _slots(person))
        fill_countries(person)


def fill_countries(person: Person) -> None:
    """Give the posts of a person that say no state his own; one held for somebody ("its envoy") waits for that word."""
    person.posts = [
        (post, country or (None if former or post.possessor is not None else person.country), former)
        for post, country, former in person.posts
    ]  # fmt: skip


def keys_of(person: Person) -> set[str]:
    """The heads of all posts of a person, former ones too."""
    return {post.key for naming in person.namings for post, _, _ in naming.posts}


def _slots(person: Person) -> set[str]:
    """The posts of a person that one state has once."""
    found: set[str] = set()
    for naming in person.namings:
        for post, _, former in naming.posts:
            key = same_post(post.key)
            if former or set(post.own_words) & {"deputy", "vice", "assistant", "former"}:
                continue
            if key in posts_of_sort("heads"):
                found.add("president")
            elif key in posts_of_sort("monarchic"):
                found.update(("crown prince", "president"))
            elif key in ("prime minister", "first lady"):
                found.add(key)
            elif key in ("minister", "secretary", "secretary of state") and len(post.own_words) > 1:
                found.add(post.title.lower())
    if "crown prince" in found and not any(
        same_post(p.key) in posts_of_sort("heads") for n in person.namings for p, _, _ in n.posts
    ):
        found.discard("president")
    return found


def _likely(person: Person, guess: str, counts: Counter[str], voice: str | None) -> str | None:
    """A guessed state, unless the state has no such post or the person's name speaks against it.

    Then it is the outlet's own, or the one state that the report names most among those the name may be from.
    """
    keys = {same_post(key) for key in keys_of(person)}
    if any(guess in _without(key) for key in keys):
        return None
    if may_be_from(person.name, person.parts, guess):
        return guess
    if "commissioner" in keys:
        return None
    others = [
        (code, count) for code, count in counts.most_common()
        if is_state(code) and code != guess and may_be_from(person.name, person.parts, code)
        and any(code in states for states in states_of(person.name, person.parts))
        and not any(code in _without(key) for key in keys)
    ]  # fmt: skip
    if voice in [code for code, _ in others]:
        return voice
    if not others or len(others) > 1 and others[0][1] < 2 * others[1][1]:
        return None
    return others[0][0]


@cache
def _without(key: str) -> frozenset[str]:
    """The states that do not have a post, by its key as it is compared."""
    tables = read_lexicon("communique.language", "posts")
    if key in tables["without"]:
        return words_of(tables["without"], key)
    return frozenset()


def _titled_state(person: Person) -> str | None:
    """The state that a title itself tells: "Pope", "Defense Secretary", "State Department spokesman"."""
    tables = read_lexicon("communique.language", "posts")
    table, institutions = tables["states"], tables["institutions"]
    keys = keys_of(person)
    for naming in person.namings:
        for post, _, former in naming.posts:
            title = post.title.lower()
            code = table.get(title) or table.get(post.key)
            if code and not former and not (code == "USA" and "minister" in keys):
                return str(code)
            code = next((state for name, state in institutions.items() if name in title), None)
            if code and not former and naming.country is None:
                return str(code)
            if not former and post.title.lower().startswith(
                ("assistant secretary of state", "deputy assistant secretary of state")
            ):
                return "USA"
    return None


def _state_of(
    person: Person, home: str | None, counts: Counter[str], taken: set[tuple[str, str]], is_own_voice: bool
) -> str | None:
    """The state of a post named without one: the report's own, or another that it speaks of if that is taken."""
    posts = [(post, former) for naming in person.namings for post, _, former in naming.posts]
    keys = {same_post(post.key) for post, former in posts if not former}
    if home is not None and not is_own_voice and person.parts[-1] in holders(home) and "president" in keys:
        return home
    owners = _having({post.key for post, former in posts if not former})
    if owners and home not in owners:
        named = [code for code, _ in counts.most_common() if code in owners]
        if named or len(owners) == 1:
            return named[0] if named else next(iter(owners))
    if not keys or any(post.possessor is not None for post, _ in posts):
        return None
    here = states_beside(person)
    slots = _slots(person)
    is_monarchic = bool(keys & posts_of_sort("monarchic"))
    local = next((country for naming in person.namings if (country := local_state(naming))), None)
    governs = keys & (posts_of_sort("of_states") - posts_of_sort("missions"))
    if local is not None and local != home and governs and not is_own_voice:
        return local
    lacking = _lacking(home)
    if home == "USA":
        lacking |= {same_post(p.key) for p, _ in posts if "foreign" in p.own_words and p.key in _FOREIGN}
    listed = listed_state(person, is_foreign=bool(keys & lacking))
    if listed is not None and listed != home:
        return listed
    if is_own_voice and home is not None and keys & {"president", "vice president"} and (known := holders(home)):
        if person.parts[-1] in known:
            return home
        return visited_state(person, home) or known_state(person) or _other_side(counts, home)
    if (
        home is not None
        and not keys & lacking
        and (is_own_voice or keys & (posts_of_sort("of_states") - posts_of_sort("missions")))
    ):
        is_free = not any((slot, home) in taken for slot in slots) and not (
            is_monarchic and ("president", home) in taken
        )
        if is_free and not (
            is_own_voice and slots & {"president", "prime minister"} and here and not leads_report(person)
        ):
            return home
    if not keys & posts_of_sort("of_states"):
        return None
    if is_own_voice and home is not None and not keys & lacking and leads_report(person):
        return None if any((slot, home) in taken for slot in slots) else home
    if is_own_voice and home is not None:
        visited = visited_state(person, home)
        return visited or _other_side(counts, home) if slots and not local else visited
    others = [country for country in here if country != home]
    others += [
        country for country, count in counts.most_common(4)
        if count >= 2 and country != home and (slots or keys & posts_of_sort("missions")) and not is_own_voice
    ]  # fmt: skip
    return next(
        (c for c in others if (is_state(c) or c in ("EU", "AU")) and not any((slot, c) in taken for slot in slots)),
        None,
    )


_FOREIGN = frozenset({"minister", "secretary"})


def _other_side(counts: Counter[str], home: str) -> str | None:
    """The one foreign state that a government's report is about, where it names no other nearly as often."""
    foreign = [(code, count) for code, count in counts.most_common() if code != home and is_state(code)]
    if not foreign or len(foreign) > 1 and foreign[0][1] < max(3, 3 * foreign[1][1]):
        return None
    return foreign[0][0]


def known_state(person: Person) -> str | None:
    """The state of somebody whom the press names by surname alone, in whatever country it appears."""
    is_led = not person.keys or bool(person.keys & (posts_of_sort("of_states") | {"leader", "head", "chairman"}))
    if len(person.parts) > 1 and not is_led:
        return None
    return _known().get(person.parts[-1])


@cache
def _known() -> dict[str, str]:
    tables = read_lexicon("communique.language", "homes")
    return {name: code for code, names in tables["known"].items() for name in names}


def _having(keys: set[str]) -> frozenset[str]:
    """The states that alone have one of these posts: an emperor is Japan's."""
    table = read_lexicon("communique.language", "posts")["having"]
    return next((words_of(table, key) for key in sorted(keys) if key in table), frozenset())


def holders(country: str | None) -> frozenset[str]:
    """Family names of those whom a government's own reports call president or vice president without saying whose."""
    table = read_lexicon("communique.language", "homes")["holders"]
    return frozenset(table.get(country or "", ()))


def _lacking(country: str | None) -> frozenset[str]:
    """The posts that a state does not have: no prime minister is American."""
    table = read_lexicon("communique.language", "posts")["lacking"]
    return words_of(table, country) if country is not None and country in table else frozenset()


def is_doubtful(person: Person) -> bool:
    """Whether one bare word is all that a report has of somebody who never acts: more likely a place or a brand."""
    if len(person.parts) > 1 or person.gender or person.posts or person.parts[0] in _known():
        return False
    for naming in person.namings:
        name = naming.name
        word = naming.view.words[name.stop - 1]
        if name.is_titled or name.lead < name.first or naming.posts or naming.country:
            return False
        if word.dep in ("nsubj", "nsubjpass") or word.dep == "pobj" and word.head.dep == "agent":
            return False
    return True
