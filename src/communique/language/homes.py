"""Tell whose voice a report is: the report goes in, the state whose posts it names without nationality comes out."""

import re
from functools import cache

from communique.lexicon import read_lexicon
from communique.report.model import Report


def home_country(report: Report) -> str | None:
    """The code of the state or organisation that the outlet or agency speaks for; else the country the story is filed from."""
    address = report.url or ""
    for part, country in _table("addresses"):
        if part in address:
            return country
    agency = report.dateline.agency if report.dateline else None
    credited = " ".join(re.findall(r"[(/]\s*([^()/\n]{2,40}?)\s*[)/]", report.text[:300]))
    for text in (report.outlet, agency, credited):
        country = _voice(text.lower()) if text else None
        if country:
            return country
    return report.dateline.country if report.dateline else None


def _voice(text: str) -> str | None:
    for name, country in _table("outlets"):
        if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return country
    return None


@cache
def _table(group: str) -> tuple[tuple[str, str], ...]:
    return tuple(read_lexicon("communique.language", "homes")[group].items())
