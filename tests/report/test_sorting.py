"""What is found becomes text, and it is told whether it is to be coded."""

from communique.report.sorting import Sorted, digest_of, sort_out
from communique.sources.item import RawItem, RawPage, Rejection

STORY = (
    "OSLO, May 14 -- Norwegian Foreign Minister Espen Barth Eide met his Danish counterpart Lars Løkke Rasmussen in "
    "Oslo on Tuesday. They spoke about the Baltic Sea and signed an agreement on cables."
)
CAKE = "Beat the butter and the sugar until pale, then fold in the flour and two eggs and bake it for an hour."
GERMAN = "Der deutsche Außenminister ist am Montag in Ankara mit seinem türkischen Amtskollegen zusammengetroffen."


def page(words: str) -> RawPage:
    html = f"<html lang=en><head><title>A page</title></head><body><article><p>{words}</p></article></body></html>"
    return RawPage(source="https://example.org/a", content=html.encode())


def sorted_out(found: RawItem | RawPage, *, let_go: bool = True) -> Sorted:
    result = sort_out(found, let_go=let_go)
    assert isinstance(result, Sorted)
    return result


def test_a_report_of_diplomacy_is_to_be_coded_and_found_by_its_copies() -> None:
    result = sorted_out(RawItem(source="a", text=STORY))
    assert result.aside is None
    assert result.bands
    assert result.page is None


def test_a_page_is_read_and_known_again() -> None:
    result = sorted_out(page(STORY))
    assert result.aside is None
    assert "Espen Barth Eide met" in result.item.text
    assert result.page == digest_of(page(STORY)) != digest_of(page(CAKE))


def test_other_matter_is_set_aside_unless_all_is_to_be_coded() -> None:
    for found in (RawItem(source="a", text=CAKE), page(CAKE)):
        aside = sorted_out(found).aside
        assert aside is not None
        assert (aside.why, aside.language) == ("triage", "en")
        assert sorted_out(found, let_go=False).aside is None


def test_another_language_is_set_aside_in_any_case() -> None:
    for let_go in (True, False):
        aside = sorted_out(RawItem(source="a", text=GERMAN, language="en"), let_go=let_go).aside
        assert aside is not None
        assert (aside.why, aside.language) == ("language", "de")


def test_a_page_without_an_article_is_rejected() -> None:
    assert isinstance(sort_out(page("Home")), Rejection)
