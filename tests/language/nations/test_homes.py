"""A report's own state is that of its outlet or agency, else that of the place it is filed from."""

from collections import Counter

import pytest

from communique.language.nations.homes import home_country, speaks_for_government
from communique.report.model import Dateline, Report
from communique.report.span import Span


def report(
    outlet: str | None = None, url: str | None = None, agency: str | None = None, filed: str | None = None
) -> Report:
    line = Dateline(place="X", country=filed, date=None, agency=agency, span=Span(0, 1)) if agency or filed else None
    return Report(id="0", source="s", text="Something was said.", outlet=outlet, url=url, dateline=line)


@pytest.mark.parametrize(
    ("given", "home"),
    [
        (report(outlet="White House"), "USA"),
        (report(url="http://en.kremlin.ru/events/1"), "RUS"),
        (report(agency="Xinhua", filed="KEN"), "CHN"),
        (report(agency="Reuters", filed="IRL"), "IRL"),
        (report(outlet="Mapping Weekly"), None),
    ],
)
def test_the_voice_of_a_report(given: Report, home: str | None) -> None:
    assert home_country(given, Counter()) == home


def test_an_agency_abroad_does_not_lend_its_country() -> None:
    assert home_country(report(agency="Kyodo", filed="PHL"), Counter({"PHL": 6, "JPN": 1})) == "PHL"


def test_a_government_speaks_on_its_own_site_alone() -> None:
    assert speaks_for_government(report(url="https://www.state.gov/x"))
    assert not speaks_for_government(report(agency="Reuters", filed="IRL"))
