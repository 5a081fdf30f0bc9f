"""Datelines of the agencies, and sentences that only look like them."""

import pytest

from communique.report.datelines import find_dateline, find_place_line
from communique.report.span import Span

PUBLISHED = "2019-03-06T10:00"

# opening, place, country, date, agency, the words the story begins with
DATELINES = [
    ("BEIJING, March 5 (Xinhua) -- Premier Li spoke.", "Beijing", "CHN", "2019-03-05", "Xinhua", "Premier"),
    ("MOSCOW, March 5. /TASS/. Russia said so.", "Moscow", "RUS", "2019-03-05", "TASS", "Russia"),
    ("MOSCOW, March 5 /TASS/. Russia said so.", "Moscow", "RUS", "2019-03-05", "TASS", "Russia"),
    ("MOSCOW. March 5 (Interfax) - The minister spoke.", "Moscow", "RUS", "2019-03-05", "Interfax", "The"),
    ("MOSCOW, March 5 (RIA Novosti) – The minister spoke.", "Moscow", "RUS", "2019-03-05", "RIA Novosti", "The"),
    ("MINSK, 5 March (BelTA) – Belarus is ready.", "Minsk", "BLR", "2019-03-05", "BelTA", "Belarus"),
    ("KYIV. March 5 (Ukrinform) – The envoys met.", "Kyiv", "UKR", "2019-03-05", "UKRINFORM", "The"),
    ("SEOUL, March 5 (Yonhap) -- The envoy left.", "Seoul", "KOR", "2019-03-05", "Yonhap", "The"),
    ("Pyongyang, March 5 (KCNA) -- A reception was given.", "Pyongyang", "PRK", "2019-03-05", "KCNA", "A"),
    ("Tokyo, March 5 (Jiji Press)--Japan will send aid.", "Tokyo", "JPN", "2019-03-05", "Jiji", "Japan"),
    ("TOKYO, March 5 (Kyodo) _ Japan will send aid.", "Tokyo", "JPN", "2019-03-05", "Kyodo", "Japan"),
    ("ANKARA (AA) - Turkey's foreign minister left.", "Ankara", "TUR", "2019-03-06", "AA", "Turkey"),
    ("(AA) ANKARA - Turkey's foreign minister left.", "Ankara", "TUR", "2019-03-06", "AA", "Turkey"),
    ("ANKARA, Anadolu Agency - The minister left.", "Ankara", "TUR", "2019-03-06", "AA", "The"),
    ("TEHRAN, Mar. 05 (MNA) – Zarif left for Baghdad.", "Tehran", "IRN", "2019-03-05", "Mehr", "Zarif"),
    ("Tehran, March 5, IRNA – Zarif left for Baghdad.", "Tehran", "IRN", "2019-03-05", "IRNA", "Zarif"),
    ("TEHRAN (Tasnim) – Zarif left for Baghdad.", "Tehran", "IRN", "2019-03-06", "Tasnim", "Zarif"),
    ("Riyadh, Jumada II 28, 1440, March 05, 2019, SPA -- The King spoke.", "Riyadh", "SAU", "2019-03-05", "SPA", "The"),
    ("ABU DHABI, 5th March, 2019 (WAM) -- Sheikh Abdullah met him.", "Abu Dhabi", "ARE", "2019-03-05", "WAM", "Sheikh"),
    ("ABU DHABI, March 5, 2019 (WAM) - Sheikh Abdullah met him.", "Abu Dhabi", "ARE", "2019-03-05", "WAM", "Sheikh"),
    ("Doha, March 05 (QNA) - The Amir received a message.", "Doha", "QAT", "2019-03-05", "QNA", "The"),
    ("KUWAIT, March 5 (KUNA) -- The Amir received a message.", "Kuwait", "KWT", "2019-03-05", "KUNA", "The"),
    ("Amman, March 5 (Petra) -- The King met senators.", "Amman", "JOR", "2019-03-05", "Petra", "The"),
    ("CAIRO, March 5 (MENA) - Egypt welcomed the step.", "Cairo", "EGY", "2019-03-05", "MENA", "Egypt"),
    ("Damascus, SANA- The minister met the envoy.", "Damascus", "SYR", "2019-03-06", "SANA", "The"),
    ("RAMALLAH, March 5, 2019 (WAFA) – The president met him.", "Ramallah", "PSE", "2019-03-05", "WAFA", "The"),
    ("BAGHDAD / NINA / The president received the envoy.", "Baghdad", "IRQ", "2019-03-06", "NINA", "The"),
    ("New Delhi, Mar 5 (PTI) India will host the talks.", "New Delhi", "IND", "2019-03-05", "PTI", "India"),
    ("New Delhi [India], March 5 (ANI): India will host the talks.", "New Delhi", "IND", "2019-03-05", "ANI", "India"),
    ("New Delhi, March 5 (UNI) India will host the talks.", "New Delhi", "IND", "2019-03-05", "UNI", "India"),
    ("ISLAMABAD, Mar 05 (APP): Pakistan thanked the envoy.", "Islamabad", "PAK", "2019-03-05", "APP", "Pakistan"),
    ("DHAKA, March 5, 2019 (BSS) - Bangladesh asked for help.", "Dhaka", "BGD", "2019-03-05", "BSS", "Bangladesh"),
    ("KUALA LUMPUR, March 5 (Bernama) -- Malaysia agreed.", "Kuala Lumpur", "MYS", "2019-03-05", "Bernama", "Malaysia"),
    ("MANILA, March 5 (PNA) – The Philippines will take part.", "Manila", "PHL", "2019-03-05", "PNA", "The"),
    ("Taipei, March 5 (CNA) The minister met lawmakers.", "Taipei", "TWN", "2019-03-05", "Central News Agency", "The"),
    ("Hanoi (VNA) – Deputy Prime Minister Minh met him.", "Hanoi", "VNM", "2019-03-06", "VNA", "Deputy"),
    ("(Hanoi, VNA) – Deputy Prime Minister Minh met him.", "Hanoi", "VNM", "2019-03-06", "VNA", "Deputy"),
    ("Hanoi, March 5 (VNA) – Deputy Prime Minister Minh met him.", "Hanoi", "VNM", "2019-03-05", "VNA", "Deputy"),
    ("Jakarta (ANTARA News) - Indonesia hopes for peace.", "Jakarta", "IDN", "2019-03-06", "ANTARA", "Indonesia"),
    ("PARIS, March 5, 2019 (AFP) - France hopes for peace.", "Paris", "FRA", "2019-03-05", "AFP", "France"),
    ("LONDON (Reuters) - Britain hopes for peace.", "London", "GBR", "2019-03-06", "Reuters", "Britain"),
    ("BRUSSELS/LONDON, March 5 (Reuters) - The talks went on.", "Brussels", "BEL", "2019-03-05", "Reuters", "The"),
    ("CARACAS, Venezuela (AP) — Envoys left the capital.", "Caracas", "VEN", "2019-03-06", "AP", "Envoys"),
    ("UNITED NATIONS (AP) — The council met.", "United Nations", "UN", "2019-03-06", "AP", "The"),
    ("ST. PETERSBURG, Russia (AP) — The forum opened.", "St. Petersburg", "RUS", "2019-03-06", "AP", "The"),
    ("LA PAZ, March 5 (Prensa Latina) Bolivia agreed.", "La Paz", "BOL", "2019-03-05", "Prensa Latina", "Bolivia"),
    ("Havana, Mar 5 (Prensa Latina) The president met him.", "Havana", "CUB", "2019-03-05", "Prensa Latina", "The"),
    ("Madrid, Mar 5 (EFE).- Spain will send an envoy.", "Madrid", "ESP", "2019-03-05", "EFE", "Spain"),
    ("(ANSA) - Rome, March 5 - Italy will send an envoy.", "Rome", "ITA", "2019-03-05", "ANSA", "Italy"),
    ("Berlin (dpa) - Germany will send an envoy.", "Berlin", "DEU", "2019-03-06", "dpa", "Germany"),
    ("Lisbon, March 5, 2019 (Lusa) - Portugal will send an envoy.", "Lisbon", "PRT", "2019-03-05", "LUSA", "Portugal"),
    ("BRUSSELS, March 5 (BELGA) = Belgium will send an envoy.", "Brussels", "BEL", "2019-03-05", "Belga", "Belgium"),
    ("Sofia, March 5 (BTA) - Bulgaria will send an envoy.", "Sofia", "BGR", "2019-03-05", "BTA", "Bulgaria"),
    ("BUDAPEST, March 5 (MTI) - Hungary will send an envoy.", "Budapest", "HUN", "2019-03-05", "MTI", "Hungary"),
    ("BELGRADE - TANJUG - Serbia will send an envoy.", "Belgrade", "SRB", "2019-03-06", "Tanjug", "Serbia"),
    ("Bucharest, March 5 /Agerpres/ - Romania left.", "Bucharest", "ROU", "2019-03-05", "AGERPRES", "Romania"),
    ("Astana. March 5. KAZINFORM - Kazakhstan left.", "Astana", "KAZ", "2019-03-05", "Kazinform", "Kazakhstan"),
    ("YEREVAN, MARCH 5, ARMENPRESS. Armenia left.", "Yerevan", "ARM", "2019-03-05", "Armenpress", "Armenia"),
    ("Baku, March 5, AZERTAC  Azerbaijan will send an envoy.", "Baku", "AZE", "2019-03-05", "Azertac", "Azerbaijan"),
    ("Accra, March 5, GNA - Ghana will send an envoy.", "Accra", "GHA", "2019-03-05", "GNA", "Ghana"),
    ("ADDIS ABABA, March 5, 2019 (ENA) - Ethiopia left.", "Addis Ababa", "ETH", "2019-03-05", "ENA", "Ethiopia"),
    ("Addis Ababa March 5/2019 (ENA) Ethiopia sent an envoy.", "Addis Ababa", "ETH", "2019-03-05", "ENA", "Ethiopia"),
    ("Khartoum, March 5 (SUNA) - Sudan sent an envoy.", "Khartoum", "SDN", "2019-03-05", "SUNA", "Sudan"),
    ("Windhoek, March 5 (Nampa) -- Namibia sent an envoy.", "Windhoek", "NAM", "2019-03-05", "NAMPA", "Namibia"),
    ("Luanda - Angola sent an envoy.", "Luanda", "AGO", "2019-03-06", None, "Angola"),
    ("PORT-AU-PRINCE, March 5 (Xinhua) -- Haiti left.", "Port-au-Prince", "HTI", "2019-03-05", "Xinhua", "Haiti"),
    ("N'DJAMENA, March 5 (Xinhua) -- Chad sent an envoy.", "N'Djamena", "TCD", "2019-03-05", "Xinhua", "Chad"),
    ("RIO DE JANEIRO, March 5 (Xinhua) -- Brazil left.", "Rio de Janeiro", "BRA", "2019-03-05", "Xinhua", "Brazil"),
    ("WASHINGTON, March 5 (Xinhua) -- The talks began.", "Washington", "USA", "2019-03-05", "Xinhua", "The"),
    ("MOSCOW, March 4 — The talks began.", "Moscow", "RUS", "2019-03-04", None, "The"),
    ("TOKYO — The talks began.", "Tokyo", "JPN", "2019-03-06", None, "The"),
    ("WASHINGTON – Today, the talks began.", "Washington", "USA", "2019-03-06", None, "Today"),
    ("GENEVA, Tuesday — The talks began.", "Geneva", "CHE", "2019-03-05", None, "The"),
    ("Geneva, Tuesday 5 March 2019 – The talks began.", "Geneva", "CHE", "2019-03-05", None, "The"),
    ("LEEDS, England, March 5 - The bakery opened.", "Leeds", "GBR", "2019-03-05", None, "The"),
    ("PALIKIR, Pohnpei—The President accepted credentials.", "Palikir", "FSM", "2019-03-06", None, "The"),
    ("(Vienna, 5 March 2019) — The talks began.", "Vienna", "AUT", "2019-03-05", None, "The"),
    ("[Nairobi, 5 March 2019] - The talks began.", "Nairobi", "KEN", "2019-03-05", None, "The"),
    ("PARIS and BERLIN, March 5 (Reuters) - The talks began.", "Paris", "FRA", "2019-03-05", "Reuters", "The"),
    ("DAKAR, Dec. 30 (Xinhua) -- Senegal sent an envoy.", "Dakar", "SEN", "2018-12-30", "Xinhua", "Senegal"),
    ("LOME, Togo, March 5 (PANA) - Togo sent an envoy.", "Lome", "TGO", "2019-03-05", "PANA", "Togo"),
    ("BAMAKO, March 5 (XYZA) - Mali sent an envoy.", "Bamako", "MLI", "2019-03-05", "XYZA", "Mali"),
    ("BEIJING, March 5 (Xinhua/GNA) - Ghana sent an envoy.", "Beijing", "CHN", "2019-03-05", "Xinhua", "Ghana"),
    ("ISTANBUL (TRT World) — Turkey sent an envoy.", "Istanbul", "TUR", "2019-03-06", "TRT", "Turkey"),
    ("By Our Reporter", None, None, None, None, None),
]  # fmt: skip

