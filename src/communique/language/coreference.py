"""Bring the namings of one actor together: names, surnames, posts, pronouns and groups become mentions of actors."""

from communique.language.actors import Actor, Mention
from communique.language.analysis import BodyMention, PlaceMention
from communique.language.words import Sentence
from communique.report.model import Report


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
    return (), {}
