"""What the tests of coding share: a sentence goes in, its analysis or record comes out."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport
from communique.language.analysis import Analysis
from communique.language.reader import analyse
from communique.pipeline import code_item
from communique.report.anatomy import dissect
from communique.sources.item import RawItem

DAY = "2024-03-06"


def item_of(text: str) -> RawItem:
    """A report of one text, published on a Wednesday."""
    return RawItem(source="test", text=text, published=DAY)


@pytest.fixture(scope="session")
def analysed() -> Callable[[str], Analysis]:
    return lambda text: analyse(dissect(item_of(text)))


@pytest.fixture(scope="session")
def coded() -> Callable[[str], CodedReport]:
    return lambda text: code_item(item_of(text))
