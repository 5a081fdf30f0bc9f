"""Bring names and posts together into persons: each naming with its posts, and the namings of one individual under one person.

Takes the sentences of a report, each seen with its nations, posts and names; gives Namings and Persons.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.language.names import Gender, Name, find_names, fold, gender_of, name_parts
from communique.language.nations import Nations, find_nations
from communique.language.posts import Post, find_posts
from communique.language.words import Sentence, Word

SPEECH = frozenset("say tell add note stress state announce warn declare reply write think believe hope agree".split())
NICKNAMES = {
    "joe": "joseph", "tony": "antony", "anthony": "antony", "bill": "william", "mike": "michael", "jim": "james", "bob": "robert",
    "dick": "richard", "tom": "thomas", "tim": "timothy", "phil": "philip", "dan": "daniel", "jon": "jonathan", "liz": "elizabeth",
    "chris": "christopher", "steve": "steven", "jeff": "jeffrey", "dave": "david", "ted": "edward", "ben": "benjamin", "sam": "samuel",
    "ken": "kenneth", "ron": "ronald", "don": "donald", "nick": "nicholas", "alex": "alexander", "matt": "matthew", "pete": "peter",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class View:
    """A sentence with what stands in it; indices of nations, posts and names count its own words."""

    sentence: Sentence
    words: Sequence[Word]
    nations: Nations
    posts: list[Post]
    names: list[Name]
    is_beside: bool


@dataclass(slots=True, eq=False)
class Naming:
    """One naming of a person by name: the words `first` to `stop` with titles before, the name alone, and its posts."""

    view: View
    first: int
    stop: int
    name: Name
    text: str
    parts: tuple[str, ...]
    posts: list[tuple[Post, str | None, bool]] = field(default_factory=list)
    country: str | None = None
    gender: Gender | None = None
    after: list[Post] = field(default_factory=list)
    neighbour: "Naming | None" = None


@dataclass(slots=True, eq=False)
class Person:
    """One individual with all its namings."""

    name: str
    parts: tuple[str, ...]
    namings: list[Naming]
    country: str | None = None
    gender: Gender | None = None
    posts: list[tuple[Post, str | None, bool]] = field(default_factory=list)
    is_assumed: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The heads of the posts this person holds, by the headline too."""
        return frozenset(post.key for naming in self.namings for post, _, former in naming.posts if not former)


def view_sentence(sentence: Sentence, places: frozenset[int], *, is_beside: bool, korea: str = "KOR") -> View:
    """Return the sentence with its nations, posts and names; `places` counts words of the report."""
    words = sentence.words
    nations = find_nations(words, korea=korea)
    posts = find_posts(words, nations)
    base = words[0].i
    own = {i - base for i in range(base, base + len(words)) if i in places} if places else set()
    return View(sentence, words, nations, posts, find_names(words, posts, nations, own, is_headline=is_beside), is_beside)


def find_namings(view: View, text: str) -> list[Naming]:
    """Return the namings of a sentence with the posts that belong to them."""
    namings: list[Naming] = []
    used: set[int] = set()
    for name in view.names:
        written = " ".join(text[view.words[name.first].start : view.words[name.stop - 1].end].split())
        naming = Naming(view, name.lead, name.stop, name, written, name_parts(written), gender=name.gender)
        namings.append(naming)
    for n, naming in enumerate(namings):
        _posts_before(view, naming, namings[n - 1] if n else None, used)
    for n, naming in enumerate(namings):
        limit = namings[n + 1].first if n + 1 < len(namings) else len(view.words)
        if n and _is_listed(view.words[namings[n - 1].stop : naming.first]):
            naming.neighbour = namings[n - 1]
        _country_behind(view, naming)
        _posts_behind(view, naming, limit, used)
    for naming in namings:
        if naming.after and len(naming.posts) > len(naming.after) and naming.posts[0][0].key in ("sultan", "king", "amir"):
            _take_for_name(naming, text)
    view.posts = [post for post in view.posts if id(post) not in used]
    return namings


def _is_listed(gap: Sequence[Word]) -> bool:
    """Whether only a comma, "and" or an article stands between two namings of a list."""
    return 0 < len(gap) <= 3 and all(word.lower in (",", "and", ";", "the", "as", "well") for word in gap)


