"""Tell whose voice a report is: the report goes in, the state whose posts it names without nationality comes out."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from communique.language.people.namings import View
from communique.lexicon import read_lexicon
from communique.report.model import Report


def counted_nations(views: Sequence[View]) -> Counter[str]:
    """How often each country or organisation is named in the report's sentences."""
    return Counter(nation.country for view in views for nation in view.nations.found)


def written_names(views: Sequence[View]) -> dict[str, str]:
    """The fullest name that the report writes for each international organisation."""
    found: dict[str, str] = {}
    for view in views:
        for nation in view.nations.found:
            if nation.kind == "organisation" and not nation.hyphenated:
                name = " ".join(word.text for word in view.words[nation.first : nation.stop]).removeprefix("the ")
                if name in ("Security Council", "General Assembly"):
                    continue
                if len(name) > len(found.get(nation.country, "")) and not _is_organ(name):
                    found[nation.country] = name
    return found


def _is_organ(name: str) -> bool:
    return any(
        part in name.lower() for part in ("commission", "council", "service", "secretariat", "parliament", "assembly")
    )


def home_country(report: Report, counts: Counter[str]) -> str | None:
    """The code of the state or organisation that the outlet or agency speaks for; else of the place of filing.

    An agency that reports on others from abroad does not lend them its own country.
    """
    address = report.url or ""
    for part, country in _table("addresses"):
        if part in address:
            return country
    filed = report.dateline.country if report.dateline else None
    voice = voice_country(report)
    if voice is None or filed is not None and 2 * counts[voice] < counts[filed]:
        return filed
    return voice


def voice_country(report: Report) -> str | None:
    """The code of the state that the outlet or agency is from, wherever it reports from."""
    for text in _credits(report):
        voice = _voice(text.lower())
        if voice:
            return voice
    return None


def _credits(report: Report) -> list[str]:
    """The names of outlets and agencies that a report bears."""
    agency = report.dateline.agency if report.dateline else None
    credited = " ".join(re.findall(r"[(/]\s*([^()/\n]{2,40}?)\s*[)/]", report.text[:300]))
    return [text for text in (report.outlet, agency, credited) if text]


def is_only_filed_there(report: Report, home: str | None) -> bool:
    """Whether nothing but the place of filing tells whose voice the report is."""
    if report.dateline is None or report.dateline.country != home or speaks_for_government(report):
        return False
    return voice_country(report) is None


def speaks_for_government(report: Report) -> bool:
    """Whether the report comes from the site or office of a government itself."""
    address, outlet = report.url or "", (report.outlet or "").lower()
    return any(part in address for part, _ in _table("addresses")) or any(name in outlet for name in _GOVERNMENTS)


_GOVERNMENTS = (
    "white house",
    "state department",
    "department of state",
    "kremlin",
    "council of the eu",
    "government",
    "ministry",
    "fsm information",
)


def _voice(text: str) -> str | None:
    for name, country in _table("outlets"):
        if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            return country
    return None


@cache
def _table(group: str) -> tuple[tuple[str, str], ...]:
    return tuple(read_lexicon("communique.language", "homes")[group].items())