NOT_DATELINES = [
    "Vladimir Putin - President of Russia - met the envoy.",
    "On March 5, the minister met the envoy.",
    "In Geneva, March 5 - the day of the talks - was quiet.",
    "Moscow said on Tuesday (Reuters reported) that it would come.",
    "MODERATOR: Good morning, everyone.",
    "THE PRESIDENT: Thank you, Mr. President.",
    "President Moon (Yonhap) said so.",
    "Paris and London agreed to meet.",
    "Today, March 5, the talks began.",
    "QUESTION: Is it true?",
    "Iran – which has denied it – will come.",
    "FACT SHEET — What the summit decided",
    "March 5, 2019 - The ministry said so.",
    "Washington, London and Paris: three capitals, one view.",
    "Beijing-based diplomats said so.",
    "Mr. Kim — a former envoy — spoke first.",
    "NATO (OTAN) - the alliance - will meet.",
    "United Nations Secretary-General António Guterres met the envoy.",
    "",
]


@pytest.mark.parametrize(("text", "place", "country", "date", "agency", "begins"), DATELINES)
def test_reads_dateline(
    text: str, place: str | None, country: str | None, date: str | None, agency: str | None, begins: str | None
) -> None:
    found = find_dateline(text, Span(0, len(text)), PUBLISHED)
    if place is None:
        assert found is None
        return
    assert found is not None
    dateline, start = found
    assert (dateline.place, dateline.country, dateline.date, dateline.agency) == (place, country, date, agency)
    assert text[start:].startswith(begins or "")
    assert dateline.span.end <= start


