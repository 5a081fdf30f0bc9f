"""What is gathered under the name of a person."""

from typing import Any

from communique.archive.archive import Archive
from communique.archive.found import ShownPerson


def test_a_person_with_posts_by_day_events_and_statements(archive: Archive, make_record: Any) -> None:
    archive.add(make_record(day="2024-05-14"))
    archive.add(make_record(day="2023-01-02"))
    archive.add(
        make_record(host="Lars Løkke Rasmussen", guest="Espen Barth Eide", countries=("DNK", "NOR"), day="2024-06-01")
    )
    shown = archive.show("person:Espen Barth Eide")
    assert isinstance(shown, ShownPerson)
    assert (shown.name, shown.names, shown.countries) == ("person:espen-barth-eide", ("Espen Barth Eide",), ("NOR",))
    assert shown.reports == 3
    assert [(held.day, held.post.title, held.words) for held in shown.posts] == [
        ("2023-01-02", "Foreign Minister", "Foreign Minister"), ("2024-05-14", "Foreign Minister", "Foreign Minister"),
    ]  # fmt: skip
    assert [(event.found.date, event.part.role) for event in shown.events] == [
        ("2023-01-02", "host"), ("2024-05-14", "host"), ("2024-06-01", "guest"),
    ]  # fmt: skip
    assert [said.words for said in shown.statements] == ["the two sides would meet again"] * 2


def test_names_are_met_however_they_are_written(archive: Archive, make_record: Any) -> None:
    archive.add(make_record())
    shown = archive.show("person:LARS LØKKE RASMUSSEN")
    assert isinstance(shown, ShownPerson)
    assert shown.names == ("Lars Løkke Rasmussen",)
