"""The values of an occasion, report by report."""

from communique.coding.record import Event, EventDate, Participant, Place
from communique.linking.occasions.fields import compare_fields, days_agree
from communique.report.span import Span

SPAN = Span(0, 3)


def _event(
    *parties: tuple[str, str, str | None], day: str = "2024-05-14", place: str | None = "Oslo", status: str = "held"
) -> Event:
    return Event(
        id="e1", kind="meeting", status=status, date=EventDate(value=day), trigger=SPAN,  # type: ignore[arg-type]
        place=Place(name=place) if place else None,
        participants=tuple(
            Participant(actor=name, name=name, country=country, role="participant", capacity=title, span=SPAN)
            for name, country, title in parties
        ),
    )  # fmt: skip


def test_states() -> None:
    one = _event(("Jane Dahl", "NOR", "President"), ("Otto Berg", "DNK", "Prime Minister"))
    two = _event(("Dahl", "NOR", "President of Norway"), day="2024-05", place=None, status="planned")
    three = _event(("Jane Dahl", "NOR", "Chancellor"), day="2024-05-14", place="Bergen")
    rows = {row.name: row for row in compare_fields([one, two, three])}
    assert rows["kind"].state == "agreed"
    assert rows["status"].state == "agreed"
    assert rows["date"].state == "agreed"
    assert rows["place"].state == "in conflict"
    assert rows["place"].values == ("Oslo", None, "Bergen")
    assert rows["Jane Dahl"].state == "agreed"
    assert rows["Jane Dahl: capacity"].state == "in conflict"
    assert rows["Otto Berg"].state == "in some"
    assert {row.state for row in compare_fields([one])} == {"in one"}
    assert compare_fields([]) == ()


def test_days() -> None:
    assert days_agree("2024-05", "2024-05-14")
    assert days_agree("2024-05-14 to 2024-05-16", "2024-05-15")
    assert not days_agree("2024-05-14", "2024-05-15")
