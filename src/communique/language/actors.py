"""Who a report speaks of: actors with their posts, and the mentions by which the words name them."""

from dataclasses import dataclass
from typing import Literal

from communique.language.words import Word
from communique.report.span import Span

ActorKind = Literal["person", "office", "group", "organisation", "body", "state"]
MentionForm = Literal["name", "office", "pronoun", "group", "state", "capital", "organisation", "body", "nominal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """A post that the report gives an actor, with the words that say so.

    `title` is the post without nationality ("Vice President"; "chairman of the Russian side of the committee"), `of`
    the state or organisation it is held in as named, `country` the alpha-3 code or the short name of an organisation.
    """

    title: str
    of: str | None = None
    country: str | None = None
    former: bool = False
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One individual, office, group, organisation, body or state, however often and by whatever words it is named.

    `name` is the fullest form in the report without title; for a state its common name. `mentions` are the ranges of
    its namings, in the order of the text.
    """

    id: str
    kind: ActorKind
    name: str
    country: str | None = None
    mentions: tuple[Span, ...] = ()
    capacities: tuple[Capacity, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words that name one or several actors.

    `head` is the word that carries the phrase in the tree; `first` and `stop` count words of the report, half-open, and
    bound the noun phrase without a trailing relative clause. `span` is the name or noun phrase that evidence points
    at, without title. `actors` holds the ids it stands for, the members where a group is resolved, and is empty where
    nothing is known. `capacities` are the posts stated at this very place. `named_post` is the post by which the
    mention itself speaks ("the vice president" → "vice president").
    """

    head: Word
    first: int
    stop: int
    span: Span
    form: MentionForm
    actors: tuple[str, ...] = ()
    capacities: tuple[Capacity, ...] = ()
    named_post: str | None = None
    country: str | None = None
