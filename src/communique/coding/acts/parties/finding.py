"""Find the parties that fill the slots of a candidate: words go in, actors with their capacities come out."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from communique.coding.record import Participant
from communique.language.actors import Actor, ActorKind, Mention
from communique.language.analysis import Analysis, PlaceMention
from communique.language.clauses import conjuncts, phrases
from communique.language.nations.countries import CountryName, common_name, find_country_names
from communique.language.words import Word
from communique.report.span import Span

COUNTERS = frozenset("number group couple range majority host series handful dozen score".split())
TERRITORIES = frozenset({"Gaza", "Gaza Strip", "West Bank", "Greenland", "Puerto Rico", "Hong Kong"})
PRINCIPALS = (
    "president",
    "prime minister",
    "premier",
    "king",
    "queen",
    "emir",
    "sultan",
    "chancellor",
    "foreign minister",
    "minister of foreign",
    "crown prince",
    "head of state",
    "taoiseach",
    "secretary of state",
    "leader",
)
LEADERS = frozenset("president leader premier minister king head".split())


@dataclass(frozen=True, slots=True)
class Party:
    """An actor at one place of the report, with the capacity it has there."""

    actor: Actor
    capacity: str | None
    span: Span
    mention: Mention

    @property
    def country(self) -> str | None:
        """The state or organisation the party acts for."""
        return self.actor.country or self.mention.country


def parties_of(analysis: Analysis, words: Iterable[Word], kinds: frozenset[str]) -> Iterator[Party]:
    """Yield the parties of the given actor kinds that `words` name, members apart where a group is resolved."""
    seen: set[str] = set()
    for word in words:
        for mention in _mentions_for(analysis, word):
            for actor_id in _members(analysis, mention):
                actor = analysis.actors[actor_id]
                if actor.kind in kinds and actor_id not in seen:
                    seen.add(actor_id)
                    yield Party(actor, capacity_in(actor, mention), mention.span, mention)


def _mentions_for(analysis: Analysis, word: Word) -> list[Mention]:
    """The mentions that `word` brings in: its own, those beside a group ("the leaders, A and B"), or what it counts."""
    own = analysis.mention_at(word)
    if own is None and word.lemma.lower() in COUNTERS:
        counted = [filler for slot, filler in phrases(word) if slot == "of"]
        return [found for member in counted if (found := analysis.mention_at(member)) is not None]
    if own is None:  # "His Holiness, Pope Francis"
        return [found for child in word.children_by("appos") if (found := analysis.mention_at(child)) is not None]
    if own.form == "name":
        return [*_nested_before(analysis, word, own), own, *_listed_after(analysis, word, own)]
    if own.form in ("group", "nominal") and len(own.actors) < 2:
        named = [member for child in word.children_by("appos") for member in conjuncts(child)]
        beside = [found for member in named if (found := analysis.mention_at(member)) is not None]
        if len(beside) > 1:
            return beside
    return [own]


def _nested_before(analysis: Analysis, word: Word, own: Mention) -> list[Mention]:
    """Other persons of a list that the parser takes for part of the last one's name: "Minister A and Minister B"."""
    found: list[Mention] = []
    for child in word.children:
        if child.dep in ("nmod", "compound", "amod") and child.i < word.i:
            mention = analysis.mention_at(child)
            if mention is not None and mention.form == "name" and not set(mention.actors) & set(own.actors):
                found.extend((*_nested_before(analysis, child, mention), mention))
            elif child.children:
                found.extend(_nested_before(analysis, child, own))
    return found


def _listed_after(analysis: Analysis, word: Word, own: Mention) -> list[Mention]:
    """Other persons in a list that the parser takes for appositions: "met Minister A, Deputy Minister B, and C"."""
    found: list[Mention] = []
    queue = [child for child in word.children if child.dep == "appos" and child.i > word.i]
    for member in queue:
        mention = analysis.mention_at(member)
        if mention is not None and mention.form == "name" and not set(mention.actors) & set(own.actors):
            found.append(mention)
            queue.extend(child for child in member.children if child.dep in ("appos", "conj"))
        elif mention is None or set(mention.actors) == set(own.actors):
            found.extend(_joined_to(analysis, member, own))
    return found