def _take_for_name(naming: Naming, text: str) -> None:
    """A title that is the given name of somebody whose post follows: "Sultan Al Shamsi, Assistant Minister …"."""
    post = naming.posts.pop(0)[0]
    words = naming.view.words
    naming.name.first = naming.name.lead = naming.first = post.first
    naming.text = " ".join(text[words[post.first].start : words[naming.name.stop - 1].end].split())
    naming.parts = name_parts(naming.text)


def add_surnames(views: Sequence[View], text: str) -> None:
    """Find further namings by parts of names already known, where neither title nor model told of them."""
    parts: set[str] = set()
    family: set[str] = set()
    for view in views:
        for name in view.names:
            written = name_parts(" ".join(word.text for word in view.words[name.first : name.stop] if word.text != "-"))
            if (len(written) > 1 or name.is_titled) and not any(word.text == "-" for word in view.words[name.first : name.stop][:2]):
                parts.update(part for part in written if len(part) > 1)
                family.add(written[-1])
    if not parts:
        return
    for view in views:
        words = view.words
        view.names = [name for name in view.names if not _is_pair_of_names(words[name.first : name.stop], family)]
        taken = {k for name in view.names for k in range(name.lead, name.stop)}
        for post in view.posts:
            taken.update(range(post.first, post.stop))
        k, is_new = 0, False
        while k < len(words):
            word = words[k]
            if k in taken or not word.text[0].isupper() or fold(word.text) not in parts or not _may_be_surname(view, k, parts):
                k += 1
                continue
            first = k
            k += 1
            while k < len(words) and k not in taken and _goes_on(words, k, parts):
                k += 1
            view.names.append(Name(first, first, k, None, False))
            is_new = True
        if is_new:
            view.names.sort(key=lambda name: name.first)


def _is_pair_of_names(words: Sequence[Word], family: set[str]) -> bool:
    """Whether a hyphen joins two persons: "the Biden-Xi meeting"."""
    return len(words) == 3 and words[1].text == "-" and fold(words[0].text) in family


def _goes_on(words: Sequence[Word], k: int, parts: set[str]) -> bool:
    word = words[k]
    if word.text == "-":
        return k + 1 < len(words) and fold(words[k + 1].text) in parts
    return fold(word.text) in parts and (word.text[0].isupper() or words[k - 1].text == "-")


def _may_be_surname(view: View, k: int, parts: set[str]) -> bool:
    """Whether a capitalised word that is part of a known name stands for the person here."""
    word = view.words[k]
    if word.tag not in ("NNP", "NNPS", "NN"):
        return False
    if word.entity in ("ORG", "FAC", "EVENT", "LAW", "WORK_OF_ART", "DATE"):
        stop = k + 1
        while stop < len(view.words) and view.words[stop].entity == word.entity and not view.words[stop].entity_begins:
            stop += 1
        rest = view.words[k + 1 : stop]
        if not word.entity_begins or any(w.text != "-" and w.tag != "POS" and fold(w.text) not in parts for w in rest):
            return False
    nation = view.nations.starting_at(k)
    if nation is not None and nation.kind != "demonym":
        return False
    return not (word.dep == "compound" and word.head.i > word.i and word.head.lower in ("administration", "government", "regime", "foundation"))


def _posts_before(view: View, naming: Naming, previous: Naming | None, used: set[int]) -> None:
    """Give a naming the posts that stand right before it, a chain of them included."""
    words, name = view.words, naming.name
    floor = previous.stop if previous else 0
    end = name.lead
    chain: list[Post] = []
    for post in reversed(view.posts):
        if post.stop > end or post.lead < floor and post.first < floor:
            continue
        gap = [word.lower for word in words[post.stop : end]]
        if not chain and not _joins_title(gap, post, words, naming):
            break
        if chain and gap not in ([], ["and"], [","], [",", "and"], ["–"], ["-"]):
            break
        if chain and (post.plural or end == chain[-1].lead and gap != [] and words[post.lead].lower == "the" and naming.name.lead == chain[0].stop):
            break
        chain.append(post)
        end = post.lead
    if not chain and previous is not None and previous.posts and previous.posts[0][0].plural:
        gap = [word.lower for word in words[previous.stop : name.lead]]
        if gap in (["and"], [","], [",", "and"]):
            naming.posts = [(post, None, former) for post, _, former in previous.posts]
        return
    if not chain:
        _nation_before(view, naming, floor)
        return
    chain.reverse()
    nation = next((post.country for post in chain if post.country), None)
    for post in chain:
        used.add(id(post))
        if post.key == "ambassador" and len(chain) > 1 and post is chain[-1] and post.stop - post.first == 1:
            continue
        naming.posts.append((post, post.country or nation, post.former))
    naming.first = chain[0].lead
    naming.country = nation


