import pytest

from communique.evaluation.tally import TASKS, Row, Tally


@pytest.mark.parametrize(
    ("row", "precision", "recall", "f1"),
    [
        (Row(agreed=3, gold=4, coded=6), 0.5, 0.75, 0.6),
        (Row(), 0.0, 0.0, 0.0),
        (Row(agreed=0, gold=4, coded=0), 0.0, 0.0, 0.0),
        (Row(agreed=2, gold=2, coded=2), 1.0, 1.0, 1.0),
    ],
)
def test_figures(row: Row, precision: float, recall: float, f1: float) -> None:
    assert (row.precision, row.recall, row.f1) == pytest.approx((precision, recall, f1))


def test_rows_come_in_the_order_of_the_tasks_and_only_those_counted() -> None:
    tally = Tally()
    tally.add("promise", 1, 2, 3)
    assert tally.check("dateline", agrees=True)
    assert not tally.check("dateline", agrees=False)
    assert dict(tally.in_order()) == {"dateline": Row(1, 2, 2), "promise": Row(1, 2, 3)}
    assert list(tally.in_order()) == ["dateline", "promise"]


def test_no_task_is_named_twice() -> None:
    assert len(set(TASKS)) == len(TASKS)
