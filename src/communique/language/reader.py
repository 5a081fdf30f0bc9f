"""Analyse one report: its paragraphs are parsed, then times, places, bodies and actors are found in them."""

from collections.abc import Sequence

from communique.language.actors import Mention
from communique.language.analysis import Analysis
from communique.language.bodies.finding import find_bodies
from communique.language.coreference import resolve_actors
from communique.language.parser import parse
from communique.language.places.finding import find_places
from communique.language.quotations import find_quotations
from communique.language.times.finding import find_times
from communique.language.words import Sentence, Word
from communique.report.model import Report
from communique.report.reading import read_paragraphs, read_words


def analyse(report: Report) -> Analysis:
    """Return what the words of `report` are."""
    sentences = parse(read_paragraphs(report))
    headline = _parse_headline(report)
    places = find_places(sentences, filed_in=report.dateline.country if report.dateline else None)
    bodies = find_bodies(sentences)
    mentions, actors = resolve_actors(report, headline, sentences, places, bodies)
    words = tuple(word for sentence in sentences for word in sentence.words)
    return Analysis(
        report=report, sentences=sentences, words=words,
        mentions=mentions, actors=actors, times=find_times(report, sentences), places=places, bodies=bodies,
        quotations=find_quotations(sentences), mention_by_head=_by_head(mentions, words),
    )  # fmt: skip


def _by_head(mentions: Sequence[Mention], words: Sequence[Word]) -> dict[int, Mention]:
    """Mentions by their head; a name answers for its title too, as parsers hang a clause on any word of it."""
    found = {mention.head.i: mention for mention in reversed(mentions)}
    for mention in mentions:
        if mention.form == "name":
            for word in words[mention.first : mention.stop]:
                if word.pos in ("NOUN", "PROPN") and word.dep not in ("pobj", "poss"):
                    found.setdefault(word.i, mention)
    return found


def _parse_headline(report: Report) -> tuple[Sentence, ...]:
    """Parse a headline that stands beside the text; its spans point into the headline, never into the text."""
    headline = report.headline
    if not headline or headline in report.text:
        return ()
    return parse([read_words(headline, "headline")])
