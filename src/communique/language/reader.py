"""Analyse one report: its paragraphs are parsed, then times, places, bodies and actors are found in them."""

from communique.language.analysis import Analysis
from communique.language.parser import parse
from communique.report.model import Report
from communique.report.reading import read_paragraphs


def analyse(report: Report) -> Analysis:
    """Return what the words of `report` are."""
    sentences = parse(read_paragraphs(report))
    words = tuple(word for sentence in sentences for word in sentence.words)
    return Analysis(
        report=report, sentences=sentences, words=words, mentions=(), actors={}, times=(), places=(), bodies=(),
        quotations=(), mention_by_head={},
    )  # fmt: skip
