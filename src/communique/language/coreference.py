"""Bring the namings of one actor together: names, surnames, posts, pronouns and groups become mentions of actors."""

from collections import defaultdict

from communique.language.actors import Actor, Capacity, Mention, MentionForm
from communique.language.analysis import BodyMention, PlaceMention
from communique.language.nations.homes import (
    counted_nations,
    home_country,
    is_only_filed_there,
    speaks_for_government,
    voice_country,
    written_names,
)
from communique.language.people.authors import find_author, read_author
from communique.language.people.capacities import capacities_of
from communique.language.people.namings import Naming, View, find_namings, view_sentence
from communique.language.people.noun_phrases import Phrase
from communique.language.people.persons import Person, gather_persons
from communique.language.people.phrases import find_phrases
from communique.language.people.resolution import Resolution
from communique.language.people.roster import Party, Roster
from communique.language.people.settling import is_doubtful, settle_countries
from communique.language.people.shared_posts import share_posts
from communique.language.people.surnames import add_surnames
from communique.language.words import Sentence
from communique.report.model import Report
from communique.report.span import Span

_FORMS: dict[str, MentionForm] = {
    "person": "name", "office": "office", "state": "state", "capital": "capital", "organisation": "organisation",
    "body": "body", "group": "group", "pronoun": "pronoun", "nominal": "nominal", "country noun": "nominal",
    "institution noun": "organisation",
}  # fmt: skip


def resolve_actors(
    report: Report,
    headline: tuple[Sentence, ...],
    sentences: tuple[Sentence, ...],
    places: tuple[PlaceMention, ...],
    bodies: tuple[BodyMention, ...],
) -> tuple[tuple[Mention, ...], dict[str, Actor]]:
    """Return the mentions of a report in the order of the text, and the actors they name by id.

    `headline` holds the parsed headline where it stands outside the text: it lends names and posts but has no mentions.
    """
    places_at = frozenset(i for place in places if place.kind != "venue" for i in range(place.first, place.stop))
    korea = "PRK" if _is_northern(report) else "KOR"
    beside = [view_sentence(sentence, frozenset(), is_beside=True, korea=korea) for sentence in headline]
    views = [view_sentence(sentence, places_at, is_beside=False, korea=korea) for sentence in sentences]
    author = read_author(report)
    if author is not None:
        views.insert(0, author)
    add_surnames([*beside, *views])
    namings: dict[int, list[Naming]] = {}
    every: list[Naming] = []
    for view in (*beside, *views):
        found = find_namings(view, (report.headline or "") if view.is_beside else report.text)
        view.shared = share_posts(view, found)
        namings[id(view)] = found
        every.extend(found)
    persons = gather_persons(every)
    doubtful = {id(naming) for person in persons if is_doubtful(person) for naming in person.namings}
    persons = [person for person in persons if id(person.namings[0]) not in doubtful]
    for found in namings.values():
        found[:] = [naming for naming in found if id(naming) not in doubtful]
    counts = counted_nations(views)
    home = home_country(report, counts)
    only_filed = is_only_filed_there(report, home)
    settle_countries(
        persons, home, counts, voice=voice_country(report), is_own_voice=speaks_for_government(report),
        is_only_filed_there=only_filed,
    )  # fmt: skip
    writer = find_author(persons, author, beside)
    return _walk(report, views, namings, bodies, Roster(persons, home, written_names(views)), writer)


def _is_northern(report: Report) -> bool:
    """Whether "Korea" means the North here: a report of its own agency or filed from its capital."""
    filed = report.dateline.country if report.dateline else None
    return filed == "PRK" or "KCNA" in (report.outlet or "") or "(KCNA)" in report.text[:200]


def _walk(
    report: Report,
    views: list[View],
    namings: dict[int, list[Naming]],
    bodies: tuple[BodyMention, ...],
    roster: Roster,
    writer: Person | None,
) -> tuple[tuple[Mention, ...], dict[str, Actor]]:
    """Go through the report from top to bottom and tell of every phrase whom it stands for."""
    resolution = Resolution(roster, writer, is_own_voice=speaks_for_government(report))
    by_sentence: dict[int, list[BodyMention]] = defaultdict(list)
    for body in bodies:
        by_sentence[body.head.sentence.index].append(body)
    resolved: list[tuple[View, Phrase, tuple[Party, ...]]] = []
    for view in views:
        phrases = find_phrases(view, namings[id(view)], by_sentence.get(view.sentence.index, ()))
        resolution.open_sentence(phrases)
        resolved.extend((view, phrase, resolution.resolve(view, phrase)) for phrase in phrases)
    ids = _number(resolved, roster)
    mentions = tuple(
        _mention(view, phrase, parties, ids) for view, phrase, parties in resolved if view.sentence.index >= 0
    )
    return _ordered(mentions), _actors(roster, ids, resolved)


def _number(resolved: list[tuple[View, Phrase, tuple[Party, ...]]], roster: Roster) -> dict[int, str]:
    """Give every party its id in the order of first mention; persons named in the headline alone come last."""
    ids: dict[int, str] = {}
    for _, _, parties in resolved:
        for party in parties:
            ids.setdefault(id(party), f"a{len(ids) + 1}")
    for party in roster.persons():
        if party.person is not None and any(not naming.view.is_beside for naming in party.person.namings):
            ids.setdefault(id(party), f"a{len(ids) + 1}")
    return ids


def _mention(view: View, phrase: Phrase, parties: tuple[Party, ...], ids: dict[int, str]) -> Mention:
    words, base = view.words, view.words[0].i
    capacities: tuple[Capacity, ...] = ()
    if phrase.naming is not None:
        capacities = capacities_of(phrase.naming.posts)
    return Mention(
        head=phrase.head, first=base + phrase.first, stop=base + phrase.stop,
        span=Span(words[phrase.begin].start, words[phrase.end - 1].end), form=_FORMS[phrase.kind],
        actors=tuple(ids[id(party)] for party in parties), capacities=capacities,
        named_post=phrase.post.title if phrase.post is not None else None,
        country=phrase.country or (parties[0].country if len(parties) == 1 else None),
    )  # fmt: skip


def _ordered(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.first, -mention.stop)))


def _actors(
    roster: Roster, ids: dict[int, str], resolved: list[tuple[View, Phrase, tuple[Party, ...]]]
) -> dict[str, Actor]:
    spans: dict[int, list[Span]] = defaultdict(list)
    for view, phrase, parties in resolved:
        span = Span(view.words[phrase.begin].start, view.words[phrase.end - 1].end)
        for party in parties:
            if span not in spans[id(party)][-3:]:
                spans[id(party)].append(span)
    actors: dict[str, Actor] = {}
    for party in sorted(
        (party for party in roster.parties if id(party) in ids), key=lambda party: int(ids[id(party)][1:])
    ):
        posts = party.person.posts if party.person is not None else []
        actors[ids[id(party)]] = Actor(
            id=ids[id(party)], kind=party.kind, name=party.name, country=party.country,
            mentions=tuple(sorted(spans[id(party)])), capacities=capacities_of(posts, is_summary=True),
        )  # fmt: skip
    return actors
