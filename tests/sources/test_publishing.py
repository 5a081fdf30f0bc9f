"""Dates of publication in the forms that sources use."""

import pytest

from communique.sources.publishing import published_of

VALUES = [
    ("2019-03-05", "2019-03-05"),
    ("2019-03", "2019-03"),
    ("2019", "2019"),
    ("2019-03-05T08:12", "2019-03-05T08:12"),
    ("2019-03-05T08:12:30+03:00", "2019-03-05T08:12:30+03:00"),
    ("2019-03-05T08:12:30.123Z", "2019-03-05T08:12:30.123Z"),
    ("2019-03-05 08:12", "2019-03-05T08:12"),
    ("20190305", "2019-03-05"),
    ("20190305T081200Z", "2019-03-05T08:12Z"),
    ("20190305T081200", "2019-03-05T08:12"),
    ("20190305T0812+0300", "2019-03-05T08:12+0300"),
    ("Tue, 05 Mar 2019 08:12:00 +0000", "2019-03-05T08:12:00+00:00"),
    ("March 5, 2019", "2019-03-05"),
    ("5 March 2019, 08:12", "2019-03-05T08:12"),
    ("08:12, March 05, 2019", "2019-03-05T08:12"),
    ("Mar 5, 2019 8:12 PM", "2019-03-05T20:12"),
    ("12:05 a.m., March 5, 2019", "2019-03-05T00:05"),
    ("25/03/2019", "2019-03-25"),
    ("05/05/2019", "2019-05-05"),
    (1551773520, "2019-03-05T08:12:00+00:00"),
    (1551773520000, "2019-03-05T08:12:00+00:00"),
]

NO_VALUES = [
    None,
    "",
    "soon",
    "05/03/2019",
    "2019-13-05",
    "2019-02-30",
    "2019-02-30T08:00",
    "March 5",
    "Tuesday",
    "99999999",
    5,
    True,
    [],
    {},
    "Tue, nonsense",
    "between March 5, 2019 and later times of the year",
    "March 5, 2019 " * 20,
    "\ud800",
    "\x00",
    float("inf"),
]


@pytest.mark.parametrize(("value", "published"), VALUES)
def test_reads(value: object, published: str) -> None:
    assert published_of(value) == published


@pytest.mark.parametrize("value", NO_VALUES, ids=repr)
def test_refuses(value: object) -> None:
    assert published_of(value) is None
