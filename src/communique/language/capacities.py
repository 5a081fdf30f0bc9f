"""Turn the posts that a report gives a person into capacities, each once, with the state they are held for."""

from collections import Counter
from collections.abc import Sequence

from communique.language.actors import Capacity
from communique.language.countries import common_name, organisation_code
from communique.language.people import Naming, Person
from communique.language.phrases import head_of
from communique.language.posts import Post
from communique.language.roster import SAME_POST
from communique.lexicon import read_lexicon, words_of

_STATE_POSTS = frozenset(
    "president premier chancellor king queen amir emir sultan emperor minister secretary ambassador speaker envoy consul governor "
    "senator chief commander spokesman spokesperson spokeswoman adviser advisor representative commissioner director".split()
) | {
    "prime minister", "vice president", "crown prince", "crown princess", "secretary of state", "minister of state", "first lady",
    "high commissioner", "head of state", "head of government", "national security adviser", "attorney general",
    "under secretary", "president-elect", "chief of staff", "majority leader", "press secretary", "charge d'affaires",
    "chargé d'affaires", "deputy", "undersecretary", "first gentleman",
}  # fmt: skip
_STATE_KEYS = frozenset(SAME_POST.get(key, key) for key in _STATE_POSTS)
_HEADS = frozenset({"president", "king", "queen", "amir", "sultan", "emperor", "monarch"})
_MONARCHIC = frozenset({"king", "queen", "amir", "sultan", "emperor", "crown prince", "crown princess"})
_ENVOYS = frozenset({"ambassador", "envoy", "high commissioner", "charge d'affaires", "chargé d'affaires", "consul"})
_RANKS = frozenset({"deputy", "vice", "acting", "assistant", "first", "interim", "designate", "elect", "under", "co"})
_SMALL = frozenset({"of", "the", "for", "and", "in", "to", "'s", "’s", "-", ","})


def settle_countries(persons: Sequence[Person], home: str | None, counts: Counter[str], *, is_own_voice: bool) -> None:
    """Give the posts named without nationality the state of their holder, and holders without any the report's own.

    Where that state's post is held by another person already, the state named in the same sentence is meant, else the
    one that the report names most. `is_own_voice` tells that the report speaks for its government.
    """
    taken: set[tuple[str, str]] = set()
    for person in persons:
        if person.country:
            taken.update((slot, person.country) for slot in _slots(person))
    for person in persons:
        if person.country is None:
            person.country = _titled_state(person) or _state_of(person, home, counts, taken, is_own_voice)
            if person.country is None and is_own_voice and not keys_of(person) and _acts_first(person):
                person.country = home
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


def _acts_first(person: Person) -> bool:
    """Whether the text opens with this person as its subject."""
    for naming in person.namings:
        if not naming.view.is_beside:
            word = head_of(naming.view.words, naming.first, naming.name.stop)
            return 0 <= naming.view.sentence.index < 2 and word.dep in ("nsubj", "nsubjpass") and naming.first < 4
    return False


def _slots(person: Person) -> set[str]:
    """The posts of a person that one state has once."""
    found: set[str] = set()
    for naming in person.namings:
        for post, _, former in naming.posts:
            key = SAME_POST.get(post.key, post.key)
            if former or set(post.own_words) & {"deputy", "vice", "assistant", "former"}:
                continue
            if key in _HEADS:
                found.add("president")
            elif key in _MONARCHIC:
                found.update(("crown prince", "president"))
            elif key in ("prime minister", "first lady"):
                found.add(key)
            elif key in ("minister", "secretary", "secretary of state") and len(post.own_words) > 1:
                found.add(post.title.lower())
    if "crown prince" in found and not any(SAME_POST.get(p.key, p.key) in _HEADS for n in person.namings for p, _, _ in n.posts):
        found.discard("president")
    return found


def _titled_state(person: Person) -> str | None:
    """The state that a title itself tells: "Pope", "Defense Secretary"."""
    table = read_lexicon("communique.language", "posts")["states"]
    for naming in person.namings:
        for post, _, former in naming.posts:
            code = table.get(post.title.lower()) or table.get(post.key)
            if code and not former:
                return str(code)
            if not former and post.title.lower().startswith(("assistant secretary of state", "deputy assistant secretary of state")):
                return "USA"
    return None


def _state_of(
    person: Person, home: str | None, counts: Counter[str], taken: set[tuple[str, str]], is_own_voice: bool
) -> str | None:
    """The state of a post named without one: the report's own, or another that it speaks of if that is taken."""
    posts = [(post, former) for naming in person.namings for post, _, former in naming.posts]
    keys = {SAME_POST.get(post.key, post.key) for post, former in posts if not former}
    if not keys or any(post.possessor is not None for post, _ in posts):
        return None
    here = _named_here(person)
    slots = _slots(person)
    is_monarchic = bool(keys & _MONARCHIC)
    local = next((country for naming in person.namings if (country := _local(naming))), None)
    if local is not None and keys & (_STATE_KEYS - _ENVOYS) and not is_own_voice:
        return local
    lacking = _lacking(home)
    listed = _listed_with(person, is_foreign=bool(keys & lacking))
    if listed is not None and listed != home:
        return listed
    lacking = _lacking(home)
    if is_own_voice and home is not None and keys & {"president", "vice president"} and (known := holders(home)):
        return home if person.parts[-1] in known else _visited(person, home)
    if home is not None and not keys & lacking and (is_own_voice or keys & (_STATE_KEYS - _ENVOYS)):
        is_free = not any((slot, home) in taken for slot in slots) and not (is_monarchic and ("president", home) in taken)
        if is_free and not (is_own_voice and slots & {"president", "prime minister"} and here and not _leads(person)):
            return home
    if not keys & _STATE_KEYS:
        return None
    if is_own_voice and home is not None and not keys & lacking and _leads(person):
        return None if any((slot, home) in taken for slot in slots) else home
    if is_own_voice and home is not None:
        return _visited(person, home)
    others = [country for country in here if country != home]
    others += [
        country for country, count in counts.most_common(4)
        if count >= 2 and country != home and (slots or keys & _ENVOYS) and not is_own_voice
    ]  # fmt: skip
    chosen = next((c for c in others if (_is_state(c) or c in ("EU", "AU")) and not any((slot, c) in taken for slot in slots)), None)
    return chosen


