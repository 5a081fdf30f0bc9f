"""See a sentence with its nations, posts and names, and give each naming of a person the posts that belong to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.language.nations.finding import Nations, find_nations, is_state
from communique.language.people.name_words import Gender, name_parts
from communique.language.people.names import Name, find_names
from communique.language.people.posts import Post, find_posts
from communique.language.people.same_posts import posts_of_sort, same_post
from communique.language.words import Sentence, Word


@dataclass(slots=True, eq=False)
class View:
    """A sentence with what stands in it; indices of nations, posts and names count its own words.

    `shared` tells of plural posts, by their identity, whom a list behind them names.
    """

    sentence: Sentence
    words: Sequence[Word]
    nations: Nations
    posts: list[Post]
    names: list[Name]
    is_beside: bool
    shared: "dict[int, tuple[Naming, ...]]" = field(default_factory=dict)


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


def view_sentence(sentence: Sentence, places: frozenset[int], *, is_beside: bool, korea: str = "KOR") -> View:
    """Return the sentence with its nations, posts and names; `places` counts words of the report."""
    words = sentence.words
    nations = find_nations(words, korea=korea)
    posts = find_posts(words, nations)
    base = words[0].i
    own = {i - base for i in range(base, base + len(words)) if i in places} if places else set()
    return View(
        sentence, words, nations, posts, find_names(words, posts, nations, own, is_headline=is_beside), is_beside
    )


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
        if (
            naming.after
            and len(naming.posts) > len(naming.after)
            and naming.posts[0][0].key in ("sultan", "king", "amir")
        ):
            _take_for_name(naming, text)
    view.posts = [post for post in view.posts if id(post) not in used]
    return namings


def _is_listed(gap: Sequence[Word]) -> bool:
    """Whether only a comma, "and" or an article stands between two namings of a list."""
    return 0 < len(gap) <= 3 and all(word.lower in (",", "and", ";", "the", "as", "well") for word in gap)


def _take_for_name(naming: Naming, text: str) -> None:
    """A title that is the given name of somebody whose post follows: "Sultan Karim, Deputy Minister of Trade"."""
    post = naming.posts.pop(0)[0]
    words = naming.view.words
    naming.name.first = naming.name.lead = naming.first = post.first
    naming.text = " ".join(text[words[post.first].start : words[naming.name.stop - 1].end].split())
    naming.parts = name_parts(naming.text)


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
        if not chain and not _joins_title(gap, post, words, naming, is_joined=_is_joined(view, post)):
            break
        if chain and gap not in ([], ["and"], [","], [",", "and"], ["–"], ["-"]):
            break
        if chain and previous is not None and _is_apposed(words, previous, post):
            break
        if chain and (
            post.plural
            or end == chain[-1].lead
            and gap != []
            and words[post.lead].lower == "the"
            and naming.name.lead == chain[0].stop
        ):
            break
        chain.append(post)
        end = post.lead
    if not chain:
        _nation_before(view, naming, floor)
        return
    chain.reverse()
    nation = next((post.country for post in chain if post.country), None)
    for post in chain:
        used.add(id(post))
        if post.key in ("amir", "sultan") and len(chain) > 1 and post is chain[-1] and chain[-2].stop == post.first:
            name.first = name.lead = post.first
            continue
        if post.key == "ambassador" and len(chain) > 1 and post is chain[-1] and post.stop - post.first == 1:
            continue
        lent = nation if nation and (is_state(nation) or same_post(post.key) not in posts_of_sort("summit")) else None
        naming.posts.append((post, post.country or lent, post.former))
    naming.first = chain[0].lead
    naming.country = chain[-1].country or next((country for _, country, _ in naming.posts if country), None)


def _is_apposed(words: Sequence[Word], previous: Naming, post: Post) -> bool:
    """Whether a post stands between commas behind the name before it: "X, secretary of the council, and envoy Y"."""
    if [word.text for word in words[previous.stop : post.lead]] != [","]:
        return False
    behind = words[post.stop].text if post.stop < len(words) else ""
    return behind == "," or words[post.stop - 1].end != words[post.stop].start and behind not in ("and", "&")


def _is_joined(view: View, post: Post) -> bool:
    """Whether "and" joins a post to one before it that has an article or a nationality."""
    before = next((other for other in view.posts if other.stop == post.lead - 1), None)
    return before is not None and view.words[before.stop].lower == "and" and (before.definite or bool(before.country))


def _joins_title(gap: list[str], post: Post, words: Sequence[Word], naming: Naming, *, is_joined: bool) -> bool:
    """Whether a post and the name behind it belong together, with nothing or a comma between them."""
    if not gap or len(gap) == 3 and gap[0] == "(" and gap[2] == ")":
        return post.count is None
    is_honoured = naming.name.first > naming.name.lead and gap == [","] and post.title[0].isupper()
    is_certain = post.definite or bool(post.country) or is_joined or is_honoured
    if gap in ([","], ["–"], ["-"], [":"]) and is_certain and not post.plural:
        after = words[naming.stop] if naming.stop < len(words) else None
        if gap == [","] and after is not None and after.lower == "and" and _is_inside_opening(words, post):
            return False  # "In a call initiated by the president of Peru, X and Y agreed"
        return after is None or after.tag[0] not in "VM" and after.text != "'s"
    return False


def _is_inside_opening(words: Sequence[Word], post: Post) -> bool:
    """Whether a post ends the phrase that opens its sentence, before any comma."""
    opens = words[0].pos == "ADP" or words[0].tag == "VBG"
    return opens and all(word.text != "," for word in words[: post.lead])


def _nation_before(view: View, naming: Naming, floor: int) -> None:
    """Take the nationality from words such as "his Lao counterpart" or "the Turkish businessman" before a name."""
    words, k = view.words, naming.name.lead - 1
    if k > floor and words[k].tag == "POS" and (owner := view.nations.ending_at(k)) is not None:
        naming.country = owner.country
        return
    if k >= floor and words[k].text == "," and k - 1 >= floor and words[k - 1].lower in ("counterpart", "colleague"):
        k -= 1
    if k >= floor and words[k].lower == "counterpart":
        naming.first = k - (k > floor and words[k - 1].tag == "PRP$")
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
    """Take the country from "President Macron of France", "H.E. Ann Lee (Norway)"."""
    words, k = view.words, naming.stop
    if k < len(words) and words[k].text == "(" and (close := _closing(words, k)):
        nation = view.nations.starting_at(k + 1)
        if nation is not None and nation.stop == close - 1 and nation.kind == "name":
            naming.country = naming.country or nation.country
        k = close
    if k + 1 < len(words) and words[k].lower == "from" and naming.country is None and naming.posts:
        naming.country = _nation_from(view, k + 1)
    if k + 1 >= len(words) or words[k].lower != "of":
        return
    k += 1
    if words[k].tag == "DT" and k + 1 < len(words):
        k += 1
    nation = view.nations.starting_at(k)
    if nation is not None and nation.kind in ("name", "organisation"):
        if nation.country == "GEO" and any(post.key in _AMERICAN for post, _, _ in naming.posts):
            return
        if naming.country is None or is_state(nation.country) and not is_state(naming.country):
            naming.country = nation.country
        naming.posts = [(post, country or nation.country, former) for post, country, former in naming.posts]
        naming.stop = nation.stop


def _nation_from(view: View, k: int) -> str | None:
    """The state of the institution somebody comes from: "Director Ann Lee from the National Office of Japan"."""
    words, stop = view.words, k
    while stop < len(words) and (words[stop].text[0].isupper() or words[stop].lower in ("the", "of", "for", "and")):
        stop += 1
    inside = {nation.country for nation in view.nations.found if k <= nation.first and nation.stop <= stop}
    return next(iter(inside)) if len(inside) == 1 and is_state(next(iter(inside))) else None


_AMERICAN = frozenset({"congressman", "congresswoman", "senator", "governor", "representative"})


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
        wanted = (
            [[opener], [opener, ","]] if not chain else [["and"], [","], [",", "and"], ["as", "well", "as"], [], [","]]
        )
        if lower not in wanted and not (not chain and opener == "," and lower[:1] == [","] and _is_only_kin(gap[1:])):
            break
        if (
            chain
            and lower == [","]
            and post.lead == post.first
            and words[post.first].text[0].isupper() is not words[chain[-1].first].text[0].isupper()
        ):
            break
        if post.stop < len(words) and words[post.stop].tag == "POS":
            break
        if not chain and opener == "," and _opens_clause(words, post):
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


def _opens_clause(words: Sequence[Word], post: Post) -> bool:
    """Whether a post is the subject behind an opening phrase: "In a letter to X, the president of Y noted"."""
    verb = words[post.stop] if post.stop < len(words) else None
    opens = words[0].pos == "ADP" or words[0].tag == "VBG"
    return opens and verb is not None and verb.tag in ("VBD", "VBZ", "VBP", "MD")


def _is_only_kin(gap: Sequence[Word]) -> bool:
    """Whether only a nationality or an adjective stands between the comma and the post."""
    return len(gap) <= 2 and all(word.tag in ("JJ", "NNP", "DT", "RB", "VBN") for word in gap)