def _joins_title(gap: list[str], post: Post, words: Sequence[Word], naming: Naming) -> bool:
    """Whether a post and the name behind it belong together, with nothing or a comma between them."""
    if not gap or len(gap) == 3 and gap[0] == "(" and gap[2] == ")":
        return post.count is None
    if gap in ([","], ["–"], ["-"], [":"]) and (post.definite or post.country) and not post.plural:
        after = words[naming.stop] if naming.stop < len(words) else None
        return after is None or after.tag[0] not in "VM" and after.text != "'s"
    return False


def _nation_before(view: View, naming: Naming, floor: int) -> None:
    """Take the nationality from words such as "his Lao counterpart" or "the Turkish businessman" before a name."""
    words, k = view.words, naming.name.lead - 1
    if k > floor and words[k].tag == "POS" and (owner := view.nations.ending_at(k)) is not None:
        naming.country = owner.country
        return
    if k >= floor and words[k].text == "," and k - 1 >= floor and words[k - 1].lower in ("counterpart", "colleague"):
        k -= 1
    steps = 0
    while k >= floor and steps < 4 and words[k].tag in ("NN", "JJ", "NNP"):
        nation = view.nations.ending_at(k + 1)
        if nation is not None and nation.kind in ("demonym", "name") and not nation.hyphenated:
            naming.country = nation.country
            naming.first = nation.first
            if nation.first > 0 and words[nation.first - 1].tag in ("DT", "PRP$"):
                naming.first -= 1
            return
        if words[k].text[0].isupper():
            return
        k -= 1
        steps += 1


def _country_behind(view: View, naming: Naming) -> None:
    """Take the country from "President Macron of France", "H.E. Heri Akhmadi of Indonesia"."""
    words, k = view.words, naming.stop
    if k < len(words) and words[k].text == "(" and (close := _closing(words, k)):
        nation = view.nations.starting_at(k + 1)
        if nation is not None and nation.stop == close - 1 and nation.kind == "name":
            naming.country = naming.country or nation.country
        k = close
    if k + 1 >= len(words) or words[k].lower != "of":
        return
    k += 1
    if words[k].tag == "DT" and k + 1 < len(words):
        k += 1
    nation = view.nations.starting_at(k)
    if nation is not None and nation.kind in ("name", "organisation"):
        naming.country = naming.country or nation.country
        naming.posts = [(post, country or nation.country, former) for post, country, former in naming.posts]
        naming.stop = nation.stop


def _closing(words: Sequence[Word], k: int) -> int:
    for n in range(k + 1, min(k + 5, len(words))):
        if words[n].text == ")":
            return n + 1
    return 0


def _posts_behind(view: View, naming: Naming, limit: int, used: set[int]) -> None:
    """Give a naming the posts that follow it: "X, the visiting deputy prime minister and foreign minister, …"."""
    words, k = view.words, naming.stop
    if k < len(words) and words[k].text == "(" and (close := _closing(words, k)):
        k = close
    if k >= len(words) or words[k].lower not in (",", "as", "(", "–", "—"):
        return
    opener = words[k].lower
    chain: list[Post] = []
    nation: str | None = None
    for post in view.posts:
        if post.lead < k or id(post) in used or post.plural:
            continue
        gap = words[k : post.lead]
        lower = [word.lower for word in gap]
        wanted = [[opener], [opener, ","]] if not chain else [["and"], [","], [",", "and"], ["as", "well", "as"], [], [","]]
        if lower not in wanted and not (not chain and opener == "," and lower[:1] == [","] and _is_only_kin(gap[1:])):
            break
        if chain and lower == [","] and post.lead == post.first and words[post.first].text[0].isupper() is not words[chain[-1].first].text[0].isupper():
            break
        chain.append(post)
        nation = nation or post.country
        k = post.stop
    if chain and k <= limit and (k == len(words) or words[k].tag[:3] != "NNP" or words[k].entity != "PERSON"):
        for post in chain:
            used.add(id(post))
            naming.posts.append((post, post.country or nation, post.former))
            naming.after.append(post)
        naming.country = naming.country or next((c for p, c, f in naming.posts if c and not f), None)