def holders(country: str | None) -> frozenset[str]:
    """Family names of those whom a government's own reports call president or vice president without saying whose."""
    table = read_lexicon("communique.language", "homes")["holders"]
    return frozenset(table.get(country or "", ()))


def _visited(person: Person, home: str) -> str | None:
    """The state that a journey is told to lead to before the person is named: "travelled to Guyana to meet President X"."""
    for naming in person.namings:
        words = naming.view.words
        for nation in naming.view.nations.found:
            if naming.posts and nation.stop <= naming.first and nation.country != home and nation.kind in ("name", "capital"):
                k = nation.first - 1 - (nation.first > 1 and words[nation.first - 1].lower == "the")
                if k >= 0 and words[k].lower in ("to", "in", "visit", "visited", "visiting", "at") and _is_state(nation.country):
                    return nation.country
    return None


def _is_state(code: str) -> bool:
    return organisation_code(common_name(code)) is None


def _lacking(country: str | None) -> frozenset[str]:
    """The posts that a state does not have: no prime minister is American."""
    table = read_lexicon("communique.language", "posts")["lacking"]
    return words_of(table, country) if country in table else frozenset()


def _listed_with(person: Person, *, is_foreign: bool) -> str | None:
    """The state that the person named just before in a list has by the report's own words."""
    for naming in person.namings:
        before = naming.neighbour
        words = naming.view.words
        if before is not None and not is_foreign and words[naming.first - 1].lower == "and" and words[before.stop].lower == "and":
            continue  # "A and B" may be two sides; a longer list is one
        while before is not None and naming.posts:
            told = before.country or next((country for _, country, former in before.posts if country and not former), None)
            if told is not None:
                return told
            before = before.neighbour
    return None


def _named_here(person: Person) -> list[str]:
    """The states named in the sentences that name the person with a post."""
    found: list[str] = []
    for naming in person.namings:
        if naming.posts:
            for nation in naming.view.nations.found:
                if nation.country not in found:
                    found.append(nation.country)
    return found


def _local(naming: Naming) -> str | None:
    """The state of a place that opens the sentence or the clause: "In Bamako, Foreign Minister X …"."""
    words, nations = naming.view.words, naming.view.nations
    if not naming.posts:
        return None
    if len(words) > 3 and words[0].lower == "in" and (nation := nations.starting_at(1)) is not None and nation.kind in ("capital", "name"):
        if nation.stop < len(words) and words[nation.stop].text == "," and naming.first <= nation.stop + 2:
            return nation.country
    if naming.first > 0 and words[naming.first - 1].lower == "where":
        before = [nation for nation in nations.found if nation.stop < naming.first]
        return before[-1].country if before else None
    return None


def _leads(person: Person) -> bool:
    """Whether the first naming with a post is a subject, or stands in the headline."""
    for naming in person.namings:
        if naming.view.is_beside or naming.view.sentence.index < 0:
            return True
        if naming.posts:
            word = head_of(naming.view.words, naming.first, naming.name.stop)
            return word.dep in ("nsubj", "nsubjpass", "poss", "compound", "agent") or naming.view.sentence.index == 0 and naming.first < 3
    return False


def capacities_of(posts: Sequence[tuple[Post, str | None, bool]], *, is_summary: bool = False) -> tuple[Capacity, ...]:
    """Return the posts as capacities; in a summary a shorter repeat of a title is no second one."""
    chosen: list[tuple[Post, str | None, bool]] = []
    for post, country, former in posts:
        if not is_summary:
            chosen.append((post, country, former))
            continue
        for n, (other, other_country, other_former) in enumerate(chosen):
            if _repeats(post, other):
                is_longer = len(_content(post)) > len(_content(other))
                chosen[n] = (post if is_longer else other, other_country or country, former or other_former)
                break
        else:
            chosen.append((post, country, former))
    return tuple(
        Capacity(title=post.title.title() if post.title.isupper() and len(post.title) > 4 else post.title, of=post.of, country=country, former=former, span=post.span) for post, country, former in chosen
    )


def _repeats(a: Post, b: Post) -> bool:
    """Whether one title is the other in fewer words: "the Secretary" after "Secretary of State"."""
    one, two = _content(a), _content(b)
    if one & _RANKS != two & _RANKS:
        return False
    if one <= two or two <= one:
        return True
    same = SAME_POST.get(a.key, a.key) == SAME_POST.get(b.key, b.key)
    return same and len(one & two) * 2 >= min(len(one), len(two)) + 1


def _content(post: Post) -> frozenset[str]:
    words = {word for word in post.title.lower().replace("-", " ").replace(",", " ").split() if word not in _SMALL}
    same = SAME_POST.get(post.key, post.key)
    if same != post.key:
        words = (words - set(post.key.replace("-", " ").split())) | set(same.split())
    return frozenset(words)