@pytest.mark.parametrize("text", NOT_DATELINES)
def test_leaves_sentences_alone(text: str) -> None:
    assert find_dateline(text, Span(0, len(text)), PUBLISHED) is None


def test_span_is_of_the_whole_text() -> None:
    text = "Envoys meet\n\nOSLO, March 5 (NTB) - Norway sent an envoy."
    found = find_dateline(text, Span(13, len(text)), PUBLISHED)
    assert found is not None
    assert found[0].span.of(text) == "OSLO, March 5 (NTB)"
    assert text[found[1] :] == "Norway sent an envoy."


def test_without_publication_a_year_is_not_guessed() -> None:
    text = "OSLO, March 5 (NTB) - Norway sent an envoy."
    found = find_dateline(text, Span(0, len(text)), None)
    assert found is not None
    assert found[0].date is None


@pytest.mark.parametrize(
    ("line", "place", "country"),
    [
        ("Washington, D.C.", "Washington", "USA"),
        ("Berlin, Germany", "Berlin", "DEU"),
        ("Ramallah, the West Bank", "Ramallah", "PSE"),
        ("Rio de Janeiro, Brazil", "Rio de Janeiro", "BRA"),
        ("BAKU, Azerbaijan, March 5", "Baku", "AZE"),
        ("Doha, March 5, QNA", "Doha", "QAT"),
        ("ANKARA / IZMIR, Turkey", "Ankara", "TUR"),
        ("Chişinău, Moldova", "Chişinău", "MDA"),
        ("Thomas Jefferson Room", None, None),
        ("Antony Blinken, Secretary", None, None),
        ("Berlin, and then Germany", None, None),
        ("March 5, 2019", None, None),
        ("Paris, Reuters", None, None),
        ("Lima, Quito", None, None),
    ],
)
def test_place_on_a_line_of_its_own(line: str, place: str | None, country: str | None) -> None:
    found = find_place_line(line, Span(0, len(line)), PUBLISHED)
    assert (found and found.place) == place
    assert (found and found.country) == country
