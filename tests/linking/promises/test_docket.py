"""What became of a promise."""

from dataclasses import replace
from datetime import date

import pytest

from communique.linking.promises.docket import Happening, Promised, settle


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


VISIT = Promised(
    name="promise:0.1", kind="visit", what="visit Riga in June", by="Jane Dahl", published=_day("2024-05-06"),
    first=_day("2024-06-01"), last=_day("2024-06-30"), countries=frozenset({"NOR"}),
)  # fmt: skip
HELD = Happening(
    name="o:1.1", kind="visit", first=_day("2024-06-12"), last=_day("2024-06-13"), held=True, called_off=False,
    published=_day("2024-06-13"), people=frozenset({"jane dahl"}), countries=frozenset({"NOR", "LVA"}), place="Riga",
)  # fmt: skip


@pytest.mark.parametrize(
    ("promise", "happenings", "on", "state"),
    [
        (VISIT, [], "2024-05-10", "open"),
        (VISIT, [], "2024-06-10", "due"),
        (VISIT, [], "2024-07-01", "overdue"),
        (VISIT, [HELD], "2024-07-01", "kept"),
        (VISIT, [HELD], "2024-06-10", "due"),
        (VISIT, [replace(HELD, place="Vilnius")], "2024-07-01", "overdue"),
        (VISIT, [replace(HELD, people=frozenset({"ada lund"}))], "2024-07-01", "overdue"),
        (VISIT, [replace(HELD, kind="signing")], "2024-07-01", "overdue"),
        (VISIT, [replace(HELD, first=_day("2024-08-01"), last=_day("2024-08-01"))], "2024-09-01", "overdue"),
        (VISIT, [replace(HELD, countries=frozenset({"LVA"}))], "2024-07-01", "overdue"),
        (replace(VISIT, occasion="o:1.1"), [replace(HELD, held=False, called_off=True)], "2024-07-01", "overtaken"),
        (replace(VISIT, occasion="o:1.1"), [replace(HELD, kind="call", place=None)], "2024-07-01", "kept"),
        (replace(VISIT, first=None, last=None), [HELD], "2024-07-01", "open"),
        (replace(VISIT, kind="anniversary"), [], "2024-07-01", "kept"),
        (replace(VISIT, kind="anniversary"), [], "2024-05-10", "open"),
    ],
)
def test_states(promise: Promised, happenings: list[Happening], on: str, state: str) -> None:
    found = settle(promise, happenings, on=_day(on))
    assert found.state == state, found
    assert found.reason
    assert (found.occasion is not None) == (state in ("kept", "overtaken") and promise.kind == "visit")


def test_what_was_held_before_it_was_promised_keeps_nothing() -> None:
    late = replace(VISIT, published=_day("2024-06-25"))
    assert settle(late, [HELD], on=_day("2024-07-10")).state == "overdue"
