"""Claims for tests: what matters is said, the rest is a meeting of two ministers in Oslo on one day."""

from typing import Any

from communique.linking.occasions import Claim, Party, make_claim
from communique.linking.people.names import folded_words

DAY = "2024-05-14"


def party(name: str, country: str | None = None, *, person: bool = True) -> Party:
    """A party by its name and country."""
    return Party(
        name=name, country=country, role="participant", capacity=None, words=folded_words(name) if person else ()
    )


NOR, DNK = party("Espen Barth Eide", "NOR"), party("Lars Løkke Rasmussen", "DNK")


def claim(report: int, position: int = 0, **values: Any) -> Claim:
    """A claim of one report."""
    day = values.pop("day", DAY)
    given = {
        "kind": "meeting", "mode": None, "status": "held", "background": False, "first_day": day,
        "last_day": values.pop("until", day), "published": DAY, "place": None, "place_country": None, "body": None,
        "ordinal": None, "parties": (NOR, DNK), "is_sure": True,
    }  # fmt: skip
    return make_claim((report, position), **{**given, **values})
