"""What pages state of themselves: JSON-LD before their other marks, however it is wrapped."""

import time
from typing import Any

import pytest
from lxml import html

from communique.sources.page_facts import read_facts


def _facts(head: str, body: str = "") -> dict[str, Any]:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    facts = read_facts(tree)
    return {name: getattr(facts, name) for name in facts.__dataclass_fields__}


def _ld(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>'


_META = (
    '<meta property="article:published_time" content="2020-01-01"><meta property="og:title" content="Of meta">'
    '<meta property="article:section" content="Meta">'
)
_NEWS = '{"@type": "NewsArticle", "headline": "Envoys meet", "datePublished": "2019-03-05", "articleSection": "World"}'
# a head, the facts expected
HEADS: list[tuple[str, dict[str, Any]]] = [
    (_META + _ld(_NEWS), {"published": "2019-03-05", "headline": "Envoys meet", "section": "World"}),
    (_META, {"published": "2020-01-01", "headline": "Of meta", "section": "Meta"}),
    (_META + _ld('{"@type": "NewsArticle"}'), {"published": "2020-01-01", "headline": "Of meta", "section": "Meta"}),
    (_META + _ld('{"@type": "NewsArticle", "datePublished": "soon"}'), {"published": "2020-01-01"}),
    (_ld('{"@type": "NewsArticle", "articleSection": ["World", "Asia"]}'), {"section": "World, Asia"}),
    (_ld('{"@type": "NewsArticle", "articleSection": [5, {}]}'), {"section": None}),
    (_ld('{"@type": "NewsArticle", "dateModified": "2019-03-06", "dateCreated": "2019-03-01"}'), {"published": None}),
    ('<meta property="article:modified_time" content="2019-03-06">', {"published": None}),
    (
        _ld('{"@type": "NewsArticle", "headline": "Mali&#8217;s envoy &amp; others"}'),
        {"headline": "Mali’s envoy & others"},
    ),
    (_ld('{"@type": "NewsArticle", "inLanguage": "English"}'), {"language": None}),
    (_ld('{"@type": "NewsArticle", "inLanguage": {"name": "English"}}'), {"language": None}),
    (_ld('{"@type": "NewsArticle", "name": "By its name"}'), {"headline": "By its name"}),
]
# The same article, wrapped and damaged as pages do it.
WRAPPED = [
    _NEWS,
    f"[{_NEWS}]",
    f"[[{_NEWS}]]",
    f'{{"@context": "https://schema.org", "@graph": [{{"@type": "Organization", "name": "X"}}, {_NEWS}]}}',
    f'{{"@type": "WebPage", "datePublished": "2001-01-01", "headline": "No", "mainEntity": {_NEWS}}}',
    f'{{"@type": "WebPage", "datePublished": "2001-01-01"}}</script><script type="application/ld+json">{_NEWS}',
    f'{{"@type": "Article", "headline": "No"}}</script><script type="application/ld+json">{_NEWS}',
    f'{{"@type": "BlogPosting", "headline": "No"}}</script><script type="application/ld+json">{_NEWS}',
    f'{{"@type": "JobPosting", "headline": "No"}}</script><script type="application/ld+json">{_NEWS}',
    f'{{broken</script><script type="application/ld+json; charset=utf-8">{_NEWS}',
    _NEWS.replace("NewsArticle", "ReportageNewsArticle"),
    _NEWS.replace('"NewsArticle"', '["Thing", "NewsArticle"]'),
    _NEWS.replace("NewsArticle", "http://schema.org/NewsArticle"),
    f"\n<!--\n{_NEWS}\n-->\n",
    f"<![CDATA[{_NEWS}]]>",
    f"//<![CDATA[\n{_NEWS}\n//]]>",
    f"/* <![CDATA[ */ {_NEWS} /* ]]> */",
    f"{_NEWS};",
    f'{_NEWS}, {{"@type": "Organization"}}',
    f'{{"@type": "Organization"}}\n{_NEWS}',
    f"{_NEWS} trailing words",
    _NEWS.replace("}", ", }"),
    _NEWS.replace("}", ',\n "keywords": ["a, ]", "b",],}'),
    _NEWS.replace("Envoys meet", "Envoys\n\tmeet"),
    _NEWS.replace("Envoys meet", "  Envoys meet "),
]


@pytest.mark.parametrize(("head", "facts"), HEADS)
def test_facts(head: str, facts: dict[str, Any]) -> None:
    found = _facts(head)
    assert {name: found[name] for name in facts} == facts


@pytest.mark.parametrize("script", WRAPPED)
def test_json_ld_however_it_is_wrapped(script: str) -> None:
    found = _facts(_META + _ld(script))
    assert (found["published"], found["headline"], found["section"]) == ("2019-03-05", "Envoys meet", "World")


def test_of_several_articles_that_of_the_page_is_taken() -> None:
    other = (
        '{"@type": "NewsArticle", "headline": "Another", "url": "https://example.org/b", "datePublished": "2001-01-01"}'
    )
    own = _NEWS.replace("}", ', "mainEntityOfPage": {"@id": "https://example.org/a#page"}}')
    head = '<link rel="canonical" href="https://example.org/a">' + _ld(f"[{other}, {own}]")
    assert _facts(head)["headline"] == "Envoys meet"
    assert _facts(_ld(f"[{other}, {own}]"))["headline"] == "Another"


def test_names_that_are_given_once_and_referred_to() -> None:
    graph = (
        '{"@graph": [{"@type": "NewsArticle", "author": [{"@id": "#jo"}], "publisher": {"@id": "#us"}}, '
        '{"@type": "Person", "@id": "#jo", "name": "Jo Example"}, {"@id": "#us", "name": "NTB"},'
        '{"@type": "WebPage", "datePublished": "2019-03-05"}]}'
    )
    found = _facts(_ld(graph))
    assert (found["author"], found["outlet"], found["published"]) == ("Jo Example", "NTB", "2019-03-05")
    assert _facts(_ld('{"@type": "NewsArticle", "author": {"@id": "#nobody"}}'))["author"] is None


@pytest.mark.parametrize(
    ("tags", "published"),
    [
        ('<time itemprop="datePublished" datetime="2019-03-05">x</time>', "2019-03-05"),
        ('<time itemprop="dateModified" class="published" datetime="2019-03-06"></time>', None),
        ('<time class="updated" datetime="2019-03-06"></time>', None),
        ('<time itemprop="dateModified" pubdate datetime="2019-03-06"></time><time pubdate="" datetime="2019-03-05">',
         "2019-03-05"),
    ],
)  # fmt: skip
def test_the_time_of_a_change_is_not_that_of_publication(tags: str, published: str | None) -> None:
    assert _facts("", tags)["published"] == published


@pytest.mark.parametrize(
    "script",
    ["[" * 300_000, '{"@graph":' * 100_000, '"' + '\\"' * 300_000, "<!--" * 200_000, "//" * 300_000, "/*" * 300_000,
     " " * 500_000 + "x", "{}" * 200_000, "," * 500_000, "{" + ", " * 200_000, "x" + ";" * 500_000 + "x"],
    ids=range(11),
)  # fmt: skip
def test_traps_take_no_time(script: str) -> None:
    began = time.monotonic()
    assert _facts(_META + _ld(script))["published"] == "2020-01-01"
    assert time.monotonic() - began < 5
