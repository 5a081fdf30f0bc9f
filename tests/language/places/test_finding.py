"""Places are found with country and coordinates; governments, people and organisations are not taken for places."""

import pytest

from communique.language.analysis import PlaceMention
from communique.language.parser import parse
from communique.language.places.finding import find_places
from communique.language.places.gazetteer import find_city
from communique.report.reading import Paragraph


def places_of(text: str, filed_in: str | None = None) -> tuple[PlaceMention, ...]:
    return find_places(parse([Paragraph("body", text, tuple(range(len(text))))]), filed_in=filed_in)


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("The two ministers met in Moscow on Monday.", "Moscow", "city", "RUS"),
        ("He will travel to Kyiv next week.", "Kyiv", "city", "UKR"),
        ("They held talks in Paris, Texas.", "Paris, Texas", "city", "USA"),
        ("They held talks in Tripoli, Libya.", "Tripoli", "city", "LBY"),
        ("They met in Birmingham, Alabama.", "Birmingham, Alabama", "city", "USA"),
        ("The minister visited China in May.", "China", "country", "CHN"),
        ("She flew to the United Arab Emirates.", "United Arab Emirates", "country", "ARE"),
        ("The envoys met in Brussels on Friday.", "Brussels", "city", "BEL"),
        ("Fighting went on in Crimea.", "Crimea", "region", "UKR"),
        ("He toured the West Bank.", "West Bank", "region", "PSE"),
        ("They spoke at the White House.", "White House", "venue", "USA"),
        ("He received her in the Kremlin.", "Kremlin", "venue", "RUS"),
        (
            "He met his guest at the Great Hall of the People in Beijing.",
            "Great Hall of the People in Beijing", "venue", "CHN",
        ),
        ("They met at the Presidential Palace in Hanoi.", "Presidential Palace in Hanoi", "venue", "VNM"),
        ("She laid a wreath at Kalibata Heroes' Cemetery.", "Kalibata Heroes' Cemetery", "venue", "IDN"),
        ("The leaders gathered at Camp David.", "Camp David", "city", "USA"),
        ("The Geneva talks went on.", "Geneva", "city", "CHE"),
        ("They met in Washington, D.C. on Monday.", "Washington, D.C.", "city", "USA"),
        ("Peace in the Middle East was discussed.", "Middle East", "region", None),
        ("The envoys met in the Peruvian capital on Friday.", "Lima", "city", "PER"),
        ("She arrived in Mali's capital on Friday.", "Bamako", "city", "MLI"),
        ("The ministers met in the capital of Ghana on Friday.", "Accra", "city", "GHA"),
        ("The presidents met today in Bern at the initiative of the envoys.", "Bern", "city", "CHE"),
        ("He flew on to St. Petersburg on Friday.", "St. Petersburg", "city", "RUS"),
        ("He was summoned to the Polish Defence Ministry.", "Polish Defence Ministry", "venue", "POL"),
        ("They met at Chile's Foreign Ministry on Friday.", "Foreign Ministry", "venue", "CHL"),
        (
            "He laid a wreath at the Tomb of the Unknown Soldier in Sofia.",
            "Tomb of the Unknown Soldier in Sofia", "venue", "BGR",
        ),
        ("A wreath was laid at the monument to Soviet soldiers.", "monument to Soviet soldiers", "venue", None),
        ("They laid a wreath at the statue of Simon Bolivar.", "statue of Simon Bolivar", "venue", None),
    ],
)  # fmt: skip
def test_a_place_is_found(text: str, name: str, kind: str, country: str | None) -> None:
    assert (name, kind, country) in [(place.name, place.kind, place.country) for place in places_of(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow said it would answer.", "Moscow"),
        ("The White House welcomed the accord.", "White House"),
        ("China and Russia signed an accord.", "China"),
        ("The Chinese Vice President Han Zheng spoke.", "Chinese"),
        ("The ambassador praised relations with Japan.", "Japan"),
        ("Paris Hilton spoke to reporters.", "Paris"),
        ("The U.S.-Japan alliance is strong.", "U.S."),
        ("She studied at Moscow State University.", "Moscow"),
        ("Chinese capital flows were discussed in Seoul.", "Beijing"),
        ("The treaty was debated in March.", "March"),
    ],
)
def test_what_is_no_place_here(text: str, name: str) -> None:
    assert name not in [place.name for place in places_of(text)]


def test_a_venue_without_a_city_stands_where_the_report_was_filed() -> None:
    text = "The two leaders met at the Presidential Palace."
    assert [place.country for place in places_of(text)] == [None]
    assert [place.country for place in places_of(text, "KOR")] == ["KOR"]


def test_a_city_has_coordinates_and_a_country_none() -> None:
    city, country = places_of("They met in Beijing, capital of China.")
    assert (city.name, country.name) == ("Beijing", "China")
    assert (round(city.lat or 0), round(city.lon or 0)) == (40, 116)
    assert (country.lat, country.lon) == (None, None)


def test_spans_hold_the_names() -> None:
    text = "After Tokyo he flew to Seoul, South Korea, and met her in the Blue House in Seoul."
    found = places_of(text)
    assert {place.span.of(text) for place in found} >= {"Seoul", "South Korea"}
    assert all(place.span.of(text) == place.name for place in found)
    assert all(place.first < place.stop for place in found)


@pytest.mark.parametrize(
    ("name", "wishes", "country"),
    [
        ("Moscow", {}, "RUS"), ("Cambridge", {}, "GBR"), ("Cambridge", {"near": {"USA"}}, "USA"),
        ("Birmingham", {"country": "USA", "region": "AL"}, "USA"), ("Santiago", {}, "CHL"), ("Kiev", {}, "UKR"),
        ("Sana’a", {}, "YEM"), ("St. Petersburg", {}, "RUS"), ("Georgetown", {"near": {"GUY"}}, "GUY"),
    ],
)  # fmt: skip
def test_the_likeliest_city(name: str, wishes: dict[str, object], country: str) -> None:
    city = find_city(name, **wishes)  # type: ignore[arg-type]
    assert city is not None
    assert city.country == country


def test_no_city_of_that_name() -> None:
    assert find_city("Utopiaville") is None
    assert find_city("Moscow", country="FRA") is None