def _joined_to(analysis: Analysis, member: Word, own: Mention) -> Iterator[Mention]:
    """Who else is joined to an apposed name: "Minister A, B, and the Kenyan ambassador attended"."""
    for child in member.children_by("conj"):
        mention = analysis.mention_at(child)
        is_named = mention is not None and mention.form in ("name", "office") and mention.country is not None
        if mention is not None and is_named and not set(mention.actors) & set(own.actors):
            yield mention


def _members(analysis: Analysis, mention: Mention) -> tuple[str, ...]:
    """The actors a mention stands for; "the presidents of A and B", "the governments of A and B" by their members."""
    head = mention.head.lemma.lower()
    if mention.form != "group" or len(mention.actors) != 1 or not (head == "government" or head in LEADERS):
        return mention.actors
    codes = [named.country for named in find_country_names(analysis.words[mention.head.i + 1 : mention.stop])]
    if len(codes) < 2:
        return mention.actors
    found = [_holder(analysis, code, head) for code in codes]
    return tuple(actor for actor in found if actor) if all(found) else mention.actors


def _holder(analysis: Analysis, country: str, head: str) -> str | None:
    """The state itself for its government, else the one person of that state who holds such a post."""
    if head == "government":
        states = (
            a.id for a in analysis.actors.values() if a.country == country and a.kind in ("state", "organisation")
        )
        return next(states, None)
    people = [
        actor.id
        for actor in analysis.actors.values()
        if actor.kind == "person"
        and actor.country == country
        and any(head == "leader" or head in post.title.lower() for post in actor.capacities if not post.former)
    ]
    return people[0] if len(people) == 1 else None


def state_party(analysis: Analysis, named: CountryName) -> Party:
    """The state or organisation that a name in front of a noun stands for, a new actor where the report has none."""
    for actor in analysis.actors.values():
        if actor.country == named.country and actor.kind in ("state", "organisation"):
            break
    else:
        kind: ActorKind = "organisation" if named.form == "organisation" else "state"
        actor = Actor(
            id=f"s-{named.country}", kind=kind, name=common_name(named.country), country=named.country,
            mentions=(named.span,),
        )  # fmt: skip
    head = analysis.words[named.stop - 1]
    mention = Mention(head, named.first, named.stop, named.span, "state", (actor.id,), country=named.country)
    return Party(actor, None, named.span, mention)


def state_at(analysis: Analysis, place: PlaceMention) -> Party | None:
    """The state that a place lies in, as a party; a territory under its own name."""
    if place.country is None:
        return None
    name = place.name if place.name in TERRITORIES else common_name(place.country)
    for actor in analysis.actors.values():
        if actor.country == place.country and actor.kind == "state" and actor.name == name:
            break
    else:
        actor = Actor(
            id=f"s-{place.country}", kind="state", name=name, country=place.country, mentions=(place.span,)
        )  # fmt: skip
    head = place.head
    mention = Mention(head, head.i, head.i + 1, place.span, "state", (actor.id,), country=place.country)
    return Party(actor, None, place.span, mention)


def capacity_in(actor: Actor, mention: Mention) -> str | None:
    """The capacity given to `actor` at this mention, else the posts it holds in the report; several with "; "."""
    if actor.kind not in ("person", "office"):
        return None
    stated = mention.capacities if len(mention.actors) == 1 else ()
    posts = [post.title for post in (stated or actor.capacities) if not post.former]
    if not posts and mention.named_post and len(mention.actors) == 1:
        posts = [mention.named_post]
    return "; ".join(dict.fromkeys(posts)) or None


def is_plural(person: Participant) -> bool:
    """Whether a party stands for more than one: "the two ministers", "officials from both sides"."""
    head = person.name.lower().split(" of ")[0].split(" from ")[0].rstrip()
    return head.endswith(("s", "sides", "men", "people")) and person.capacity is None


def are_principals(people: Sequence[Participant], kinds: AbstractSet[str]) -> bool:
    """Whether those who talk are leaders or ministers themselves: their talks are a meeting, not a process."""
    talking = [person for person in people if person.role not in ("attendee", "mediator", "host")]
    if len(talking) < 2 or not kinds <= {"person", "office"}:
        return False
    return all(any(post in (person.capacity or "").lower() for post in PRINCIPALS) for person in talking)
