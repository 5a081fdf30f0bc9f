"""Whole reports taken apart: what is prose, and what is not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.report.anatomy import dissect
from communique.report.model import Report
from communique.sources.item import RawItem

PROSE = "Envoys of the two countries met on Tuesday and agreed to meet again before the end of the year."


def _dissect(text: str, **known: str) -> Report:
    return dissect(RawItem(source="test", text=text, **known))


def _parts(report: Report) -> list[tuple[str, str]]:
    return [(segment.kind, segment.span.of(report.text)) for segment in report.segments]


# text, headline given, the parts expected
ANATOMIES = [
    (f"Envoys meet in Oslo\n\n{PROSE}", None, [("headline", "Envoys meet in Oslo"), ("body", PROSE)]),
    (f"Envoys meet in Oslo\n\n{PROSE}", "Envoys  meet in Oslo", [("headline", "Envoys meet in Oslo"), ("body", PROSE)]),
    (f"Xinhua) 08:12, March 6, 2019\n\n{PROSE}", "T", [("stamp", "Xinhua) 08:12, March 6, 2019"), ("body", PROSE)]),
    (f"March 6, 2019\n16:20\n\n{PROSE}", "T", [("stamp", "March 6, 2019"), ("stamp", "16:20"), ("body", PROSE)]),
    (f"Updated: Mar 6, 2019 08:12 GMT\n{PROSE}", "T", [("stamp", "Updated: Mar 6, 2019 08:12 GMT"), ("body", PROSE)]),
    (f"By Kari Nordmann\n{PROSE}", "T", [("byline", "By Kari Nordmann"), ("body", PROSE)]),
    (f"Office of the Spokesperson\n{PROSE}", "T", [("stamp", "Office of the Spokesperson"), ("body", PROSE)]),
    (f"Jane Doe, Secretary of State\n{PROSE}", "T", [("author", "Jane Doe, Secretary of State"), ("body", PROSE)]),
    (
        f"The below is attributable to Spokesperson Jane Doe:\n{PROSE}",
        "T",
        [("author", "The below is attributable to Spokesperson Jane Doe:"), ("body", PROSE)],
    ),
    (f"Bergen, Norway\n{PROSE}", "T", [("dateline", "Bergen, Norway"), ("body", PROSE)]),
    (
        f"Two envoys shake hands in Oslo, March 5, 2019. (Xinhua/Wei Li)\n\nOSLO, March 5 (Xinhua) -- {PROSE}",
        "T",
        [
            ("caption", "Two envoys shake hands in Oslo, March 5, 2019. (Xinhua/Wei Li)"),
            ("dateline", "OSLO, March 5 (Xinhua)"),
            ("body", PROSE),
        ],
    ),
    (
        f"{PROSE}\n\nTwo envoys shake hands in Oslo. [Photo/Agencies]\n\n{PROSE}",
        "T",
        [("body", PROSE), ("caption", "Two envoys shake hands in Oslo. [Photo/Agencies]"), ("body", PROSE)],
    ),
    (f"{PROSE}\n(Web editor: Li Wei, Ann Lee)", "T", [("body", PROSE), ("credit", "(Web editor: Li Wei, Ann Lee)")]),
    (f"{PROSE}\n(END)", "T", [("body", PROSE), ("tail", "(END)")]),
    (f"{PROSE} -0-", "T", [("body", PROSE), ("tail", "-0-")]),
    (f"{PROSE} Enditem", "T", [("body", PROSE), ("tail", "Enditem")]),
    (
        f"{PROSE} (NAN)\n\nEdited by: Ann Lee",
        "T",
        [("body", PROSE), ("tail", "(NAN)"), ("credit", "Edited by: Ann Lee")],
    ),
    (f"{PROSE} PTI KVR DSG", "T", [("body", PROSE), ("tail", "PTI KVR DSG")]),
    (f"{PROSE}/.\n\nVNA", "T", [("body", PROSE), ("tail", "/."), ("tail", "VNA")]),
    (
        f"{PROSE}\n--SPA\n16:38 LOCAL TIME 13:38 GMT",
        "T",
        [("body", PROSE), ("tail", "--SPA"), ("tail", "16:38 LOCAL TIME 13:38 GMT")],
    ),
    (
        f"{PROSE}\n7129**1416\nFollow us on Twitter @example",
        "T",
        [("body", PROSE), ("tail", "7129**1416"), ("tail", "Follow us on Twitter @example")],
    ),
    (
        f"Dear Madam Speaker:\n\n{PROSE}\n\nSincerely,\n\nJANE Q. DOE JR.",
        "T",
        [("body", "Dear Madam Speaker:"), ("body", PROSE), ("tail", "Sincerely,"), ("author", "JANE Q. DOE JR.")],
    ),
    (f"{PROSE}\n\n###", "T", [("body", PROSE), ("tail", "###")]),
    (
        f"{PROSE}\n\n{PROSE}\n\nRelated stories\n\nEnvoys arrive in Oslo",
        "T",
        [("body", PROSE), ("body", PROSE), ("tail", "Related stories"), ("tail", "Envoys arrive in Oslo")],
    ),
    (
        f"{PROSE}\n\nRead also: Envoys arrive\n\n{PROSE}",
        "T",
        [("body", PROSE), ("tail", "Read also: Envoys arrive"), ("body", PROSE)],
    ),
    (f"{PROSE}\n\nSource: Xinhua", "T", [("body", PROSE), ("tail", "Source: Xinhua")]),
    (
        f"date 2019-03-06 Envoys meet in Oslo\n\n{PROSE}",
        "Envoys meet in Oslo",
        [("stamp", "date 2019-03-06 "), ("headline", "Envoys meet in Oslo"), ("body", PROSE)],
    ),
    (
        f"THE PRESIDENT: Thank you —\n\nQ Thank you.\n\n{PROSE}",
        "T",
        [("body", "THE PRESIDENT: Thank you —"), ("body", "Q Thank you."), ("body", PROSE)],
    ),
    (
        "The envoys had a telephone conversation and spoke about trade",
        "T",
        [("body", "The envoys had a telephone conversation and spoke about trade")],
    ),
    ("See https://example.org/releases/.", "T", [("body", "See https://example.org/releases/.")]),
    (f"(c) The parties shall meet.\n\n{PROSE}", "T", [("body", "(c) The parties shall meet."), ("body", PROSE)]),
]


@pytest.mark.parametrize(("text", "headline", "parts"), ANATOMIES)
def test_takes_apart(text: str, headline: str | None, parts: list[tuple[str, str]]) -> None:
    assert _parts(dissect(RawItem(source="test", text=text, headline=headline, published="2019-03-06"))) == parts


def test_the_stamp_dates_a_report_that_states_nothing_else() -> None:
    report = _dissect(f"Envoys meet\n\n(Xinhua) 08:12, March 06, 2019\n\nOSLO, Dec. 30 (Xinhua) -- {PROSE}")
    assert report.published == "2019-03-06T08:12"
    assert report.headline == "Envoys meet"
    assert report.dateline is not None
    assert report.dateline.date == "2018-12-30"
    assert report.day == "2018-12-30"


def test_credits_name_each_person_with_their_own_span() -> None:
    text = f"By Kari Nordmann\n\n{PROSE}\n\n(Reporting by Ann Lee in Oslo and Bo Ek in Lund; Editing by Jan Novák)"
    report = _dissect(text, headline="T")
    assert [(credit.role, credit.name) for credit in report.credits] == [
        ("byline", "Kari Nordmann"),
        ("reporter", "Ann Lee"),
        ("reporter", "Bo Ek"),
        ("editor", "Jan Novák"),
    ]
    assert all(credit.span.of(text) == credit.name for credit in report.credits)


def test_caption_keeps_its_credit() -> None:
    text = f"Two envoys shake hands in Oslo. (Xinhua/Wei Li)\n\n{PROSE}"
    (caption,) = _dissect(text, headline="T").captions
    assert caption.credit == "Xinhua/Wei Li"
    assert caption.span.of(text).endswith("(Xinhua/Wei Li)")


def test_stamp_with_writer_and_place() -> None:
    text = f"Published on 06/03/2019 - 18:46 By Ana Souza - Asunción\n\n{PROSE}"
    report = _dissect(text, headline="T", published="2019-03-06")
    assert report.dateline is not None
    assert (report.dateline.place, report.dateline.country, report.dateline.date) == ("Asunción", "PRY", "2019-03-06")
    assert report.dateline.span.of(text) == "Asunción"
    assert [credit.name for credit in report.credits] == ["Ana Souza"]


@pytest.mark.parametrize(
    "text", ["", " \n\u200b\n", "\x00", "\ud800", "(", "-- --", "(AFP)", "OSLO, March 5 (AFP) --", "* * *\n" * 40]
)
def test_odd_texts_do_no_harm(text: str) -> None:
    report = _dissect(text)
    assert report.text == text
    assert len(report.id) == 64


LINES = st.sampled_from(
    [
        "OSLO, March 5 (AFP) - ",
        PROSE,
        "(END)",
        "By Kari Nordmann",
        "(Xinhua/Wei Li)",
        "Related",
        "16:20",
        "March 6, 2019",
        "Source: AFP",
        "",
        "Envoys meet",
        "-0-",
        "VNA",
        "(Editor: A B)",
        "###",
        "Bergen, Norway",
        "Office of the Envoy",
        "date 2019-03-06 ",
        "\u00a0",
        "Q Yes.",
    ]
)


@given(st.lists(LINES, max_size=14).map("\n".join), st.sampled_from([None, "Envoys meet", "T"]))
def test_segments_are_in_order_apart_and_never_empty(text: str, headline: str | None) -> None:
    spans = [segment.span for segment in dissect(RawItem(source="t", text=text, headline=headline)).segments]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