def _is_only_kin(gap: Sequence[Word]) -> bool:
    """Whether only a nationality or an adjective stands between the comma and the post."""
    return len(gap) <= 2 and all(word.tag in ("JJ", "NNP", "DT", "RB", "VBN") for word in gap)


def gather_persons(namings: Sequence[Naming]) -> list[Person]:
    """Bring the namings of each individual together, the fullest names first."""
    persons: list[Person] = []
    order = sorted(range(len(namings)), key=lambda n: (-min(len(namings[n].parts), 4), n))
    for n in order:
        naming = namings[n]
        person = _person_of(naming, persons, namings, n)
        if person is None:
            person = Person(naming.text, naming.parts, [])
            persons.append(person)
        person.namings.append(naming)
    position = {id(naming): n for n, naming in enumerate(namings)}
    for person in persons:
        person.namings.sort(key=lambda naming: position[id(naming)])
        _settle(person)
    persons.sort(key=lambda person: position[id(person.namings[0])])
    return persons


def _person_of(naming: Naming, persons: Sequence[Person], namings: Sequence[Naming], n: int) -> Person | None:
    """The person already known that this naming is of; the best where several could be."""
    fitting = [(fit, person) for person in persons if (fit := _fit(naming, person))]
    if not fitting:
        return None
    best = max(fit for fit, _ in fitting)
    among = [person for fit, person in fitting if fit == best]
    if len(among) == 1:
        return among[0]
    nearest = {id(other): m for m, other in enumerate(namings)}

    def distance(person: Person) -> tuple[bool, int]:
        gaps = [nearest[id(other)] - n for other in person.namings]
        before = [-gap for gap in gaps if gap < 0]
        return (not before, min(before) if before else min(abs(gap) for gap in gaps))

    return min(among, key=distance)


def _fit(naming: Naming, person: Person) -> int:
    """How well a naming fits a person: 0 not at all, more where name, post and country speak for it."""
    a, b = naming.parts, person.parts
    likeness = _name_fit(a, b)
    if not likeness:
        return 0
    keys = {post.key for post, _, _ in naming.posts}
    known = {post.key for other in person.namings for post, _, _ in other.posts}
    countries = {c for other in person.namings for c in (other.country,) if c}
    if naming.country and countries and naming.country not in countries and len(a) < 2:
        return 0
    genders = {other.gender for other in person.namings if other.gender}
    if naming.gender and genders and naming.gender not in genders:
        return 0
    if likeness == 1 and not (keys & known):
        return 0
    return likeness * 4 + 2 * bool(keys & known) + bool(naming.country and naming.country in countries)


def _name_fit(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """3 equal, 2 one is part of the other, 1 the family name agrees and given names may be forms of one."""
    if a == b or sorted(a) == sorted(b) or "".join(a) == "".join(b):
        return 3
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return 2 if short[0] in long and len(short[0]) > 1 else 0
    if _inside(short, long):
        return 2
    if len(short) > 2 and short[0] == long[0]:
        return 0
    if short[-1] == long[-1] and NICKNAMES.get(short[0], short[0]) == NICKNAMES.get(long[0], long[0]):
        return 2
    return 1 if short[-1] == long[-1] and (short[0][0] == long[0][0]) and abs(len(short[0]) - len(long[0])) < 5 else 0


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the parts of the shorter name stand in the longer in their order, initials counting for names."""
    k = 0
    for part in short:
        while k < len(long) and not (long[k] == part or (len(part) == 1 and long[k].startswith(part))):
            k += 1
        if k == len(long):
            return False
        k += 1
    return True


def _settle(person: Person) -> None:
    """Work out what is known of a person from all its namings."""
    inside = [naming for naming in person.namings if not naming.view.is_beside] or person.namings
    fullest = max(inside, key=lambda naming: (len(naming.parts), not naming.text.isupper()))
    person.name, person.parts = fullest.text, fullest.parts
    if person.name.isupper() and len(person.name) > 2:
        person.name = person.name.title()
    person.gender = next((naming.gender for naming in person.namings if naming.gender), None) or gender_of(person.parts)
    person.country = next(
        (c for naming in person.namings for _, c, former in naming.posts if c and not former), None
    ) or next((naming.country for naming in person.namings if naming.country), None)
    for naming in inside:
        if not naming.view.is_beside:
            person.posts.extend(naming.posts)
