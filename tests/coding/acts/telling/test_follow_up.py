"""Later words end, place and plan what a report has told before."""

from collections.abc import Callable

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]


def test_leaving_ends_a_visit(coded: Coded) -> None:
    text = "Italian Foreign Minister Antonio Tajani arrived in Tunis on Monday. Tajani left on Tuesday."
    visit = next(event for event in coded(text).events if event.kind == "visit")
    assert visit.status == "held"
    assert visit.date is not None
    assert (visit.date.value, visit.date.end) == ("2024-03-04", "2024-03-05")


def test_a_return_to_come_leaves_it_under_way(coded: Coded) -> None:
    text = "Italian Foreign Minister Antonio Tajani arrived in Tunis on Tuesday. Tajani will return home on Friday."
    visit = next(event for event in coded(text).events if event.kind == "visit")
    assert visit.status == "under way"
    assert visit.date is not None
    assert visit.date.end == "2024-03-08"


def test_days_are_counted(coded: Coded) -> None:
    text = "Italian Foreign Minister Antonio Tajani arrived in Tunis on Tuesday for a three-day visit."
    visit = next(event for event in coded(text).events if event.kind == "visit")
    assert visit.date is not None
    assert (visit.date.value, visit.date.end) == ("2024-03-05", "2024-03-07")


def test_the_act_named_again_gives_its_place(coded: Coded) -> None:
    text = (
        "Norwegian Prime Minister Jonas Gahr Støre and Danish Prime Minister Mette Frederiksen signed an agreement on"
        " Tuesday. The signing in Oslo followed months of work."
    )
    signing = next(event for event in coded(text).events if event.kind == "signing")
    assert signing.place is not None
    assert signing.place.name == "Oslo"


def test_an_accepted_invitation_is_a_plan(coded: Coded) -> None:
    told = "Polish President Andrzej Duda invited Kenyan President William Ruto to visit Warsaw."
    assert [event.status for event in coded(told).events if event.kind == "visit"] == ["proposed"]
    accepted = coded(f"{told} The invitation was accepted.").events
    assert [event.status for event in accepted if event.kind == "visit"] == ["planned"]
