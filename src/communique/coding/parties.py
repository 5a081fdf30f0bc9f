"""Find the parties that fill the slots of a candidate: words go in, actors with names, countries and capacities come out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.language.actors import Actor, ActorKind, Mention
from communique.language.analysis import Analysis
from communique.language.countries import CountryName, common_name
from communique.language.words import Word
from communique.report.span import Span


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
        mention = analysis.mention_at(word)
        if mention is None:
            continue
        for actor_id in mention.actors:
            actor = analysis.actors[actor_id]
            if actor.kind in kinds and actor_id not in seen:
                seen.add(actor_id)
                yield Party(actor, capacity_in(actor, mention), mention.span, mention)


def state_party(analysis: Analysis, named: CountryName) -> Party:
    """The state or organisation that a name in front of a noun stands for, made an actor where the report has none yet."""
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


def capacity_in(actor: Actor, mention: Mention) -> str | None:
    """The capacity the report gives `actor` at this mention, else the posts it holds in the report; several with "; "."""
    stated = mention.capacities if len(mention.actors) == 1 else ()
    posts = [post.title for post in (stated or actor.capacities) if not post.former]
    if not posts and mention.named_post and len(mention.actors) == 1:
        posts = [mention.named_post]
    return "; ".join(dict.fromkeys(posts)) or None
